import type { GoalSymbol } from './goal.ts';
import { pointsOf } from './strokes.ts';
import { PEN_WIDTH, SYMBOL_SIDE } from './symbolFile.ts';

/**
 * How alike two symbols look to a child who sees them small and drawn by another hand: the ink on a coarse grid, blurred
 * about as much as a hand wobbles, compared by correlation over small shifts. 0 is the same drawing, 1 has nothing in
 * common. Template matching by normalised cross-correlation as in J. P. Lewis, "Fast normalized cross-correlation" (1995).
 */

/** Cells along a side: a cell is 2 units, half a millimetre at 12 mm. */
const SIDE = 24;
/** The blur, as standard deviation in cells: three eighths of a millimetre at 12 mm. */
const WOBBLE = 0.75;
/** How far one drawing may be moved over the other, in cells: a millimetre each way. */
const SHIFT = 2;
/** White all round, as wide as blur and shift reach, so that a moved row never runs into the next one. */
const MARGIN = 4;
const WIDTH = SIDE + 2 * MARGIN;

/**
 * Below this two symbols are called alike. Of 471 redrawings of the starter symbols (moved by up to three
 * quarters of a millimetre, stretched by 8 %, turned by 5 degrees, each stroke wobbling) 97 % were nearer to their original.
 */
export const ALIKE = 0.22;

/** Ink per cell after the blur, row by row; white is 0. */
export type Ink = Float64Array;

/** The ink of a square grey picture (0 black, 255 white) of any size not under 24 px. */
export function inkOfPicture(grey: Uint8Array, side: number): Ink {
  const cells = new Float64Array(WIDTH * WIDTH);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const cell = (MARGIN + Math.floor((y * SIDE) / side)) * WIDTH + MARGIN + Math.floor((x * SIDE) / side);
      cells[cell]! += (255 - grey[y * side + x]!) / 255;
    }
  }
  return blurred(cells);
}

/** The ink of a symbol drawn with its pen. */
export function inkOf({ strokes }: Pick<GoalSymbol, 'strokes'>): Ink {
  const grey = new Uint8Array(SYMBOL_SIDE * SYMBOL_SIDE).fill(255);
  for (const stroke of strokes) {
    const points = pointsOf(stroke);
    for (let index = 1; index < points.length; index += 1) drawLine(grey, points[index - 1]!, points[index]!);
  }
  return inkOfPicture(grey, SYMBOL_SIDE);
}

/** 0 where the drawings are the same, up to 1 where they share nothing (Pearson's correlation at the best shift). */
export function unlikeness(a: Ink, b: Ink): number {
  const [inkA, inkB] = [total(a), total(b)];
  const covariance = (product: number, first: number, second: number): number => product - (first * second) / (SIDE * SIDE);
  const spread = Math.sqrt(covariance(product(a, a, 0), inkA, inkA) * covariance(product(b, b, 0), inkB, inkB));
  if (!(spread > 0)) return 1;
  let best = 0;
  for (let down = -SHIFT; down <= SHIFT; down += 1) {
    for (let right = -SHIFT; right <= SHIFT; right += 1) best = Math.max(best, covariance(product(a, b, down * WIDTH + right), inkA, inkB));
  }
  return 1 - Math.min(1, best / spread);
}

/** Pairs of codes that look alike, the most alike first. */
export function alikePairs(symbols: readonly GoalSymbol[]): { readonly codes: readonly [string, string]; readonly unlikeness: number }[] {
  const inks = symbols.map((symbol) => ({ code: symbol.code, ink: inkOf(symbol) }));
  return inks
    .flatMap((first, index) =>
      inks.slice(index + 1).map((second) => ({ codes: [first.code, second.code] as const, unlikeness: unlikeness(first.ink, second.ink) })),
    )
    .filter((pair) => pair.unlikeness < ALIKE)
    .sort((a, b) => a.unlikeness - b.unlikeness);
}

function drawLine(grey: Uint8Array, from: { x: number; y: number }, until: { x: number; y: number }): void {
  const reach = PEN_WIDTH / 2;
  const [left, right] = [Math.min(from.x, until.x) - reach, Math.max(from.x, until.x) + reach];
  const [top, bottom] = [Math.min(from.y, until.y) - reach, Math.max(from.y, until.y) + reach];
  const length = (until.x - from.x) ** 2 + (until.y - from.y) ** 2;
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(SYMBOL_SIDE, Math.ceil(bottom)); y += 1) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(SYMBOL_SIDE, Math.ceil(right)); x += 1) {
      const [px, py] = [x + 0.5 - from.x, y + 0.5 - from.y];
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * (until.x - from.x) + py * (until.y - from.y)) / length));
      if (Math.hypot(px - along * (until.x - from.x), py - along * (until.y - from.y)) <= reach) grey[y * SYMBOL_SIDE + x] = 0;
    }
  }
}

/** A Gauss along the rows, then along the columns. */
function blurred(cells: Float64Array): Ink {
  const reach = Math.ceil(2 * WOBBLE);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, index) => Math.exp(-((index - reach) ** 2) / (2 * WOBBLE ** 2)));
  const pass = (source: Float64Array, step: number): Float64Array =>
    source.map((_, cell) => weights.reduce((sum, weight, index) => sum + weight * (source[cell + (index - reach) * step] ?? 0), 0));
  return pass(pass(cells, 1), WIDTH);
}

const total = (ink: Ink): number => ink.reduce((sum, cell) => sum + cell, 0);

/** The sum of `a` times `b` moved by `shift` cells. Only white is ever moved out. */
function product(a: Ink, b: Ink, shift: number): number {
  const end = a.length + Math.min(0, shift);
  let sum = 0;
  for (let cell = Math.max(0, shift); cell < end; cell += 1) sum += a[cell]! * b[cell - shift]!;
  return sum;
}
