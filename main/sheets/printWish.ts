import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../../core/kernel/refusal.ts';
import type { PrintMade } from '../../core/sheets/printMade.ts';
import type { PrintSettings } from '../../core/sheets/printSettings.ts';
import type { PrintSent, PrintWish } from '../../core/sheets/printWish.ts';
import type { PrintedBefore } from '../../core/sheets/printedBefore.ts';
import type { PrinterFacts } from '../../core/sheets/printer.ts';
import { printerScale, TRUE_SCALE, type PrinterScale } from '../../core/sheets/printerScale.ts';
import { sheetSizeOf, type SheetEdges } from '../../core/sheets/sheetSize.ts';
import { printingWords } from '../../core/words/printing.ts';
import { sheetWords } from '../../core/words/sheets.ts';
import { makePdf, type PdfJob } from '../engines/pdf/makePdf.ts';
import { PrintProblem, type PrintEnd, type Printing } from '../engines/printing/printer.ts';
import { UNMEASURED, type PrinterBook } from '../engines/printing/printerSettings.ts';
import type { Context } from '../library/context.ts';
import type { Library } from '../library/library.ts';
import { asWriteTrouble, writeWhole } from '../platform/media/writeWhole.ts';
import { makeTempFolder } from '../platform/tempFolders.ts';
import type { Report } from '../../core/contract/contract.ts';
import { changedSince, hangingWall, keepPrinted } from './printedWall.ts';
import { fileName, plainly, printJob } from './sheetsJob.ts';

export interface Printers {
  readonly printing: Printing;
  readonly book: PrinterBook;
}

interface Ruler {
  readonly wanted: number;
  readonly measured: number;
}

type Desk = Pick<Context, 'library' | 'exchange' | 'tell'>;

/** Every printer with what is known of it; where none can be spoken to, how to print from another program. */
export async function listPrinters(
  { printing, book }: Printers,
  chosen: Pick<PrintSettings, 'sheetSize' | 'ownSize'>,
): Promise<{ direct: boolean; steps: string[]; printers: PrinterFacts[]; last: string | null }> {
  const states = printing.direct ? await printing.list().catch(() => null) : null;
  if (states === null) return { direct: false, steps: [...printingWords.viewerSteps], printers: [], last: null };
  const sheetSize = plainly(() => sheetSizeOf(chosen));
  const printers = states.map(async (state): Promise<PrinterFacts> => {
    const kept = book.of(state.name);
    return { ...state, edges: kept.edges ?? (await printing.edges(state.name, sheetSize)), scale: kept.scale, measured: kept !== UNMEASURED };
  });
  return { direct: true, steps: [], printers: await Promise.all(printers), last: book.last() };
}

/** @throws Refusal `bad-request` where the rulers are off by more than a printer can be */
export function keepMeasured(
  { book }: Printers,
  { printer, edges, across, down }: { printer: string; edges: SheetEdges | null; across: Ruler; down: Ruler },
): void {
  book.keep(printer, { edges, scale: plainly(() => printerScale(across, down)) });
}

/** @throws Refusal as `printJob` does */
export function sheetsChanged(library: Library, wall: string, settings: PrintSettings): PrintedBefore | null {
  const hanging = hangingWall(library, wall);
  if (hanging === null) return null;
  const { job, plan, strip } = printJob(library, wall, settings, hanging.plan);
  const { print, gone } = changedSince(hanging, strip, job.shownPapers, plan);
  return { at: hanging.at, plan: hanging.plan, print: [...print], gone: [...gone] };
}

/** The PDF as wished, ready to be saved. */
export async function makeWish(desk: Desk, wish: PrintWish, report: Report, signal: AbortSignal): Promise<PrintMade> {
  const { pdf, sheets, title, printed } = await drawWish(desk, wish, TRUE_SCALE, report, signal);
  const name = { sheets: `${title}.pdf`, proof: sheetWords.pdf.smallFile(title), measure: sheetWords.pdf.rulerFile }[wish.part];
  const file = desk.exchange.giveOut(name, pdf);
  printed();
  return { file, sheets };
}

/** The PDF as wished, handed to a printer at true size. @throws Refusal in plain words where it does not print */
export async function sendWish(
  desk: Desk,
  printers: Printers,
  { printer, ...wish }: PrintWish & { printer: string },
  report: Report,
  signal: AbortSignal,
): Promise<PrintSent> {
  // The page to measure shows what the printer does by itself.
  const scale = wish.part === 'measure' ? TRUE_SCALE : printers.book.of(printer).scale;
  const { pdf, sheets, printed } = await drawWish(desk, wish, scale, report, signal);
  const folder = folderForPrint();
  const file = join(folder, 'wall.pdf');
  let end: PrintEnd | null = null;
  try {
    writeWhole(file, pdf, 0o600);
    end = await printers.printing.print(
      { file, sheetSize: sheetSizeOf(wish.settings), printer },
      { signal, onProgress: (doing) => report(sheets, sheets, doing) },
    );
  } catch (error) {
    if (error instanceof PrintProblem) throw new Refusal('bad-request', error);
    throw error;
  } finally {
    // Another program still reads what it was given to show.
    if (end === 'opened') desk.exchange.lend(folder);
    else await rm(folder, { recursive: true, force: true });
  }
  printed();
  if (end === 'printed') printers.book.printedOn(printer);
  return { sheets, end };
}

function folderForPrint(): string {
  try {
    return makeTempFolder('print');
  } catch (error) {
    throw asWriteTrouble(error, join(tmpdir(), 'wall.pdf'));
  }
}

/** The PDF's bytes, how many sheets of paper it takes, and what to call once they are out of our hands. */
async function drawWish(
  { library: open, tell }: Desk,
  { wall, settings, part, sheets: chosen }: PrintWish,
  scale: PrinterScale,
  report: Report,
  signal: AbortSignal,
): Promise<{ pdf: Uint8Array; sheets: number; title: string; printed: () => void }> {
  const library = open();
  const hanging = chosen === null ? null : hangingWall(library, wall);
  const { job, chart, plan } = printJob(library, wall, settings, hanging?.plan);
  const title = fileName(chart.title);
  if (part !== 'sheets') {
    report(0, 1, sheetWords.pdf.drawingPage);
    const sheetSize = sheetSizeOf(settings);
    const pdf = await makePdf(
      part === 'proof' ? { ...job, what: 'proof', sheetSize } : { what: 'measure', title: chart.title, fontsFolder: job.fontsFolder, sheetSize },
      { signal },
    );
    return { pdf, sheets: 1, title, printed: () => undefined };
  }
  const drawn: PdfJob = { ...job, printerScale: scale, only: chosen };
  const sheets = chosen?.length ?? plan.sheets.length;
  report(0, sheets, sheetWords.pdf.drawingSheets);
  const pdf = await makePdf(drawn, { signal, onProgress: (done, of) => report(done, of, sheetWords.pdf.drawingSheet(done, of)) }).catch((error: unknown) => {
    throw error instanceof RangeError ? new Refusal('bad-request', error) : error;
  });
  const printed = (): void => {
    keepPrinted(library, wall, chart, job.shownPapers, plan, chosen);
    tell('wall.changed', { wall, revision: null });
  };
  return { pdf, sheets, title, printed };
}
