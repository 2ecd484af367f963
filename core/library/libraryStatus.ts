import { z } from 'zod';

export const LibraryStatus = z.object({
  folder: z.string(),
  /** A sentence where the folder is one that a cloud service copies, else null. */
  warning: z.string().nullable(),
  /** The database was found damaged: nothing is written to it any more. */
  damaged: z.boolean(),
  /** What happened to the database outside of Stepwall, until it is said to be read. */
  mishap: z.object({ kind: z.enum(['older', 'log-missing']), lastOpenedOn: z.iso.date() }).nullable(),
  /** Pictures that the database does not know, kept sealed until this day (YYYY-MM-DD). */
  setAside: z.object({ pictures: z.int(), until: z.string().nullable() }),
  keysKeptIn: z.enum(['keychain', 'file']),
  walls: z.int(),
  papers: z.int(),
  pupils: z.int(),
  bytes: z.int(),
});

export type LibraryStatus = z.infer<typeof LibraryStatus>;
