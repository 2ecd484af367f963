import type { GreyPixels } from './pixels.ts';

/** Each pixel becomes the middle value of the square of side 2 * radius + 1 px round it. Sliding histogram after Huang, Yang and Tang (1979). */
export function median({ data: source, width, height }: GreyPixels, radius: number): GreyPixels {
  const data = new Uint8Array(width * height);
  const counts = new Uint16Array(256);
  const half = ((2 * radius + 1) ** 2) >> 1;
  for (let y = 0; y < height; y++) {
    counts.fill(0);
    let value = 0;
    let below = 0;
    const count = (x: number, change: 1 | -1): void => {
      const column = Math.min(width - 1, Math.max(0, x));
      for (let k = -radius; k <= radius; k++) {
        const v = source[Math.min(height - 1, Math.max(0, y + k)) * width + column]!;
        counts[v] = counts[v]! + change;
        if (v < value) below += change;
      }
    };
    for (let x = -radius; x < radius; x++) count(x, 1);
    for (let x = 0; x < width; x++) {
      count(x + radius, 1);
      while (below + counts[value]! <= half) below += counts[value++]!;
      while (below > half) below -= counts[--value]!;
      data[y * width + x] = value;
      count(x - radius, -1);
    }
  }
  return { data, width, height };
}

/** Dark things thinner than 2 * radius + 1 px vanish: rules, ink, printed frames. */
export function fillDark(picture: GreyPixels, radius: number): GreyPixels {
  return inverted(brightest(inverted(brightest(picture, radius)), radius));
}

function inverted({ data, width, height }: GreyPixels): GreyPixels {
  return { data: data.map((value) => 255 - value), width, height };
}

/** Each pixel becomes the brightest of the square of side 2 * radius + 1 px round it, rows first and then columns. */
function brightest({ data: source, width, height }: GreyPixels, radius: number): GreyPixels {
  const data = source.slice();
  const line = new Uint8Array(Math.max(width, height) + 2 * radius);
  for (let y = 0; y < height; y++) spreadLine(data, y * width, 1, width, radius, line);
  for (let x = 0; x < width; x++) spreadLine(data, x, width, height, radius, line);
  return { data, width, height };
}

/** The greatest of every window along one line, in as many passes as the window's length has binary digits: windows of 2, 4, 8 ... grow by overlapping. */
function spreadLine(data: Uint8Array, start: number, step: number, length: number, radius: number, line: Uint8Array): void {
  line.fill(0);
  for (let k = 0; k < length; k++) line[k + radius] = data[start + k * step]!;
  const window = 2 * radius + 1;
  const end = length + 2 * radius;
  for (let covered = 1; covered < window;) {
    const shift = Math.min(covered, window - covered);
    for (let k = 0; k + shift < end; k++) if (line[k + shift]! > line[k]!) line[k] = line[k + shift]!;
    covered += shift;
  }
  for (let k = 0; k < length; k++) data[start + k * step] = line[k]!;
}
