import type { RgbPixels } from './pixels.ts';

/** Side, in px, of the blocks whose paper colour is taken. */
const BLOCK = 16;
/** Ink covers less than a fifth of nearly every block, so that the 80th percentile is paper. */
const PAPER_SHARE = 0.8;
/** Where paper lies in the ratio of pixel to paper: room above it shows the noise without ink. */
const PAPER_LEVEL = 200;
/** Darker than this no light falls on paper; dividing by less would make paper of black desks. */
const DARKEST_PAPER = 24;
/** A block this dark beside the page's bright paper is not paper in shadow: a hand's shadow takes away less than half of the light. */
const DARKEST_SHADOW = 0.35;
/** A block of which nothing is known: all redaction, or a picture. */
const UNKNOWN = 0;

/** The colour of the paper under the writing, one value for each block of 16 px. */
interface PaperGrid {
  readonly values: Float32Array;
  readonly columns: number;
  readonly rows: number;
}

/**
 * The page on white paper: light, shadow and the paper's own colour divided out, colours of ink kept. `strength` from 0 (the
 * faintest pencil stays) to 1 (the cleanest paper). Pixels for which `keep` is 1 are neither measured nor changed.
 * Paper by percentile of blocks, closed and smoothed; the white point follows the noise on the bright, ink-free side of the
 * paper's peak, so that a grainy photo and a clean scan both come out white.
 */
export function flatten(page: RgbPixels, strength: number, keep: Uint8Array | null = null): RgbPixels {
  const { data: source, width, height } = page;
  const ratios = new Uint8Array(source.length);
  const counts = new Uint32Array(256);
  // A grey page, as most copiers make them, has the same paper in each colour.
  const grey = isGrey(page);
  const first = paperGrid(page, 0, keep);
  const grids = grey ? [first, first, first] : [first, paperGrid(page, 1, keep), paperGrid(page, 2, keep)];
  const [red, green, blue] = grids.map((grid) => new Float32Array(width + 1).fill(grid.columns)) as [Float32Array, Float32Array, Float32Array];
  for (let y = 0; y < height; y++) {
    paperRow(grids[0]!, y, width, red);
    if (grey) {
      for (let x = 0, i = y * width * 3; x < width; x++, i += 3) {
        const value = Math.min(255, source[i]! * red[x]!) | 0;
        ratios[i] = value;
        ratios[i + 1] = value;
        ratios[i + 2] = value;
        counts[value]!++;
      }
      continue;
    }
    paperRow(grids[1]!, y, width, green);
    paperRow(grids[2]!, y, width, blue);
    for (let x = 0, i = y * width * 3; x < width; x++, i += 3) {
      const r = Math.min(255, source[i]! * red[x]!) | 0;
      const g = Math.min(255, source[i + 1]! * green[x]!) | 0;
      const b = Math.min(255, source[i + 2]! * blue[x]!) | 0;
      ratios[i] = r;
      ratios[i + 1] = g;
      ratios[i + 2] = b;
      counts[g]!++;
    }
  }
  const curve = toneCurve(counts, strength);
  for (let i = 0; i < ratios.length; i++) ratios[i] = curve[ratios[i]!]!;
  if (keep !== null) {
    for (let i = 0, j = 0; i < keep.length; i++, j += 3) {
      if (keep[i] === 0) continue;
      ratios[j] = source[j]!;
      ratios[j + 1] = source[j + 1]!;
      ratios[j + 2] = source[j + 2]!;
    }
  }
  return { data: ratios, width, height };
}

function isGrey({ data }: RgbPixels): boolean {
  for (let i = 0; i < data.length; i += 3) if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return false;
  return true;
}

/** From ratio to the tone shown; the white point sits below the paper's peak by 2 to 3.5 times its noise. */
function toneCurve(counts: Uint32Array, strength: number): Uint8Array {
  let paper = 150;
  for (let v = 150; v < 240; v++) if (counts[v]! > counts[paper]!) paper = v;
  let brighter = 0;
  for (let v = paper; v < 256; v++) brighter += counts[v]!;
  let seen = 0;
  let v = paper;
  for (; v < 256; v++) {
    seen += counts[v]!;
    if (seen >= brighter * 0.6827) break;
  }
  const noise = Math.max(1, v - paper);
  const white = Math.max(140, paper - (2 + 1.5 * strength) * noise);
  const gamma = 1.6 - 0.45 * strength;
  return Uint8Array.from({ length: 256 }, (_, ratio) => Math.round(255 * Math.min(1, ratio / white) ** gamma));
}

