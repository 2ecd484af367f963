import { z } from 'zod';
import { editBetween, TextEdit } from '../../core/capture/textEdit.ts';
import { Id } from '../../core/kernel/id.ts';
import { captureWords } from '../../core/words/capture.ts';
import type { Db } from '../platform/database/connection.ts';
import { allWhole, json, now, readable, whole, type RowCheck } from '../platform/database/rows.ts';

export const PaperRow = z.object({
  id: Id,
  task: z.string(),
  pupil: Id.nullable(),
  /** The pupil's code. */
  code: z.string().nullable(),
  number: z.int(),
  position: z.int(),
  text: z.string().nullable(),
  text_checked_at: z.string().nullable(),
  text_edits: json(z.array(TextEdit)),
  binned_at: z.string().nullable(),
  hand: z.enum(['plain', 'stand-in']),
  origin: z.enum(['not-asked', 'this-class', 'elsewhere']),
  consent: z.enum(['not-asked', 'yes', 'no']),
  second_look_at: z.string().nullable(),
});
export type PaperRow = z.infer<typeof PaperRow>;

export const paperChecks: readonly RowCheck[] = [
  {
    table: 'paper',
    columns: 'id, task, pupil, null as code, number, position, text, text_checked_at, text_edits, binned_at, hand, origin, consent, second_look_at',
    shape: PaperRow,
    name: ({ number }) => captureWords.unreadable.paper(number),
  },
];

const select = `
  select paper.id, task, pupil, pupil.code, number, position, text, text_checked_at, text_edits, binned_at, hand, origin, consent, second_look_at
  from paper left join pupil on pupil.id = paper.pupil`;

/** A new paper at the end of its task; papers are numbered in the order they came and keep their number. */
export function insertPaper(db: Db, id: string, task: string): void {
  db.prepare(
    `insert into paper (id, task, number, position, made_at)
     select ?, ?, coalesce(max(number), 0) + 1, coalesce(max(position), 0) + 1, ? from paper where task = ?`,
  ).run(id, task, now(), task);
}

export function findPaperRow(db: Db, id: string): PaperRow | null {
  const row = db.prepare(`${select} where paper.id = ?`).get(id);
  return row === undefined ? null : whole(PaperRow, row);
}

/** The papers of a task that are not in the bin, in their order. */
export function listPapers(db: Db, task: string): PaperRow[] {
  return readable(PaperRow, db.prepare(`${select} where task = ? and binned_at is null order by position`).all(task));
}

/** All papers of a task, those in the bin too. */
export function listAllPapers(db: Db, task: string): PaperRow[] {
  return allWhole(PaperRow, db.prepare(`${select} where task = ? order by position`).all(task));
}

export function setPaperPositions(db: Db, order: readonly string[]): void {
  const set = db.prepare('update paper set position = ? where id = ?');
  order.forEach((id, index) => set.run(index + 1, id));
}

export function setPaperPupil(db: Db, id: string, pupil: string | null): void {
  db.prepare('update paper set pupil = ? where id = ?').run(pupil, id);
}

export function setPaperHand(db: Db, id: string, hand: PaperRow['hand']): void {
  db.prepare('update paper set hand = ? where id = ?').run(hand, id);
}

export function setPaperSharing(db: Db, id: string, origin: PaperRow['origin'], consent: PaperRow['consent']): void {
  db.prepare('update paper set origin = ?, consent = ? where id = ?').run(origin, consent, id);
}

/** Another person looked as well; whatever changes the copy takes that away. */
export function setSecondLook(db: Db, id: string, looked: boolean): void {
  db.prepare('update paper set second_look_at = ? where id = ?').run(looked ? now() : null, id);
}

/** A changed text has to be looked at again. Where it was changed is kept, so that marks on its words move along. */
export function setPaperText(db: Db, id: string, text: string | null): void {
  const before = findPaperRow(db, id);
  const edit = editBetween(before?.text ?? '', text ?? '');
  const edits = [...(before?.text_edits ?? []), ...(edit === null ? [] : [edit])];
  db.prepare('update paper set text = ?, text_edits = ?, text_checked_at = null, second_look_at = null where id = ?').run(text, JSON.stringify(edits), id);
}

export function setTextChecked(db: Db, id: string, checked: boolean): void {
  db.prepare('update paper set text_checked_at = ?, second_look_at = null where id = ?').run(checked ? now() : null, id);
}

export function setPaperBinned(db: Db, id: string, binned: boolean): void {
  db.prepare('update paper set binned_at = ? where id = ?').run(binned ? now() : null, id);
}

export function deletePaper(db: Db, id: string): void {
  db.prepare('delete from paper where id = ?').run(id);
}
