import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { DraftName, DraftText } from '../library/draft.ts';
import { CheckReport } from '../library/checkReport.ts';
import { BackupMade, LibraryStatus } from '../library/libraryStatus.ts';
import { Nothing, changes, job, outside, reads } from './call.ts';

export const libraryCalls = {
  'library.status': reads(Nothing, LibraryStatus),
  /** With a passphrase everything is sealed by it, and the keys to originals and names go along; without one they stay on this computer. It is read back before it is handed out. */
  'library.backup': job(z.object({ passphrase: z.string().min(8).max(200).nullable() }), BackupMade, { tells: ['library.changed'] }),
  /** `file` is a token of an offered file. The library as it was is kept beside the restored one. */
  'library.restore': job(z.object({ file: z.string(), passphrase: z.string().max(200).nullable() }), LibraryStatus, {
    tells: ['library.changed'],
    onDamaged: true,
  }),
  /** To the safe place that its status names. Everything goes along; it is copied and looked at before the old folder is emptied. */
  'library.move': job(Nothing, LibraryStatus, { tells: ['library.changed'] }),
  /** Looks at the database, every row, every state of every chart and every picture. */
  'library.check': job(Nothing, CheckReport, { onDamaged: true }),
  /** The teacher does not want to hear of backups for some time. */
  'library.remindLater': changes(Nothing, LibraryStatus, { tells: ['library.changed'] }),
  /** Destroys the libraries that are kept beside this one since backups were brought back. */
  'library.destroyKept': changes(Nothing, LibraryStatus, { tells: ['library.changed'] }),
  /** The teacher has read what happened and goes on with the library as it is. */
  'library.settle': changes(Nothing, LibraryStatus, { tells: ['library.changed'] }),
  /** Destroys what was set aside, before its month is over. */
  'library.emptySetAside': changes(Nothing, LibraryStatus, { tells: ['library.changed'] }),
  /** What a screen keeps until it is done; it lies sealed in the library, on this computer only. */
  'drafts.read': reads(z.object({ name: DraftName }), z.object({ text: DraftText })),
  'drafts.keep': outside(z.object({ name: DraftName, text: DraftText }), Nothing),
  /** Announces a file that will be sent to `/incoming/<token>`. */
  'files.offer': outside(z.object({ name: z.string().max(500), bytes: z.int().min(0) }), z.object({ token: z.string() })),
  'jobs.cancel': outside(z.object({ job: Id }), Nothing),
} as const;
