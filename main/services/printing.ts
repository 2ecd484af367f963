import type { Outgoing } from '../../core/api/library.ts';
import type { PrintSettings } from '../../core/api/walls.ts';
import { Refusal } from '../../core/api/call.ts';
import type { Chart, Paper, Strip } from '../../core/chart/document.ts';
import { planStrip, type PlanOptions } from '../../core/tiling/planStrip.ts';
import type { SheetPlan } from '../../core/tiling/sheets.ts';
import { assetPath } from '../assets.ts';
import { currentState } from '../database/charts.ts';
import { makePdf, type PdfJob } from '../pdf/makePdf.ts';
import type { Context } from './context.ts';
import type { Report } from './jobs.ts';
import type { Library } from './library.ts';
import { keepPrinted } from './printedWall.ts';
import { papersOf } from './samples.ts';
import { requireChart } from './walls.ts';

/** Everything a chart's PDF is made from. @throws Refusal `bad-request` when the chart was never laid out, or margins and overlap leave no room */
export function printJob(library: Library, wall: string, settings: PrintSettings): { job: PdfJob; plan: SheetPlan; chart: Chart } {
  const row = requireChart(library.db, wall);
  const chart = currentState(library.db, wall).document;
  if (chart.strip === null) throw new Refusal('bad-request', 'This wall has no strip yet.', 'Open Design first: the strip is laid out by itself.');
  const plan = planFor(chart.strip, settings);
  const papers = papersOf(library, row.task);
  return { chart, plan, job: { chart, papers, plan, files: filesOf(library, papers), fontsFolder: assetPath('fonts/') } };
}

/** @throws Refusal `bad-request` where margins and overlap leave no room, or seams are too close */
export function planFor(strip: Strip, settings: PrintSettings, options: PlanOptions = {}): SheetPlan {
  try {
    return planStrip(strip, settings, options);
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('bad-request', error.message);
    throw error;
  }
}

const filesOf = (library: Library, papers: readonly Paper[]): Map<string, string> =>
  new Map(papers.flatMap(({ pages }) => pages.map(({ media }) => [media, library.media.path(media)] as const)));

/** Makes the PDF and keeps what was printed as a version of the chart. */
export async function makePrint(
  context: Pick<Context, 'library' | 'exchange' | 'tell'>,
  wall: string,
  settings: PrintSettings,
  report: Report,
  signal: AbortSignal,
): Promise<{ file: Outgoing; sheets: number }> {
  const library = context.library();
  const { job, plan, chart } = printJob(library, wall, settings);
  report(0, plan.sheets.length, 'Drawing the sheets');
  const pdf = await makePdf(job, { signal, onProgress: (done, of) => report(done, of, `Drawing sheet ${done} of ${of}`) });
  keepPrinted(library, wall, chart, job.papers, plan);
  context.tell('wall.changed', { wall });
  return { file: context.exchange.giveOut(`${fileName(chart.title)}.pdf`, pdf), sheets: plan.sheets.length };
}

/** A title as the name of a file on any system. */
export function fileName(title: string): string {
  return (
    title
      .normalize('NFC')
      .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 80)
      .replace(/[. ]+$/, '') || 'Wall'
  );
}
