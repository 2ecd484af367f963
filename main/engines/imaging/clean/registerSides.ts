import type { Point } from '../../../../core/capture/cleaning.ts';
import { solved } from './warp.ts';

/** What is dark on one side of a sheet, and where that lies on the straightened sheet. */
export interface Plane {
  /** Darkness, 0 to 255, a pixel. */
  readonly values: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** 1 where nothing can be told. */
  readonly unknown: Uint8Array | null;
  readonly place: SheetPlace;
}

/** A pixel at x, y lies at `(x + left) * perPx`, `(y + top) * perPx` on a sheet of `width` by `height`, the longer of them 1. */
export interface SheetPlace {
  readonly left: number;
  readonly top: number;
  readonly perPx: number;
  readonly width: number;
  readonly height: number;
}

/** The sheet seen on a grid of so many cells along its longer side: first to find the shift at all, then to find it well, then piece by piece. */
const COARSE = 128;
const MIDDLE = 512;
const FINE = 1024;
/** A scanner feeds the second side shifted by up to this share of the sheet. */
const MOST_SHIFT = 0.05;
/** With a worse correlation nothing shines through at all. */
const LEAST_MATCH = 0.15;
/** Pieces of the sheet, across and down, and cells by which each may lie beside the whole. */
const PIECES = 5;
const ASTRAY = 9;
/** A piece says nothing with a worse match than this. */
const LEAST_PIECE = 0.15;
/** Sides of one sheet match at 0.8 and more in most pieces and shift alike in nearly all; any two pages on the same rules match at 0.3 to 0.55, and shift at random. */
const LEAST_USUAL = 0.62;
const AGREEING = 3;
const MOST_AGREE = 0.65;

interface Grid {
  readonly values: Float32Array;
  readonly weights: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** From places on the front's sheet to those on the back's as it shines through, mirrored: x' = a x + b y + c, y' = d x + e y + f. */
type Affine = readonly [number, number, number, number, number, number];

/**
 * Where the ink of a sheet's other side lies under this one, by correlation: mirrored from left to right or, where the sheet was turned
 * over at its short side, from top to bottom; first as a whole, then in pieces, whose shifts are joined to one affine map.
 * @returns from px of the front to px of the back; null where the two do not match
 */
export function alignedTo(front: Plane, back: Plane): ((at: Point) => Point) | null {
  const found = (['across', 'over'] as const)
    .map((flip) => ({ flip, ...bestShift(gridOf(front, COARSE, null), gridOf(back, COARSE, flip), { x: 0, y: 0 }, Math.ceil(MOST_SHIFT * COARSE)) }))
    .reduce((best, one) => (one.match > best.match ? one : best));
  const near = bestShift(gridOf(front, MIDDLE, null), gridOf(back, MIDDLE, found.flip), scaled(found, MIDDLE / COARSE), MIDDLE / COARSE + 1);
  if (near.match < LEAST_MATCH) return null;
  const map = pieced(gridOf(front, FINE, null), gridOf(back, FINE, found.flip), scaled(near, FINE / MIDDLE));
  if (map === null) return null;
  const { place } = front;
  const there = back.place;
  return ({ x, y }) => {
    const [u, v] = [(x + place.left) * place.perPx, (y + place.top) * place.perPx];
    const [p, q] = [map[0] * u + map[1] * v + map[2], map[3] * u + map[4] * v + map[5]];
    const [s, t] = found.flip === 'across' ? [there.width - p, q] : [p, there.height - q];
    return { x: s / there.perPx - there.left, y: t / there.perPx - there.top };
  };
}

const scaled = ({ x, y }: Point, by: number): Point => ({ x: x * by, y: y * by });

/** The mean darkness in each cell of the sheet; `flip` mirrors it. A cell that is mostly unknown has no weight. */
function gridOf({ values, width, height, unknown, place }: Plane, cells: number, flip: 'across' | 'over' | null): Grid {
  const columns = Math.max(1, Math.round(place.width * cells));
  const rows = Math.max(1, Math.round(place.height * cells));
  const sums = new Float32Array(columns * rows);
  const counts = new Uint32Array(columns * rows);
  const all = new Uint32Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const down = Math.floor((y + 0.5 + place.top) * place.perPx * cells);
    if (down < 0 || down >= rows) continue;
    const row = (flip === 'over' ? rows - 1 - down : down) * columns;
    for (let x = 0; x < width; x++) {
      const across = Math.floor((x + 0.5 + place.left) * place.perPx * cells);
      if (across < 0 || across >= columns) continue;
      const cell = row + (flip === 'across' ? columns - 1 - across : across);
      all[cell]!++;
      if (unknown?.[y * width + x] === 1) continue;
      sums[cell]! += values[y * width + x]!;
      counts[cell]!++;
    }
  }
  return {
    values: sums.map((sum, i) => (counts[i] === 0 ? 0 : sum / counts[i]!)),
    weights: Uint8Array.from(counts, (count, i) => (count > 0 && count * 2 >= all[i]! ? 1 : 0)),
    width: columns,
    height: rows,
  };
}

