import { useState } from 'react';
import type { Job } from '../../core/contract/contract.ts';
import { PrintMade } from '../../core/sheets/printMade.ts';
import { useApp } from './app.tsx';

/** A PDF under way (`job`), then what was made. */
export interface Making {
  readonly job: string | null;
  readonly made: PrintMade | null;
  /** What was made before is forgotten. */
  start(call: Promise<{ job: string }>): void;
  /** For the bar that shows the job. */
  ended(job: Job): void;
}

export function useMaking(onMade?: () => void): Making {
  const { complain } = useApp();
  const [job, setJob] = useState<string | null>(null);
  const [made, setMade] = useState<PrintMade | null>(null);
  return {
    job,
    made,
    start(call) {
      setMade(null);
      call.then((started) => setJob(started.job), complain);
    },
    ended({ state, result }) {
      setJob(null);
      const read = PrintMade.safeParse(result);
      if (state !== 'done' || !read.success) return;
      setMade(read.data);
      onMade?.();
    },
  };
}
