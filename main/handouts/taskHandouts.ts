import { nextAsked } from '../../core/chart/nextLevel.ts';
import type { TaskHandoutWish } from '../../core/handouts/taskHandoutWish.ts';
import { taskHandouts } from '../../core/handouts/taskHandouts.ts';
import type { PrintMade } from '../../core/sheets/printMade.ts';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { handoutWords } from '../../core/words/handouts.ts';
import { sheetWords } from '../../core/words/sheets.ts';
import { shownPapersOf } from '../capture/papers.ts';
import { requireTask } from '../capture/tasks.ts';
import { currentState } from '../chart/chartRows.ts';
import { requireChart } from '../chart/walls.ts';
import { listPupils } from '../class/pupilRows.ts';
import { chartFonts } from '../engines/pdf/chartFonts.ts';
import { makePdf } from '../engines/pdf/makePdf.ts';
import { placementsOn } from '../goals/placements.ts';
import type { Context } from '../library/context.ts';
import { assetPath } from '../platform/assets.ts';
import type { Report } from '../../core/contract/contract.ts';
import { fileName, filesOf, plainly, requireStrip } from '../sheets/sheetsJob.ts';
import { pagesAsPdf } from './goalHandouts.ts';
import { keepAnswerSheets } from './handoutRows.ts';

/** Makes a paper for the class of a wall. @throws Refusal in plain words where there is nothing to print */
export async function printForClass(
  context: Pick<Context, 'library' | 'exchange' | 'tell'>,
  wish: TaskHandoutWish,
  report: Report,
  signal: AbortSignal,
): Promise<PrintMade> {
  const library = context.library();
  const { task: taskId } = requireChart(library.db, wish.wall);
  if (wish.what === 'mini-chart') return printMiniChart(context, wish, report, signal);
  const task = requireTask(library.db, taskId);
  const pupils = listPupils(library.db);
  const next =
    wish.what === 'slips' && wish.withNext
      ? nextAsked(currentState(library.db, wish.wall).document.levels, placementsOn(library, wish.wall))
      : new Map<string, string>();
  const pages = plainly(() => taskHandouts(chartFonts(), wish, { task, pupils, next }));
  const made = await pagesAsPdf(context, handoutWords.taskFileOf(handoutWords.taskFile[wish.what], fileName(task.question)), pages, report, signal);
  if (wish.what === 'answer-sheets' && wish.anonymous === null) {
    keepAnswerSheets(
      library.db,
      taskId,
      pupils.map(({ id }) => id),
    );
    context.tell('papers.changed', { task: taskId });
  }
  return made;
}

async function printMiniChart(
  context: Pick<Context, 'library' | 'exchange'>,
  { wall, sheetSize, grey }: Extract<TaskHandoutWish, { what: 'mini-chart' }>,
  report: Report,
  signal: AbortSignal,
): Promise<PrintMade> {
  const library = context.library();
  const { task } = requireChart(library.db, wall);
  const chart = currentState(library.db, wall).document;
  requireStrip(chart);
  const shownPapers = shownPapersOf(library, task);
  report(0, 1, sheetWords.pdf.drawingPage);
  const pdf = await makePdf(
    {
      what: 'mini-chart',
      chart,
      shownPapers,
      files: filesOf(library, shownPapers),
      fontsFolder: assetPath('fonts/'),
      look: grey ? 'grey' : 'colour',
      sheetSize: SHEET_SIZES[sheetSize],
    },
    { signal },
  );
  return { file: context.exchange.giveOut(handoutWords.miniChartFile(fileName(chart.title)), pdf), sheets: 1 };
}
