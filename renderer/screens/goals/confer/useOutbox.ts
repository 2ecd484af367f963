import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Input } from '../../../../core/contract/contract.ts';
import type { Told } from '../../../../core/goals/pupilGoals.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import type { Kept } from '../../../api/useKept.ts';
import type { Unsent } from './lessonStore.ts';

export interface Outbox {
  /** Children whose conference is not on the disk yet. */
  readonly saving: ReadonlySet<string>;
  /** How many could not be saved when it was tried last. */
  readonly stuck: number;
  send(talk: Input<'goals.confer'>): Promise<Told | null>;
  /** What became, or becomes, of the conference of this child that was sent last. */
  lastSent(pupil: string): Promise<Told | null> | null;
  tryAgain(): void;
}

/** Sends conferences one by one at once, and keeps each until the service has it: a window that closes meanwhile loses none. */
export function useOutbox({ value: kept, keep }: Kept<Unsent[]>): Outbox {
  const { tell, states, goals } = useGoals();
  const [unsent, setUnsent] = useState<readonly Unsent[]>(kept ?? []);
  const unsentNow = useRef(unsent);
  const change = useCallback(
    (to: (now: readonly Unsent[]) => readonly Unsent[]) => {
      const next = to(unsentNow.current);
      unsentNow.current = next;
      setUnsent(next);
      keep(next.length === 0 ? null : [...next]);
    },
    [keep],
  );
  const drop = useCallback((id: string) => change((now) => now.filter((one) => one.id !== id)), [change]);
  const [stuck, setStuck] = useState<readonly string[]>([]);
  const ways = useRef(new Map<string, Promise<Told | null>>());
  const onTheirWay = useRef(new Set<Promise<Told | null>>());
  const seenNow = useRef(states);
  useEffect(() => {
    seenNow.current = states;
  });

  const deliver = useCallback(
    (id: string, talk: Input<'goals.confer'>): Promise<Told | null> => {
      const way = tell('goals.confer', talk).then((told) => {
        if (told !== null) drop(id);
        setStuck((ids) => [...ids.filter((one) => one !== id), ...(told === null ? [id] : [])]);
        onTheirWay.current.delete(way);
        return told;
      });
      ways.current.set(talk.pupil, way);
      onTheirWay.current.add(way);
      return way;
    },
    [tell, drop],
  );
  const send = useCallback(
    (talk: Input<'goals.confer'>) => {
      const id = crypto.randomUUID();
      const seen = seenNow.current.get(talk.pupil)?.talks ?? 0;
      change((now) => [...now, { id, seen, talk }]);
      return deliver(id, talk);
    },
    [deliver, change],
  );
  const tryAgain = useCallback(() => {
    for (const { id, seen, talk } of unsentNow.current) {
      const way = ways.current.get(talk.pupil);
      if (way !== undefined && onTheirWay.current.has(way)) continue;
      const state = seenNow.current.get(talk.pupil);
      const isGone = state === undefined || (talk.goal !== null && !goals.has(talk.goal));
      if (isGone || state.talks > seen) drop(id);
      else void deliver(id, talk);
    }
  }, [deliver, drop, goals]);
  // What an earlier window could not finish is sent once, when the screen opens.
  const begun = useRef(false);
  useEffect(() => {
    if (!begun.current) tryAgain();
    begun.current = true;
  }, [tryAgain]);

  const lastSent = useCallback((pupil: string) => ways.current.get(pupil) ?? null, []);
  return useMemo(
    () => ({ saving: new Set(unsent.map(({ talk }) => talk.pupil)), stuck: stuck.length, send, lastSent, tryAgain }),
    [unsent, stuck, send, lastSent, tryAgain],
  );
}
