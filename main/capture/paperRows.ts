import { z } from 'zod';
import type { Db } from '../platform/database/connection.ts';
import { now } from '../platform/database/rows.ts';

export const SampleRow = z.object({
  id: z.string(),
  task: z.string(),
  pupil: z.string().nullable(),
  number: z.int(),
  position: z.int(),
  text: z.string().nullable(),
  text_checked_at: z.string().nullable(),
  binned_at: z.string().nullable(),
  hand: z.enum(['plain', 'stand-in']),
  origin: z.enum(['not-asked', 'this-class', 'elsewhere']),
  consent: z.enum(['not-asked', 'yes', 'no']),
  second_look_at: z.string().nullable(),
});
export type SampleRow = z.infer<typeof SampleRow>;

const columns = 'id, task, pupil, number, position, text, text_checked_at, binned_at, hand, origin, consent, second_look_at';

/** A new paper at the end of its task; papers are numbered in the order they came and keep their number. */
export function insertSample(db: Db, id: string, task: string): void {
  db.prepare(
    `insert into sample (id, task, number, position, made_at)
     select ?, ?, coalesce(max(number), 0) + 1, coalesce(max(position), 0) + 1, ? from sample where task = ?`,
  ).run(id, task, now(), task);
}

export function findSample(db: Db, id: string): SampleRow | null {
  const row = db.prepare(`select ${columns} from sample where id = ?`).get(id);
  return row === undefined ? null : SampleRow.parse(row);
}

/** The papers of a task that are not in the bin, in their order. */
export function listSamples(db: Db, task: string): SampleRow[] {
  return z.array(SampleRow).parse(db.prepare(`select ${columns} from sample where task = ? and binned_at is null order by position`).all(task));
}

/** All papers of a task, those in the bin too. */
export function listAllSamples(db: Db, task: string): SampleRow[] {
  return z.array(SampleRow).parse(db.prepare(`select ${columns} from sample where task = ? order by position`).all(task));
}

export function setSamplePositions(db: Db, order: readonly string[]): void {
  const set = db.prepare('update sample set position = ? where id = ?');
  order.forEach((id, index) => set.run(index + 1, id));
}

export function setSamplePupil(db: Db, id: string, pupil: string | null): void {
  db.prepare('update sample set pupil = ? where id = ?').run(pupil, id);
}

export function setSampleHand(db: Db, id: string, hand: SampleRow['hand']): void {
  db.prepare('update sample set hand = ? where id = ?').run(hand, id);
}

export function setSampleSharing(db: Db, id: string, origin: SampleRow['origin'], consent: SampleRow['consent']): void {
  db.prepare('update sample set origin = ?, consent = ? where id = ?').run(origin, consent, id);
}

/** Another person looked as well; whatever changes the copy takes that away. */
export function setSecondLook(db: Db, id: string, looked: boolean): void {
  db.prepare('update sample set second_look_at = ? where id = ?').run(looked ? now() : null, id);
}

/** A changed text has to be looked at again. */
export function setSampleText(db: Db, id: string, text: string | null): void {
  db.prepare('update sample set text = ?, text_checked_at = null, second_look_at = null where id = ?').run(text, id);
}

export function setTextChecked(db: Db, id: string, checked: boolean): void {
  db.prepare('update sample set text_checked_at = ?, second_look_at = null where id = ?').run(checked ? now() : null, id);
}

export function setSampleBinned(db: Db, id: string, binned: boolean): void {
  db.prepare('update sample set binned_at = ? where id = ?').run(binned ? now() : null, id);
}

export function deleteSample(db: Db, id: string): void {
  db.prepare('delete from sample where id = ?').run(id);
}

export function countSamples(db: Db): number {
  return z.object({ n: z.int() }).parse(db.prepare('select count(*) as n from sample where binned_at is null').get()).n;
}
