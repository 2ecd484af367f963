import { useCallback, useMemo, useState } from 'react';
import type { Input } from '../../core/contract/contract.ts';
import { joined, type KeptVote } from '../../core/ranking/voteLog.ts';
import { useAnswer, useApp } from './app.tsx';

/** Who looks at a task's papers two by two, and what they said. */
export interface Ranking {
  readonly judges: readonly string[];
  readonly parked: readonly string[];
  /** Every vote, those that were taken back too, in the order of their clock. */
  readonly log: readonly KeptVote[];
  setTeam(judges: readonly string[]): void;
  park(paper: string, parked: boolean): void;
  /** @returns the votes as they were kept; null where they could not be */
  vote(look: Omit<Input<'ranking.vote'>, 'task'>): Promise<readonly KeptVote[] | null>;
  giveReason(votes: readonly KeptVote[], reason: string): void;
  takeBack(votes: readonly KeptVote[]): void;
}

/** Follows a task's votes; null until they are there. What is done here shows at once. */
export function useRanking(task: string): Ranking | null {
  const { api, complain } = useApp();
  const { value: kept } = useAnswer('ranking.open', { task }, ['ranking.changed', 'papers.changed']);
  const [own, setOwn] = useState<readonly KeptVote[]>([]);
  const [ahead, setAhead] = useState<{ over: typeof kept; judges?: readonly string[]; parked?: readonly string[] }>({ over: null });
  const log = useMemo(() => joined(kept?.votes ?? [], own), [kept, own]);
  const add = useCallback((votes: readonly KeptVote[]) => setOwn((now) => joined(now, votes)), []);
  const undone = useCallback(
    (error: unknown) => {
      setOwn([]);
      setAhead({ over: null });
      complain(error);
    },
    [complain],
  );
  if (kept === null) return null;
  const shown = ahead.over === kept ? { ...kept, ...ahead } : kept;
  const ids = (votes: readonly KeptVote[]): string[] => votes.map(({ id }) => id);
  return {
    judges: shown.judges,
    parked: shown.parked,
    log,
    setTeam(judges) {
      setAhead({ ...shown, over: kept, judges });
      api.call('ranking.setTeam', { task, judges: [...judges] }).catch(undone);
    },
    park(paper, parked) {
      const others = shown.parked.filter((one) => one !== paper);
      setAhead({ ...shown, over: kept, parked: parked ? [...others, paper] : others });
      api.call('ranking.park', { task, paper, parked }).catch(undone);
    },
    async vote(look) {
      try {
        const { votes } = await api.call('ranking.vote', { task, ...look });
        add(votes);
        return votes;
      } catch (error) {
        undone(error);
        return null;
      }
    },
    giveReason(votes, reason) {
      add(votes.map((vote) => ({ ...vote, reason: vote.reason ?? reason })));
      api.call('ranking.giveReason', { task, votes: ids(votes), reason }).catch(undone);
    },
    takeBack(votes) {
      add(votes.map((vote) => ({ ...vote, takenBack: true })));
      api.call('ranking.takeBack', { task, votes: ids(votes) }).catch(undone);
    },
  };
}
