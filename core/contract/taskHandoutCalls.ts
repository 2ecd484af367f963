import { z } from 'zod';
import { TaskHandoutWish } from '../handouts/taskHandoutWish.ts';
import { Id } from '../kernel/id.ts';
import { call } from './call.ts';

export const taskHandoutCalls = {
  /** A job whose `result` is `PrintMade`. Whose answer sheet was printed is remembered. */
  'papers.print': call(TaskHandoutWish, z.object({ job: Id })),
  /** For how many pupils an answer sheet was printed, and whose has not come in. */
  'papers.missing': call(z.object({ task: Id }), z.object({ printed: z.int(), missing: z.array(Id) })),
} as const;
