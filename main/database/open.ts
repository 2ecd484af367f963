import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { Refusal } from '../../core/api/call.ts';
import { migrate, type Migration } from './migrate.ts';

export type Db = Database.Database;

/**
 * Opens (or makes) a library's database and brings it up to date.
 * @throws Refusal `conflict` for a database from a newer Stepwall or with other migrations than ours (it is left untouched), `unreadable` for a file that is no whole database.
 */
export function openDatabase(file: string, migrations: readonly Migration[]): Db {
  const isNew = !existsSync(file);
  const db = connect(file);
  try {
    migrate(db, file, migrations, isNew);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('secure_delete = ON');
    db.pragma('busy_timeout = 2000');
    return db;
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && (error.code === 'SQLITE_NOTADB' || error.code === 'SQLITE_CORRUPT')) throw damaged(file);
    throw error;
  }
}

function connect(file: string): Db {
  try {
    return new Database(file);
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new Refusal('disk', `The library's database could not be opened: ${file}`, 'Check that the disk is there and that you may write to the folder.');
    throw error;
  }
}

function damaged(file: string): Refusal {
  return new Refusal('unreadable', `The library's database is damaged: ${file}`, 'Nothing was changed. Restore your newest backup, or the copy beside it whose name ends in “.before”.');
}

/** Empties the write-ahead log into the database, so that nothing deleted lingers in it. */
export function checkpoint(db: Db): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
}
