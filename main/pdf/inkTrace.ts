import sharp from 'sharp';
import type { PathMark, PictureMark } from '../../core/chart/mark.ts';
import { bytesOf, type Picture } from './jpeg.ts';

/**
 * A picture's ink as at most a few hundred short bars, row by row, for a drawing a few centimetres wide: a plan shows what is on each sheet
 * without a second copy of the picture in the file. Fractions of the picture.
 */
export interface InkTrace {
  /** Height of a bar. */
  readonly row: number;
  readonly bars: readonly { readonly x: number; readonly y: number; readonly width: number }[];
}

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
  let trace: InkTrace = { row: 1, bars: [] };
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
        bars.push({ x: start / width, y: y / height, width: (x - start) / width });
        start = -1;
      }
    }
  }
  return { row: 1 / height, bars };
}

/** The part of the trace that the picture shows, where it shows it. Null where there is no ink. */
export function traced({ box, crop }: PictureMark, { row, bars }: InkTrace): PathMark | null {
  const lines = bars.flatMap((bar) => {
    const left = Math.max(bar.x, crop.x);
    const right = Math.min(bar.x + bar.width, crop.x + crop.width);
    const top = Math.max(bar.y, crop.y);
    const bottom = Math.min(bar.y + row, crop.y + crop.height);
    if (right <= left || bottom <= top) return [];
    const x = (at: number): number => box.x + ((at - crop.x) / crop.width) * box.width;
    const y = (at: number): number => box.y + ((at - crop.y) / crop.height) * box.height;
    return [
      [
        { x: x(left), y: y(top) },
        { x: x(right), y: y(top) },
        { x: x(right), y: y(bottom) },
        { x: x(left), y: y(bottom) },
      ],
    ];
  });
  return lines.length === 0 ? null : { kind: 'path', lines, closed: true, fill: '#3b3f4a', stroke: null, strokeWidth: 0 };
}
