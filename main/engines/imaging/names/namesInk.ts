import { bounds, intersection, type Rect } from '../../../../core/kernel/rect.ts';
import { brightness, type RgbPixels } from '../decode/pixels.ts';

/** 1 for every pixel with ink that is no printed rule or line to write on. */
export interface InkMask {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Darker than this on whitened paper is ink. */
const INK_LEVEL = 214;
/** A line this long, in px, and no thicker is a rule. */
const RULE_LENGTH = 56;
const RULE_THICKNESS = 6;
/** Specks of fewer pixels are dust. */
const LEAST_STROKE = 8;

/** The ink on a whitened page, without its rules. */
export function inkMask(page: RgbPixels): InkMask {
  const { data: levels, width, height } = brightness(page);
  const data = new Uint8Array(levels.length);
  for (let i = 0; i < data.length; i++) if (levels[i]! < INK_LEVEL) data[i] = 1;
  const rules = new Uint8Array(data.length);
  markRules(data, rules, { lines: height, length: width, line: width, along: 1 });
  markRules(data, rules, { lines: width, length: height, line: 1, along: width });
  for (let i = 0; i < data.length; i++) if (rules[i] === 1) data[i] = 0;
  return { data, width, height };
}

interface Direction {
  readonly lines: number;
  readonly length: number;
  /** Steps in the array from line to line, and along a line. */
  readonly line: number;
  readonly along: number;
}

/** Marks long thin runs; a rule that leans may change to the neighbouring line. What crosses a rule is thicker than it and stays. */
function markRules(ink: Uint8Array, rules: Uint8Array, { lines, length, line, along }: Direction): void {
  for (let l = 1; l < lines - 1; l++) {
    let run = 0;
    for (let k = 0, at = l * line; k <= length; k++, at += along) {
      if (k < length && (ink[at] === 1 || ink[at + line] === 1)) {
        run++;
        continue;
      }
      if (run >= RULE_LENGTH) for (let m = 1; m <= run; m++) if (isThin(ink, at - m * along, line)) rules[at - m * along] = 1;
      run = 0;
    }
  }
}

/** True when the ink at this place goes no further across its line than a rule's. */
function isThin(ink: Uint8Array, at: number, line: number): boolean {
  let thickness = 1;
  for (let other = at - line; thickness <= RULE_THICKNESS && ink[other] === 1; other -= line) thickness++;
  for (let other = at + line; thickness <= RULE_THICKNESS && ink[other] === 1; other += line) thickness++;
  return thickness <= RULE_THICKNESS;
}

interface Stroke {
  readonly box: Rect;
  readonly pixels: number;
  /** How many of them lie in the box that was asked about. */
  readonly inside: number;
}

/** Connected ink that touches `box`, followed no further than `limit`. */
function strokesAt({ data, width }: InkMask, box: Rect, limit: Rect): Stroke[] {
  const [left, top, right, bottom] = edges(limit);
  const [x0, y0, x1, y1] = edges(box);
  const seen = new Uint8Array(Math.max(0, right - left) * Math.max(0, bottom - top));
  const waiting: number[] = [];
  const found: Stroke[] = [];
  const visit = (x: number, y: number): void => {
    if (x < left || x >= right || y < top || y >= bottom || data[y * width + x] === 0) return;
    const at = (y - top) * (right - left) + x - left;
    if (seen[at] === 1) return;
    seen[at] = 1;
    waiting.push(x, y);
  };
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      visit(x, y);
      if (waiting.length === 0) continue;
      let [minX, maxX, minY, maxY, pixels, inside] = [x, x, y, y, 0, 0];
      while (waiting.length > 0) {
        const v = waiting.pop()!;
        const u = waiting.pop()!;
        pixels++;
        if (u >= x0 && u < x1 && v >= y0 && v < y1) inside++;
        [minX, maxX, minY, maxY] = [Math.min(minX, u), Math.max(maxX, u), Math.min(minY, v), Math.max(maxY, v)];
        for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) visit(u + dx, v + dy);
      }
      if (pixels >= LEAST_STROKE) found.push({ box: { x: minX, y: minY, width: maxX + 1 - minX, height: maxY + 1 - minY }, pixels, inside });
    }
  }
  return found;
}

/** True when something is written in the box; `least` is how high, in px, a stroke must be where less may be what is left of a rule. */
export function hasInk(ink: InkMask, box: Rect, least = 0): boolean {
  const within = intersection(box, { x: 0, y: 0, width: ink.width, height: ink.height });
  if (within === null) return false;
  return strokesAt(ink, within, within).some((stroke) => isStroke(stroke) && stroke.box.height >= least);
}

/** As what is left of a rule is. */
const isFlat = ({ box: { width, height } }: Stroke): boolean => height < 10 && height < width * 0.3;

const isStroke = ({ box: { width, height }, pixels }: Stroke): boolean => pixels >= 24 && Math.max(width, height) >= 7;

