import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { loadFonts, type Fonts } from '../../core/text/fonts.ts';
import type { InkLook } from '../../core/chart/inkLook.ts';
import { TRUE_SCALE } from '../../core/tiling/printerScale.ts';
import { picturesOn, writeChartPdf, writeProofPdf, writeStripPdf, type StripToPrint } from './chartPdf.ts';
import { greyPictures, smallerPictures, thumbnailsOf, whitePictures } from './jpegFor.ts';
import type { PdfJob, PdfMessage } from './makePdf.ts';

/** On a proof a paper is a few centimetres wide: this many pixels are more than a printer shows. */
const PROOF_SIDE = 600;

/** Draws one PDF and ends; whoever started it may stop it at any moment. */
async function run(job: PdfJob): Promise<void> {
  const { title, strip } = job.chart;
  if (strip === null) throw new RangeError('The chart has no size yet: lay it out before printing.');
  const papers = new Map(job.papers.map((paper) => [paper.sample, paper]));
  const pictures = new Map<string, Uint8Array>();
  for (const media of picturesOn(strip, papers)) {
    const file = job.files.get(media);
    if (file !== undefined) pictures.set(media, await readPicture(file));
  }
  const fonts = await readFonts(job.fontsFolder);
  const pdf = await draw(job, { title, strip, papers, fonts, pictures });
  post({ kind: 'done', pdf }, [pdf.buffer as ArrayBuffer]);
}

async function draw(job: PdfJob, { pictures, ...wall }: StripToPrint): Promise<Uint8Array> {
  const grey = job.look === 'grey';
  const look = job.look === undefined ? {} : { look: job.look };
  if (job.proofOn !== undefined) return writeProofPdf({ ...wall, ...look, pictures: await smallerPictures(pictures, PROOF_SIDE, grey), paper: job.proofOn });
  const inked = await picturesFor(job.look ?? 'colour', pictures);
  if (job.plan === null) return writeStripPdf({ ...wall, ...look, pictures: inked });
  const { plan, finishing = 'join', film = null, only, printerScale = TRUE_SCALE } = job;
  const onProgress = (done: number, of: number) => post({ kind: 'progress', done, of });
  if (only !== undefined) return writeChartPdf({ ...wall, ...look, pictures: inked, plan, finishing, film, only, printerScale, onProgress });
  return writeChartPdf({ ...wall, ...look, pictures: inked, plan, finishing, film, printerScale, thumbnails: await thumbnailsOf(pictures, grey), onProgress });
}

async function picturesFor(look: InkLook, pictures: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, Uint8Array>> {
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

async function readFonts(folder: string): Promise<Fonts> {
  const read = async (file: string) => new Uint8Array(await readFile(join(folder, file)));
  return loadFonts({
    andika: await read('Andika-Regular.ttf'),
    'andika-bold': await read('Andika-Bold.ttf'),
    lexend: await read('Lexend-Regular.ttf'),
    'lexend-bold': await read('Lexend-SemiBold.ttf'),
  });
}

async function readPicture(file: string): Promise<Uint8Array> {
  try {
    // The buffer itself, not a copy: a class's pictures are most of what the memory holds.
    return await readFile(file);
  } catch (cause) {
    throw new Error('The picture of a paper on this chart cannot be read. Let Stepwall check the library, then make the PDF again.', { cause });
  }
}

run(workerData as PdfJob).catch((error: unknown) =>
  post({ kind: 'failed', message: error instanceof Error ? error.message : String(error), refused: error instanceof RangeError }),
);
