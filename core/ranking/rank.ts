import { z } from 'zod';
import { rankingWords } from '../words/ranking.ts';
import { allOf, chooseAnchors, lineOf } from './anchors.ts';
import { chanceOfOrder } from './certainty.ts';
import { firstLook, mostTellingLook, type IsAsked, type Look } from './nextLook.ts';
import { fitStrengths, type Fit } from './strengths.ts';
import { tallyOf, Vote, type Tally } from './votes.ts';

/** How sure the order of all anchors has to be before no more looks are asked for. */
const SURE_ENOUGH = 0.9;
/** How likely one neighbour is better than the other where their order is called clear, and below which it is contested if their judges disagreed. */
const CLEAR = 0.9;
const CONTESTED = 0.75;
/** Fewer teachers than this have to have said more about a paper. */
const JUDGES_FOR_CLEAR = 3;
const VOTES_FOR_CLEAR = 6;
/** A step this many times as long as an even one has room for a paper that nobody brought. */
const GAP = 1.6;

export const MOST_LEVELS = 10;

export const RankRequest = z.object({
  papers: z
    .array(z.string().min(1).max(200))
    .min(2)
    .max(200)
    .refine((papers) => new Set(papers).size === papers.length),
  votes: z.array(Vote).max(100_000),
  levels: z.int().min(2).max(MOST_LEVELS).optional(),
});
export type RankRequest = z.infer<typeof RankRequest>;

export type Certainty = 'clear' | 'close' | 'contested';

export interface Ranked {
  /** Lowest first. */
  readonly order: readonly string[];
  /** Logits: one more, and three of four teachers see it so. */
  readonly strength: Readonly<Record<string, number>>;
  readonly anchors: readonly { readonly level: number; readonly paper: string }[];
  /** Of each anchor and the next. */
  readonly pairs: readonly { readonly lower: string; readonly upper: string; readonly certainty: Certainty; readonly probability: number }[];
  /** How many levels these papers can honestly carry. */
  readonly advice: { readonly levels: number; readonly why: string };
}

/** The order that votes give to papers, the ones that stand for the levels, and how sure that is. The same for the same votes in any order. */
export function rank(papers: readonly string[], votes: readonly Vote[], wanted: number): Ranked {
  const tally = tallyOf(papers, votes);
  const fit = fitStrengths(tally.count, tally.wins);
  const levels = Math.min(wanted, papers.length);
  const chosen = anchorsOf(fit, tally, levels);
  const name = (paper: number): string => papers[paper]!;
  return {
    order: lineOf(fit).map(name),
    strength: Object.fromEntries(papers.map((paper, index) => [paper, rounded(fit.strength[index]!)])),
    anchors: chosen.map(({ paper }, level) => ({ level, paper: name(paper) })),
    pairs: chosen.slice(1).map(({ paper, chance }, index) => {
      const lower = chosen[index]!.paper;
      return { lower: name(lower), upper: name(paper), certainty: certaintyOf(tally, lower, paper, chance), probability: rounded(chance) };
    }),
    advice: adviceFor(fit, tally, wanted, chosen),
  };
}

/** How sure it is that each of some papers is better than the one before it, by all votes on all papers. @param line lowest first */
export function neighboursIn(line: readonly string[], papers: readonly string[], votes: readonly Vote[]): Ranked['pairs'] {
  const tally = tallyOf(papers, votes);
  const fit = fitStrengths(tally.count, tally.wins);
  return line.slice(1).map((upper, index) => {
    const lower = line[index]!;
    const [below, above] = [papers.indexOf(lower), papers.indexOf(upper)];
    const chance = chanceOfOrder(fit, below, above, tally.judges);
    return { lower, upper, certainty: certaintyOf(tally, below, above, chance), probability: rounded(chance) };
  });
}

/**
 * The two papers that a group should look at next; null when the order of the anchors is sure enough, or when as many have voted on every pair.
 * @param voters how many teachers will look
 */
