import { z } from 'zod';

/** What a teacher said of two papers that lay side by side: which is better, that they are too close, or that this pair can't be judged. */
export const VoteAnswer = z.enum(['left', 'right', 'tie', 'unreadable']);
export type VoteAnswer = z.infer<typeof VoteAnswer>;

const Name = z.string().min(1).max(200);

export const Vote = z.object({
  judge: Name,
  left: Name,
  right: Name,
  answer: VoteAnswer,
  /** Counts up with every vote that its device knows of (Lamport 1978, doi:10.1145/359545.359563): of one judge on one pair, the highest counts. */
  clock: z
    .int()
    .min(0)
    .max(2 ** 48)
    .optional(),
});
export type Vote = z.infer<typeof Vote>;

/**
 * The votes that count: of one judge on one pair only those with the highest clock. Votes without a clock count each for itself. The same for the
 * same votes in any order; of two different answers with the same clock the one that comes first in the alphabet counts.
 */
export function votesThatCount(votes: readonly Vote[]): Vote[] {
  const latest = new Map<string, Vote & { clock: number }>();
  const unclocked: Vote[] = [];
  for (const vote of votes.map(inOneWay)) {
    const { clock } = vote;
    if (clock === undefined) {
      unclocked.push(vote);
      continue;
    }
    const key = JSON.stringify([vote.judge, vote.left, vote.right]);
    const known = latest.get(key);
    if (known === undefined || clock > known.clock || (clock === known.clock && vote.answer < known.answer)) latest.set(key, { ...vote, clock });
  }
  return [...latest.values(), ...unclocked];
}

/** Which paper lay left was chance: the name that comes first in the alphabet lies left from here on. */
function inOneWay(vote: Vote): Vote {
  if (vote.left <= vote.right) return vote;
  const answer = vote.answer === 'left' ? 'right' : vote.answer === 'right' ? 'left' : vote.answer;
  return { ...vote, left: vote.right, right: vote.left, answer };
}

/** What the votes say of papers that are numbered as they stand in `papers`. */
export interface Tally {
  readonly count: number;
  /** `count` x `count`, row by row: how often the row's paper was better than the column's; a tie is half a win for each. */
  readonly wins: Float64Array;
  /** How many votes each paper has, ties among them. */
  readonly seen: readonly number[];
  /** How many judges gave an answer that tells of an order. */
  readonly judges: number;
}

/** @param papers the names of all papers; votes about others are passed over */
export function tallyOf(papers: readonly string[], votes: readonly Vote[]): Tally {
  const count = papers.length;
  const numbers = new Map(papers.map((paper, index) => [paper, index]));
  const wins = new Float64Array(count * count);
  const seen = papers.map(() => 0);
  const judges = new Set<string>();
  for (const { judge, left, right, answer } of votesThatCount(votes)) {
    const [one, other] = [numbers.get(left), numbers.get(right)];
    if (one === undefined || other === undefined || one === other || answer === 'unreadable') continue;
    judges.add(judge);
    for (const paper of [one, other]) seen[paper]! += 1;
    wins[one * count + other]! += answer === 'left' ? 1 : answer === 'tie' ? 0.5 : 0;
    wins[other * count + one]! += answer === 'right' ? 1 : answer === 'tie' ? 0.5 : 0;
  }
  return { count, wins, seen, judges: judges.size };
}
