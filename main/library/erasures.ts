import { z } from 'zod';
import type { Db } from '../platform/database/connection.ts';
import { takeUnusedMedia, takeUnusedSealed } from './sealRows.ts';

export interface Erasures {
  readonly media: readonly string[];
  readonly sealed: readonly string[];
}

/** Writes down, in one transaction with taking their rows away, which pictures nothing names any more. */
export function noteErasures(db: Db): void {
  db.transaction(() => {
    const note = db.prepare('insert or ignore into erasure (kind, id) values (?, ?)');
    takeUnusedMedia(db).forEach((id) => note.run('media', id));
    takeUnusedSealed(db).forEach((id) => note.run('sealed', id));
  })();
}

/** What was noted and is still to be destroyed; a copy that was made anew with the same bytes is not. */
export function listErasures(db: Db): Erasures {
  const ids = (kind: keyof Erasures): string[] =>
    z
      .array(z.object({ id: z.string() }))
      .parse(db.prepare(`select id from erasure where kind = ? and id not in (select id from ${kind})`).all(kind))
      .map(({ id }) => id);
  return { media: ids('media'), sealed: ids('sealed') };
}

export function forgetErasures(db: Db): void {
  db.prepare('delete from erasure').run();
}
