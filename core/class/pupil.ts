import { Id } from '../kernel/id.ts';
import { z } from 'zod';

/** A pupil is a code; the name is null where there are no names, or they can't be opened here. */
export const Pupil = z.object({
  id: Id,
  code: z.string(),
  name: z.string().nullable(),
  /** Which of the teacher's spaces the pupil writes in; empty where there is one only. */
  space: z.string(),
  /** The year at school, from 0; null where nobody said. */
  year: z.int().min(0).max(13).nullable(),
});

export type Pupil = z.infer<typeof Pupil>;

export const ClassList = z.object({ pupils: z.array(Pupil), names: z.enum(['none', 'open', 'elsewhere']) });

export type ClassList = z.infer<typeof ClassList>;
