import type { Point, Quad } from '../../../../core/capture/cleaning.ts';
import type { Channels, Gradients } from './gradients.ts';
import type { Outline } from './outline.ts';

/** What speaks for and against a four-cornered outline being the edge of a sheet. All are shares from 0 to 1, but where it is said otherwise. */
export interface Evidence {
  readonly always: number;
  /** Of the side with the fewest, and of all: where along it the full picture has a sharp step. */
  readonly sharpLeast: number;
  readonly sharpMean: number;
  /** Where along it an edge is seen in the small picture. */
  readonly edgeLeast: number;
  readonly edgeMean: number;
  /** Where along it the paper differs from what lies close beside it. */
  readonly apartLeast: number;
  readonly apartMean: number;
  /** Where along it the ground between the writing differs from the ground further out; under a rule or a row of writing it is the same. */
  readonly groundLeast: number;
  readonly groundMean: number;
  /** How far the sides go on behind their corners. */
  readonly runsOnMost: number;
  readonly runsOnMean: number;
  /** How far they go on where they meet a side that isn't set apart: a sheet's own edges end there even on other paper. */
  readonly unclosed: number;
  /** Where along one side at most the sheet is darker than what is beside it. */
  readonly darker: number;
  /** How far the inside falls short of half the brightness of the picture's light parts. */
  readonly dark: number;
  /** How much the paper's tint differs along one side from the tint of all of it. */
  readonly patched: number;
  /** How much of it has another tint than most of it. */
  readonly oddTint: number;
  /** The logarithm of how much longer it looks than any usual paper. */
  readonly long: number;
  /** The cosine of the corner that is farthest from square. */
  readonly askew: number;
  /** Where sides that are not set apart have the narrow shadow of an edge. */
  readonly shadow: number;
  /** How far the outline and what the net takes for a page cover each other: the area they share by the area of both. */
  readonly seen: number;
}

/** How far from a side, in px, its two neighbourhoods are compared: clear of the edge's own blur, near enough to be of the same light. */
const NEAR = 5;
const FAR = 12;
/** Rows of writing are no further apart than this, in px, so that there is some ground between. */
const ROW = 24;
/** px along a side whose ground is taken together. */
const STRETCH = 24;
/** Levels by which brightness, saturation and yellow against blue differ, at least, where one is paper and the other isn't. */
const LEAST_DIFFERENCE = 2;
const LEAST_GROUND_DIFFERENCES = [4, 6, 2.5] as const;
/** Levels of the narrow shadow beside an edge. */
const LEAST_SHADOW = 3;
/** The inside is looked at in so many places each way. */
const GRID = 10;
/** No usual paper looks longer than this against its breadth, leaning camera or not. */
const LONGEST = 1.65;

/** `outline` is in px of the channels; its sides count as sharp, since only the full picture can tell. */
export function evidenceOf({ quad, edges, runsOn }: Outline, channels: Channels, seen: number): Evidence {
  const sides = quad.map((from, k) => along(from, quad[(k + 1) % 4]!, channels));
  const cells = insideOf(quad, channels.filled);
  const apart = sides.map((side) => side.apart);
  const ground = sides.map((side) => side.ground);
  const lit = middle(cells.map((levels) => levels[0]!));
  return {
    always: 1,
    sharpLeast: 1,
    sharpMean: 1,
    edgeLeast: Math.min(...edges),
    edgeMean: mean(edges),
    apartLeast: Math.min(...apart),
    apartMean: mean(apart),
    groundLeast: Math.min(...ground),
    groundMean: mean(ground),
    runsOnMost: Math.max(...runsOn),
    runsOnMean: mean(runsOn),
    unclosed: Math.max(...apart.map((share, k) => (1 - share) * Math.max(runsOn[(k + 1) % 4]!, runsOn[(k + 3) % 4]!))),
    darker: Math.max(...sides.map((side) => side.darker)),
    dark: Math.max(0, 0.5 - lit / channels.light),
    patched: patchedness(sides, cells),
    oddTint: oddness([...sides.flatMap(({ within }) => within), ...cells]),
    long: longness(quad),
    askew: Math.max(...quad.map((corner, k) => cosineAt(quad[(k + 3) % 4]!, corner, quad[(k + 1) % 4]!))),
    shadow: mean(sides.map((side) => (1 - side.apart) * side.shadow)),
    seen,
  };
}

