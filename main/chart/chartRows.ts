import { z } from 'zod';
import { ChangeName, papersOn, withoutPaper } from '../../core/chart/commands.ts';
import type { Chart } from '../../core/chart/document.ts';
import { StoredChart } from '../../core/chart/storedChart.ts';
import type { History } from '../../core/chart/wall.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { PrintSettings } from '../../core/sheets/printSettings.ts';
import { usualPrint } from '../../core/sheets/usualPrint.ts';
import { chartWords } from '../../core/words/chart.ts';
import type { Db } from '../platform/database/connection.ts';
import { allWhole, json, now, pack, packed, readable, whole, type RowCheck } from '../platform/database/rows.ts';
import { baseOf, storedText, textFrom, textOf, type StoredText } from './stateTexts.ts';

/** `title` is null where an earlier build kept the chart and nobody has changed it since. */
const ChartRow = z.object({
  id: z.string(),
  task: z.string(),
  title: z.string().nullable(),
  /** Settings that can't be read are the usual ones: no wall is closed by them. */
  print: json(PrintSettings).catch(usualPrint),
  changed_at: z.string(),
  binned_at: z.string().nullable(),
});
export type ChartRow = z.infer<typeof ChartRow>;

const StateRow = z.object({
  id: z.int(),
  position: z.int(),
  label: ChangeName,
  coalesce_key: z.string().nullable(),
  made_at: z.string(),
  document: z.instanceof(Uint8Array),
  base: z.int().nullable(),
});
export type ChartState = Omit<z.infer<typeof StateRow>, 'document' | 'base'> & { readonly document: Chart };

const columns = 'id, task, title, print, changed_at, binned_at';

export function insertChart(db: Db, id: string, task: string, chart: Chart, print: PrintSettings): void {
  db.prepare('insert into chart (id, task, print, made_at, changed_at) values (?, ?, ?, ?, ?)').run(id, task, JSON.stringify(print), now(), now());
  pushState(db, id, 0, 'start', null, chart);
}

export function findChart(db: Db, id: string): ChartRow | null {
  const row = db.prepare(`select ${columns} from chart where id = ?`).get(id);
  return row === undefined ? null : whole(ChartRow, row);
}

/** Charts on the wall of walls, newest first. */
export function listCharts(db: Db): ChartRow[] {
  return readable(ChartRow, db.prepare(`select ${columns} from chart where binned_at is null order by changed_at desc, id`).all());
}

export function listBinnedCharts(db: Db): ChartRow[] {
  return readable(ChartRow, db.prepare(`select ${columns} from chart where binned_at is not null order by binned_at desc`).all());
}

export function chartsOfTask(db: Db, task: string): ChartRow[] {
  return allWhole(ChartRow, db.prepare(`select ${columns} from chart where task = ?`).all(task));
}

export function setChartBinned(db: Db, id: string, binned: boolean): void {
  db.prepare('update chart set binned_at = ? where id = ?').run(binned ? now() : null, id);
}

export function setPrintSettings(db: Db, id: string, print: PrintSettings): void {
  db.prepare('update chart set print = ? where id = ?').run(JSON.stringify(print), id);
}

export function deleteChart(db: Db, id: string): void {
  db.prepare('delete from chart where id = ?').run(id);
}

/** The state the chart is in. @throws Refusal `unreadable` where it is damaged */
export const currentState = (db: Db, chart: string): ChartState => orRefuse(readableNow(db, chart));

/** The same; null where it is damaged. */
export function readableNow(db: Db, chart: string): ChartState | null {
  return readableState(db, chart, db.prepare('select r.* from chart_revision r join chart c on c.head = r.id where c.id = ?').get(chart));
}

function readableState(db: Db, chart: string, row: unknown): ChartState | null {
  const read = readState(row, (kept) => textOf(db, chart, kept));
  return read && { ...read, document: withoutErased(db, chart, read.document) };
}

function orRefuse(state: ChartState | null): ChartState {
  if (state === null) throw new Refusal('unreadable', chartWords.wall.unreadable);
  return state;
}

