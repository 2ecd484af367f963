import type Database from 'better-sqlite3';

export type Db = Database.Database;

/** Empties the write-ahead log into the database, so that nothing deleted lingers in it. */
export function checkpoint(db: Db): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
}
