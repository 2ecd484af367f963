import { CELL, paperGrids, type Grid } from './paperGrid.ts';
import type { RgbPixels } from '../decode/pixels.ts';

/** One of so many pixels is enough to know how dark a page is. */
const EVERY = 5;
/** The middle level of a dark page is below this, strokes on it are lighter by so many levels, and cover between these shares of it. */
const DARK_PAGE = 90;
const LIGHTER = 70;
const LEAST_LIGHT = 0.001;
const MOST_LIGHT = 0.3;

/** Where paper lies in the ratio of pixel to paper: room above it shows the noise without ink. */
const PAPER_LEVEL = 200;

/**
 * The page on white paper: light, shadow and the paper's own colour divided out, colours of ink kept. `strength` from 0 (the
 * faintest pencil stays) to 1 (the cleanest paper). Pixels for which `keep` is 1 are neither measured nor changed.
 * Paper by `paperGrid`; the white point follows the noise on the bright, ink-free side of the paper's peak, so that a grainy photo
 * and a clean scan both come out white.
 */
export function flatten(page: RgbPixels, strength: number, keep: Uint8Array | null = null): RgbPixels {
  const { data: source, width, height } = page;
  // What is written in light on dark would vanish in white paper.
  if (isLightOnDark(page)) return { data: source.slice(), width, height };
  const ratios = new Uint8Array(source.length);
  const counts = new Uint32Array(256);
  // A grey page, as most copiers make them, has the same paper in each colour.
  const grey = isGrey(page);
  const grids = paperGrids(page, keep, grey);
  const [red, green, blue] = grids.map((grid) => new Float32Array(width + 1).fill(grid.columns)) as [Float32Array, Float32Array, Float32Array];
  for (let y = 0; y < height; y++) {
    paperRow(grids[0], y, width, red);
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
    paperRow(grids[1], y, width, green);
    paperRow(grids[2], y, width, blue);
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

/** True of a dark page with light strokes on it; a page in the dark has no light ones. */
export function isLightOnDark({ data }: RgbPixels): boolean {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i += 3 * EVERY) counts[Math.max(data[i]!, data[i + 1]!, data[i + 2]!)]!++;
  const total = counts.reduce((sum, count) => sum + count, 0);
  let level = 0;
  for (let seen = counts[0]!; seen < total / 2; seen += counts[level]!) level++;
  const light = counts.reduce((sum, count, value) => (value > level + LIGHTER ? sum + count : sum), 0) / total;
  return level < DARK_PAGE && light > LEAST_LIGHT && light < MOST_LIGHT;
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

/** What to multiply each pixel of row `y` with: PAPER_LEVEL over the paper's value there, mixed from the four nearest cells. */
function paperRow({ values, columns, rows }: Grid, y: number, width: number, factors: Float32Array): void {
  const place = Math.max(0, (y + 0.5) / CELL - 0.5);
  const upper = Math.min(rows - 1, Math.floor(place));
  const lower = Math.min(rows - 1, upper + 1);
  const mix = place - upper;
  let x = 0;
  for (let column = 0; column < columns; column++) {
    const next = Math.min(columns - 1, column + 1);
    const left = values[upper * columns + column]! * (1 - mix) + values[lower * columns + column]! * mix;
    const right = values[upper * columns + next]! * (1 - mix) + values[lower * columns + next]! * mix;
    const end = column === columns - 1 ? width : Math.min(width, (column + 1) * CELL + CELL / 2);
    for (; x < end; x++) {
      const across = Math.max(0, (x + 0.5) / CELL - 0.5 - column);
      factors[x] = PAPER_LEVEL / (left + (right - left) * across);
    }
  }
}
