import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { perFace } from '../../../core/text/fontFiles.ts';
import { loadFonts, type Fonts } from '../../../core/text/fonts.ts';
import type { InkLook } from '../../../core/drawing/inkLook.ts';
import { TRUE_SCALE } from '../../../core/sheets/printerScale.ts';
import { sheetWords } from '../../../core/words/sheets.ts';
import { picturesOn, writeChartPdf, writeProofPdf, writeStripPdf, type StripToPrint } from './chartPdf.ts';
import type { Picture, PictureFile } from './jpeg.ts';
import { inkTraces } from './inkTrace.ts';
import { greyPictures, smallerPictures, whitePictures } from './jpegFor.ts';
import { writeMeasurePdf } from './measurePdf.ts';
import type { PagesJob, PdfJob, PdfMessage } from './makePdf.ts';
import { writeMiniChartPdf, writePagesPdf } from './handoutsPdf.ts';

/** On a proof a paper is a few centimetres wide: this many pixels are more than a printer shows. */
const PROOF_SIDE = 600;
/** Masked copies have no thumbnails or colour profiles before the frame header. */
const HEAD_BYTES = 64 * 1024;

/** Draws one PDF and ends; whoever started it may stop it at any moment. */
async function run(job: PdfJob | PagesJob): Promise<void> {
  const pdf = 'pages' in job ? await writePagesPdf(job.title, readFonts(job.fontsFolder), job.pages) : await drawChart(job);
  post({ kind: 'done', pdf }, [pdf.buffer as ArrayBuffer]);
}

async function drawChart(job: PdfJob): Promise<Uint8Array> {
  const { title, strip } = job.chart;
  if (strip === null) throw new RangeError(sheetWords.plan.noStrip);
  const papers = new Map(job.shownPapers.map((paper) => [paper.paper, paper]));
  const pictures = new Map<string, PictureFile>();
  for (const media of picturesOn(strip, papers)) {
    const file = job.files.get(media);
    if (file !== undefined) pictures.set(media, pictureFile(file));
  }
  const fonts = readFonts(job.fontsFolder);
  return draw(job, { title, strip, papers, fonts, pictures });
}

async function draw(job: PdfJob, { pictures, ...wall }: StripToPrint): Promise<Uint8Array> {
  if (job.measureOn !== undefined) return writeMeasurePdf(wall.fonts, wall.title, job.measureOn);
  const grey = job.look === 'grey';
  const look = job.look === undefined ? {} : { look: job.look };
  if (job.proofOn !== undefined)
    return writeProofPdf({ ...wall, ...look, pictures: await smallerPictures(pictures, PROOF_SIDE, grey), sheetSize: job.proofOn });
  if (job.miniOn !== undefined)
    return writeMiniChartPdf({ ...wall, ...look, pictures: await smallerPictures(pictures, PROOF_SIDE, grey), sheetSize: job.miniOn });
  const inked = await picturesFor(job.look ?? 'colour', pictures);
  if (job.plan === null) return writeStripPdf({ ...wall, ...look, pictures: inked });
  const { plan, finishing = 'join', film = null, only, printerScale = TRUE_SCALE } = job;
  const onProgress = (done: number, of: number) => post({ kind: 'progress', done, of });
  if (only !== undefined) return writeChartPdf({ ...wall, ...look, pictures: inked, plan, finishing, film, only, printerScale, onProgress });
  return writeChartPdf({ ...wall, ...look, pictures: inked, plan, finishing, film, printerScale, traces: await inkTraces(pictures), onProgress });
}

async function picturesFor(look: InkLook, pictures: ReadonlyMap<string, Picture>): Promise<ReadonlyMap<string, Picture>> {
  switch (look) {
    case 'colour':
      return pictures;
    case 'grey':
      return greyPictures(pictures);
    case 'ink-saver':
      return whitePictures(pictures);
  }
}

function post(message: PdfMessage, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, moved);
}

const readFonts = (folder: string): Fonts => loadFonts(perFace((_face, file) => new Uint8Array(readFileSync(join(folder, file)))));

/** Its beginning now, the rest when it is written into the PDF. */
function pictureFile(file: string): PictureFile {
  const size = readBytes(file, (handle) => fstatSync(handle).size);
  const readInto = (target: Uint8Array): void => readBytes(file, (handle) => fill(handle, target));
  const read = (length: number): Uint8Array => {
    const bytes = new Uint8Array(length);
    readInto(bytes);
    return bytes;
  };
  return { size, head: read(Math.min(size, HEAD_BYTES)), read: () => read(size), readInto };
}

function readBytes<T>(file: string, work: (handle: number) => T): T {
  try {
    const handle = openSync(file, 'r');
    try {
      return work(handle);
    } finally {
      closeSync(handle);
    }
  } catch (cause) {
    throw unreadable(cause);
  }
}

function fill(handle: number, target: Uint8Array): void {
  for (let at = 0; at < target.length;) {
    const count = readSync(handle, target, at, target.length - at, null);
    if (count === 0) throw new Error('The file became shorter.');
    at += count;
  }
}

function unreadable(cause: unknown): Error {
  return new Error(sheetWords.pdf.pictureNotRead, { cause });
}

run(workerData as PdfJob | PagesJob).catch((error: unknown) =>
  post({ kind: 'failed', message: error instanceof Error ? error.message : String(error), refused: error instanceof RangeError }),
);
