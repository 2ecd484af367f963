import Database from 'better-sqlite3';
import { Refusal } from '../../../core/kernel/refusal.ts';
import { troubleWords } from '../../../core/words/trouble.ts';
import { checkpoint } from './connection.ts';

/** A program that is just closing lets go of the database within this time (ms). */
const PATIENCE_MS = 1500;

/**
 * Refuses where anyone else has the database open, idle or not: who has a database with a write-ahead log open holds a lock on it, which one that asks
 * to have it alone can't get past (https://www.sqlite.org/pragma.html#pragma_locking_mode). What is in the log goes into the database.
 * @throws Refusal `locked`
 */
export function requireAlone(file: string, onLogEmptied: () => void): void {
  const db = new Database(file, { timeout: PATIENCE_MS });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.prepare('select count(*) from sqlite_schema').get();
    if (checkpoint(db)) onLogEmptied();
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw new Refusal('locked', troubleWords.database.openElsewhere);
    throw error;
  } finally {
    db.close();
  }
}
