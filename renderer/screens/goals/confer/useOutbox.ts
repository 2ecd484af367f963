import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Input } from '../../../../core/contract/contract.ts';
import type { Told } from '../../../../core/goals/pupilGoals.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { addUnsent, dropUnsent, readUnsent, type Unsent } from './lessonStore.ts';

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
export function useOutbox(): Outbox {
  const { tell, states, goals } = useGoals();
  const [unsent, setUnsent] = useState<readonly Unsent[]>(readUnsent);
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
        if (told !== null) dropUnsent(id);
        setUnsent(readUnsent());
        setStuck((ids) => [...ids.filter((one) => one !== id), ...(told === null ? [id] : [])]);
        onTheirWay.current.delete(way);
        return told;
      });
      ways.current.set(talk.pupil, way);
      onTheirWay.current.add(way);
      return way;
    },
    [tell],
  );
  const send = useCallback(
    (talk: Input<'goals.confer'>) => {
      const id = crypto.randomUUID();
      addUnsent(id, seenNow.current.get(talk.pupil)?.talks ?? 0, talk);
      setUnsent(readUnsent());
      return deliver(id, talk);
    },
    [deliver],
  );
  const tryAgain = useCallback(() => {
    for (const { id, seen, talk } of readUnsent()) {
      const way = ways.current.get(talk.pupil);
      if (way !== undefined && onTheirWay.current.has(way)) continue;
      const state = seenNow.current.get(talk.pupil);
      const isGone = state === undefined || (talk.goal !== null && !goals.has(talk.goal));
      if (isGone || state.talks > seen) dropUnsent(id);
      else void deliver(id, talk);
    }
    setUnsent(readUnsent());
  }, [deliver, goals]);
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
