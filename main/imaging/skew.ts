import type { GreyPixels } from './pixels.ts';

/** Paper that leans more was not laid on the glass by anyone. */
const WIDEST = 15;
/** The halves of a curved book page lean against each other; beyond this many degrees there is no one skew. */
const MOST_BEND = 1.5;
/** How much more contrast the right slant must give than a common one. */
const LEAST_PEAK = 1.35;

/**
 * How far rules and text lines lean, in degrees, positive where the right end is lower; null where nothing lies in lines.
 * Projection profile after Postl (1986): ink is summed along slanted rows, and the slant that tells full rows from empty ones best
 * wins. `ink` holds how much darker than the paper each pixel is; rules outweigh a child's sloping writing because they are longer.
 */
export function skewOf(ink: GreyPixels): number | null {
  const columns = inkColumns(ink);
  if (columns === null) return null;
  const whole = lean(columns);
  if (whole === null) return null;
  const middle = columns.sums.length >> 1;
  const left = lean({ ...columns, sums: columns.sums.slice(0, middle) });
  const right = lean({ ...columns, sums: columns.sums.slice(middle) });
  return left !== null && right !== null && Math.abs(left - right) > MOST_BEND ? null : Math.round(whole * 100) / 100;
}

function lean(columns: InkColumns): number | null {
  const coarse = scan(columns, 0, WIDEST, 0.5);
  const fine = scan(columns, coarse.degrees, 0.5, 0.05);
  const finest = scan(columns, fine.degrees, 0.05, 0.01);
  const typical = [...coarse.scores].sort((a, b) => a - b)[coarse.scores.length >> 1]!;
  const atEnd = Math.abs(finest.degrees) > WIDEST - 0.3;
  return atEnd || finest.score < typical * LEAST_PEAK ? null : finest.degrees;
}

/** Ink summed over upright strips: a slant moves whole strips, which is as good as moving pixels and four times as fast. */
interface InkColumns {
  readonly sums: Float32Array[];
  readonly strip: number;
  readonly height: number;
}

function inkColumns({ data, width, height }: GreyPixels): InkColumns | null {
  const strip = 4;
  const sums: Float32Array[] = [];
  let total = 0;
  // The outermost 2 % may show the desk, the scanner's lid or a torn edge.
  const marginX = Math.round(width * 0.02);
  const marginY = Math.round(height * 0.02);
  for (let x = marginX; x + strip <= width - marginX; x += strip) {
    const column = new Float32Array(height);
    for (let y = marginY; y < height - marginY; y++) {
      const i = y * width + x;
      const sum = data[i]! + data[i + 1]! + data[i + 2]! + data[i + 3]!;
      column[y] = sum;
      total += sum;
    }
    sums.push(softened(column));
  }
  return total < 255 * 40 ? null : { sums, strip, height };
}

/** Without softening, a slant of exactly 0 would win for being the only one that mixes no pixels. */
function softened(column: Float32Array): Float32Array {
  return column.map((value, y) => ((column[y - 1] ?? 0) + 2 * value + (column[y + 1] ?? 0)) / 4);
}

function scan(columns: InkColumns, middle: number, reach: number, step: number): { degrees: number; score: number; scores: number[] } {
  let best = { degrees: middle, score: -1 };
  const scores: number[] = [];
  const count = Math.round(reach / step);
  for (let k = -count; k <= count; k++) {
    const degrees = middle + k * step;
    const score = contrast(columns, degrees);
    scores.push(score);
    if (score > best.score) best = { degrees, score };
  }
  return { ...best, scores };
}

/** How much neighbouring slanted rows differ. */
function contrast({ sums, strip, height }: InkColumns, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180) * strip;
  const rows = new Float64Array(height + 2);
  const centre = sums.length / 2;
  sums.forEach((column, c) => {
    const shift = (c - centre) * slope;
    const whole = Math.floor(shift);
    const part = shift - whole;
    const first = Math.max(0, -whole);
    const last = Math.min(height, height - whole - 1);
    for (let y = first; y < last; y++) rows[y]! += column[y + whole]! * (1 - part) + column[y + whole + 1]! * part;
  });
  let score = 0;
  for (let y = 2; y < height; y++) score += (rows[y]! - rows[y - 2]!) ** 2;
  return score;
}
