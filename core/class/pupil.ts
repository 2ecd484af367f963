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

/** The teacher's spaces that these pupils write in, in the order a person would count them ("Room 2" before "Room 10"). */
export const spacesOf = (pupils: readonly Pick<Pupil, 'space'>[]): string[] =>
  [...new Set(pupils.map(({ space }) => space))].filter((space) => space !== '').sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