/** `sharp`: of each side, the share with a sharp step in the full picture. */
export function withSharpness(evidence: Evidence, sharp: readonly number[]): Evidence {
  return { ...evidence, sharpLeast: Math.min(...sharp), sharpMean: mean(sharp) };
}

interface SeenSide {
  readonly apart: number;
  readonly darker: number;
  readonly ground: number;
  readonly shadow: number;
  /** Brightness, saturation and yellow against blue, place by place, just inside. */
  readonly within: readonly (readonly number[])[];
}

function along(from: Point, to: Point, { filled, thin }: Channels): SeenSide {
  const { width, height } = thin;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const way = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const indexAt = (t: number, off: number): number => {
    const x = Math.round(from.x + way.x * t - way.y * off);
    const y = Math.round(from.y + way.y * t + way.x * off);
    return x < 0 || y < 0 || x >= width || y >= height ? -1 : y * width + x;
  };
  const meansAt = (t: number, sign: 1 | -1): number[] | null => {
    const sums = [0, 0, 0];
    let count = 0;
    for (let off = NEAR; off <= FAR; off++) {
      const i = indexAt(t, off * sign);
      if (i < 0) continue;
      count++;
      for (let c = 0; c < 3; c++) sums[c]! += filled[c]!.levels[i]!;
    }
    return count < 2 ? null : sums.map((sum) => sum / count);
  };
  const within: number[][] = [];
  const counts = [0, 0, 0, 0, 0, 0];
  let [places, any, shadows] = [0, 0, 0];
  for (let t = FAR; t < length - FAR; t += 3) {
    const inside = meansAt(t, 1);
    const outside = meansAt(t, -1);
    places++;
    if (inside !== null) within.push(inside);
    if (inside === null || outside === null) continue;
    let differs = false;
    for (let c = 0; c < 3; c++) {
      const difference = inside[c]! - outside[c]!;
      if (Math.abs(difference) < LEAST_DIFFERENCE) continue;
      counts[difference > 0 ? 2 * c : 2 * c + 1]!++;
      differs = true;
    }
    if (differs) any++;
    let darkest = 255;
    for (let off = -3; off <= 2; off++) {
      const i = indexAt(t, off);
      if (i >= 0) darkest = Math.min(darkest, thin.levels[i]!);
    }
    if (Math.min(inside[0]!, outside[0]!) - darkest >= LEAST_SHADOW) shadows++;
  }
  const total = Math.max(1, places);
  const one = Math.max(...counts) / total;
  return {
    // What lies beside the paper may change along its side; one thing all along is worth more.
    apart: one + 0.5 * (any / total - one),
    darker: Math.max(0, counts[1]! - counts[0]!) / total,
    ground: groundApart(length, indexAt, filled),
    shadow: shadows / total,
    within,
  };
}

/** Where along a side the ground inside and the ground outside differ; the ground is what is brightest between rows of writing. */
function groundApart(length: number, indexAt: (t: number, off: number) => number, filled: readonly Gradients[]): number {
  const stretches = Math.max(1, Math.round((length - 2 * FAR) / STRETCH));
  const step = (length - 2 * FAR) / stretches;
  let differ = 0;
  for (let k = 0; k < stretches; k++) {
    const groundOf = (sign: 1 | -1): number[] | null => {
      const places: number[] = [];
      for (let t = FAR + k * step; t < FAR + (k + 1) * step; t += 3) {
        for (let off = NEAR; off <= ROW; off += 2) {
          const i = indexAt(t, off * sign);
          if (i >= 0) places.push(i);
        }
      }
      return places.length < 8 ? null : groundLevelsIn(places, filled);
    };
    const inside = groundOf(1);
    const outside = groundOf(-1);
    if (inside !== null && outside !== null && inside.some((level, c) => Math.abs(level - outside[c]!) >= LEAST_GROUND_DIFFERENCES[c]!)) differ++;
  }
  return differ / stretches;
}

