import { z } from 'zod';
import { rankingWords } from '../words/ranking.ts';
import { allOf, chooseAnchors, lineOf } from './anchors.ts';
import { chanceOfOrder } from './certainty.ts';
import { firstLook, mostTellingLook, type Look } from './nextLook.ts';
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
    advice: adviceFor(fit, tally, wanted, levels),
  };
}

/** The two papers that a group should look at next; null when the order of the anchors is sure enough. @param voters how many teachers will look */
export function nextLook(papers: readonly string[], votes: readonly Vote[], wanted: number, voters: number): { one: string; other: string } | null {
  const tally = tallyOf(papers, votes);
  const fit = fitStrengths(tally.count, tally.wins);
  const look = lookAfter(fit, tally, Math.min(wanted, papers.length), voters);
  return look && { one: papers[look.one]!, other: papers[look.other]! };
}

export function lookAfter(fit: Fit, tally: Tally, levels: number, voters: number): Look | null {
  if (tally.count < 2) return null;
  const first = firstLook(fit, tally.seen);
  if (first !== null) return first;
  return surenessOf(fit, tally, levels) >= SURE_ENOUGH ? null : mostTellingLook(fit, levels, voters);
}

/** How likely all anchors are in true order. */
export const surenessOf = (fit: Fit, tally: Tally, levels: number): number =>
  allOf(
    anchorsOf(fit, tally, levels)
      .slice(1)
      .map(({ chance }) => chance),
  );

/** The anchors, lowest first, each with how likely it is truly better than the one before. A paper that nobody could judge is none, while others are there. */
export function anchorsOf(fit: Fit, { seen, judges }: Tally, levels: number): { paper: number; chance: number }[] {
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

function adviceFor(fit: Fit, tally: Tally, wanted: number, levels: number): Ranked['advice'] {
  const holds = (count: number): boolean => anchorsOf(fit, tally, count).every(({ chance }) => chance >= CLEAR);
  const most = Array.from({ length: levels - 1 }, (_, index) => levels - index).find(holds) ?? 2;
  const words = rankingWords.advice;
  if (tally.judges === 0) return { levels: most, why: words.noVotes };
  const why = [
    wanted > fit.count ? words.tooFewPapers(fit.count) : most === levels ? words.allHold(levels) : words.fewer(levels, most),
    ...gapsOf(fit, tally, levels).map(words.gap),
    ...(tally.judges === 1 ? [words.alone] : []),
  ];
  return { levels: most, why: why.join(' ') };
}

/** After which levels a step is so long that a paper is missing. */
function gapsOf(fit: Fit, tally: Tally, levels: number): number[] {
  const chosen = anchorsOf(fit, tally, levels);
  const steps = chosen.slice(1).map(({ paper }, index) => fit.strength[paper]! - fit.strength[chosen[index]!.paper]!);
  const even = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  return steps.flatMap((step, index) => (even > 0 && step > GAP * even ? [index] : []));
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
