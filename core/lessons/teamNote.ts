import { Day } from '../kernel/days.ts';
import { Id } from '../kernel/id.ts';
import { z } from 'zod';

/** What a team decided, and when it looks again. */
export const TeamNote = z.object({
  id: Id,
  date: Day,
  topic: z.string().trim().min(1).max(120),
  text: z.string().trim().max(4000),
  checkInOn: Day.nullable(),
});

export type TeamNote = z.infer<typeof TeamNote>;
