import { z } from 'zod';
import { Pupil, ClassList } from '../class/pupil.ts';
import { Id } from '../kernel/id.ts';
import { call, Nothing } from './call.ts';

export const classCalls = {
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
