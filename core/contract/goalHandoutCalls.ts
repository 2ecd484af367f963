import { z } from 'zod';
import { GoalHandoutWish, GoalsPrinted } from '../handouts/goalHandoutWish.ts';
import { Id } from '../kernel/id.ts';
import { call, Nothing } from './call.ts';

export const goalHandoutCalls = {
  /** A job whose `result` is `PrintMade`. Labels, strips and draw lists are remembered as printed. */
  'goals.print': call(GoalHandoutWish, z.object({ job: Id })),
  'goals.printed': call(Nothing, GoalsPrinted),
} as const;
