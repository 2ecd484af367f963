import type { GreyPixels } from '../decode/pixels.ts';

/** Each pixel becomes the middle value of the 2 * radius + 1 px about it in its row, and then in its column: grain goes, edges stay where they are. */
export function median({ data, width, height }: GreyPixels, radius: 2 | 3): GreyPixels {
  const middles = radius === 2 ? middlesOf5 : middlesOf7;
  const offsets = Array.from({ length: 2 * radius + 1 }, (_, k) => k);
  const along = new Uint8Array(data.length);
  const line = new Uint8Array(width + 2 * radius);
  for (let y = 0; y < height; y++) {
    line.fill(data[y * width]!, 0, radius);
    line.set(data.subarray(y * width, (y + 1) * width), radius);
    line.fill(data[(y + 1) * width - 1]!, radius + width);
    middles(line, offsets, along.subarray(y * width, (y + 1) * width));
  }
  const across = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const rows = offsets.map((k) => Math.min(height - 1, Math.max(0, y + k - radius)) * width);
    middles(along, rows, across.subarray(y * width, (y + 1) * width));
  }
  return { data: across, width, height };
}

/** Of seven stretches of the same length that begin at these places, value by value the middle one. Median network after Devillard (1998). */
function middlesOf7(source: Uint8Array, places: readonly number[], into: Uint8Array): void {
  const [i0, i1, i2, i3, i4, i5, i6] = places as [number, number, number, number, number, number, number];
  for (let k = 0; k < into.length; k++) {
    const a = source[i0 + k]!;
    const b = source[i1 + k]!;
    const c = source[i2 + k]!;
    const d = source[i3 + k]!;
    const e = source[i4 + k]!;
    const f = source[i5 + k]!;
    const g = source[i6 + k]!;
    const lowA = Math.min(a, f);
    const highF = Math.max(a, f);
    const lowD = Math.max(lowA, d);
    const lowest = Math.min(lowA, d);
    const lowB = Math.max(lowest, Math.min(b, g));
    const highG = Math.max(b, g);
    const lowC = Math.min(c, e);
    const highE = Math.max(c, e);
    const middleD = Math.min(lowD, highF);
    const middleF = Math.max(lowD, highF);
    const middleG = Math.max(lowC, highG);
    const middleC = Math.min(lowC, highG);
    const inner = Math.min(Math.max(middleC, middleD), middleG);
    const outer = Math.min(highE, middleF);
    into[k] = Math.min(Math.max(Math.min(lowB, outer), inner), Math.max(lowB, outer));
  }
}

/** The same of five. */
function middlesOf5(source: Uint8Array, places: readonly number[], into: Uint8Array): void {
  const [i0, i1, i2, i3, i4] = places as [number, number, number, number, number];
  for (let k = 0; k < into.length; k++) {
    const a = source[i0 + k]!;
    const b = source[i1 + k]!;
    const c = source[i2 + k]!;
    const d = source[i3 + k]!;
    const e = source[i4 + k]!;
    const low = Math.max(Math.min(a, b), Math.min(d, e));
    const high = Math.min(Math.max(a, b), Math.max(d, e));
    into[k] = Math.max(Math.min(low, high), Math.min(Math.max(low, high), c));
  }
}

/** Dark things thinner than 2 * radius + 1 px vanish: rules, ink, printed frames. What is beyond the picture counts as neither dark nor bright. */
export function fillDark({ data, width, height }: GreyPixels, radius: number): GreyPixels {
  const bright = brightest(data, width, height, radius);
  return { data: inverted(brightest(inverted(bright), width, height, radius)), width, height };
}

const inverted = (levels: Uint8Array): Uint8Array => levels.map((level) => 255 - level);

/** Each pixel becomes the brightest of the square of side 2 * radius + 1 px round it, rows first and then columns; there is no light beyond the picture. */
function brightest(source: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  const spread = new Uint8Array(width * (height + 2 * radius));
  const line = new Uint8Array(width + 2 * radius);
  for (let y = 0; y < height; y++) {
    line.fill(0);
    line.set(source.subarray(y * width, (y + 1) * width), radius);
    growBrightest(line, 1, radius);
    spread.set(line.subarray(0, width), (y + radius) * width);
  }
  growBrightest(spread, width, radius);
  return spread.slice(0, width * height);
}

/** The greatest of every 2 * radius + 1 values `step` apart, in as many passes as that number has binary digits: windows of 2, 4, 8 ... grow by overlapping. */
function growBrightest(values: Uint8Array, step: number, radius: number): void {
  const window = 2 * radius + 1;
  for (let covered = 1; covered < window;) {
    const shift = Math.min(covered, window - covered);
    const ahead = shift * step;
    for (let k = 0, end = values.length - ahead; k < end; k++) if (values[k + ahead]! > values[k]!) values[k] = values[k + ahead]!;
    covered += shift;
  }
}