/** Null where the state, or one that it is told from, is damaged. */
function readState(row: unknown, text: (kept: StoredText) => Buffer): ChartState | null {
  try {
    const { document, base, ...state } = StateRow.parse(row);
    return { ...state, document: StoredChart.parse(JSON.parse(text({ document, base }).toString('utf8'))) };
  } catch {
    return null;
  }
}

/** The newest state before the one the chart is in that can be read; null where none can. */
export function newestReadable(db: Db, chart: string): ChartState | null {
  const earlier = db.prepare(
    `select r.* from chart_revision r join chart c on c.id = r.chart left join chart_revision head on head.id = c.head
     where r.chart = ? and r.position < coalesce(head.position, ?) and r.position < ? order by r.position desc limit 1`,
  );
  const far = Number.MAX_SAFE_INTEGER;
  for (let row = earlier.get(chart, far, far); row !== undefined; row = earlier.get(chart, far, Position.parse(row).position)) {
    const state = readableState(db, chart, row);
    if (state !== null) return state;
  }
  return null;
}

const Position = z.object({ position: z.int() });

/** Every state of the chart, oldest first, and whether it can be read; `isNow`: the chart is in it. */
export function* lookAtStates(db: Db, chart: string): Generator<{ madeAt: string; isNow: boolean; isWhole: boolean }> {
  const next = db.prepare(
    `select r.*, r.id = c.head as is_now from chart_revision r join chart c on c.id = r.chart where r.chart = ? and r.position > ? order by r.position limit 1`,
  );
  // What the next states may be told from: those that lead to the one before.
  const known: { position: number; text: Buffer }[] = [];
  for (let row = next.get(chart, -1); row !== undefined; row = next.get(chart, Position.parse(row).position)) {
    const { position, made_at: madeAt, is_now: isNow } = StateOfCheck.parse(row);
    const isWhole =
      readState(row, (kept) => {
        while ((known.at(-1)?.position ?? -1) > (baseOf(position) ?? -1)) known.pop();
        const text = textFrom(kept, known.find((one) => one.position === kept.base)?.text ?? null);
        known.push({ position, text });
        return text;
      }) !== null;
    yield { madeAt, isNow: isNow === 1, isWhole };
  }
}

const StateOfCheck = Position.extend({ made_at: z.string(), is_now: z.int().nullable() });

export const chartChecks: readonly RowCheck[] = [
  {
    table: 'chart',
    columns: 'title, print',
    shape: z.object({ print: json(PrintSettings) }),
    name: ({ title }) => chartWords.unreadable.print(typeof title === 'string' ? title : chartWords.wall.untitled),
  },
  {
    table: 'chart_version',
    columns: 'printed_at, document',
    shape: z.object({ document: packed(StoredChart) }),
    name: ({ printed_at: printedAt }) => chartWords.unreadable.version(printedAt),
  },
];

/** A state from before a paper was erased is read without it: nothing brings a paper back, and what was kept need not be written anew. */
function withoutErased(db: Db, chart: string, document: Chart): Chart {
  const named = papersOn(document);
  if (named.size === 0) return document;
  for (const { id } of PaperIds.parse(db.prepare('select id from paper where task = (select task from chart where id = ?)').all(chart))) named.delete(id);
  return [...named].reduce(withoutPaper, document);
}

const PaperIds = z.array(z.object({ id: z.string() }));

/** Keeps a new state at `position`; whatever could be redone from there on is gone. */
export function pushState(db: Db, chart: string, position: number, label: ChangeName, coalesce: string | null, document: Chart): number {
  db.prepare('delete from chart_revision where chart = ? and position >= ?').run(chart, position);
  const kept = storedText(db, chart, position, JSON.stringify(document));
  const id = Number(
    db
      .prepare('insert into chart_revision (chart, position, label, coalesce_key, document, base, made_at) values (?, ?, ?, ?, ?, ?, ?)')
      .run(chart, position, label, coalesce, kept.document, kept.base, now()).lastInsertRowid,
  );
  moveHead(db, chart, id, document.title);
  return id;
}

