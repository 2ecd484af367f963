import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../../core/api/call.ts';
import type { Outgoing } from '../../core/api/library.ts';
import type { PrinterFacts, PrintWish } from '../../core/api/printing.ts';
import type { PrintSettings } from '../../core/api/walls.ts';
import { POUCHES, type Film } from '../../core/tiling/finishing.ts';
import { PAPERS, type PaperEdges } from '../../core/tiling/paper.ts';
import type { ChangedSheets } from '../../core/tiling/changedSheets.ts';
import { printerScale, TRUE_SCALE, type PrinterScale } from '../../core/tiling/printerScale.ts';
import { writeWhole } from '../media/writeWhole.ts';
import { makePdf, type PdfJob } from '../pdf/makePdf.ts';
import { PrintProblem, type Printing } from '../printing/printer.ts';
import type { PrinterBook } from '../printing/printerSettings.ts';
import { VIEWER_STEPS } from '../printing/viewer.ts';
import type { Context } from './context.ts';
import type { Report } from './jobs.ts';
import type { Library } from './library.ts';
import { changedSince, hangingPlan, keepPrinted } from './printedWall.ts';
import { fileName, planFor, printJob } from './printing.ts';

interface Printers {
  readonly printing: Printing;
  readonly book: PrinterBook;
}

interface Ruler {
  readonly wanted: number;
  readonly measured: number;
}

/** Every printer with what is known of it; where none can be spoken to, how to print from another program. */
export async function listPrinters(
  { printing, book }: Printers,
  paper: PrintSettings['paper'],
): Promise<{ direct: boolean; steps: string[]; printers: PrinterFacts[] }> {
  const states = printing.direct ? await printing.list().catch(() => null) : null;
  if (states === null) return { direct: false, steps: [...VIEWER_STEPS], printers: [] };
  const printers = states.map(async (state): Promise<PrinterFacts> => {
    const { edges, scale } = book.of(state.name);
    return { ...state, edges: edges ?? (await printing.edges(state.name, PAPERS[paper])), scale };
  });
  return { direct: true, steps: [], printers: await Promise.all(printers) };
}

/** @throws Refusal `bad-request` where the rulers are off by more than a printer can be */
export function keepMeasured(
  { book }: Printers,
  { printer, edges, across, down }: { printer: string; edges: PaperEdges | null; across: Ruler; down: Ruler },
): void {
  book.keep(printer, { edges, scale: plainly(() => printerScale(across, down)) });
}

/** @throws Refusal as `printJob` does */
export function sheetsChanged(library: Library, wall: string, settings: PrintSettings): { print: string[]; gone: string[] } | null {
  const { chart, job } = printJob(library, wall, settings);
  const hanging = hangingPlan(library, wall);
  if (chart.strip === null || hanging === null) return null;
  const changed: ChangedSheets | null = changedSince(library, wall, chart.strip, job.papers, planFor(chart.strip, settings, { hanging }));
  return changed === null ? null : { print: [...changed.print], gone: [...changed.gone] };
}

/** The PDF as wished, ready to be saved. */
export async function makeWish(
  context: Pick<Context, 'library' | 'exchange' | 'tell'>,
  wish: PrintWish,
  report: Report,
  signal: AbortSignal,
): Promise<{ file: Outgoing; sheets: number }> {
  const { pdf, sheets, title } = await drawWish(context, wish, TRUE_SCALE, report, signal);
  return { file: context.exchange.giveOut(`${fileName(title)}.pdf`, pdf), sheets };
}

/** The PDF as wished, handed to a printer at true size. @throws Refusal in plain words where it does not print */
export async function sendWish(
  context: Pick<Context, 'library' | 'exchange' | 'tell'>,
  printers: Printers,
  { printer, ...wish }: PrintWish & { printer: string },
  report: Report,
  signal: AbortSignal,
): Promise<{ sheets: number }> {
  const { pdf, sheets } = await drawWish(context, wish, printers.book.of(printer).scale, report, signal);
  const folder = await mkdtemp(join(tmpdir(), 'stepwall-print-'));
  const file = join(folder, 'wall.pdf');
  let end: 'printed' | 'opened' | null = null;
  try {
    writeWhole(file, pdf, 0o600);
    end = await printers.printing.print(
      { file, paper: PAPERS[wish.settings.paper], printer },
      { signal, onProgress: (doing) => report(sheets, sheets, doing) },
    );
  } catch (error) {
    if (error instanceof PrintProblem) throw new Refusal('bad-request', error.message, error.hint);
    throw error;
  } finally {
    // Another program still reads what it was given to show.
    if (end !== 'opened') await rm(folder, { recursive: true, force: true });
  }
  return { sheets };
}

/** The whole wall small on one page of the paper. */
export async function makeProof(
  context: Pick<Context, 'library' | 'exchange'>,
  wall: string,
  settings: PrintSettings,
  report: Report,
  signal: AbortSignal,
): Promise<{ file: Outgoing; sheets: number }> {
  const { job, chart } = printJob(context.library(), wall, settings);
  report(0, 1, 'Drawing the page');
  const pdf = await makePdf({ ...job, plan: null, proofOn: PAPERS[settings.paper] }, { signal });
  return { file: context.exchange.giveOut(`${fileName(chart.title)}, small.pdf`, pdf), sheets: 1 };
}

async function drawWish(
  context: Pick<Context, 'library' | 'tell'>,
  wish: PrintWish,
  scale: PrinterScale,
  report: Report,
  signal: AbortSignal,
): Promise<{ pdf: Uint8Array; sheets: number; title: string }> {
  const library = context.library();
  const { job, chart } = printJob(library, wish.wall, wish.settings);
  if (chart.strip === null) throw new Refusal('bad-request', 'This wall has no strip yet.');
  const hanging = wish.sheets === null ? null : hangingPlan(library, wish.wall);
  const plan = planFor(chart.strip, wish.settings, { finishing: wish.finishing, ...(hanging === null ? {} : { hanging }) });
  const drawn: PdfJob = {
    ...job,
    plan,
    look: wish.look,
    finishing: wish.finishing,
    film: filmOf(wish.film),
    printerScale: scale,
    ...(wish.sheets === null ? {} : { only: wish.sheets }),
  };
  const sheets = wish.sheets?.length ?? plan.sheets.length;
  report(0, sheets, 'Drawing the sheets');
  const pdf = await makePdf(drawn, { signal, onProgress: (done, of) => report(done, of, `Drawing sheet ${done} of ${of}`) }).catch((error: unknown) => {
    throw error instanceof RangeError ? new Refusal('bad-request', error.message) : error;
  });
  keepPrinted(library, wish.wall, chart, job.papers, plan);
  context.tell('wall.changed', { wall: wish.wall });
  return { pdf, sheets, title: chart.title };
}

function filmOf(film: PrintWish['film']): Film | null {
  if (film === null) return null;
  return typeof film === 'number' ? { kind: 'roll', width: film } : POUCHES[film];
}

function plainly<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('bad-request', error.message);
    throw error;
  }
}
