import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { CheckReport } from '../library/checkReport.ts';
import { LibraryStatus } from '../library/libraryStatus.ts';
import { Outgoing } from '../kernel/outgoing.ts';
import { Nothing, always, changes, job, outside, reads } from './call.ts';

export const libraryCalls = {
  'library.status': reads(Nothing, LibraryStatus),
  /** With a passphrase the keys to originals and names go along, wrapped by it; without one they stay on this computer. */
  'library.backup': outside(z.object({ passphrase: z.string().min(8).max(200).nullable() }), Outgoing),
  /** `file` is a token of an offered file. The library as it was is kept beside the restored one. */
  'library.restore': changes(z.object({ file: z.string(), passphrase: z.string().nullable() }), LibraryStatus, {
    tells: ['library.changed'],
    erases: always,
    onDamaged: true,
  }),
  /** Looks at the database, every row, every state of every chart and every picture. */
  'library.check': job(Nothing, CheckReport, { onDamaged: true }),
  /** The teacher has read what happened and goes on with the library as it is. */
  'library.settle': changes(Nothing, LibraryStatus, { tells: ['library.changed'] }),
  /** Destroys what was set aside, before its month is over. */
  'library.emptySetAside': changes(Nothing, LibraryStatus, { tells: ['library.changed'] }),
  /** Announces a file that will be sent to `/incoming/<token>`. */
  'files.offer': outside(z.object({ name: z.string().max(500), bytes: z.int().min(0) }), z.object({ token: z.string() })),
  'jobs.cancel': outside(z.object({ job: Id }), Nothing),
} as const;
