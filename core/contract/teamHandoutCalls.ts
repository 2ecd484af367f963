import { z } from 'zod';
import { Day } from '../kernel/days.ts';
import { Id } from '../kernel/id.ts';
import { call } from './call.ts';

export const teamHandoutCalls = {
  /** The page about the weeks from `from` to `until`, for a team's meeting: a job whose `result` is `PrintMade`. Nobody is in it by name or code. */
  'team.print': call(z.object({ from: Day, until: Day, sheetSize: z.enum(['A4', 'Letter']) }), z.object({ job: Id })),
} as const;
