import { z } from 'zod';
import { call, Id, Nothing } from './call.ts';

/** A pupil is a code; the name is null where there are no names, or they can't be opened here. */
export const Pupil = z.object({ id: Id, code: z.string(), name: z.string().nullable() });
export type Pupil = z.infer<typeof Pupil>;

export const ClassList = z.object({ pupils: z.array(Pupil), names: z.enum(['none', 'open', 'elsewhere']) });
export type ClassList = z.infer<typeof ClassList>;

export const peopleCalls = {
  'people.list': call(Nothing, ClassList),
  /** One pupil a name; an empty name makes a pupil with a code alone. */
  'people.add': call(z.object({ names: z.array(z.string().trim().max(80)).min(1).max(200) }), ClassList),
  'people.rename': call(z.object({ pupil: Id, name: z.string().trim().max(80).nullable() }), ClassList),
  'people.remove': call(z.object({ pupil: Id }), ClassList),
  /** Destroys the sealed file of names and its key; the codes stay. */
  'people.forgetNames': call(Nothing, ClassList),
} as const;
