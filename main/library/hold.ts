import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../core/kernel/refusal.ts';
import { troubleWords } from '../../core/words/trouble.ts';
import { libraryWords } from '../../core/words/library.ts';
import type { Db } from '../platform/database/connection.ts';
import { allowOnlyOwner } from '../platform/media/privateFolder.ts';
import { writeWhole } from '../platform/media/writeWhole.ts';

/** Who has a library open says so anew this often (ms). */
const BEAT_MS = 30_000;
/** Who has said nothing for so long is taken for gone (ms). */
const SILENT_MS = 100_000;
const NOTE = 'in-use.json';

const InUse = z.object({ computer: z.string(), program: z.uuid() });

/** A library in the hands of one program. */
export interface Hold {
  release(): void;
}

/**
 * Takes a library for this program, or refuses. A lock on a file beside the database is let go by the system when its program is gone; it doesn't reach
 * through every network share, and not at all through a folder that is synced, so a note says which computer has the library open, for as long as it is
 * renewed. That the file of the lock was deleted is found out by `requireAlone`.
 * @throws Refusal `locked`
 */
export function holdLibrary(folder: string): Hold {
  const lock = takeLock(join(folder, 'lock.db'));
  const note = join(folder, NOTE);
  try {
    const other = readNote(note);
    if (other !== null && other.computer !== hostname() && ageOf(folder, note) < SILENT_MS)
      throw new Refusal('locked', libraryWords.place.openOnAnotherComputer(other.computer));
  } catch (error) {
    lock.close();
    throw error;
  }
  const mine = { computer: hostname(), program: randomUUID() };
  const say = (): void => writeWhole(note, Buffer.from(JSON.stringify(mine)), 0o600);
  const beat = setInterval(() => tolerate(say), BEAT_MS).unref();
  say();
  return {
    release() {
      clearInterval(beat);
      if (readNote(note)?.program === mine.program) tolerate(() => rmSync(note, { force: true }));
      lock.close();
    },
  };
}

function takeLock(file: string): Db {
  const lock = new Database(file, { timeout: 0 });
  try {
    allowOnlyOwner(file);
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw new Refusal('locked', troubleWords.database.openElsewhere);
    throw error;
  }
}

function readNote(file: string): z.infer<typeof InUse> | null {
  try {
    return InUse.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** How long ago a file was written, by the clock of the disk that it lies on (ms): two computers' own clocks may differ. */
function ageOf(folder: string, file: string): number {
  const now = join(folder, 'clock');
  writeWhole(now, Buffer.from('now'), 0o600);
  const age = statSync(now).mtimeMs - statSync(file).mtimeMs;
  rmSync(now, { force: true });
  return age;
}

/** A note that can't be written now is written at the next beat. */
function tolerate(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
