import { GoalHandoutWish, GoalsPrinted } from '../handouts/goalHandoutWish.ts';
import { PrintMade } from '../sheets/printMade.ts';
import { Nothing, job, reads } from './call.ts';

export const goalHandoutCalls = {
  /** Labels, strips and draw lists are remembered as printed. */
  'handouts.printGoals': job(GoalHandoutWish, PrintMade, { tells: ['goals.changed'] }),
  'handouts.goalsPrinted': reads(Nothing, GoalsPrinted),
} as const;
