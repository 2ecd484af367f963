import sharp from 'sharp';
import type { PictureMark } from '../../../core/drawing/mark.ts';
import { clipped, colour, numbers } from './drawMarks.ts';
import { bytesOf, type Picture } from './jpeg.ts';

/**
 * A picture's ink as at most a few hundred short bars, row by row, for a drawing a few centimetres wide: a plan shows what is on each sheet
 * without a second copy of the picture in the file. Squares of a grid of `width` by `height` over the picture; a bar is one high.
 */
export interface InkTrace {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly { readonly x: number; readonly y: number; readonly width: number }[];
}

/** A grey, so that no coloured ink is used where none shall be. */
const TRACED = '#3f3f3f';
/** Longer side, px, of the grids that the ink is looked for on, the finest that is not too many bars. */
const FINEST = 110;
const GRIDS = [FINEST, 80, 56, 40, 28];
/** Darker than the paper by this share is ink; rules are lighter. */
const INK = 0.78;
/** Bars for one picture, and for all of a file together: about 12 bytes each. */
const MOST_BARS = { each: 600, together: 4000 };

export async function inkTraces(pictures: ReadonlyMap<string, Picture>): Promise<ReadonlyMap<string, InkTrace>> {
  const most = Math.min(MOST_BARS.each, MOST_BARS.together / Math.max(1, pictures.size));
  const traces = new Map<string, InkTrace>();
  for (const [media, jpeg] of pictures) traces.set(media, await traceOf(bytesOf(jpeg), most));
  return traces;
}

async function traceOf(jpeg: Uint8Array, most: number): Promise<InkTrace> {
  // Decoding is what takes long: once, to the finest grid, from which the coarser ones are made.
  const finest = await sharp(jpeg).resize({ width: FINEST, height: FINEST, fit: 'inside', kernel: 'mitchell' }).greyscale().png().toBuffer();
  let trace: InkTrace = { width: 1, height: 1, bars: [] };
  for (const grid of GRIDS) {
    trace = await barsOn(finest, grid);
    if (trace.bars.length <= most) return trace;
  }
  return { ...trace, bars: trace.bars.slice(0, most) };
}

async function barsOn(picture: Uint8Array, grid: number): Promise<InkTrace> {
  const { data, info } = await sharp(picture).resize({ width: grid, height: grid, fit: 'inside' }).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const paper = data.toSorted()[Math.floor(data.length * 0.6)] ?? 255;
  const bars: InkTrace['bars'][number][] = [];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0, start = -1; x <= width; x += 1) {
      const dark = x < width && (data[(y * width + x) * channels] ?? 255) < paper * INK;
      if (dark && start < 0) start = x;
      if (!dark && start >= 0) {
        bars.push({ x: start, y, width: x - start });
        start = -1;
      }
    }
  }
  return { width, height, bars };
}

/** The operators that draw the part of the trace that the picture shows, where it shows it; whole numbers of its grid, which keeps the file small. */
export function drawTrace({ box, crop }: PictureMark, { width, height, bars }: InkTrace): string {
  if (bars.length === 0) return '';
  const [across, down] = [box.width / crop.width, box.height / crop.height];
  const turned = `${numbers(across / width, 0, 0, down / height, box.x - crop.x * across, box.y - crop.y * down)} cm\n`;
  return clipped(box, `${turned}${colour(TRACED, 'rg')}\n${bars.map((bar) => `${bar.x} ${bar.y} ${bar.width} 1 re\n`).join('')}f\n`);
}
