import { standing, looksIn, type KeptVote } from './voteLog.ts';
import { tallyOf } from './votes.ts';

/** How far a team is with its papers. */
export interface HowFar {
  readonly seen: number;
  readonly looks: number;
  /** How many more looks such a session takes, about; 0 where it has taken more than usual. */
  readonly left: number;
}

/**
 * What sessions usually need is fitted by eye to made-up ones (true spread SD 2.5, as in `tests/bench/ranking.ts`): one look a paper, and the more,
 * the more neighbours there are to tell apart and the fewer teachers vote.
 * @param papers the ids of those that the team looks at
 */
export function howFar(papers: readonly string[], log: readonly KeptVote[], levels: number, voters: number): HowFar {
  const { seen } = tallyOf(papers, standing(log));
  const unseen = seen.filter((votes) => votes === 0).length;
  const looks = looksIn(log);
  const pairs = (papers.length * (papers.length - 1)) / 2;
  const usual = Math.min(pairs, papers.length + (9 * (levels - 2) ** 2) / voters);
  return { seen: papers.length - unseen, looks, left: Math.max(0, unseen, Math.round(usual - looks)) };
}
