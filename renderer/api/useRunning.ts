import { useCallback, useRef, useState } from 'react';
import type { Ended, JobName, Started } from '../../core/contract/contract.ts';

/** One job at a time whose end the caller waits for, and which a `JobBar` shows meanwhile. */
export interface Running<N extends JobName> {
  readonly job: Started<N> | null;
  /** Resolves when the job has ended, however it did. */
  until(started: Started<N>): Promise<Ended<N>>;
  /** For the bar that shows the job. */
  ended(last: Ended<N>): void;
}

export function useRunning<N extends JobName>(): Running<N> {
  const [job, setJob] = useState<Started<N> | null>(null);
  const waiting = useRef<((last: Ended<N>) => void) | null>(null);
  const until = useCallback(
    (started: Started<N>) =>
      new Promise<Ended<N>>((resolve) => {
        waiting.current = resolve;
        setJob(started);
      }),
    [],
  );
  const ended = useCallback((last: Ended<N>) => {
    setJob(null);
    waiting.current?.(last);
  }, []);
  return { job, until, ended };
}
