import type { GreyPixels } from '../decode/pixels.ts';

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
  const middle = columns.sums.length >> 1;
  const halves = [slantedRows(columns, 0, middle), slantedRows(columns, middle, columns.sums.length)] as const;
  const coarse = slants(0, WIDEST, 0.5).map((degrees) => ({ degrees, left: halves[0](degrees), right: halves[1](degrees) }));
  const whole = lean(
    coarse.map(({ degrees, left, right }) => ({ degrees, score: contrast(left.map((value, y) => value + right[y]!)) })),
    slantedRows(columns, 0, columns.sums.length),
    [0.05, 0.01],
  );
  if (whole === null) return null;
  // Whether a page is bent shows long before the last hundredth of a degree.
  const [first, second] = (['left', 'right'] as const).map((side, k) =>
    lean(
      coarse.map((one) => ({ degrees: one.degrees, score: contrast(one[side]) })),
      halves[k]!,
      [0.05],
    ),
  );
  return typeof first === 'number' && typeof second === 'number' && Math.abs(first - second) > MOST_BEND ? null : Math.round(whole * 100) / 100;
}

interface Slant {
  readonly degrees: number;
  readonly score: number;
}

/** The best slant, looked for ever more finely about the best coarse one. */
function lean(coarse: readonly Slant[], rowsAt: (degrees: number) => Float64Array, steps: readonly number[]): number | null {
  const bestOf = (all: readonly Slant[]): Slant => all.reduce((best, one) => (one.score > best.score ? one : best));
  let best = bestOf(coarse);
  let reach = 0.5;
  for (const step of steps) {
    best = bestOf(slants(best.degrees, reach, step).map((degrees) => ({ degrees, score: contrast(rowsAt(degrees)) })));
    reach = step;
  }
  const typical = coarse.map(({ score }) => score).sort((a, b) => a - b)[coarse.length >> 1]!;
  const atEnd = Math.abs(best.degrees) > WIDEST - 0.3;
  return atEnd || best.score < typical * LEAST_PEAK ? null : best.degrees;
}

function slants(middle: number, reach: number, step: number): number[] {
  const count = Math.round(reach / step);
  return Array.from({ length: 2 * count + 1 }, (_, k) => middle + (k - count) * step);
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

/** The ink of the strips `from` to `to` summed along rows that slant by so many degrees about the middle of the page. */
function slantedRows({ sums, strip, height }: InkColumns, from: number, to: number): (degrees: number) => Float64Array {
  const centre = sums.length / 2;
  return (degrees) => {
    const slope = Math.tan((degrees * Math.PI) / 180) * strip;
    const rows = new Float64Array(height + 2);
    for (let c = from; c < to; c++) {
      const column = sums[c]!;
      const shift = (c - centre) * slope;
      const whole = Math.floor(shift);
      const part = shift - whole;
      const first = Math.max(0, -whole);
      const last = Math.min(height, height - whole - 1);
      let here = column[first + whole] ?? 0;
      for (let y = first; y < last; y++) {
        const next = column[y + whole + 1]!;
        rows[y]! += here + (next - here) * part;
        here = next;
      }
    }
    return rows;
  };
}

/** How much neighbouring slanted rows differ. */
function contrast(rows: Float64Array): number {
  let score = 0;
  for (let y = 2; y < rows.length - 2; y++) score += (rows[y]! - rows[y - 2]!) ** 2;
  return score;
}
