import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { Refusal } from '../../../core/kernel/refusal.ts';
import { troubleWords } from '../../../core/words/trouble.ts';
import type { Db } from './connection.ts';
import { allowOnlyOwner } from '../media/privateFolder.ts';
import { prepareOnce } from './statements.ts';
import { migrate, requireOurs, type Migration } from './migrate.ts';

/**
 * Opens (or makes) a library's database and brings it up to date.
 * @throws Refusal `conflict` for a database from a newer Stepwall or with other migrations than ours (it is left untouched), `unreadable` for a file that is no whole database.
 */
export function openDatabase(file: string, migrations: readonly Migration[]): Db {
  const isNew = !existsSync(file);
  try {
    if (!isNew) lookInto(file, migrations);
    return openForWriting(file, migrations, isNew);
  } catch (error) {
    throw asDamage(error, file);
  }
}

/** For reading only, so that a database that is not ours keeps every byte, and a log that its program left behind stays unwritten. */
function lookInto(file: string, migrations: readonly Migration[]): void {
  const db = connect(file, true);
  try {
    requireOurs(db, migrations);
  } finally {
    db.close();
  }
}

function openForWriting(file: string, migrations: readonly Migration[], isNew: boolean): Db {
  const db = connect(file, false);
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

function connect(file: string, readonly: boolean): Db {
  try {
    return new Database(file, { readonly });
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new Refusal('disk', troubleWords.database.notOpened(file));
    throw error;
  }
}

/** What SQLite says of a broken file, in words for a teacher; any other failure as it is. */
export function asDamage(error: unknown, file: string): unknown {
  return error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code) ? damaged(file) : error;
}

function damaged(file: string): Refusal {
  return new Refusal('unreadable', troubleWords.database.damaged(file));
}
