import { fillDark, median } from '../clean/filters.ts';
import { brightness, type GreyPixels, type RgbPixels } from '../decode/pixels.ts';

/** How one quantity of a picture changes from pixel to pixel; `strong` is the change that stands out of the picture's own noise. */
export interface Gradients {
  /** The quantity itself, a byte a pixel. */
  readonly levels: Uint8Array;
  readonly x: Int16Array;
  readonly y: Int16Array;
  readonly width: number;
  readonly height: number;
  readonly strong: number;
}

/** What edges are looked for in, all of one size. */
export interface Channels {
  /** Brightness, saturation, and yellow against blue; ink and rules are filled. A white sheet on a white desk may show in one of them only. */
  readonly filled: readonly [Gradients, Gradients, Gradients];
  /** Brightness with all thin things in it: where paper lies on paper, nothing but the narrow shadow of its edge is seen. */
  readonly thin: Gradients;
  /** The brightness of its light parts. */
  readonly light: number;
}

/** Sobel's sums are eight times the change per pixel. */
const SOBEL_SCALE = 8;
/** A step of fewer levels than this over two pixels is lost in JPEG's own blocks. */
const LEAST_STEP = 0.7;
/** Radius, px, of the square over which an edge's own slope is compared with the slope around it. */
const AROUND = 6;
/** A sheet's edge is much steeper than its surroundings; a shadow's slope goes on. Up to the first share it counts fully, from the second on not at all. */
const SHARP = 0.33;
const SOFT = 0.45;
/** The darkest 95 % of a picture are not its light parts. */
const LIGHT = 0.95;
/** px: ink and rules are no broader than twice this. */
const INK = 6;

export function paperGradients(picture: RgbPixels): Channels {
  const bright = brightness(picture);
  const filled = (channel: GreyPixels): Gradients => gradients(fillDark(median(channel, 3), INK));
  const first = filled(bright);
  return { filled: [first, filled(saturation(picture)), filled(yellowness(picture))], thin: gradients(median(bright, 2)), light: lightOf(first.levels) };
}

function lightOf(levels: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const level of levels) counts[level]!++;
  return Math.max(1, quantile(counts, LIGHT));
}

function saturation({ data: source, width, height }: RgbPixels): GreyPixels {
  const data = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < data.length; i++, j += 3) {
    const [red, green, blue] = [source[j]!, source[j + 1]!, source[j + 2]!];
    const most = Math.max(red, green, blue);
    data[i] = Math.min(255, ((most - Math.min(red, green, blue)) * 255) / Math.max(most, 32));
  }
  return { data, width, height };
}

function yellowness({ data: source, width, height }: RgbPixels): GreyPixels {
  const data = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < data.length; i++, j += 3) data[i] = Math.min(255, Math.max(0, 128 + (source[j]! + source[j + 1]! - 2 * source[j + 2]!) / 4));
  return { data, width, height };
}

/** Changes by Sobel's operator. */
function gradients({ data, width, height }: GreyPixels): Gradients {
  const x = new Int16Array(data.length);
  const y = new Int16Array(data.length);
  const sizes = new Uint32Array(2048);
  for (let v = 1; v < height - 1; v++) {
    for (let u = 1, i = v * width + 1; u < width - 1; u++, i++) {
      const falling = data[i + width + 1]! - data[i - width - 1]!;
      const rising = data[i - width + 1]! - data[i + width - 1]!;
      const across = falling + rising + 2 * (data[i + 1]! - data[i - 1]!);
      const down = falling - rising + 2 * (data[i + width]! - data[i - width]!);
      x[i] = across;
      y[i] = down;
      // One pixel of four is enough to know the noise.
      if ((i & 3) === 0) sizes[Math.min(2047, Math.round(Math.sqrt(across * across + down * down)))]!++;
    }
  }
  const noise = quantile(sizes, 0.6);
  withoutSoftSlopes(x, y, width, height);
  return { levels: data, x, y, width, height, strong: Math.max(LEAST_STEP * SOBEL_SCALE, 2.2 * noise) };
}
/** Takes out what rises as much around as here: shadows, folds and the fall of the light. */
function withoutSoftSlopes(x: Int16Array, y: Int16Array, width: number, height: number): void {
  const acrossAround = boxSums(x, width, height, AROUND);
  const downAround = boxSums(y, width, height, AROUND);
  const count = (2 * AROUND + 1) ** 2;
  for (let i = 0; i < x.length; i++) {
    const across = x[i]!;
    const down = y[i]!;
    const square = across * across + down * down;
    if (square === 0) continue;
    const goesOn = (across * acrossAround[i]! + down * downAround[i]!) / (square * count);
    if (goesOn <= SHARP) continue;
    const weight = goesOn >= SOFT ? 0 : (SOFT - goesOn) / (SOFT - SHARP);
    x[i] = across * weight;
    y[i] = down * weight;
  }
}

/** For each pixel the sum over the square of side 2 * radius + 1 px round it; beyond the picture counts as nothing. */
function boxSums(values: Int16Array, width: number, height: number, radius: number): Int32Array {
  const rows = new Int32Array(values.length);
  for (let v = 0; v < height; v++) {
    const start = v * width;
    let sum = 0;
    for (let u = 0; u < Math.min(radius, width); u++) sum += values[start + u]!;
    for (let u = 0; u < width; u++) {
      if (u + radius < width) sum += values[start + u + radius]!;
      if (u - radius > 0) sum -= values[start + u - radius - 1]!;
      rows[start + u] = sum;
    }
  }
  const sums = new Int32Array(values.length);
  const column = new Int32Array(width);
  for (let v = -radius; v < height; v++) {
    if (v + radius < height) for (let u = 0, i = (v + radius) * width; u < width; u++, i++) column[u]! += rows[i]!;
    if (v - radius > 0) for (let u = 0, i = (v - radius - 1) * width; u < width; u++, i++) column[u]! -= rows[i]!;
    if (v >= 0) sums.set(column, v * width);
  }
  return sums;
}

function quantile(counts: Uint32Array, share: number): number {
  const total = counts.reduce((sum, n) => sum + n, 0);
  let seen = 0;
  for (let v = 0; v < counts.length; v++) {
    seen += counts[v]!;
    if (seen >= total * share) return v;
  }
  return counts.length - 1;
}
