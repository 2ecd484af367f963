import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Paper } from '../../../core/capture/shownPaper.ts';
import type { Chart, Strip } from '../../../core/chart/document.ts';
import { perFace } from '../../../core/text/fontFiles.ts';
import { loadFonts, type Fonts } from '../../../core/text/fonts.ts';
import { Refusal } from '../../../core/kernel/refusal.ts';
import type { InkLook } from '../../../core/drawing/inkLook.ts';
import { sheetWords } from '../../../core/words/sheets.ts';
import { picturesOn, writeChartPdf, writeProofPdf, writeStripPdf, type StripToPrint } from './chartPdf.ts';
import type { Picture, PictureFile } from './jpeg.ts';
import { inkTraces } from './inkTrace.ts';
import { greyPictures, smallerPictures, whitePictures } from './jpegFor.ts';
import { writeMeasurePdf } from './measurePdf.ts';
import type { PdfJob, PdfMessage, SheetsToDraw, WallToDraw } from './makePdf.ts';
import { writeMiniChartPdf, writePagesPdf } from './handoutsPdf.ts';

/** On a proof a paper is a few centimetres wide: this many pixels are more than a printer shows. */
const PROOF_SIDE = 600;
/** Masked copies have no thumbnails or colour profiles before the frame header. */
const HEAD_BYTES = 64 * 1024;

/** Draws one PDF and ends; whoever started it may stop it at any moment. */
async function run(job: PdfJob): Promise<void> {
  const pdf = await draw(job, readFonts(job.fontsFolder));
  post({ kind: 'done', pdf }, [pdf.buffer as ArrayBuffer]);
}

async function draw(job: PdfJob, fonts: Fonts): Promise<Uint8Array> {
  switch (job.what) {
    case 'pages':
      return writePagesPdf(job.title, fonts, job.pages);
    case 'measure':
      return writeMeasurePdf(fonts, job.title, job.sheetSize);
    case 'proof':
      return writeProofPdf({ ...(await smallWall(job, fonts)), sheetSize: job.sheetSize });
    case 'mini-chart':
      return writeMiniChartPdf({ ...(await smallWall(job, fonts)), sheetSize: job.sheetSize });
    case 'strip':
      return writeStripPdf(await inkedWall(job, fonts));
    case 'sheets':
      return drawSheets(job, fonts);
  }
}

async function drawSheets(job: SheetsToDraw, fonts: Fonts): Promise<Uint8Array> {
  const { plan, finishing, film, only, printerScale } = job;
  const onProgress = (done: number, of: number) => post({ kind: 'progress', done, of });
  const sheets = { ...(await inkedWall(job, fonts)), plan, finishing, film, printerScale, onProgress };
  return writeChartPdf(only === null ? { ...sheets, traces: await inkTraces(picturesOf(job)) } : { ...sheets, only });
}

async function smallWall(job: WallToDraw, fonts: Fonts): Promise<StripToPrint> {
  return { ...wallOf(job, fonts), pictures: await smallerPictures(picturesOf(job), PROOF_SIDE, job.look === 'grey') };
}

async function inkedWall(job: WallToDraw, fonts: Fonts): Promise<StripToPrint> {
  return { ...wallOf(job, fonts), pictures: await picturesFor(job.look, picturesOf(job)) };
}

function wallOf({ chart, shownPapers, look }: WallToDraw, fonts: Fonts): Omit<StripToPrint, 'pictures'> {
  return { title: chart.title, strip: requireStrip(chart), papers: byId(shownPapers), fonts, look };
}

function picturesOf({ chart, shownPapers, files }: WallToDraw): ReadonlyMap<string, PictureFile> {
  const pictures = new Map<string, PictureFile>();
  for (const media of picturesOn(requireStrip(chart), byId(shownPapers))) {
    const file = files.get(media);
    if (file !== undefined) pictures.set(media, pictureFile(file));
  }
  return pictures;
}

const byId = (papers: readonly Paper[]): ReadonlyMap<string, Paper> => new Map(papers.map((paper) => [paper.paper, paper]));

function requireStrip({ strip }: Chart): Strip {
  if (strip === null) throw new RangeError(sheetWords.plan.noStrip);
  return strip;
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
  } catch {
    throw new Refusal('unreadable', sheetWords.pdf.pictureNotRead);
  }
}

function fill(handle: number, target: Uint8Array): void {
  for (let at = 0; at < target.length;) {
    const count = readSync(handle, target, at, target.length - at, null);
    if (count === 0) throw new Error('The file became shorter.');
    at += count;
  }
}

run(workerData as PdfJob).catch((error: unknown) =>
  post(
    error instanceof Refusal
      ? { kind: 'refused', problem: { code: error.code, message: error.message, hint: error.hint } }
      : { kind: 'failed', message: error instanceof Error ? error.message : String(error), refused: error instanceof RangeError },
  ),
);
