import { z } from 'zod';
import { Outgoing } from '../kernel/outgoing.ts';

export const LibraryStatus = z.object({
  folder: z.string(),
  /** A sentence where the folder is one that a cloud service copies, else null. */
  warning: z.string().nullable(),
  /** Where it could be moved to with one click; null where its folder is safe, or none is known that is. */
  safePlace: z.string().nullable(),
  /** The folder that it was moved out of and that could not be emptied yet, else null. */
  leftBehind: z.string().nullable(),
  /** The database was found damaged: nothing is written to it any more. */
  damaged: z.boolean(),
  /** What happened to the database outside of Stepwall, until it is said to be read. */
  mishap: z.object({ kind: z.enum(['older', 'log-missing', 'log-damaged']), lastOpenedOn: z.iso.date() }).nullable(),
  /** Pictures that the database does not know, kept sealed until this day (YYYY-MM-DD). */
  setAside: z.object({ pictures: z.int(), until: z.string().nullable() }),
  /** Libraries that lie beside this one since a backup was brought back, until this day at most (YYYY-MM-DD). */
  kept: z.object({ libraries: z.int(), until: z.string().nullable() }),
  /** The day of the last backup, null where there is none that is known of; due when it is weeks old and something changed since. */
  backup: z.object({ madeOn: z.iso.date().nullable(), isDue: z.boolean() }),
  keysKeptIn: z.enum(['keychain', 'file']),
  walls: z.int(),
  papers: z.int(),
  pupils: z.int(),
  bytes: z.int(),
});

export type LibraryStatus = z.infer<typeof LibraryStatus>;

/** A backup that waits to be saved; pictures that are missing in the library itself were left out. */
export const BackupMade = z.object({ file: Outgoing, leftOut: z.int() });

export type BackupMade = z.infer<typeof BackupMade>;
