import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import { isLogWhole } from '../platform/database/logIsWhole.ts';
import { writeWhole } from '../platform/media/writeWhole.ts';
import { peekIdentity, type Identity } from './identity.ts';

/** Something that happened to a library's database outside of Stepwall; told until the teacher has read it. */
export const Mishap = z.object({
  kind: z.enum(['older', 'log-missing', 'log-damaged']),
  /** The day on which the library was last opened with what is missing now. */
  lastOpenedOn: z.iso.date(),
  /** The stamp of the database whose place this one took. */
  missing: z.string(),
});
export type Mishap = z.infer<typeof Mishap>;

/** Which library a folder holds, said a second time outside of its database. */
export const LibraryMark = z.object({
  format: z.literal('stepwall-library'),
  library: z.uuid(),
  /** The database's own stamp at its last opening. */
  stamp: z.string(),
  openedOn: z.iso.date(),
  /** Whether everything had gone from the log into the database when it was last closed. */
  closed: z.boolean(),
  mishap: Mishap.nullable(),
  /** When the last backup of it was made and read back. */
  backedUpAt: z.iso.datetime().nullable().default(null),
  /** When the teacher wanted to hear of backups later. */
  remindedOn: z.iso.date().nullable().default(null),
});
export type LibraryMark = z.infer<typeof LibraryMark>;

const MARK = 'library.json';

export const keepMark = (folder: string, mark: LibraryMark): void => writeWhole(join(folder, MARK), Buffer.from(`${JSON.stringify(mark)}\n`), 0o600);

/** Null where there is none, or none that can be read: then the database alone says which library it is. */
export function readMark(folder: string): LibraryMark | null {
  try {
    return LibraryMark.parse(JSON.parse(readFileSync(join(folder, MARK), 'utf8')));
  } catch {
    return null;
  }
}

/**
 * Looks at what lies in a library's folder before anything is written there.
 * @returns what happened to its database since it was last open here, or null
 * @throws Refusal `unreadable` where the database is missing, `conflict` where it is another library's
 */
export function examine(folder: string, file: string, mark: LibraryMark | null): Mishap | null {
  if (!existsSync(file) || statSync(file).size === 0) {
    if (mark !== null || holdsPictures(folder)) throw databaseMissing(file);
    return null;
  }
  // Looking into the database may make a log, and makes the index of one anew.
  const hasLog = existsSync(`${file}-wal`);
  const hasWholeLog = isLogWhole(file);
  const found = peekIdentity(file);
  if (mark === null || found === null) return null;
  if (found.id !== mark.library) throw anotherLibrary(file);
  const mishap = (kind: Mishap['kind']): Mishap => ({ kind, lastOpenedOn: mark.openedOn, missing: mark.stamp });
  // The newer database is back in its place.
  if (mark.mishap?.kind === 'older' && mark.mishap.missing === found.stamp) return null;
  if (!mark.closed && !hasWholeLog) return mishap('log-damaged');
  if (!isStampOf(mark.stamp, found)) return mishap('older');
  return mark.closed || hasLog ? mark.mishap : mishap('log-missing');
}

/** A program that was killed between the two writes of an opening left the mark one stamp behind. */
const isStampOf = (stamp: string, { stamp: last, before }: Identity): boolean => stamp === last || stamp === before;

const holdsPictures = (folder: string): boolean =>
  ['media', 'sealed', 'set-aside'].some((name) => {
    const inner = join(folder, name);
    return existsSync(inner) && readdirSync(inner, { recursive: true, withFileTypes: true }).some((entry) => entry.isFile());
  });

const databaseMissing = (file: string): Refusal => new Refusal('unreadable', libraryWords.mark.databaseMissing(file));

const anotherLibrary = (file: string): Refusal => new Refusal('conflict', libraryWords.mark.anotherLibrary(file));
