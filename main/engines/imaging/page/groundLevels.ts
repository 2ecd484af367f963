import type { GreyPixels } from '../decode/pixels.ts';

/** What sheets lie on, as seen along the border of a picture. */
export interface Ground {
  /** Its brightness at a pixel: a plane laid through the border, since light falls off to one side. */
  readonly at: (x: number, y: number) => number;
  /** Levels by which its pixels differ from that plane, in the middle of them all. */
  readonly unevenness: number;
  /** Levels by which a sheet must be brighter. */
  readonly threshold: number;
}

/** Breadth of the border as a share of the picture's longer side. */
const BORDER = 0.02;
const LEAST_THRESHOLD = 5;
/** In noise and grain so much above the middle difference nothing of the ground is left. */
const OVER_NOISE = 3.2;
/** At least this share of the way from the ground to the paper. */
const TOWARDS_PAPER = 0.4;

/** Levels round the commonest one that are taken for the ground. */
const AT_FIRST = 16;
/** So much of the border must be ground. */
const LEAST_SEEN = 0.35;

/** One of so many pixels is enough to know how bright the paper is. */
const EVERY = 7;

/** Null where the border shows no one ground. */
export function groundLevels({ data, width, height }: GreyPixels): Ground | null {
  const breadth = Math.max(3, Math.round(BORDER * Math.max(width, height)));
  const border: [number, number, number][] = [];
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      if (Math.min(x, y, width - 1 - x, height - 1 - y) < breadth) border.push([x, y, data[y * width + x]!]);
    }
  }
  // What lies across the border is of another brightness; the commonest one is the ground's.
  const commonest = commonestLevel(border);
  let near = border.filter(([, , value]) => Math.abs(value - commonest) <= AT_FIRST);
  let plane = fittedPlane(near);
  let unevenness = 0;
  for (let round = 0; round < 3; round++) {
    const misses = border.map(([x, y, value]) => Math.abs(value - plane(x, y)));
    near = border.filter((_, k) => misses[k]! <= AT_FIRST);
    unevenness = median(misses.filter((miss) => miss <= AT_FIRST));
    if (near.length < border.length * LEAST_SEEN) return null;
    plane = fittedPlane(near);
  }
  const above = Float32Array.from(
    { length: Math.ceil(data.length / EVERY) },
    (_, k) => data[k * EVERY]! - plane((k * EVERY) % width, Math.floor((k * EVERY) / width)),
  ).sort();
  const paper = above[Math.floor(above.length * 0.95)]!;
  return { at: plane, unevenness, threshold: Math.max(LEAST_THRESHOLD, OVER_NOISE * unevenness, TOWARDS_PAPER * paper) };
}

function commonestLevel(border: readonly (readonly [number, number, number])[]): number {
  const counts = new Uint32Array(256 + 8);
  for (const [, , value] of border) for (let k = 0; k < 8; k++) counts[value + k]!++;
  return counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0)) - 3.5;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Least squares: value = a + b x + c y. */
function fittedPlane(points: readonly (readonly [number, number, number])[]): (x: number, y: number) => number {
  const count = points.length;
  const mean = [0, 1, 2].map((k) => points.reduce((sum, point) => sum + point[k as 0 | 1 | 2], 0) / count);
  const [mx, my, mv] = mean as [number, number, number];
  let [xx, xy, yy, xv, yv] = [0, 0, 0, 0, 0];
  for (const [x, y, value] of points) {
    xx += (x - mx) ** 2;
    xy += (x - mx) * (y - my);
    yy += (y - my) ** 2;
    xv += (x - mx) * (value - mv);
    yv += (y - my) * (value - mv);
  }
  const determinant = xx * yy - xy * xy;
  if (determinant < 1e-6) return () => mv;
  const b = (xv * yy - yv * xy) / determinant;
  const c = (yv * xx - xv * xy) / determinant;
  return (x, y) => mv + b * (x - mx) + c * (y - my);
}
