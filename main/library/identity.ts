import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import { troubleWords } from '../../core/words/trouble.ts';
import type { Db } from '../platform/database/connection.ts';
import { now } from '../platform/database/rows.ts';

export interface Identity {
  readonly id: string;
  /** Renewed at every opening; empty where the library was made before there were stamps. */
  readonly stamp: string;
  readonly before: string;
}

const Row = z.object({ id: z.uuid(), stamp: z.string().default(''), stamp_before: z.string().default('') });

/** What a database says of itself, without changing a byte of it; null where it says nothing (yet), or can't be read. */
export function peekIdentity(file: string): Identity | null {
  let db: Db | null = null;
  try {
    db = new Database(file, { readonly: true });
    const { id, stamp, stamp_before: before } = Row.parse(db.prepare('select * from library').get());
    return { id, stamp, before };
  } catch {
    // Opening it says what is wrong with it.
    return null;
  } finally {
    db?.close();
  }
}

/** The same of a database that is only read. @throws Refusal `unreadable` */
export function requireIdentity(file: string): Identity {
  const identity = peekIdentity(file);
  if (identity === null) throw new Refusal('unreadable', troubleWords.database.damaged(file));
  return identity;
}

/** The stamp of its last opening; empty where it has none. */
export const lastStamp = (db: Db): string => z.string().catch('').parse(db.prepare('select stamp from library').pluck().get());

/** Which library this is, made with the first opening, and the stamp of this opening. Its id names a file outside of its folder: what is no id is refused. @throws Refusal `unreadable` */
export function stampOpening(db: Db): { id: string; stamp: string } {
  db.prepare('insert into library (id, made_at) select ?, ? where not exists (select 1 from library)').run(randomUUID(), now());
  const row = db.prepare('update library set stamp_before = stamp, stamp = ? returning id, stamp').get(randomUUID());
  const { data } = z.object({ id: z.uuid(), stamp: z.string() }).safeParse(row);
  if (data === undefined) throw new Refusal('unreadable', libraryWords.mark.noIdentity);
  return data;
}
