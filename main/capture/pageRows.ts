import { z } from 'zod';
import { Cleaning, Proposal } from '../../core/capture/cleaning.ts';
import { captureWords } from '../../core/words/capture.ts';
import type { Db } from '../platform/database/connection.ts';
import { allWhole, json, now, readable, whole, type RowCheck } from '../platform/database/rows.ts';

export const PageRow = z.object({
  id: z.string(),
  paper: z.string(),
  position: z.int(),
  picture: z.string(),
  proxy: z.string(),
  key: z.string(),
  width: z.int(),
  height: z.int(),
  dpi: z.number().nullable(),
  proposal: json(Proposal),
  settings: json(Cleaning),
  decided_at: z.string().nullable(),
  look: z.string(),
  clean_copy: z.string().nullable(),
  clean_proxy: z.string().nullable(),
  clean_width: z.int().nullable(),
  clean_height: z.int().nullable(),
  media: z.string().nullable(),
  width_mm: z.number().nullable(),
  height_mm: z.number().nullable(),
  is_slip: z.literal([0, 1]),
});
export type PageRow = z.infer<typeof PageRow>;

export const pageChecks: readonly RowCheck[] = [
  { table: 'page', columns: 'id, proposal', shape: PageRow.pick({ proposal: true }), name: ({ id }) => captureWords.unreadable.page(id) },
  { table: 'cleaning', columns: 'page, settings', shape: PageRow.pick({ settings: true }), name: ({ page }) => captureWords.unreadable.cleaning(page) },
];

const select = `
  select page.id, page.paper, page.position, page.picture, page.proxy, sealed.key, page.width, page.height, page.dpi, page.proposal,
         cleaning.settings, cleaning.decided_at, cleaning.look,
         cleaning.copy as clean_copy, cleaning.proxy as clean_proxy, cleaning.width as clean_width, cleaning.height as clean_height,
         copy.media, copy.width_mm, copy.height_mm, exists (select 1 from slip where slip.page = page.id) as is_slip
  from page join sealed on sealed.id = page.picture join cleaning on cleaning.page = page.id left join copy on copy.page = page.id`;

export interface NewPage {
  readonly id: string;
  readonly paper: string;
  readonly picture: string;
  readonly proxy: string;
  readonly width: number;
  readonly height: number;
  readonly dpi: number | null;
  readonly proposal: Proposal;
  readonly cleaning: Cleaning;
  readonly look: string;
}

/** Puts a page behind the others of its paper. */
export function insertPage(db: Db, page: NewPage): void {
  db.prepare(
    `insert into page (id, paper, position, picture, proxy, width, height, dpi, proposal, made_at)
     select ?, ?, coalesce(max(position), 0) + 1, ?, ?, ?, ?, ?, ?, ? from page where paper = ?`,
  ).run(page.id, page.paper, page.picture, page.proxy, page.width, page.height, page.dpi, JSON.stringify(page.proposal), now(), page.paper);
  db.prepare('insert into cleaning (page, settings, look) values (?, ?, ?)').run(page.id, JSON.stringify(page.cleaning), page.look);
}

export function findPage(db: Db, id: string): PageRow | null {
  const row = db.prepare(`${select} where page.id = ?`).get(id);
  return row === undefined ? null : whole(PageRow, row);
}

export function listPages(db: Db, paper: string): PageRow[] {
  return allWhole(PageRow, db.prepare(`${select} where page.paper = ? order by page.position`).all(paper));
}

/** The pages of a paper, whatever is to be read of them. */
export function listPageIds(db: Db, paper: string): string[] {
  return z
    .array(z.object({ id: z.string() }))
    .parse(db.prepare('select id from page where paper = ? order by position').all(paper))
    .map(({ id }) => id);
}

/** The pages of a task's papers that are not in the bin, by paper, each paper's in their order; one that can't be read is left out. */
export function pagesByPaper(db: Db, task: string): ReadonlyMap<string, readonly PageRow[]> {
  const rows = readable(
    PageRow,
    db.prepare(`${select} join paper on paper.id = page.paper where paper.task = ? and paper.binned_at is null order by page.position`).all(task),
  );
  return Map.groupBy(rows, ({ paper }) => paper);
}

/** Moves pages, in this order, behind those that the paper has. */
export function movePages(db: Db, pages: readonly string[], paper: string): void {
  const last = z.object({ last: z.int() }).parse(db.prepare('select coalesce(max(position), 0) as last from page where paper = ?').get(paper)).last;
  const move = db.prepare('update page set paper = ?, position = ? where id = ?');
  pages.forEach((page, index) => move.run(paper, last + index + 1, page));
}

/** Keeps what is told of a page later than the rest, and what follows from it; a copy that there is has to be made anew. */
export function setTold(db: Db, page: string, proposal: Proposal, settings: Cleaning): void {
  db.prepare('update page set proposal = ? where id = ?').run(JSON.stringify(proposal), page);
  db.prepare('update cleaning set settings = ? where page = ?').run(JSON.stringify(settings), page);
}

export interface CleanCopy {
  readonly copy: string;
  readonly proxy: string;
  readonly width: number;
  readonly height: number;
}

/** Keeps a decision and the copy made by it; the earlier copy is named no more. */
export function setCleaning(db: Db, page: string, settings: Cleaning, decided: boolean, look: string, clean: CleanCopy): void {
  db.prepare('update cleaning set settings = ?, decided_at = ?, look = ?, copy = ?, proxy = ?, width = ?, height = ? where page = ?').run(
    JSON.stringify(settings),
    decided ? now() : null,
    look,
    clean.copy,
    clean.proxy,
    clean.width,
    clean.height,
    page,
  );
}

/** The cleaned copy goes out of its seal: it may be used on a chart from now on. */
export function insertCopy(
  db: Db,
  page: string,
  copy: { media: string; bytes: number; width: number; height: number; widthMm: number | null; heightMm: number | null },
): void {
  db.prepare('insert or ignore into media (id, bytes, made_at) values (?, ?, ?)').run(copy.media, copy.bytes, now());
  db.prepare('insert into copy (page, media, width, height, width_mm, height_mm, checked_at) values (?, ?, ?, ?, ?, ?, ?)').run(
    page,
    copy.media,
    copy.width,
    copy.height,
    copy.widthMm,
    copy.heightMm,
    now(),
  );
}

export function setCopySize(db: Db, page: string, widthMm: number | null, heightMm: number | null): void {
  db.prepare('update copy set width_mm = ?, height_mm = ? where page = ?').run(widthMm, heightMm, page);
}

export function deleteCopy(db: Db, page: string): void {
  db.prepare('delete from copy where page = ?').run(page);
}

export function deletePage(db: Db, page: string): void {
  db.prepare('delete from page where id = ?').run(page);
}
