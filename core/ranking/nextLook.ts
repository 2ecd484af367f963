import { allOf, chooseAnchors, lineOf, type Anchors } from './anchors.ts';
import { roughChance, varianceBetween } from './certainty.ts';
import { chanceToWin, type Strengths } from './strengths.ts';

/** Two papers to lay side by side. */
export interface Look {
  readonly one: number;
  readonly other: number;
}

/** How many papers next to an end may yet turn out to be it. */
const RIVALS = 3;
/** What telling an end from a rival is worth beside telling neighbouring anchors apart. */
const END_WORTH = 0.15;
/** How many of the most telling pairs are followed to what they would do to the anchors. */
const SHORTLIST = 24;
/** Three points that stand for a normal distribution (Gauss and Hermite). */
const POINTS = [
  { at: -Math.sqrt(3), share: 1 / 6 },
  { at: 0, share: 2 / 3 },
  { at: Math.sqrt(3), share: 1 / 6 },
];

/** Whether a pair would tell nothing new. */
export type IsAsked = (one: number, other: number) => boolean;
const nothingAsked: IsAsked = () => false;

/**
 * A paper that nobody has seen yet, against the middle one of those that are known, or whichever is next to it of those that were not asked beside it;
 * null when all have been seen.
 */
export function firstLook({ strength }: Strengths, seen: readonly number[], isAsked = nothingAsked): Look | null {
  const unseen = [...seen.keys()].filter((paper) => seen[paper] === 0);
  const known = [...strength.keys()].filter((paper) => seen[paper]! > 0).sort((a, b) => strength[a]! - strength[b]! || a - b);
  const middle = Math.floor(known.length / 2);
  const fromTheMiddle = known.map((paper, at) => ({ paper, off: Math.abs(at - middle) })).sort((a, b) => a.off - b.off);
  for (const one of unseen) {
    const beside = unseen.filter((other) => other !== one);
    const others = fromTheMiddle.map(({ paper }) => paper);
    const other = [...others, ...beside].find((paper) => !isAsked(one, paper));
    if (other !== undefined) return { one, other };
  }
  return null;
}

/**
 * The pair whose votes help most to have the anchors in true order. Every pair is weighed by what its votes would tell about the least certain
 * neighbours and about who is an end; the best few are followed further: for each way their votes may go, the anchors are chosen anew.
 * @param levels at most as many as papers
 * @param voters how many teachers will look
 * @returns null where all pairs were asked
 */
export function mostTellingLook(fit: Strengths, levels: number, voters: number, isAsked = nothingAsked): Look | null {
  const anchors = chooseAnchors(fit, lineOf(fit), levels);
  const targets = targetsOf(fit, anchors);
  const looks: (Look & { worth: number })[] = [];
  for (let one = 1; one < fit.count; one++)
    for (let other = 0; other < one; other++) {
      if (isAsked(one, other)) continue;
      const look = { one, other };
      const told = tellingOf(fit, look, voters);
      const worth = targets.reduce((sum, target) => sum + target.worth * sharedVariance(fit, target, look) ** 2 * told, 0);
      looks.push({ ...look, worth });
    }
  const [first, ...others] = looks.sort((a, b) => b.worth - a.worth).slice(0, SHORTLIST);
  if (first === undefined) return null;
  let best = { look: first, hope: hopeAfter(fit, first, levels, voters) };
  for (const look of others) {
    const hope = hopeAfter(fit, look, levels, voters);
    if (hope > best.hope) best = { look, hope };
  }
  return { one: best.look.one, other: best.look.other };
}

interface Target extends Look {
  readonly worth: number;
}

function targetsOf(fit: Strengths, { papers, chances }: Anchors): Target[] {
  const weakest = chances.indexOf(Math.min(...chances));
  const line = lineOf(fit);
  const [lowest, highest] = [line[0]!, line.at(-1)!];
  const rivals = [
    ...line.slice(1, 1 + RIVALS).map((other) => ({ one: lowest, other, chance: 1 - roughChance(fit, lowest, other) })),
    ...line.slice(-1 - RIVALS, -1).map((other) => ({ one: highest, other, chance: 1 - roughChance(fit, other, highest) })),
  ];
  return [
    { one: papers[weakest]!, other: papers[weakest + 1]!, worth: 1 },
    ...rivals.map(({ one, other, chance }) => ({ one, other, worth: END_WORTH * chance })),
  ];
}

/** By how much the votes on this pair lessen a variance, for each unit of it that is shared with the pair, squared. */
function tellingOf(fit: Strengths, { one, other }: Look, voters: number): number {
  const chance = chanceToWin(fit.strength[one]! - fit.strength[other]!);
  const information = chance * (1 - chance) * voters;
  return information / (1 + information * varianceBetween(fit, one, other));
}

function sharedVariance({ count, covariance }: Strengths, a: Look, b: Look): number {
  const at = (row: number, column: number): number => covariance[row * count + column]!;
  return at(a.one, b.one) - at(a.one, b.other) - at(a.other, b.one) + at(a.other, b.other);
}

/** How likely the anchors will be right after these votes, on average over how they may go. */
function hopeAfter(fit: Strengths, look: Look, levels: number, voters: number): number {
  const { count } = fit;
  const told = tellingOf(fit, look, voters);
  const share = Float64Array.from({ length: count }, (_, paper) => fit.covariance[paper * count + look.one]! - fit.covariance[paper * count + look.other]!);
  const covariance = fit.covariance.map((value, at) => value - share[Math.floor(at / count)]! * share[at % count]! * told);
  return POINTS.reduce((sum, point) => {
    const strength = fit.strength.map((value, paper) => value + share[paper]! * Math.sqrt(told) * point.at);
    const after = { count, strength, covariance };
    return sum + point.share * allOf(chooseAnchors(after, lineOf(after), levels).chances);
  }, 0);
}
