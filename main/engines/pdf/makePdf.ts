import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Paper } from '../../../core/capture/shownPaper.ts';
import type { Chart } from '../../../core/chart/document.ts';
import type { DrawnPage } from '../../../core/drawing/drawnPage.ts';
import { Refusal, type Problem } from '../../../core/kernel/refusal.ts';
import type { InkLook } from '../../../core/drawing/inkLook.ts';
import type { Film, Finishing } from '../../../core/sheets/finishing.ts';
import type { PrinterScale } from '../../../core/sheets/printerScale.ts';
import type { SheetSize } from '../../../core/sheets/sheetSize.ts';
import type { SheetPlan } from '../../../core/sheets/sheets.ts';
import { createTurns } from '../../platform/work/turns.ts';
import { sheetWords } from '../../../core/words/sheets.ts';

/** A wall as plain values. */
export interface WallToDraw {
  readonly chart: Chart;
  readonly shownPapers: readonly Paper[];
  /** From the content address of a masked copy to its JPEG file; only those on the chart are read. */
  readonly files: ReadonlyMap<string, string>;
  readonly look: InkLook;
}

/** The strip in sheets, to be glued together. */
export interface SheetsToDraw extends WallToDraw {
  readonly what: 'sheets';
  readonly plan: SheetPlan;
  readonly finishing: Finishing;
  readonly film: Film | null;
  /** Only these sheets, by their labels, without the pages before them; null: all. */
  readonly only: readonly string[] | null;
  readonly printerScale: PrinterScale;
}

/** All that the worker needs to draw one PDF. */
export type PdfJob = {
  /** The folder with the shipped TTF files. */
  readonly fontsFolder: string;
} & (
  | SheetsToDraw
  /** The whole strip on one page of its own size. */
  | (WallToDraw & { readonly what: 'strip' })
  /** The whole chart small on one page: to look it over, or for a desk. */
  | (WallToDraw & { readonly what: 'proof' | 'mini-chart'; readonly sheetSize: SheetSize })
  /** Only the page to measure a printer by. */
  | { readonly what: 'measure'; readonly title: string; readonly sheetSize: SheetSize }
  /** What is laid out already. */
  | { readonly what: 'pages'; readonly title: string; readonly pages: readonly DrawnPage[] }
);

export type PdfMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly pdf: Uint8Array }
  /** In words for a teacher. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly message: string; readonly refused: boolean };

export interface PdfOptions {
  readonly signal?: AbortSignal;
  /** Pages drawn so far, and in all; told of sheets only. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Beside this file: `.ts` from source, `.js` when built. */
const WORKER = join(import.meta.dirname, `pdf.worker${extname(import.meta.filename)}`);

/** A thread holds pictures and fonts of its own, some hundred MB for a long wall: many at once would fill the memory. */
const MOST_AT_ONCE = 2;
const turns = createTurns(MOST_AT_ONCE);

/**
 * Draws a PDF in a thread of its own, after those that were asked for before. Aborting the signal ends the thread and rejects with the signal's reason.
 * Rejects with a Refusal where a picture is missing or damaged, with a RangeError where the chart has not been laid out or is too long for one page.
 */
export const makePdf = (job: PdfJob, options: PdfOptions = {}): Promise<Uint8Array> => turns.take(() => inThread(job, options), options.signal);

function inThread(job: PdfJob, { signal, onProgress }: PdfOptions): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(WORKER, { workerData: job });
    const abort = () => end(() => reject(asError(signal?.reason)));
    let ended = false;
    // The next thread begins when this one has given its memory back.
    const end = (settle: () => void) => {
      if (ended) return;
      ended = true;
      signal?.removeEventListener('abort', abort);
      void worker.terminate().finally(settle);
    };
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('message', (message: PdfMessage) => {
      if (message.kind === 'progress') onProgress?.(message.done, message.of);
      else if (message.kind === 'done') end(() => resolve(message.pdf));
      else if (message.kind === 'refused') end(() => reject(new Refusal(message.problem.code, message.problem)));
      else end(() => reject(message.refused ? new RangeError(message.message) : new Error(message.message)));
    });
    worker.on('error', (error: unknown) => end(() => reject(asError(error))));
    worker.on('exit', (code) => end(() => reject(new Error(sheetWords.pdf.stopped(code)))));
  });
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));