/** The mean of what is brighter than the mean: writing, rules and their rims are left out. */
function groundLevelsIn(places: readonly number[], filled: readonly Gradients[]): number[] {
  const bright = filled[0]!.levels;
  let sum = 0;
  for (const i of places) sum += bright[i]!;
  const usual = Math.floor(sum / places.length);
  const sums = filled.map(() => 0);
  let count = 0;
  for (const i of places) {
    if (bright[i]! < usual) continue;
    count++;
    for (let c = 0; c < sums.length; c++) sums[c]! += filled[c]!.levels[i]!;
  }
  return sums.map((level) => level / count);
}

/** Brightness, saturation and yellow against blue in places all over the inside. */
function insideOf(quad: Quad, filled: readonly Gradients[]): number[][] {
  const { width, height } = filled[0]!;
  const cells: number[][] = [];
  for (let row = 0; row < GRID; row++) {
    for (let column = 0; column < GRID; column++) {
      const [u, v] = [(column + 0.5) / GRID, (row + 0.5) / GRID];
      const at = (axis: 'x' | 'y'): number =>
        Math.round((quad[0][axis] * (1 - u) + quad[1][axis] * u) * (1 - v) + (quad[3][axis] * (1 - u) + quad[2][axis] * u) * v);
      const i = Math.min(height - 1, Math.max(0, at('y'))) * width + Math.min(width - 1, Math.max(0, at('x')));
      cells.push(filled.map(({ levels }) => levels[i]!));
    }
  }
  return cells;
}

/** Levels of saturation, and of yellow against blue, that make another tint altogether. */
const OTHER_TINT = [40, 16] as const;
/** Levels that stand out of an even tint. */
const ODD_TINT = [10, 4] as const;

function patchedness(sides: readonly SeenSide[], cells: readonly number[][]): number {
  let most = 0;
  for (const [k, other] of OTHER_TINT.entries()) {
    const whole = middle(cells.map((levels) => levels[k + 1]!));
    for (const { within } of sides) most = Math.max(most, Math.abs(middle(within.map((levels) => levels[k + 1]!)) - whole) / other);
  }
  return Math.min(1, most);
}

function oddness(places: readonly (readonly number[])[]): number {
  const shares = ODD_TINT.map((least, k) => {
    const tints = places.map((levels) => levels[k + 1]!);
    const usual = middle(tints);
    const limit = Math.max(least, 3.5 * middle(tints.map((tint) => Math.abs(tint - usual))));
    return tints.filter((tint) => Math.abs(tint - usual) > limit).length / tints.length;
  });
  return Math.max(...shares);
}

function longness(quad: Quad): number {
  const [top, right, bottom, left] = quad.map((p, k) => Math.hypot(quad[(k + 1) % 4]!.x - p.x, quad[(k + 1) % 4]!.y - p.y)) as [number, number, number, number];
  const [across, down] = [top + bottom, left + right];
  return Math.max(0, Math.log(Math.max(across, down) / Math.min(across, down) / LONGEST));
}

function cosineAt(before: Point, corner: Point, after: Point): number {
  const [ux, uy, vx, vy] = [before.x - corner.x, before.y - corner.y, after.x - corner.x, after.y - corner.y];
  return Math.abs(ux * vx + uy * vy) / (Math.hypot(ux, uy) * Math.hypot(vx, vy));
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