/** The box up to the end of what is written in it, and a little more (px): the rest of a long line to write on is empty. Unchanged where nothing is written. */
export function writtenPart(ink: InkMask, box: Rect, { beyond, above }: { beyond: number; above: number }): Rect {
  const within = intersection(box, { x: 0, y: 0, width: ink.width, height: ink.height });
  // At its end may begin what comes after.
  const looked = within === null ? null : { ...within, width: Math.max(1, within.width - beyond / 2) };
  const strokes = looked === null ? [] : strokesAt(ink, looked, looked).filter((stroke) => isStroke(stroke) && !isFlat(stroke));
  const written = bounds(strokes.map((stroke) => stroke.box));
  if (within === null || written === null) return box;
  const around = { x: box.x, y: written.y - above, width: written.x + written.width + beyond - box.x, height: written.height + 2 * above };
  return intersection(within, around) ?? box;
}

/** Of a stroke that only reaches into a box no more than this lies there. */
const REACHES_IN = 0.12;

/** The box grown until no stroke of what it holds crosses its edge, but never beyond `limit`; with a rim of `rim` px for the soft edges of ink. */
export function grown(ink: InkMask, box: Rect, limit: Rect, rim: number): Rect {
  const page = { x: 0, y: 0, width: ink.width, height: ink.height };
  const outer = intersection(limit, page);
  let result = outer === null ? null : intersection(box, outer);
  if (outer === null || result === null) return box;
  for (let pass = 0; pass < 3; pass++) {
    const held = strokesAt(ink, result, outer).filter(({ inside, pixels }) => inside > pixels * REACHES_IN);
    const next: Rect = bounds([result, ...held.map((stroke) => stroke.box)])!;
    if (next.x === result.x && next.y === result.y && next.width === result.width && next.height === result.height) break;
    result = next;
  }
  const rimmed = { x: result.x - rim, y: result.y - rim, width: result.width + 2 * rim, height: result.height + 2 * rim };
  return intersection(rimmed, page) ?? result;
}

/** Parts of the box with ink in them, from left to right, divided by gaps of at least `gap` px. */
export function inkRuns({ data, width }: InkMask, box: Rect, gap: number): Rect[] {
  const [left, top, right, bottom] = edges(box);
  const runs: Rect[] = [];
  let [from, last] = [-1, -1];
  for (let x = left; x < Math.min(width, right); x++) {
    let inked = false;
    for (let at = top * width + x; !inked && at < Math.min(data.length, bottom * width); at += width) inked = data[at] === 1;
    if (!inked) continue;
    if (from >= 0 && x - last > gap) {
      runs.push({ x: from, y: box.y, width: last + 1 - from, height: box.height });
      from = x;
    }
    if (from < 0) from = x;
    last = x;
  }
  if (from >= 0) runs.push({ x: from, y: box.y, width: last + 1 - from, height: box.height });
  return runs;
}

/** Side of the cells by which stray ink is gathered, px, and the least ink that counts in one. */
const CELL = 16;
const LEAST_IN_CELL = 10;

/** Boxes round writing in a part of the page that none of `known` holds: what a reader of text overlooked. */
export function strayInk(ink: InkMask, part: Rect, known: readonly Rect[]): Rect[] {
  const [columns, rows] = [Math.ceil(ink.width / CELL), Math.ceil((part.y + part.height) / CELL)];
  const inked = new Set<number>();
  for (let row = Math.floor(part.y / CELL); row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const middle = { x: (column + 0.5) * CELL, y: (row + 0.5) * CELL };
      const taken = known.some(
        ({ x, y, width, height }) => middle.x > x - CELL && middle.x < x + width + CELL && middle.y > y - CELL && middle.y < y + height + CELL,
      );
      if (!taken && inkIn(ink, { x: column * CELL, y: row * CELL, width: CELL, height: CELL }) >= LEAST_IN_CELL) inked.add(row * columns + column);
    }
  }
  const found: Rect[] = [];
  while (inked.size > 0) {
    const [first] = inked;
    const waiting = [first!];
    const cells: Rect[] = [];
    inked.delete(first!);
    for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
      cells.push({ x: (cell % columns) * CELL, y: Math.floor(cell / columns) * CELL, width: CELL, height: CELL });
      for (const step of [-columns - 1, -columns, -columns + 1, -2, -1, 1, 2, columns - 1, columns, columns + 1])
        if (inked.delete(cell + step)) waiting.push(cell + step);
    }
    const box = bounds(cells)!;
    if (cells.length >= 2 && box.width >= box.height * 0.6 && box.height <= 8 * CELL && isWriting(strokesAt(ink, box, box))) found.push(box);
  }
  return found;
}

/** What is left of a rule is thin and lies flat. */
function isWriting(strokes: readonly Stroke[]): boolean {
  const upright = strokes.filter(({ box: { width, height } }) => height >= 13 && height > width * 0.2);
  return upright.reduce((sum, { pixels }) => sum + pixels, 0) >= 90;
}

function inkIn({ data, width, height }: InkMask, cell: Rect): number {
  let count = 0;
  for (let y = cell.y; y < Math.min(height, cell.y + cell.height); y++)
    for (let x = cell.x; x < Math.min(width, cell.x + cell.width); x++) count += data[y * width + x]!;
  return count;
}

function edges({ x, y, width, height }: Rect): [number, number, number, number] {
  return [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y)), Math.ceil(x + width), Math.ceil(y + height)];
}
