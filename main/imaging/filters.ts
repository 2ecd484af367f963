import type { GreyPixels } from './pixels.ts';

/** Each pixel becomes the middle value of the square of side 2 * radius + 1 px round it. Sliding histogram after Huang, Yang and Tang (1979). */
export function median({ data: source, width, height }: GreyPixels, radius: number): GreyPixels {
  const data = new Uint8Array(width * height);
  const counts = new Uint16Array(256);
  const side = 2 * radius + 1;
  const half = (side * side) >> 1;
  const rows = new Int32Array(side);
  for (let y = 0; y < height; y++) {
    for (let k = 0; k < side; k++) rows[k] = Math.min(height - 1, Math.max(0, y + k - radius)) * width;
    counts.fill(0);
    let value = 0;
    let below = 0;
    for (let x = -radius; x < radius; x++) {
      const column = Math.min(width - 1, Math.max(0, x));
      for (let k = 0; k < side; k++) counts[source[rows[k]! + column]!]!++;
    }
    for (let x = 0; x < width; x++) {
      const coming = Math.min(width - 1, x + radius);
      for (let k = 0; k < side; k++) {
        const v = source[rows[k]! + coming]!;
        counts[v]!++;
        if (v < value) below++;
      }
      while (below + counts[value]! <= half) below += counts[value++]!;
      while (below > half) below -= counts[--value]!;
      data[y * width + x] = value;
      const going = Math.max(0, x - radius);
      for (let k = 0; k < side; k++) {
        const v = source[rows[k]! + going]!;
        counts[v]!--;
        if (v < value) below--;
      }
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
  const spread = new Uint8Array(width * (height + 2 * radius));
  const line = new Uint8Array(width + 2 * radius);
  for (let y = 0; y < height; y++) {
    line.fill(0);
    line.set(source.subarray(y * width, (y + 1) * width), radius);
    growWindows(line, 1, radius);
    spread.set(line.subarray(0, width), (y + radius) * width);
  }
  growWindows(spread, width, radius);
  return { data: spread.slice(0, width * height), width, height };
}

/** The greatest of every 2 * radius + 1 values `step` apart, in as many passes as that number has binary digits: windows of 2, 4, 8 ... grow by overlapping. */
function growWindows(values: Uint8Array, step: number, radius: number): void {
  const window = 2 * radius + 1;
  for (let covered = 1; covered < window;) {
    const shift = Math.min(covered, window - covered);
    const ahead = shift * step;
    for (let k = 0, end = values.length - ahead; k < end; k++) if (values[k + ahead]! > values[k]!) values[k] = values[k + ahead]!;
    covered += shift;
  }
}
