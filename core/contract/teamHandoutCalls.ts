import { z } from 'zod';
import { Day } from '../kernel/days.ts';
import { PrintMade } from '../sheets/printMade.ts';
import { job } from './call.ts';

export const teamHandoutCalls = {
  /** The page about the weeks from `from` to `until`, for a team's meeting. Nobody is in it by name or code. */
  'handouts.printTeam': job(z.object({ from: Day, until: Day, sheetSize: z.enum(['A4', 'Letter']) }), PrintMade),
} as const;
