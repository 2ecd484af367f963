import { z } from 'zod';
import type { Db } from '../platform/database/connection.ts';
import { deletePage } from './pageRows.ts';

const WholeRow = z.object({
  id: z.string(),
  picture: z.string(),
  proxy: z.string(),
  width: z.int(),
  height: z.int(),
  dpi: z.number().nullable(),
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  page: z.string().nullable(),
});
export type WholeRow = z.infer<typeof WholeRow>;

const columns = 'whole_picture.id, picture, proxy, width, height, dpi, turn, whole_picture.page';

export function insertWhole(db: Db, whole: Omit<WholeRow, 'page'>): void {
  db.prepare('insert into whole_picture (id, picture, proxy, width, height, dpi, turn) values (?, ?, ?, ?, ?, ?, ?)').run(
    whole.id,
    whole.picture,
    whole.proxy,
    whole.width,
    whole.height,
    whole.dpi,
    whole.turn,
  );
}

/** Puts a page behind the slips of a picture that are there. */
export function insertSlip(db: Db, page: string, whole: string): void {
  db.prepare('insert into slip (page, whole, position) select ?, ?, coalesce(max(position), 0) + 1 from slip where whole = ?').run(page, whole, whole);
}

/** The picture that a page was cut out of, or null. */
export function wholeOfSlip(db: Db, page: string): WholeRow | null {
  const row = db.prepare(`select ${columns} from whole_picture join slip on slip.whole = whole_picture.id where slip.page = ?`).get(page);
  return row === undefined ? null : WholeRow.parse(row);
}

/** The picture that a page is the whole of, or null. */
export function wholeOfPage(db: Db, page: string): WholeRow | null {
  const row = db.prepare(`select ${columns} from whole_picture where page = ?`).get(page);
  return row === undefined ? null : WholeRow.parse(row);
}

/** The pages cut out of a picture, in reading order, and the papers they lay in before it became one page. */
export function listSlips(db: Db, whole: string): { page: string; home: string | null }[] {
  return z
    .array(z.object({ page: z.string(), home: z.string().nullable() }))
    .parse(db.prepare('select page, home from slip where whole = ? order by position').all(whole));
}

export function setWholePage(db: Db, whole: string, page: string | null): void {
  db.prepare('update whole_picture set page = ? where id = ?').run(page, whole);
}

export function setSlipHome(db: Db, page: string, home: string): void {
  db.prepare('update slip set home = ? where page = ?').run(home, page);
}

/** Destroys a page with whatever shows the same: a slip's whole picture, and a whole picture's slips. */
export function erasePage(db: Db, page: string): void {
  const slipOf = wholeOfSlip(db, page);
  const wholeOf = wholeOfPage(db, page);
  const slips = wholeOf === null ? [] : listSlips(db, wholeOf.id).map((slip) => slip.page);
  for (const whole of [slipOf, wholeOf]) if (whole !== null) db.prepare('delete from whole_picture where id = ?').run(whole.id);
  for (const one of [page, slipOf?.page ?? null, ...slips]) if (one !== null) deletePage(db, one);
}
