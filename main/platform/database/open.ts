import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { asTrouble } from '../asTrouble.ts';
import type { Db } from './connection.ts';
import { prepareOnce } from './statements.ts';
import { requireAlone } from './requireAlone.ts';
import { migrate, requireOurs, type Migration } from './migrate.ts';

/**
 * Opens (or makes) a library's database and brings it up to date.
 * @throws Refusal `conflict` for a database from a newer Stepwall or with other migrations than ours (it is left untouched), `locked` where another program has it open, `unreadable` for a file that is no whole database.
 */
export function openDatabase(file: string, migrations: readonly Migration[]): Db {
  const isNew = !existsSync(file);
  try {
    if (!isNew) {
      lookInto(file, migrations);
      requireAlone(file);
    }
    return openForWriting(file, migrations, isNew);
  } catch (error) {
    throw asTrouble(error, file);
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
    migrate(db, file, migrations, isNew);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('secure_delete = ON');
    db.pragma('busy_timeout = 2000');
    prepareOnce(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

const connect = (file: string, readonly: boolean): Db => new Database(file, { readonly });
