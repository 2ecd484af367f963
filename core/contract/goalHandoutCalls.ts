import { z } from 'zod';
import { GoalPaperWish, GoalsPrinted } from '../handouts/goalHandoutWish.ts';
import { Id } from '../kernel/id.ts';
import { call, Nothing } from './call.ts';

export const goalPaperCalls = {
  /** A job whose `result` is `PrintMade`. Labels, strips and draw lists are remembered as printed. */
  'goals.print': call(GoalPaperWish, z.object({ job: Id })),
  'goals.printed': call(Nothing, GoalsPrinted),
} as const;
