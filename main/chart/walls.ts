import { randomUUID } from 'node:crypto';
import type { Task } from '../../core/capture/task.ts';
import type { Chart } from '../../core/chart/document.ts';
import { progressOf } from '../../core/chart/progress.ts';
import { newChart } from '../../core/chart/scale.ts';
import type { History, OpenWall, WallCard, WallName } from '../../core/chart/wall.ts';
import type { Checked } from '../../core/contract/contract.ts';
import { dayOf } from '../../core/kernel/days.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import type { PrintSettings } from '../../core/sheets/printSettings.ts';
import { usualPrint } from '../../core/sheets/usualPrint.ts';
import { dayInWords } from '../../core/words/dayInWords.ts';
import { chartWords } from '../../core/words/chart.ts';
import { listPageIds } from '../capture/pageRows.ts';
import { resizeCopies } from '../capture/pages.ts';
import { deletePaper, listAllPapers } from '../capture/paperRows.ts';
import { shownPapersOf, papersOf } from '../capture/papers.ts';
import { deleteTask, insertTask, updateTask } from '../capture/taskRows.ts';
import { requireTask } from '../capture/tasks.ts';
import { erasePage } from '../capture/wholePictureRows.ts';
import type { Finding } from '../library/checking.ts';
import type { Library } from '../library/library.ts';
import type { Db } from '../platform/database/connection.ts';
import * as charts from './chartRows.ts';

/** The walls, the one changed last first. */
export function listWalls({ db }: Library): WallName[] {
  return charts.listCharts(db).map((row) => ({ id: row.id, title: titleOf(db, row), changedAt: row.changed_at }));
}

/** What a wall's card shows. */
export function wallCard(library: Library, wall: string): WallCard {
  const row = requireChart(library.db, wall);
  const task = requireTask(library.db, row.task);
  const chart = charts.currentState(library.db, wall).document;
  return { task, progress: progress(library, wall, chart, task), chart, shownPapers: shownPapersOf(library, task.id) };
}

export function binnedWalls({ db }: Library): { id: string; title: string; binnedAt: string }[] {
  return charts.listBinnedCharts(db).map((row) => ({ id: row.id, title: titleOf(db, row), binnedAt: row.binned_at ?? row.changed_at }));
}

const titleOf = (db: Db, { id, title }: charts.ChartRow): string => title ?? charts.readableNow(db, id)?.document.title ?? chartWords.wall.untitled;

const stateInWords = (title: string, at: Date): string => chartWords.unreadable.state(title, dayInWords(dayOf(at)), at.toTimeString().slice(0, 'hh:mm'.length));

/** Every state of every wall, those in the bin too, that can't be read; null after each that can. */
export function* wallFindings({ db }: Library): Generator<Finding> {
  for (const row of [...charts.listCharts(db), ...charts.listBinnedCharts(db)]) {
    const title = titleOf(db, row);
    for (const { madeAt, isNow, isWhole } of charts.lookAtStates(db, row.id))
      yield isWhole ? null : isNow ? chartWords.unreadable.now(title) : stateInWords(title, new Date(madeAt));
  }
}

/** Where the wall can't be read as it is now: the newest state before that can; null where nothing is wrong with it, or none can. */
export function earlierState({ db }: Library, wall: string): charts.ChartState | null {
  requireChart(db, wall);
  return charts.readableNow(db, wall) !== null ? null : charts.newestReadable(db, wall);
}

/** Goes back to that state. The states after it are kept until the wall is next changed. @throws Refusal `unreadable` where there is none */
export function goBack(library: Library, wall: string): void {
  const { db } = library;
  db.transaction(() => {
    const earlier = earlierState(library, wall);
    if (earlier === null && charts.readableNow(db, wall) === null) throw new Refusal('unreadable', chartWords.wall.noneReadable);
    if (earlier !== null) charts.moveHead(db, wall, earlier.id, earlier.document.title);
  })();
}

export function createWall(library: Library, wording: Checked<'walls.create'>): string {
  const task: Task = { id: randomUUID(), ...wording, minutes: 5 };
  const wall = randomUUID();
  library.db.transaction(() => {
    insertTask(library.db, task);
    charts.insertChart(library.db, wall, task.id, newChart(task.question, randomUUID), usualPrint);
  })();
  return wall;
}

export function openWall(library: Library, wall: string): OpenWall {
  const row = requireChart(library.db, wall);
  const task = requireTask(library.db, row.task);
  const chart = charts.currentState(library.db, wall).document;
  return {
    id: wall,
    task,
    chart,
    shownPapers: shownPapersOf(library, task.id),
    history: charts.historyOf(library.db, wall),
    progress: progress(library, wall, chart, task),
    print: row.print,
  };
}

export function historyOfWall({ db }: Library, wall: string): History {
  requireChart(db, wall);
  return charts.historyOf(db, wall);
}

/** A second chart over the same papers, to try another way without losing the first. */
export function duplicateWall(library: Library, wall: string): string {
  const row = requireChart(library.db, wall);
  const chart = charts.currentState(library.db, wall).document;
  const copy = randomUUID();
  library.db.transaction(() =>
    charts.insertChart(library.db, copy, row.task, { ...chart, title: chartWords.wall.copyOf(chart.title).slice(0, 200) }, row.print),
  )();
  return copy;
}

export function binWall(library: Library, wall: string, binned: boolean): void {
  requireChart(library.db, wall);
  charts.setChartBinned(library.db, wall, binned);
}

/** Destroys a wall that is in the bin; the papers of its task too, where no other wall stands on them. */
export function destroyWall(library: Library, wall: string): void {
  const { db } = library;
  const row = requireChart(db, wall);
  if (row.binned_at === null) throw new Refusal('bad-request', chartWords.wall.notInBin);
  db.transaction(() => {
    charts.deleteChart(db, wall);
    if (charts.chartsOfTask(db, row.task).length > 0) return;
    for (const paper of listAllPapers(db, row.task)) {
      listPageIds(db, paper.id).forEach((page) => erasePage(db, page));
      deletePaper(db, paper.id);
    }
    deleteTask(db, row.task);
  })();
}

export function changeTask(library: Library, task: Task): Task {
  requireTask(library.db, task.id);
  library.db.transaction(() => {
    updateTask(library.db, task);
    resizeCopies(library, task.id);
  })();
  return task;
}

export function setPrint(library: Library, wall: string, settings: PrintSettings): void {
  requireChart(library.db, wall);
  charts.setPrintSettings(library.db, wall, settings);
}

export function requireChart(db: Db, wall: string): charts.ChartRow {
  const row = charts.findChart(db, wall);
  if (row === null) throw new Refusal('not-found', chartWords.wall.gone);
  return row;
}

const progress = (library: Library, wall: string, chart: Chart, task: Task): WallCard['progress'] =>
  progressOf(chart, papersOf(library, task.id), charts.wasPrinted(library.db, wall));