/** What to multiply each pixel of row `y` with: PAPER_LEVEL over the paper's value there, mixed from the four nearest blocks. */
function paperRow({ values, columns, rows }: PaperGrid, y: number, width: number, factors: Float32Array): void {
  const place = Math.max(0, (y + 0.5) / BLOCK - 0.5);
  const upper = Math.min(rows - 1, Math.floor(place));
  const lower = Math.min(rows - 1, upper + 1);
  const mix = place - upper;
  let x = 0;
  for (let column = 0; column < columns; column++) {
    const next = Math.min(columns - 1, column + 1);
    const left = values[upper * columns + column]! * (1 - mix) + values[lower * columns + column]! * mix;
    const right = values[upper * columns + next]! * (1 - mix) + values[lower * columns + next]! * mix;
    const end = column === columns - 1 ? width : Math.min(width, (column + 1) * BLOCK + BLOCK / 2);
    for (; x < end; x++) {
      const across = Math.max(0, (x + 0.5) / BLOCK - 0.5 - column);
      factors[x] = PAPER_LEVEL / (left + (right - left) * across);
    }
  }
}

function paperGrid({ data, width, height }: RgbPixels, channel: number, keep: Uint8Array | null): PaperGrid {
  const columns = Math.ceil(width / BLOCK);
  const rows = Math.ceil(height / BLOCK);
  const values = new Float32Array(columns * rows);
  const counts = new Uint16Array(256);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      let total = 0;
      // Every other pixel of every other row is plenty for a percentile.
      for (let y = row * BLOCK, bottom = Math.min(height, y + BLOCK); y < bottom; y += 2) {
        for (let x = column * BLOCK, right = Math.min(width, x + BLOCK); x < right; x += 2) {
          if (keep !== null && keep[y * width + x] === 1) continue;
          counts[data[(y * width + x) * 3 + channel]!]!++;
          total++;
        }
      }
      values[row * columns + column] = total === 0 ? UNKNOWN : percentile(counts, total * PAPER_SHARE);
    }
  }
  const smooth = boxed(middled(closed(filledIn(withoutPictures({ values, columns, rows })))));
  return { ...smooth, values: smooth.values.map((value) => Math.max(DARKEST_PAPER, value)) };
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
function closed(grid: PaperGrid): PaperGrid {
  const brightest = around(grid, 2, (window) => window.reduce((most, value) => (value > most ? value : most)));
  return around(brightest, 2, (window) => window.reduce((least, value) => (value < least ? value : least)));
}

/** Large blocks of darkness are pictures or desk, not paper in shadow: they are forgotten, and so stay dark. */
function withoutPictures(grid: PaperGrid): PaperGrid {
  const known = grid.values.filter((value) => value !== UNKNOWN).sort();
  const bright = known[Math.floor(known.length * 0.9)] ?? 255;
  return { ...grid, values: grid.values.map((value) => (value < bright * DARKEST_SHADOW ? UNKNOWN : value)) };
}

/** Unknown blocks take the mean of the known ones beside them, ring by ring from the edge of the unknown inwards. */
function filledIn({ values, columns, rows }: PaperGrid): PaperGrid {
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

function middled(grid: PaperGrid): PaperGrid {
  return around(grid, 2, middle);
}

/** The middle value, of two dozen at most; sorted by insertion, in place. */
function middle(window: Float32Array): number {
  for (let i = 1; i < window.length; i++) {
    const value = window[i]!;
    let k = i - 1;
    for (; k >= 0 && window[k]! > value; k--) window[k + 1] = window[k]!;
    window[k + 1] = value;
  }
  return window[window.length >> 1]!;
}

function boxed(grid: PaperGrid): PaperGrid {
  return around(grid, 1, (window) => window.reduce((sum, value) => sum + value, 0) / window.length);
}

function around({ values, columns, rows }: PaperGrid, radius: number, pick: (window: Float32Array) => number): PaperGrid {
  const result = new Float32Array(values.length);
  const window = new Float32Array((2 * radius + 1) ** 2);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let count = 0;
      for (let r = Math.max(0, row - radius); r <= Math.min(rows - 1, row + radius); r++) {
        for (let c = Math.max(0, column - radius); c <= Math.min(columns - 1, column + radius); c++) window[count++] = values[r * columns + c]!;
      }
      result[row * columns + column] = pick(window.subarray(0, count));
    }
  }
  return { values: result, columns, rows };
}
