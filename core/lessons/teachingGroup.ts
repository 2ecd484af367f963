import { Code } from '../goals/goal.ts';
import { Day } from '../kernel/days.ts';
import { Id } from '../kernel/id.ts';
import { z } from 'zod';

export const TeachingGroup = z.object({
  id: Id,
  date: Day,
  kind: z.enum(['need', 'pair', 'circle', 'mixed']),
  goal: Code.nullable(),
  skillSet: Code.nullable(),
  why: z.string().trim().max(300),
  members: z
    .array(z.object({ pupil: Id, role: z.enum(['writer', 'echo', 'wonder', 'spotter', 'has-it', 'works-on-it']).nullable(), came: z.boolean() }))
    .min(1)
    .max(40),
  outcome: z.string().trim().max(500),
  taughtOn: Day.nullable(),
});

export type TeachingGroup = z.infer<typeof TeachingGroup>;
