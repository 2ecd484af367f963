import { useMemo } from 'react';
import { neighboursIn, rank, type Certainty } from '../../../../core/ranking/rank.ts';
import { standing } from '../../../../core/ranking/voteLog.ts';
import { useRanking } from '../../../api/useRanking.ts';
import type { Wall } from '../../../api/useWall.ts';

/** What the team's votes say of the line on the table. */
export interface Agreement {
  /** Papers about which, and the one below, the team disagreed. */
  readonly contested: ReadonlySet<string>;
  /** How many steps from level to level are so certain. */
  readonly steps: Readonly<Record<Certainty, number>>;
  readonly advice: string;
}

/** Null where nobody has voted. @param line the ids of the papers on the table, lowest first */
export function useAgreement(wall: Wall, line: readonly string[]): Agreement | null {
  const log = useRanking(wall.task.id)?.log;
  const named = line.join(' ');
  const { levels } = wall.chart;
  return useMemo(() => {
    const papers = named.split(' ');
    const votes = standing(log ?? []);
    if (votes.length === 0 || papers.length < 2) return null;
    const ranked = rank(papers, votes, levels.length);
    const chosen = levels.flatMap(({ anchors }) => anchors.slice(0, 1)).filter((paper) => papers.includes(paper));
    const steps = chosen.length === levels.length ? neighboursIn(chosen, papers, votes) : ranked.pairs;
    const count = (wanted: Certainty): number => steps.filter(({ certainty }) => certainty === wanted).length;
    return {
      contested: new Set(neighboursIn(papers, papers, votes).flatMap(({ certainty, upper }) => (certainty === 'contested' ? [upper] : []))),
      steps: { clear: count('clear'), close: count('close'), contested: count('contested') },
      advice: ranked.advice.why,
    };
  }, [named, log, levels]);
}
