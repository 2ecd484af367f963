import { z } from 'zod';
import { call, Id, Nothing } from './call.ts';

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

export const peopleCalls = {
  'people.list': call(Nothing, ClassList),
  /** One pupil a name; an empty name makes a pupil with a code alone. */
  'people.add': call(z.object({ names: z.array(z.string().trim().max(80)).min(1).max(200) }), ClassList),
  'people.rename': call(z.object({ pupil: Id, name: z.string().trim().max(80).nullable() }), ClassList),
  /** Which space they write in, and their year at school. */
  'people.place': call(z.object({ pupils: z.array(Id).min(1).max(500), space: z.string().trim().max(60), year: Pupil.shape.year }), ClassList),
  /** The pupil leaves the class for good, with goals, conferences, kete and placements. */
  'people.remove': call(z.object({ pupil: Id }), ClassList),
  /** Destroys the sealed file of names and its key; the codes stay. */
  'people.forgetNames': call(Nothing, ClassList),
} as const;
