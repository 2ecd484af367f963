import { z } from 'zod';
import { Pupil, ClassList } from '../class/pupil.ts';
import { Id } from '../kernel/id.ts';
import { Nothing, always, changes, reads } from './call.ts';

export const classCalls = {
  'class.list': reads(Nothing, ClassList),
  /** One pupil a name; an empty name makes a pupil with a code alone. */
  'class.add': changes(z.object({ names: z.array(z.string().trim().max(80)).min(1).max(500) }), ClassList, { tells: ['class.changed'] }),
  'class.rename': changes(z.object({ pupil: Id, name: z.string().trim().max(80).nullable() }), ClassList, { tells: ['class.changed'], erases: always }),
  /** Which space they write in, and their year at school. */
  'class.place': changes(z.object({ pupils: z.array(Id).min(1).max(500), space: z.string().trim().max(60), year: Pupil.shape.year }), ClassList, {
    tells: ['class.changed'],
  }),
  /** The pupil leaves the class for good, with goals, conferences, kete and placements. */
  'class.remove': changes(z.object({ pupil: Id }), ClassList, { tells: ['class.changed', 'goals.changed'], erases: always }),
  /** Destroys the sealed file of names and its key; the codes stay. */
  'class.forgetNames': changes(Nothing, ClassList, { tells: ['class.changed'], erases: always }),
} as const;
