import type { RgbPixels } from '../decode/pixels.ts';

/** Side, in px, of the blocks whose paper colour is taken first. */
const BLOCK = 16;
/** Side, in px, of the cells that the colour is told for. */
export const CELL = 8;
/** Ink covers less than a fifth of nearly every block, so that the 80th percentile is paper. */
const PAPER_SHARE = 0.8;
/** Darker than this no light falls on paper; dividing by less would make paper of black desks. */
const DARKEST_PAPER = 24;
/** A block this dark beside the page's bright paper is not paper in shadow: a hand's shadow takes away less than half of the light. */
const DARKEST_SHADOW = 0.35;
/** Light of another colour, a lamp's beside the window's, changes paper by less than this factor between its colours. */
const OTHER_TINT = 1.6;
/** Paper whose brightest colour exceeds its darkest by more than this factor is coloured card, and no white paper in a warm light. */
const CARD = 2.2;
/** Where the light changes by this share from one block to the next, a shadow has a sharp edge there. */
const SHARP = 0.05;
/** A block of which nothing is known: all redaction, or a picture. */
const UNKNOWN = 0;

/** A grid over the page, one value for each block or cell. */
export interface Grid {
  readonly values: Float32Array;
  readonly columns: number;
  readonly rows: number;
}

/**
 * The colour of the paper under the writing, 0 to 255, for each cell of CELL px, in red, green and blue: the brightest fifth of blocks of
 * 16 px, without pictures and coloured areas, closed over ink and smoothed; at the sharp edge of a shadow told by cells of 8 px, between
 * the two lights of either side. Where the paper itself has a strong colour, all three are those of its brightest, so that it keeps its
 * hue. Where `isGrey`, the page has the same in each colour.
 */
export function paperGrids(page: RgbPixels, keep: Uint8Array | null, isGrey: boolean): readonly [Grid, Grid, Grid] {
  const blocks = (isGrey ? [0] : [0, 1, 2]).map((channel) => percentiles(page, channel, keep, BLOCK, 2, null));
  const bright = blocks.map(brightOf);
  const paper = withoutOthers(blocks, bright);
  const gridOf = (channel: number): Grid => smoothed(page, channel, keep, paper[channel]!);
  const brightest = bright.indexOf(Math.max(...bright));
  if (isGrey || Math.max(...bright) > CARD * Math.min(...bright)) {
    const one = gridOf(brightest);
    return [one, one, one];
  }
  return [gridOf(0), gridOf(1), gridOf(2)];
}

function smoothed(page: RgbPixels, channel: number, keep: Uint8Array | null, blocks: Grid): Grid {
  const paper = middled(closed(filledIn(blocks)), 2);
  const { values, columns, rows } = sharpened(page, channel, keep, paper, inCells(across(paper, 1, mean), page));
  return { columns, rows, values: values.map((value) => Math.max(DARKEST_PAPER, value)) };
}

/** The PAPER_SHARE percentile of each square of `side` px, of every `step`th pixel each way; only where `wanted` says so. */
function percentiles(
  { data, width, height }: RgbPixels,
  channel: number,
  keep: Uint8Array | null,
  side: number,
  step: number,
  wanted: Uint8Array | null,
): Grid {
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  const values = new Float32Array(columns * rows).fill(UNKNOWN);
  const counts = new Uint16Array(256);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (wanted !== null && wanted[row * columns + column] === 0) continue;
      counts.fill(0);
      let total = 0;
      for (let y = row * side, bottom = Math.min(height, y + side); y < bottom; y += step) {
        for (let x = column * side, right = Math.min(width, x + side); x < right; x += step) {
          if (keep !== null && keep[y * width + x] === 1) continue;
          counts[data[(y * width + x) * 3 + channel]!]!++;
          total++;
        }
      }
      if (total > 0) values[row * columns + column] = percentile(counts, total * PAPER_SHARE);
    }
  }
  return { values, columns, rows };
}

