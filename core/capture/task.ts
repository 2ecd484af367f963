import { Id } from '../kernel/id.ts';
import { z } from 'zod';

/** Which paper the class wrote on; asked once per task. `unknown` is said by the teacher, never guessed; `not-asked` is a task whose papers have not come yet. */
export const TrueSize = z.object({
  name: z.enum(['a4', 'a5', 'half-a4', 'exercise-book', 'letter', 'custom', 'unknown', 'not-asked']),
  widthMm: z.number().positive().max(2000).nullable(),
  heightMm: z.number().positive().max(2000).nullable(),
});

export type TrueSize = z.infer<typeof TrueSize>;

export const taskWording = {
  question: z.string().trim().min(1).max(200),
  subject: z.string().trim().max(80),
  year: z.string().trim().max(40),
  focus: z.string().trim().max(120),
};

export const Task = z.object({ id: Id, ...taskWording, minutes: z.int().min(1).max(120), trueSize: TrueSize });

export type Task = z.infer<typeof Task>;
