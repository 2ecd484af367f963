import { useState } from 'react';
import type { Ended, JobName, Result, Started } from '../../core/contract/contract.ts';
import type { PrintMade } from '../../core/sheets/printMade.ts';
import { useApp } from './app.tsx';

/** The jobs that end with a PDF. */
export type MakingJob = { [N in JobName]: Result<N> extends PrintMade ? N : never }[JobName];

/** A PDF under way (`job`), then what was made. */
export interface Making {
  readonly job: Started<MakingJob> | null;
  readonly made: PrintMade | null;
  /** What was made before is forgotten. */
  start(call: Promise<Started<MakingJob>>): void;
  /** For the bar that shows the job. */
  ended(job: Ended<MakingJob>): void;
}

export function useMaking(onMade?: () => void): Making {
  const { complain } = useApp();
  const [job, setJob] = useState<Started<MakingJob> | null>(null);
  const [made, setMade] = useState<PrintMade | null>(null);
  return {
    job,
    made,
    start(call) {
      setMade(null);
      call.then(setJob, complain);
    },
    ended(last) {
      setJob(null);
      if (last.state !== 'done') return;
      setMade(last.result);
      onMade?.();
    },
  };
}
