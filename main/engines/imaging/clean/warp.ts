import type { Point, Quad } from '../../../../core/capture/cleaning.ts';
import { captureWords } from '../../../../core/words/capture.ts';
import type { RgbPixels } from '../decode/pixels.ts';

/** px: what lies further outside of a picture was never seen. */
const BEYOND = 1;
/** Side, in px, of the squares whose paper continues beyond the border; writing covers less than a fifth of them. */
const SQUARE = 64;
const PAPER_SHARE = 0.8;

/** The eight numbers of a projective map: x' = (a x + b y + c) / (g x + h y + 1), y' = (d x + e y + f) / (g x + h y + 1). */
export type Projection = readonly [a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number];

/** The map that takes the four corners of `from` to those of `to`. Throws where three corners of `from` lie on one line. */
export function projection(from: Quad, to: Quad): Projection {
  const rows: number[][] = [];
  from.forEach(({ x, y }, i) => {
    const target = to[i]!;
    rows.push([x, y, 1, 0, 0, 0, -x * target.x, -y * target.x, target.x]);
    rows.push([0, 0, 0, x, y, 1, -x * target.y, -y * target.y, target.y]);
  });
  const solution = solved(rows);
  if (solution === null) throw new RangeError(captureWords.page.cornersOnLine);
  return solution as unknown as Projection;
}

export function project([a, b, c, d, e, f, g, h]: Projection, { x, y }: Point): Point {
  const depth = g * x + h * y + 1;
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
}

/** The corners of a picture of `width` by `height` px, at the outer edges of its pixels. */
export function frame(width: number, height: number): Quad {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
}

/**
 * A picture of `width` by `height` px whose every pixel is fetched from where `toSource` sends its centre, mixed from the four
 * source pixels round that place (bilinear). What lies outside the source is paper: the light of the source's nearest border, without its
 * writing. Coordinates are those of pixel edges: the centre of the first pixel is (0.5, 0.5).
 */
export function warped(source: RgbPixels, toSource: Projection, width: number, height: number): RgbPixels {
  const [a, b, c, d, e, f, g, h] = toSource;
  const right = source.width - 1;
  const bottom = source.height - 1;
  const data = new Uint8Array(width * height * 3);
  const xs = new Float64Array(width);
  const ys = new Float64Array(width);
  const beyond = new Uint8Array(width);
  const paper = borderPaper(source);
  for (let v = 0; v < height; v++) {
    let anyBeyond = false;
    const y = v + 0.5;
    const startX = b * y + c;
    const startY = e * y + f;
    const startDepth = h * y + 1;
    for (let u = 0; u < width; u++) {
      const x = u + 0.5;
      // A scan that is only askew needs no division.
      const depth = g === 0 && h === 0 ? 1 : 1 / (g * x + startDepth);
      const sx = (a * x + startX) * depth - 0.5;
      const sy = (d * x + startY) * depth - 0.5;
      xs[u] = sx < 0 ? 0 : sx > right ? right : sx;
      ys[u] = sy < 0 ? 0 : sy > bottom ? bottom : sy;
      const isBeyond = sx < -BEYOND || sy < -BEYOND || sx > right + BEYOND || sy > bottom + BEYOND;
      beyond[u] = isBeyond ? 1 : 0;
      anyBeyond ||= isBeyond;
    }
    mixRow(source, xs, ys, data, v * width * 3);
    if (!anyBeyond) continue;
    for (let u = 0, o = v * width * 3; u < width; u++, o += 3) if (beyond[u] === 1) data.set(paper(xs[u]!, ys[u]!), o);
  }
  return { data, width, height };
}

/** The paper's colour at a place of the border, from the brightest fifth of the square of pixels round it; each square is looked at when it is first wanted. */
function borderPaper({ data, width, height }: RgbPixels): (x: number, y: number) => Uint8Array {
  const known = new Map<number, Uint8Array>();
  const columns = Math.ceil(width / SQUARE);
  return (x, y) => {
    const [column, row] = [Math.floor(x / SQUARE), Math.floor(y / SQUARE)];
    const found = known.get(row * columns + column);
    if (found !== undefined) return found;
    const levels: [number[], number[], number[]] = [[], [], []];
    for (let v = row * SQUARE; v < Math.min(height, (row + 1) * SQUARE); v += 2) {
      for (let u = column * SQUARE; u < Math.min(width, (column + 1) * SQUARE); u += 2)
        for (let c = 0; c < 3; c++) levels[c]!.push(data[(v * width + u) * 3 + c]!);
    }
    const colour = Uint8Array.from(levels, (all) => all.sort((one, two) => one - two)[Math.floor(all.length * PAPER_SHARE)] ?? 255);
    known.set(row * columns + column, colour);
    return colour;
  };
}

/** Fills a row of `into` from byte `o` on, each pixel mixed from the four round its place in `source`. */
function mixRow({ data: from, width, height }: RgbPixels, xs: Float64Array, ys: Float64Array, into: Uint8Array, o: number): void {
  const stride = width * 3;
  for (let u = 0; u < xs.length; u++, o += 3) {
    const left = xs[u]! | 0;
    const top = ys[u]! | 0;
    // Fixed point with 7 bits is exact enough for 8-bit pixels and the same on every machine.
    const mixX = ((xs[u]! - left) * 128) | 0;
    const mixY = ((ys[u]! - top) * 128) | 0;
    const i = top * stride + left * 3;
    const j = left < width - 1 ? i + 3 : i;
    const k = top < height - 1 ? i + stride : i;
    const l = k + j - i;
    const one = (128 - mixX) * (128 - mixY);
    const two = mixX * (128 - mixY);
    const three = (128 - mixX) * mixY;
    const four = mixX * mixY;
    into[o] = (from[i]! * one + from[j]! * two + from[k]! * three + from[l]! * four + 8192) >> 14;
    into[o + 1] = (from[i + 1]! * one + from[j + 1]! * two + from[k + 1]! * three + from[l + 1]! * four + 8192) >> 14;
    into[o + 2] = (from[i + 2]! * one + from[j + 2]! * two + from[k + 2]! * three + from[l + 2]! * four + 8192) >> 14;
  }
}

/** Gauss-Jordan elimination with pivots; null where the equations do not settle the unknowns. */
export function solved(rows: number[][]): number[] | null {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    const chosen = rows[pivot]!;
    if (Math.abs(chosen[column]!) < 1e-9) return null;
    rows[pivot] = rows[column]!;
    rows[column] = chosen;
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / chosen[column]!;
      if (factor !== 0) for (let k = column; k <= size; k++) rows[row]![k]! -= factor * chosen[k]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}
