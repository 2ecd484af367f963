import type { PrintMade } from '../../core/api/walls.ts';
import type { ClassPaperWish } from '../../core/api/classPapers.ts';
import { nextAsked } from '../../core/chart/nextLevel.ts';
import { classPapers } from '../../core/papers/classPapers.ts';
import { PAPERS } from '../../core/tiling/paper.ts';
import { assetPath } from '../assets.ts';
import { currentState } from '../database/charts.ts';
import { keepAnswerSheets } from '../database/printedPapers.ts';
import { listPupils } from '../database/pupils.ts';
import { makePdf } from '../pdf/makePdf.ts';
import type { Context } from './context.ts';
import { chartFonts } from './fonts.ts';
import { pagesAsPdf } from './goalPapers.ts';
import type { Report } from './jobs.ts';
import { placementsOn } from './placements.ts';
import { fileName, filesOf, plainly, requireStrip } from './printing.ts';
import { papersOf } from './samples.ts';
import { requireChart } from './walls.ts';
import { requireTask } from './tasks.ts';

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
