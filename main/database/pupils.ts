import { z } from 'zod';
import type { Db } from './open.ts';
import { now } from './rows.ts';

const PupilRow = z.object({ id: z.string(), code: z.string() });
export type PupilRow = z.infer<typeof PupilRow>;

export function listPupils(db: Db): PupilRow[] {
  return z.array(PupilRow).parse(db.prepare('select id, code from pupil where retired_at is null order by made_at, rowid').all());
}

/** Codes ever given, those of pupils who left too: a code is never used twice. */
export function allCodes(db: Db): string[] {
  return z
    .array(z.object({ code: z.string() }))
    .parse(db.prepare('select code from pupil').all())
    .map(({ code }) => code);
}

export function insertPupil(db: Db, id: string, code: string): void {
  db.prepare('insert into pupil (id, code, made_at) values (?, ?, ?)').run(id, code, now());
}

export function retirePupil(db: Db, id: string): void {
  db.prepare('update sample set pupil = null where pupil = ?').run(id);
  db.prepare('update pupil set retired_at = ? where id = ?').run(now(), id);
}

export function codeOf(db: Db, id: string): string | null {
  const row = db.prepare('select code from pupil where id = ?').get(id);
  return row === undefined ? null : z.object({ code: z.string() }).parse(row).code;
}