export function nextLook(papers: readonly string[], votes: readonly Vote[], wanted: number, voters: number): { one: string; other: string } | null {
  const tally = tallyOf(papers, votes);
  const fit = fitStrengths(tally.count, tally.wins);
  const look = lookAfter(fit, tally, Math.min(wanted, papers.length), voters, askedBy(voters, papers, votes));
  return look && { one: papers[look.one]!, other: papers[look.other]! };
}

/** Whether so many judges have voted on a pair: what each says again only takes the place of what they said. */
function askedBy(voters: number, papers: readonly string[], votes: readonly Vote[]): IsAsked {
  const judges = new Map<string, Set<string>>();
  for (const { judge, left, right } of votes) {
    const pair = [left, right].sort().join(' ');
    judges.set(pair, (judges.get(pair) ?? new Set()).add(judge));
  }
  return (one, other) => (judges.get([papers[one]!, papers[other]!].sort().join(' '))?.size ?? 0) >= voters;
}

export function lookAfter(fit: Fit, tally: Tally, levels: number, voters: number, isAsked?: IsAsked): Look | null {
  if (tally.count < 2) return null;
  const first = firstLook(fit, tally.seen, isAsked);
  if (first !== null) return first;
  return surenessOf(fit, tally, levels) >= SURE_ENOUGH ? null : mostTellingLook(fit, levels, voters, isAsked);
}

/** How likely all anchors are in true order. */
const surenessOf = (fit: Fit, tally: Tally, levels: number): number => allOf(anchorsOf(fit, tally, levels).map(({ chance }) => chance));

interface Anchor {
  readonly paper: number;
  /** How likely it is truly better than the one before; 1 for the lowest. */
  readonly chance: number;
}

/** The anchors, lowest first. A paper that nobody could judge is none, while others are there. */
export function anchorsOf(fit: Fit, { seen, judges }: Tally, levels: number): Anchor[] {
  const judged = seen.flatMap((votes, paper) => (votes > 0 ? [paper] : []));
  const line = lineOf(fit, judged.length >= levels ? judged : undefined);
  const { papers } = chooseAnchors(fit, line, levels);
  return papers.map((paper, index) => ({ paper, chance: index === 0 ? 1 : chanceOfOrder(fit, papers[index - 1]!, paper, judges) }));
}

function certaintyOf({ count, wins, seen, judges }: Tally, lower: number, higher: number, chance: number): Certainty {
  const isSplit = wins[lower * count + higher]! > 0 && wins[higher * count + lower]! > 0;
  if (chance < CONTESTED && isSplit) return 'contested';
  const isAskedEnough = judges >= JUDGES_FOR_CLEAR || (judges > 1 && Math.min(seen[lower]!, seen[higher]!) >= VOTES_FOR_CLEAR);
  return chance >= CLEAR && isAskedEnough ? 'clear' : 'close';
}

/** @param chosen the anchors of as many levels as there can be, up to those wanted */
function adviceFor(fit: Fit, tally: Tally, wanted: number, chosen: readonly Anchor[]): Ranked['advice'] {
  const levels = chosen.length;
  const holds = (anchors: readonly Anchor[]): boolean => anchors.every(({ chance }) => chance >= CLEAR);
  const fewer = Array.from({ length: levels - 2 }, (_, index) => levels - 1 - index);
  const most = holds(chosen) ? levels : (fewer.find((count) => holds(anchorsOf(fit, tally, count))) ?? 2);
  const words = rankingWords.advice;
  if (tally.judges === 0) return { levels: most, why: words.noVotes };
  const why = [
    wanted > fit.count ? words.tooFewPapers(fit.count) : most === levels ? words.allHold(levels) : words.fewer(levels, most),
    ...gapsBetween(fit, chosen).map(words.gap),
    ...(tally.judges === 1 ? [words.alone] : []),
  ];
  return { levels: most, why: why.join(' ') };
}

/** After which levels a step is so long that a paper is missing. */
function gapsBetween(fit: Fit, chosen: readonly Anchor[]): number[] {
  const steps = chosen.slice(1).map(({ paper }, index) => fit.strength[paper]! - fit.strength[chosen[index]!.paper]!);
  const even = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  return steps.flatMap((step, index) => (even > 0 && step > GAP * even ? [index] : []));
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
