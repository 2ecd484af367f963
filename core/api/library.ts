import { z } from 'zod';
import { call, Id, Nothing } from './call.ts';

/** A file that waits to be fetched by the window, or saved by the shell; valid until the app closes. */
export const Outgoing = z.object({ token: z.string(), name: z.string(), bytes: z.int() });
export type Outgoing = z.infer<typeof Outgoing>;

export const LibraryStatus = z.object({
  folder: z.string(),
  /** A sentence where the folder is one that a cloud service copies, else null. */
  warning: z.string().nullable(),
  /** What happened to the database outside of Stepwall, until it is said to be read. */
  mishap: z.object({ kind: z.enum(['older', 'log-missing']), lastOpenedOn: z.iso.date() }).nullable(),
  /** Pictures that the database does not know, kept sealed until this day (YYYY-MM-DD). */
  setAside: z.object({ pictures: z.int(), until: z.string().nullable() }),
  keysKeptIn: z.enum(['keychain', 'file']),
  walls: z.int(),
  samples: z.int(),
  pupils: z.int(),
  bytes: z.int(),
});
export type LibraryStatus = z.infer<typeof LibraryStatus>;

export const libraryCalls = {
  'library.status': call(Nothing, LibraryStatus),
  /** With a passphrase the keys to originals and names go along, wrapped by it; without one they stay on this computer. */
  'library.backup': call(z.object({ passphrase: z.string().min(8).max(200).nullable() }), Outgoing),
  /** `file` is a token of an offered file. The library as it was is kept beside the restored one. */
  'library.restore': call(z.object({ file: z.string(), passphrase: z.string().nullable() }), LibraryStatus),
  /** The teacher has read what happened and goes on with the library as it is. */
  'library.settle': call(Nothing, LibraryStatus),
  /** Destroys what was set aside, before its month is over. */
  'library.emptySetAside': call(Nothing, LibraryStatus),
  /** Announces a file that will be sent to `/incoming/<token>`. */
  'files.offer': call(z.object({ name: z.string().max(500), bytes: z.int().min(0) }), z.object({ token: z.string() })),
  'jobs.cancel': call(z.object({ job: Id }), Nothing),
} as const;
