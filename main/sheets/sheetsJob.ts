import filenamify from 'filenamify';
import type { Paper } from '../../core/capture/shownPaper.ts';
import type { Chart, Strip } from '../../core/chart/document.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { filmFor } from '../../core/sheets/finishing.ts';
import { planStrip } from '../../core/chart/planStrip.ts';
import { TRUE_SCALE } from '../../core/sheets/printerScale.ts';
import type { PrintSettings } from '../../core/sheets/printSettings.ts';
import type { SheetPlan } from '../../core/sheets/sheets.ts';
import { sheetWords } from '../../core/words/sheets.ts';
import { shownPapersOf } from '../capture/papers.ts';
import { currentState } from '../chart/chartRows.ts';
import { requireChart } from '../chart/walls.ts';
import type { PdfJob, SheetsToDraw } from '../engines/pdf/makePdf.ts';
import type { Library } from '../library/library.ts';
import { assetPath } from '../platform/assets.ts';

type SheetsJob = PdfJob & SheetsToDraw;

/**
 * Everything a chart's PDF is made from; `hanging` keeps the seams of what hangs.
 * @throws Refusal `bad-request` when the chart was never laid out, margins and overlap leave no room, or seams are too close
 */
export function printJob(
  library: Library,
  wall: string,
  settings: PrintSettings,
  hanging: SheetPlan | null = null,
): { job: SheetsJob; plan: SheetPlan; chart: Chart; strip: Strip } {
  const row = requireChart(library.db, wall);
  const chart = currentState(library.db, wall).document;
  const strip = requireStrip(chart);
  const plan = plainly(() => planStrip(strip, settings, { hanging }));
  const shownPapers = shownPapersOf(library, row.task);
  const { look, finishing } = settings;
  return {
    chart,
    strip,
    plan,
    job: {
      what: 'sheets',
      chart,
      shownPapers,
      plan,
      files: filesOf(library, shownPapers),
      fontsFolder: assetPath('fonts/'),
      look,
      finishing,
      film: filmFor(settings),
      only: null,
      printerScale: TRUE_SCALE,
    },
  };
}

/** @throws Refusal `bad-request` where the chart was never laid out */
export function requireStrip({ strip }: Chart): Strip {
  if (strip === null) throw new Refusal('bad-request', sheetWords.pdf.wallNotLaidOut);
  return strip;
}

/** Does it; what the engine says in plain words is said as it is. @throws Refusal `bad-request` */
export function plainly<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('bad-request', error);
    throw error;
  }
}

/** Where the pictures of these papers lie, by content address. */
export const filesOf = (library: Library, shownPapers: readonly Paper[]): Map<string, string> =>
  new Map(shownPapers.flatMap(({ pages }) => pages.map(({ media }) => [media, library.media.path(media)] as const)));

/** A title as the name of a file on any system, those that Windows keeps for itself included. */
export function fileName(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim();
  const name = filenamify(plain, { replacement: ' ', maxLength: 80 }).replace(/[. ]+$/, '');
  return /[\p{L}\p{N}]/u.test(name) ? name : sheetWords.pdf.wallFile;
}
