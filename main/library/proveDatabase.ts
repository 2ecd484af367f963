import Database from 'better-sqlite3';
import { z } from 'zod';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import { forgetErasures, noteErasures } from './erasures.ts';
import { asTrouble } from '../platform/asTrouble.ts';
import type { Db } from '../platform/database/connection.ts';
import { ourMigrations, requireOurs } from '../platform/database/migrate.ts';
import { openDatabase } from '../platform/database/open.ts';
import { hasOurSchema } from '../platform/database/ourSchema.ts';

/** Reads everything that a screen may show, a bit at a time, and throws where something can't be read. The areas know how. */
export type ReadThrough = (db: Db) => Iterable<void>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Ids that become file names, or name what becomes one. */
const IDS = [
  ['media', /^[0-9a-f]{64}$/],
  ['sealed', UUID],
  ['seal_key', UUID],
  ['task', UUID],
  ['paper', UUID],
  ['page', UUID],
  ['pupil', UUID],
  ['chart', UUID],
] as const;

/**
 * Looks at every part of a library's database before it is believed, and brings it up to date. What it wants destroyed is forgotten: it was said
 * of another time, or by somebody else.
 * @throws Refusal `unreadable` where a part is damaged or not ours, `conflict` for one of a newer Stepwall
 */
export function* proveDatabase(file: string, library: string, readThrough: ReadThrough): Generator<void> {
  let db: Db | null = null;
  try {
    requireUntouched(file);
    yield;
    db = openDatabase(file, ourMigrations());
    const ids = z.array(z.string()).parse(db.prepare('select id from library').pluck().all());
    if (ids.length !== 1 || ids[0] !== library) throw unreadable(libraryWords.part.identity);
    for (const [table, form] of IDS)
      for (const id of db.prepare(`select id from ${table}`).pluck().iterate()) if (typeof id !== 'string' || !form.test(id)) throw unreadable(table);
    yield;
    yield* readThrough(db);
    noteErasures(db);
    forgetErasures(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    const known = asTrouble(error, file);
    if (known instanceof Refusal) throw known;
    throw unreadable(error instanceof UnreadablePart ? error.what : libraryWords.part.some);
  } finally {
    db?.close();
  }
}

/** Something could not be read; `what` says which part, for a person. */
export class UnreadablePart extends Error {
  readonly what: string;

  constructor(what: string, cause: unknown) {
    super(what, { cause });
    this.what = what;
  }
}

/** For reading only, before any statement of the database itself could run. */
function requireUntouched(file: string): void {
  const db = new Database(file, { readonly: true });
  try {
    requireOurs(db, ourMigrations());
    if (!hasOurSchema(db, ourMigrations())) throw unreadable(libraryWords.part.tables);
    const said = z.array(z.object({ integrity_check: z.string() })).parse(db.pragma('integrity_check(1)'));
    if (said.some(({ integrity_check: one }) => one !== 'ok')) throw unreadable(libraryWords.part.database);
    if (z.array(z.unknown()).parse(db.pragma('foreign_key_check')).length > 0) throw unreadable(libraryWords.part.strays);
  } finally {
    db.close();
  }
}

const unreadable = (what: string): Refusal => new Refusal('unreadable', libraryWords.backup.unreadablePart(what));
