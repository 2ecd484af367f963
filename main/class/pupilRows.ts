import { z } from 'zod';
import { Pupil } from '../../core/class/pupil.ts';
import { classWords } from '../../core/words/class.ts';
import type { Db } from '../platform/database/connection.ts';
import { now, readable, whole, type RowCheck } from '../platform/database/rows.ts';

const PupilRow = Pupil.omit({ name: true });
export type PupilRow = z.infer<typeof PupilRow>;

export const pupilChecks: readonly RowCheck[] = [
  { table: 'pupil', columns: 'id, code, space, year', shape: PupilRow, name: ({ code }) => classWords.unreadable(code) },
];

export function listPupils(db: Db): PupilRow[] {
  return readable(PupilRow, db.prepare('select id, code, space, year from pupil where retired_at is null order by made_at, rowid').all());
}

/** A pupil of the class; null where there is none or the pupil has left. */
export function findPupil(db: Db, id: string): PupilRow | null {
  const row = db.prepare('select id, code, space, year from pupil where id = ? and retired_at is null').get(id);
  return row === undefined ? null : whole(PupilRow, row);
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

export function setPupilPlace(db: Db, id: string, space: string, year: number | null): void {
  db.prepare('update pupil set space = ?, year = ? where id = ?').run(space, year, id);
}

/** The pupil leaves: papers stay without a pupil; goals, conferences, kete and placements go. */
export function retirePupil(db: Db, id: string): void {
  db.prepare('update paper set pupil = null where pupil = ?').run(id);
  db.prepare('update pupil set retired_at = ? where id = ?').run(now(), id);
  for (const table of ['goal_entry', 'standing', 'active_goal', 'kete', 'placement', 'teaching_group_member', 'goal_printed', 'answer_sheet'])
    db.prepare(`delete from ${table} where pupil = ?`).run(id);
}
