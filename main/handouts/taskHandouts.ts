import { nextAsked } from '../../core/chart/nextLevel.ts';
import type { ClassPaperWish } from '../../core/handouts/taskHandoutWish.ts';
import { classPapers } from '../../core/handouts/taskHandouts.ts';
import type { PrintMade } from '../../core/sheets/printMade.ts';
import { PAPERS } from '../../core/sheets/sheetSize.ts';
import { papersOf } from '../capture/papers.ts';
import { requireTask } from '../capture/tasks.ts';
import { currentState } from '../chart/chartRows.ts';
import { requireChart } from '../chart/walls.ts';
import { listPupils } from '../class/pupilRows.ts';
import { chartFonts } from '../engines/pdf/chartFonts.ts';
import { makePdf } from '../engines/pdf/makePdf.ts';
import { placementsOn } from '../goals/placements.ts';
import type { Context } from '../library/context.ts';
import { assetPath } from '../platform/assets.ts';
import type { Report } from '../platform/work/jobs.ts';
import { fileName, filesOf, plainly, requireStrip } from '../sheets/sheetsJob.ts';
import { pagesAsPdf } from './goalHandouts.ts';
import { keepAnswerSheets } from './handoutRows.ts';

const titles: Record<ClassPaperWish['what'], string> = {
  'answer-sheets': 'Answer sheets',
  slips: 'Glow and grow',
  'mini-chart': 'Desk chart',
  labels: 'Labels',
};

/** Makes a paper for the class of a wall. @throws Refusal in plain words where there is nothing to print */
export async function printForClass(
  context: Pick<Context, 'library' | 'exchange' | 'tell'>,
  wish: ClassPaperWish,
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
  const pages = plainly(() => classPapers(chartFonts(), wish, { task, pupils, next }));
  const made = await pagesAsPdf(context, `${titles[wish.what]}, ${fileName(task.question)}`, pages, report, signal);
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
  { wall, paper, grey }: Extract<ClassPaperWish, { what: 'mini-chart' }>,
  report: Report,
  signal: AbortSignal,
): Promise<PrintMade> {
  const library = context.library();
  const { task } = requireChart(library.db, wall);
  const chart = currentState(library.db, wall).document;
  requireStrip(chart);
  const papers = papersOf(library, task);
  report(0, 1, 'Drawing the page');
  const pdf = await makePdf(
    { chart, papers, plan: null, files: filesOf(library, papers), fontsFolder: assetPath('fonts/'), look: grey ? 'grey' : 'colour', miniOn: PAPERS[paper] },
    { signal },
  );
  return { file: context.exchange.giveOut(`${fileName(chart.title)}, for desks.pdf`, pdf), sheets: 1 };
}