/** The blocks' values at the middles of the cells, mixed from the four nearest. */
function inCells({ values, columns, rows }: Grid, { width, height }: RgbPixels): Grid {
  const cellColumns = Math.ceil(width / CELL);
  const cellRows = Math.ceil(height / CELL);
  const cells = new Float32Array(cellColumns * cellRows);
  for (let row = 0; row < cellRows; row++) {
    const y = Math.min(rows - 1, Math.max(0, ((row + 0.5) * CELL) / BLOCK - 0.5));
    const upper = Math.floor(y);
    const lower = Math.min(rows - 1, upper + 1);
    for (let column = 0; column < cellColumns; column++) {
      const x = Math.min(columns - 1, Math.max(0, ((column + 0.5) * CELL) / BLOCK - 0.5));
      const left = Math.floor(x);
      const right = Math.min(columns - 1, left + 1);
      const above = values[upper * columns + left]! * (1 - x + left) + values[upper * columns + right]! * (x - left);
      const below = values[lower * columns + left]! * (1 - x + left) + values[lower * columns + right]! * (x - left);
      cells[row * cellColumns + column] = above * (1 - y + upper) + below * (y - upper);
    }
  }
  return { values: cells, columns: cellColumns, rows: cellRows };
}

/** Ink in a cell can be no paper: it is no darker than the shadow's paper nor brighter than the lit one, as the blocks round it have them. */
function sharpened(page: RgbPixels, channel: number, keep: Uint8Array | null, paper: Grid, smooth: Grid): Grid {
  const darkest = across(paper, 1, least).values;
  const brightest = across(paper, 1, most).values;
  const isSharp = darkest.map((dark, block) => (brightest[block]! * (1 - SHARP) > dark ? 1 : 0));
  if (!isSharp.includes(1)) return smooth;
  const { columns, rows } = smooth;
  const blocks = new Uint32Array(columns * rows);
  for (let row = 0, i = 0; row < rows; row++) {
    const first = Math.floor((row * CELL) / BLOCK) * paper.columns;
    for (let column = 0; column < columns; column++, i++) blocks[i] = first + Math.floor((column * CELL) / BLOCK);
  }
  const wanted = Uint8Array.from(blocks, (block) => isSharp[block]!);
  const told = percentiles(page, channel, keep, CELL, 1, wanted);
  const edge = told.values.map((value, i) => (value === UNKNOWN ? smooth.values[i]! : Math.min(brightest[blocks[i]!]!, Math.max(darkest[blocks[i]!]!, value))));
  return middled({ values: edge, columns, rows }, 1, wanted);
}

function percentile(counts: Uint16Array, wanted: number): number {
  let seen = 0;
  for (let v = 0; v < 256; v++) {
    seen += counts[v]!;
    if (seen >= wanted) return v;
  }
  return 255;
}

/** Dark spots up to four blocks wide, such as thick writing, take the paper's colour from around them. */
const closed = (grid: Grid): Grid => across(across(grid, 2, most), 2, least);

/** How bright the page's light blocks are. */
function brightOf({ values }: Grid): number {
  const known = values.filter((value) => value !== UNKNOWN).sort();
  return known[Math.floor(known.length * 0.9)] ?? 255;
}

/**
 * Large blocks of darkness are pictures or desk, not paper in shadow, and so are blocks of another tint: they are forgotten in every
 * colour, and so stay what they are. Forgotten in one colour only, they would be dark in that one and bright in the others.
 */
function withoutOthers(blocks: readonly Grid[], bright: readonly number[]): Grid[] {
  const isPaper = blocks[0]!.values.map((_, i) => {
    const lit = blocks.map(({ values }, channel) => values[i]! / bright[channel]!);
    return Math.min(...lit) >= DARKEST_SHADOW && Math.max(...lit) <= OTHER_TINT * Math.min(...lit) ? 1 : 0;
  });
  return blocks.map((grid) => ({ ...grid, values: grid.values.map((value, i) => (isPaper[i] === 1 ? value : UNKNOWN)) }));
}

