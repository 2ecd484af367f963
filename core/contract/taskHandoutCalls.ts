import { z } from 'zod';
import { PrintMade } from '../sheets/printMade.ts';
import { TaskHandoutWish } from '../handouts/taskHandoutWish.ts';
import { Id } from '../kernel/id.ts';
import { job, reads } from './call.ts';

export const taskHandoutCalls = {
  /** Whose answer sheet was printed is remembered. */
  'handouts.printForTask': job(TaskHandoutWish, PrintMade, { tells: ['papers.changed'] }),
  /** For how many pupils an answer sheet was printed, and whose has not come in. */
  'handouts.sheetsOut': reads(z.object({ task: Id }), z.object({ printed: z.int(), missing: z.array(Id) })),
} as const;
