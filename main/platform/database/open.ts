import Database from 'better-sqlite3';
import { existsSync, statSync } from 'node:fs';
import { Refusal } from '../../../core/kernel/refusal.ts';
import { troubleWords } from '../../../core/words/trouble.ts';
import { asTrouble } from '../asTrouble.ts';
import type { Db } from './connection.ts';
import { allowOnlyOwner } from '../media/privateFolder.ts';
import { soundnessOf } from './soundness.ts';
import { prepareOnce } from './statements.ts';
import { requireAlone } from './requireAlone.ts';
import { isUpToDate, migrate, requireOurs, type Migration } from './migrate.ts';

/** A database up to this size is looked over before anything is written to it; of a larger one it is asked in the background (bytes). */
export const LOOKED_OVER_AT_ONCE = 24 * 1024 * 1024;

/**
 * Opens (or makes) a library's database and brings it up to date. One that is found damaged is opened for reading only, so that what is whole in it can still be seen.
 * @param onLogEmptied called when all that was in its log is in the database, before the log goes
 * @throws Refusal `conflict` for a database from a newer Stepwall or with other migrations than ours (it is left untouched), `locked` where another program has it open, `unreadable` for a file that is no whole database.
 */
export function openDatabase(file: string, migrations: readonly Migration[], onLogEmptied: () => void = () => undefined): Db {
  const isNew = !existsSync(file);
  try {
    if (isNew) return openForWriting(file, migrations, isNew);
    const damaged = lookInto(file, migrations);
    if (damaged !== null) return damaged;
    requireAlone(file, onLogEmptied);
    return openForWriting(file, migrations, isNew);
  } catch (error) {
    throw asTrouble(error, file);
  }
}

/**
 * Takes back what a program was killed in the middle of before its database had a write-ahead log: one that is opened for reading only could not be read.
 * It is the database's own journal; SQLite leaves it alone while its program lives.
 */
export function takeBackHalfDone(file: string): void {
  const journal = statSync(`${file}-journal`, { throwIfNoEntry: false });
  if (journal === undefined || journal.size === 0 || !existsSync(file)) return;
  const db = new Database(file);
  try {
    db.prepare('select count(*) from sqlite_schema').get();
  } catch (error) {
    throw asTrouble(error, file);
  } finally {
    db.close();
  }
}

/**
 * For reading only, so that a database that is not ours keeps every byte, and a log that its program left behind stays unwritten.
 * @returns the database, open for reading, where it is damaged; else null
 */
function lookInto(file: string, migrations: readonly Migration[]): Db | null {
  const db = new Database(file, { readonly: true });
  let keep = false;
  try {
    requireOurs(db, migrations);
    if (statSync(file).size > LOOKED_OVER_AT_ONCE || soundnessOf(db, false).length === 0) return null;
    if (!isUpToDate(db, migrations)) throw new Refusal('unreadable', troubleWords.database.damaged(file));
    prepareOnce(db);
    keep = true;
    return db;
  } finally {
    if (!keep) db.close();
  }
}

function openForWriting(file: string, migrations: readonly Migration[], isNew: boolean): Db {
  const db = new Database(file);
  try {
    // Its log takes the same mode.
    allowOnlyOwner(file);
    migrate(db, file, migrations, isNew);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('secure_delete = ON');
    // What is sorted or rewritten never lies in a temporary file.
    db.pragma('temp_store = MEMORY');
    db.pragma('busy_timeout = 2000');
    prepareOnce(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
