import { z } from 'zod';
import type { Db } from '../platform/database/connection.ts';
import { NAMES_KEY } from './nameBook.ts';
import { takeUnusedMedia, takeUnusedSealed } from './sealRows.ts';

export interface Erasures {
  readonly media: readonly string[];
  readonly sealed: readonly string[];
  readonly keys: readonly string[];
  /** Whether copies of the whole library go, since they hold what was erased. */
  readonly copies: boolean;
}

/** Writes down, in one transaction with taking their rows away, which pictures nothing names any more. */
export function noteErasures(db: Db): void {
  db.transaction(() => {
    const note = db.prepare('insert or ignore into erasure (kind, id) values (?, ?)');
    takeUnusedMedia(db).forEach((id) => note.run('media', id));
    takeUnusedSealed(db).forEach((id) => note.run('sealed', id));
  })();
}

/** Writes down that no copy of the whole library may stay. Triggers do so where rows with a child's words go. */
function noteCopies(db: Db): void {
  db.prepare("insert or ignore into erasure (kind, id) values ('copies', '')").run();
}

/** Writes down that the book of names goes, with its key and every copy of it: who is killed in the middle goes on with it. */
export function noteNames(db: Db): void {
  db.transaction(() => {
    noteCopies(db);
    db.prepare("insert or ignore into erasure (kind, id) values ('key', ?)").run(NAMES_KEY);
  })();
}

/** What was noted and is still to be destroyed; a copy that was made anew with the same bytes is not, nor a key that is in use. */
export function listErasures(db: Db): Erasures {
  const ids = (kind: string, unless: string): string[] =>
    z.array(z.string()).parse(db.prepare(`select id from erasure where kind = ? and id not in (${unless})`).pluck().all(kind));
  return {
    media: ids('media', 'select id from media'),
    sealed: ids('sealed', 'select id from sealed'),
    keys: ids('key', 'select id from seal_key where destroyed_at is null'),
    copies: db.prepare("select 1 from erasure where kind = 'copies'").get() !== undefined,
  };
}

export function forgetErasures(db: Db): void {
  db.prepare('delete from erasure').run();
}