/** Unknown blocks take the mean of the known ones beside them, ring by ring from the edge of the unknown inwards. */
function filledIn({ values, columns, rows }: Grid): Grid {
  const filled = values.slice();
  let unknown = [...filled.keys()].filter((i) => filled[i] === UNKNOWN);
  while (unknown.length > 0) {
    const ring = unknown.map((i) => meanBeside(filled, columns, rows, i));
    // Nothing is known of the whole page: it is all redaction or all dark.
    if (ring.every((value) => value === UNKNOWN)) return { values: filled.fill(255), columns, rows };
    unknown.forEach((i, k) => (filled[i] = ring[k]!));
    unknown = unknown.filter((i) => filled[i] === UNKNOWN);
  }
  return { values: filled, columns, rows };
}

function meanBeside(values: Float32Array, columns: number, rows: number, i: number): number {
  const row = Math.floor(i / columns);
  const column = i % columns;
  let sum = 0;
  let count = 0;
  for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
    for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
      const value = values[r * columns + c]!;
      if (value === UNKNOWN) continue;
      sum += value;
      count++;
    }
  }
  return count === 0 ? UNKNOWN : sum / count;
}

/** Each value becomes the middle one of the square round it; with `wanted`, the others stay. */
function middled({ values, columns, rows }: Grid, radius: number, wanted: Uint8Array | null = null): Grid {
  const result = values.slice();
  const window = new Float32Array((2 * radius + 1) ** 2);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (wanted !== null && wanted[row * columns + column] === 0) continue;
      let count = 0;
      for (let r = Math.max(0, row - radius); r <= Math.min(rows - 1, row + radius); r++) {
        for (let c = Math.max(0, column - radius); c <= Math.min(columns - 1, column + radius); c++) window[count++] = values[r * columns + c]!;
      }
      result[row * columns + column] = middle(window, count);
    }
  }
  return { values: result, columns, rows };
}

/** The middle one of the first `count` values, two dozen at most; sorted by insertion, in place. */
function middle(window: Float32Array, count: number): number {
  for (let i = 1; i < count; i++) {
    const value = window[i]!;
    let k = i - 1;
    for (; k >= 0 && window[k]! > value; k--) window[k + 1] = window[k]!;
    window[k + 1] = value;
  }
  return window[count >> 1]!;
}

/** Makes one of the values from `first` to `last`, `step` apart. */
type Pick = (values: Float32Array, first: number, last: number, step: number) => number;

function most(values: Float32Array, first: number, last: number, step: number): number {
  let found = values[first]!;
  for (let i = first + step; i <= last; i += step) if (values[i]! > found) found = values[i]!;
  return found;
}

function least(values: Float32Array, first: number, last: number, step: number): number {
  let found = values[first]!;
  for (let i = first + step; i <= last; i += step) if (values[i]! < found) found = values[i]!;
  return found;
}

function mean(values: Float32Array, first: number, last: number, step: number): number {
  let sum = 0;
  for (let i = first; i <= last; i += step) sum += values[i]!;
  return sum / ((last - first) / step + 1);
}

/** What `pick` makes of the square round each value: of its rows first, and then of what that made, down. */
function across({ values, columns, rows }: Grid, radius: number, pick: Pick): Grid {
  const along = new Float32Array(values.length);
  const result = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const start = row * columns;
      along[start + column] = pick(values, start + Math.max(0, column - radius), start + Math.min(columns - 1, column + radius), 1);
    }
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [first, last] = [Math.max(0, row - radius), Math.min(rows - 1, row + radius)];
      result[row * columns + column] = pick(along, first * columns + column, last * columns + column, columns);
    }
  }
  return { values: result, columns, rows };
}