interface Shift extends Point {
  readonly match: number;
}

/** The shift (cells by which the back's ink lies right of and below its mirror image) within `reach` of `about` at which the two match best. */
function bestShift(front: Grid, back: Grid, about: Point, reach: number, part?: { left: number; top: number; right: number; bottom: number }): Shift {
  const middle = { x: Math.round(about.x), y: Math.round(about.y) };
  let best: Shift = { ...middle, match: -1 };
  for (let y = middle.y - reach; y <= middle.y + reach; y++) {
    for (let x = middle.x - reach; x <= middle.x + reach; x++) {
      const match = correlation(front, back, x, y, part ?? { left: 0, top: 0, right: front.width, bottom: front.height });
      if (match > best.match) best = { x, y, match };
    }
  }
  return best;
}

/** Pearson's, over the cells that are known on both sides. */
function correlation(
  front: Grid,
  back: Grid,
  dx: number,
  dy: number,
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
): number {
  let [count, a, b, aa, bb, ab] = [0, 0, 0, 0, 0, 0];
  for (let y = Math.max(top, dy, 0); y < Math.min(bottom, back.height + dy); y++) {
    for (let x = Math.max(left, dx, 0), i = y * front.width + x, j = (y - dy) * back.width + x - dx; x < Math.min(right, back.width + dx); x++, i++, j++) {
      if (front.weights[i] === 0 || back.weights[j] === 0) continue;
      const p = front.values[i]!;
      const q = back.values[j]!;
      count++;
      a += p;
      b += q;
      aa += p * p;
      bb += q * q;
      ab += p * q;
    }
  }
  const spread = Math.sqrt((count * aa - a * a) * (count * bb - b * b));
  return count < 50 || !(spread > 0) ? 0 : (count * ab - a * b) / spread;
}

interface Pair {
  readonly from: Point;
  readonly to: Point;
  readonly match: number;
}

/** The affine map on the sheet through the shifts of its pieces; null where they match badly or each would go its own way. */
function pieced(front: Grid, back: Grid, whole: Point): Affine | null {
  const pairs: Pair[] = [];
  for (let row = 0; row < PIECES; row++) {
    for (let column = 0; column < PIECES; column++) {
      const part = {
        left: Math.floor((column * front.width) / PIECES),
        top: Math.floor((row * front.height) / PIECES),
        right: Math.floor(((column + 1) * front.width) / PIECES),
        bottom: Math.floor(((row + 1) * front.height) / PIECES),
      };
      const { x, y, match } = bestShift(front, back, whole, ASTRAY, part);
      if (match < LEAST_PIECE) continue;
      const from = { x: (part.left + part.right) / 2 / FINE, y: (part.top + part.bottom) / 2 / FINE };
      pairs.push({ from, to: { x: from.x - x / FINE, y: from.y - y / FINE }, match });
    }
  }
  const usual = pairs.map(({ match }) => match).sort((one, two) => one - two)[pairs.length >> 1];
  if (usual === undefined || usual < LEAST_USUAL) return null;
  let map = throughAll(pairs);
  for (let round = 0; round < 2 && map !== null; round++) {
    const agreeing = pairs.filter((pair) => strays(pair, map!) <= AGREEING);
    map = agreeing.length < pairs.length * MOST_AGREE ? null : throughAll(agreeing);
  }
  return map;
}

/** Cells by which the map misses the piece. */
const strays = ({ from, to }: Pair, [a, b, c, d, e, f]: Affine): number =>
  Math.hypot(a * from.x + b * from.y + c - to.x, d * from.x + e * from.y + f - to.y) * FINE;

/** Least squares, weighted by how well each piece matches; null with fewer than six pieces, or all of them in one line. */
function throughAll(pairs: readonly Pair[]): Affine | null {
  if (pairs.length < 6) return null;
  const sums = [0, 0, 0, 0, 0, 0];
  const targets = [
    [0, 0, 0],
    [0, 0, 0],
  ] as const as readonly [number[], number[]];
  for (const { from, to, match } of pairs) {
    const { x, y } = from;
    [x * x, x * y, x, y * y, y, 1].forEach((value, k) => (sums[k]! += value * match));
    [to.x, to.y].forEach((value, k) => [x, y, 1].forEach((by, m) => (targets[k as 0 | 1][m]! += value * by * match)));
  }
  const [xx, xy, x, yy, y, one] = sums as [number, number, number, number, number, number];
  const rows = (target: readonly number[]): number[][] => [
    [xx, xy, x, target[0]!],
    [xy, yy, y, target[1]!],
    [x, y, one, target[2]!],
  ];
  const across = solved(rows(targets[0]));
  const down = solved(rows(targets[1]));
  return across === null || down === null ? null : ([...across, ...down] as unknown as Affine);
}
