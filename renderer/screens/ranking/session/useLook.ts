import { useMemo, useState } from 'react';
import { nextLook } from '../../../../core/ranking/rank.ts';
import { latestLook, looksIn, standing, type KeptVote } from '../../../../core/ranking/voteLog.ts';
import type { VoteAnswer } from '../../../../core/ranking/votes.ts';
import type { Ranking } from '../../../api/useRanking.ts';

/** Two papers by their ids, as they lie before the team. */
export interface Pair {
  readonly left: string;
  readonly right: string;
}

interface Given {
  readonly judge: string;
  readonly answer: VoteAnswer;
}

/** The look that is going on. */
export interface Look {
  /** Null where the order is sure enough. */
  readonly pair: Pair | null;
  /** Who has voted; what, nobody sees yet. */
  readonly voted: readonly string[];
  /** What all said, once all have. */
  readonly shown: readonly KeptVote[] | null;
  give(judge: string, answer: VoteAnswer): void;
  next(reason: string): void;
  /** Null where there is nothing to take back. */
  readonly undo: (() => void) | null;
}

/** @param papers the ids of those that the team looks at */
export function useLook(ranking: Ranking, papers: readonly string[], levels: number): Look {
  const { judges, log } = ranking;
  const [open, setOpen] = useState<{ pair: Pair; given: readonly Given[] } | null>(null);
  const [shown, setShown] = useState<readonly KeptVote[] | null>(null);
  const [isSending, setSending] = useState(false);
  const named = papers.join(' ');
  const asked = useMemo(() => {
    const told = named === '' ? [] : named.split(' ');
    const look = nextLook(told, standing(log), levels, Math.max(1, judges.length));
    return look && laidDown(look, looksIn(log));
  }, [named, log, levels, judges.length]);

  const first = shown?.[0];
  const pair = first !== undefined ? { left: first.left, right: first.right } : isSending && open !== null ? open.pair : asked;
  const given = open !== null && pair !== null && isSame(open.pair, pair) ? open.given.filter(({ judge }) => judges.includes(judge)) : [];
  const latest = latestLook(log);

  const send = async (now: readonly Given[]): Promise<void> => {
    if (pair === null) return;
    setSending(true);
    const votes = await ranking.vote({ ...pair, answers: [...now] });
    setShown(votes);
    setOpen(null);
    setSending(false);
  };
  return {
    pair,
    voted: given.map(({ judge }) => judge),
    shown,
    give(judge, answer) {
      if (pair === null || shown !== null || isSending) return;
      const now = [...given.filter((one) => one.judge !== judge), { judge, answer }];
      setOpen({ pair, given: now });
      if (now.length === judges.length) void send(now);
    },
    next(reason) {
      if (shown === null) return;
      if (reason.trim() !== '') ranking.giveReason(forTheBetter(shown), reason.trim());
      setShown(null);
    },
    undo:
      given.length > 0 && open !== null && !isSending
        ? () => setOpen({ ...open, given: given.slice(0, -1) })
        : latest.length === 0
          ? null
          : () => {
              ranking.takeBack(shown ?? latest);
              setShown(null);
            },
  };
}

/** Which paper lies left is chance, another one at each look; the same on every screen, and after a pause. */
function laidDown({ one, other }: { one: string; other: string }, looks: number): Pair {
  const chance = [...`${one}${other}${looks}`].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);
  return (chance >>> 16) % 2 === 0 ? { left: one, right: other } : { left: other, right: one };
}

const isSame = (one: Pair, other: Pair): boolean => one.left === other.left && one.right === other.right;

/** The votes that a reason is told with: of those who find the better paper better, or of all where there is none. */
export function forTheBetter(votes: readonly KeptVote[]): readonly KeptVote[] {
  const [left, right] = (['left', 'right'] as const).map((side) => votes.filter(({ answer }) => answer === side)) as [KeptVote[], KeptVote[]];
  return left.length > right.length ? left : right.length > left.length ? right : votes;
}
