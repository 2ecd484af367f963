import type Database from 'better-sqlite3';
import { z } from 'zod';

export type Db = Database.Database;

const Checkpointed = z.tuple([z.object({ busy: z.int() })]);

/** Empties the write-ahead log into the database, so that nothing deleted lingers in it. @returns whether it is empty now */
export function checkpoint(db: Db): boolean {
  const [{ busy }] = Checkpointed.parse(db.pragma('wal_checkpoint(TRUNCATE)'));
  return busy === 0;
}