/** The state one step back (-1) or forward (1), if there is one. */
export function neighbour(db: Db, chart: string, step: -1 | 1): ChartState | null {
  const row = db
    .prepare(
      'select r.* from chart_revision r join chart c on c.id = r.chart join chart_revision head on head.id = c.head where c.id = ? and r.position = head.position + ?',
    )
    .get(chart, step);
  return row === undefined ? null : orRefuse(readableState(db, chart, row));
}

export function moveHead(db: Db, chart: string, revision: number, title: string): void {
  db.prepare('update chart set head = ?, title = ?, changed_at = ? where id = ?').run(revision, title, now(), chart);
}

export function touchChart(db: Db, chart: string): void {
  db.prepare('update chart set changed_at = ? where id = ?').run(now(), chart);
}

const HistoryRow = z.object({ revision: z.int(), position: z.int(), label: ChangeName, redo: ChangeName.nullable() });

/** What can be undone and redone, without reading a document. */
export function historyOf(db: Db, chart: string): History {
  const { revision, position, label, redo } = HistoryRow.parse(
    db
      .prepare(
        `select head.id as revision, head.position, head.label,
                (select label from chart_revision where chart = head.chart and position = head.position + 1) as redo
         from chart_revision head join chart on chart.head = head.id where chart.id = ?`,
      )
      .get(chart),
  );
  return { revision, undo: position > 0 ? label : null, redo };
}

/** Reads of every state that a chart was ever in, and of every one that was printed: each may throw. */
export function* readEveryState(db: Db, chart: string): Generator<() => void> {
  const idsIn = (table: string): unknown[] => db.prepare(`select id from ${table} where chart = ?`).pluck().all(chart);
  for (const id of idsIn('chart_revision'))
    yield () => void orRefuse(readableState(db, chart, db.prepare('select * from chart_revision where id = ?').get(id)));
  for (const id of idsIn('chart_version')) yield () => void VersionRow.parse(db.prepare('select id, document from chart_version where id = ?').get(id));
}

export function insertVersion(db: Db, id: string, chart: string, document: Chart, plan: unknown): void {
  db.prepare(
    `insert into chart_version (id, chart, number, document, plan, printed_at)
     select ?, ?, coalesce(max(number), 0) + 1, ?, ?, ? from chart_version where chart = ?`,
  ).run(id, chart, pack(document), JSON.stringify(plan), now(), chart);
}

export function wasPrinted(db: Db, chart: string): boolean {
  return db.prepare('select 1 from chart_version where chart = ?').get(chart) !== undefined;
}

const VersionRow = z.object({ id: z.string(), document: packed(StoredChart) });

/** What went on paper, for erasing a paper from it. */
export function listVersions(db: Db, chart: string): z.infer<typeof VersionRow>[] {
  return allWhole(VersionRow, db.prepare('select id, document from chart_version where chart = ?').all(chart));
}

/** What was printed and can't be read any more: nothing could be erased from it. */
export function deleteUnreadableVersions(db: Db, chart: string): void {
  const rows = db.prepare('select id, document from chart_version where chart = ?').all(chart);
  const readableIds = new Set(readable(VersionRow, rows).map(({ id }) => id));
  for (const { id } of z.array(z.object({ id: z.string() })).parse(rows)) if (!readableIds.has(id)) deleteVersion(db, id);
}

const LastVersionRow = z.object({ id: z.string(), plan: z.string(), printed_at: z.string() });

/** What was printed last: its plan as it was kept, and when; null where nothing was. */
export function lastVersion(db: Db, chart: string): { id: string; plan: unknown; printedAt: string } | null {
  const row = db.prepare('select id, plan, printed_at from chart_version where chart = ? order by number desc limit 1').get(chart);
  if (row === undefined) return null;
  const { id, plan, printed_at: printedAt } = LastVersionRow.parse(row);
  return { id, plan: JSON.parse(plan), printedAt };
}

export function rewritePlan(db: Db, version: string, plan: unknown): void {
  db.prepare('update chart_version set plan = ? where id = ?').run(JSON.stringify(plan), version);
}

export function deleteVersion(db: Db, version: string): void {
  db.prepare('delete from chart_version where id = ?').run(version);
}

export function rewriteVersion(db: Db, version: string, document: Chart): void {
  db.prepare('update chart_version set document = ? where id = ?').run(pack(document), version);
}
