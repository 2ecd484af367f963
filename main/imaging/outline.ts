import type { Point, Quad } from '../../core/capture/cleaning.ts';
import { paperGradients, type Gradients } from './gradients.ts';
import type { RgbPixels } from './pixels.ts';
import { meet, straightEdges, type Line } from './straightEdges.ts';

export interface Outline {
  readonly quad: Quad;
  /** Of each side, in the quad's order from the top: the share (0 to 1) that lies on an edge. */
  readonly sides: readonly number[];
}

/** A page smaller than this share of the picture is not what was photographed. */
const LEAST_AREA = 0.08;

/**
 * The four-cornered outline with the best edges in a small picture (about 640 px), or null where nothing encloses anything.
 * Every pair of opposite straight edges is crossed with every other; what wins has edges of one polarity all along its sides,
 * edges that end at its corners, and size.
 */
export function bestOutline(picture: RgbPixels): Outline | null {
  const channels = paperGradients(picture);
  const sides = distinct(channels.flatMap(straightEdges)).map((line) => new Side(line, channels));
  const pairs = oppositePairs(sides, picture);
  let best: (Outline & { score: number }) | null = null;
  for (let i = 0; i < pairs.length; i++) {
    for (let j = i + 1; j < pairs.length; j++) {
      const outline = judged(pairs[i]!, pairs[j]!, picture, best?.score ?? 0);
      if (outline !== null) best = outline;
    }
  }
  if (best === null) return null;
  const { quad, sides: shares } = best;
  return { quad, sides: shares.map((share, k) => Math.min(share, setApart(quad[k]!, quad[(k + 1) % 4]!, channels))) };
}

/** How far from a side, in px, its two neighbourhoods are compared: clear of the edge's own blur, near enough to be of the same light. */
const NEAR = 5;
const FAR = 12;
/** Levels by which they differ, at least, where one is paper and the other isn't. */
const LEAST_DIFFERENCE = 2;

/**
 * The share of a side along which one neighbourhood differs from the other, the same way all along. A rule has an edge too, but the
 * same paper on both sides.
 */
function setApart(from: Point, to: Point, channels: readonly Gradients[]): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  return Math.max(
    ...channels.map(({ levels, width, height }) => {
      const mean = (t: number, sign: 1 | -1): number | null => {
        let sum = 0;
        let count = 0;
        for (let off = NEAR; off <= FAR; off++) {
          const x = Math.round(from.x + along.x * t - along.y * off * sign);
          const y = Math.round(from.y + along.y * t + along.x * off * sign);
          if (x < 0 || y < 0 || x >= width || y >= height) continue;
          sum += levels[y * width + x]!;
          count++;
        }
        return count < 2 ? null : sum / count;
      };
      let brighter = 0;
      let darker = 0;
      let places = 0;
      for (let t = FAR; t < length - FAR; t += 2) {
        const inside = mean(t, 1);
        const outside = mean(t, -1);
        places++;
        if (inside === null || outside === null) continue;
        if (inside - outside >= LEAST_DIFFERENCE) brighter++;
        if (outside - inside >= LEAST_DIFFERENCE) darker++;
      }
      return places === 0 ? 0 : Math.max(brighter, darker) / places;
    }),
  );
}

/** A straight edge with running sums of how much of it is seen, per channel and polarity, so that any stretch of it is weighed in no time. */
class Side {
  readonly line: Line;
  readonly #sums: Int32Array[];
  readonly #reach: number;

  constructor(line: Line, channels: readonly Gradients[]) {
    this.line = line;
    const { width, height } = channels[0]!;
    this.#reach = Math.ceil(Math.hypot(width, height));
    this.#sums = channels.flatMap((channel) => runningSums(line, channel, this.#reach));
  }

  #place(point: Point): number {
    const along = -point.x * this.line.normal.y + point.y * this.line.normal.x;
    return Math.min(2 * this.#reach, Math.max(0, Math.round(along) + this.#reach));
  }

  /** The share of the stretch from `from` to `to` on which an edge of one channel and polarity is seen, and how far that edge runs on behind both ends. */
  seen(from: Point, to: Point): { share: number; overrun: number } {
    const first = Math.min(this.#place(from), this.#place(to));
    const last = Math.max(this.#place(from), this.#place(to));
    if (last - first < 8) return { share: 0, overrun: 1 };
    let share = 0;
    let overrun = 0;
    const beyond = Math.max(6, Math.round((last - first) * 0.12));
    for (const sums of this.#sums) {
      const here = (sums[last]! - sums[first]!) / (last - first);
      if (here <= share) continue;
      share = here;
      const before = sums[Math.max(0, first - 4)]! - sums[Math.max(0, first - 4 - beyond)]!;
      const after = sums[Math.min(sums.length - 1, last + 4 + beyond)]! - sums[Math.min(sums.length - 1, last + 4)]!;
      overrun = (before + after) / (2 * beyond);
    }
    return { share, overrun };
  }
}

function runningSums({ normal, distance }: Line, { x: gx, y: gy, width, height, strong }: Gradients, reach: number): [Int32Array, Int32Array] {
  const rising = new Int32Array(2 * reach + 1);
  const falling = new Int32Array(2 * reach + 1);
  for (let t = -reach; t < reach; t++) {
    let most = 0;
    let least = 0;
    for (let off = -2; off <= 2; off++) {
      const x = Math.round(normal.x * (distance + off) - normal.y * t);
      const y = Math.round(normal.y * (distance + off) + normal.x * t);
      if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1) continue;
      const change = gx[y * width + x]! * normal.x + gy[y * width + x]! * normal.y;
      most = Math.max(most, change);
      least = Math.min(least, change);
    }
    const i = t + reach;
    rising[i + 1] = rising[i]! + (most >= strong * 0.8 ? 1 : 0);
    falling[i + 1] = falling[i]! + (least <= -strong * 0.8 ? 1 : 0);
  }
  return [rising, falling];
}

function distinct(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  for (const line of lines) {
    const same = kept.some((other) => {
      const cosine = line.normal.x * other.normal.x + line.normal.y * other.normal.y;
      return Math.abs(cosine) > 0.9998 && Math.abs(line.distance - Math.sign(cosine) * other.distance) < 2;
    });
    if (!same) kept.push(line);
  }
  return kept;
}

type Pair = readonly [Side, Side];

function oppositePairs(sides: readonly Side[], { width, height }: RgbPixels): Pair[] {
  const apart = Math.min(width, height) * 0.15;
  const middle = { x: width / 2, y: height / 2 };
  const pairs: Pair[] = [];
  for (let i = 0; i < sides.length; i++) {
    for (let j = i + 1; j < sides.length; j++) {
      const [a, b] = [sides[i]!.line, sides[j]!.line];
      const cosine = a.normal.x * b.normal.x + a.normal.y * b.normal.y;
      if (Math.abs(cosine) < Math.cos((40 * Math.PI) / 180)) continue;
      const fromA = middle.x * a.normal.x + middle.y * a.normal.y - a.distance;
      const fromB = Math.sign(cosine) * (middle.x * b.normal.x + middle.y * b.normal.y - b.distance);
      if (Math.abs(fromA - fromB) >= apart) pairs.push([sides[i]!, sides[j]!]);
    }
  }
  return pairs;
}

function judged([a, c]: Pair, [b, d]: Pair, { width, height }: RgbPixels, toBeat: number): (Outline & { score: number }) | null {
  const corners = [meet(a.line, b.line), meet(b.line, c.line), meet(c.line, d.line), meet(d.line, a.line)];
  const slack = 0.01 * Math.max(width, height);
  for (const corner of corners) {
    if (corner === null || corner.x < -slack || corner.y < -slack || corner.x > width - 1 + slack || corner.y > height - 1 + slack) return null;
  }
  const [p, q, r, s] = corners as [Point, Point, Point, Point];
  if (!isPageLike([p, q, r, s])) return null;
  const share = Math.abs(area([p, q, r, s])) / (width * height);
  const size = share ** 0.4;
  if (share < LEAST_AREA || size <= toBeat) return null;
  // Side a runs from d's corner to b's, and so on round.
  const seen = [a.seen(s, p), b.seen(p, q), c.seen(q, r), d.seen(r, s)];
  const shares = seen.map((side) => side.share);
  const mean = (shares[0]! + shares[1]! + shares[2]! + shares[3]!) / 4;
  const overrun = seen.reduce((sum, side) => sum + side.overrun, 0) / 4;
  const score = mean ** 2 * Math.min(...shares) * size * (1 - 0.4 * overrun);
  if (score <= toBeat) return null;
  const quad = fromTopLeft([p, q, r, s]);
  const first = quad[0] === s ? 0 : quad[0] === p ? 1 : quad[0] === q ? 2 : 3;
  const clockwise = area([p, q, r, s]) > 0;
  const sides = [0, 1, 2, 3].map((k) => shares[(clockwise ? first + k : first + 7 - k) % 4]!);
  return { quad, sides, score };
}

/** Convex, with corners between 50 and 130 degrees. */
function isPageLike(quad: Quad): boolean {
  let turning = 0;
  for (let i = 0; i < 4; i++) {
    const [before, here, after] = [quad[(i + 3) % 4]!, quad[i]!, quad[(i + 1) % 4]!];
    const [ux, uy, vx, vy] = [before.x - here.x, before.y - here.y, after.x - here.x, after.y - here.y];
    const lengths = Math.hypot(ux, uy) * Math.hypot(vx, vy);
    if (lengths === 0 || Math.abs(ux * vx + uy * vy) / lengths > Math.cos((50 * Math.PI) / 180)) return false;
    turning += Math.sign(ux * vy - uy * vx);
  }
  return Math.abs(turning) === 4;
}

/** The area in square pixels, by the shoelace formula; positive for corners that go clockwise on the screen. */
function area(quad: Quad): number {
  return quad.reduce((sum, p, i) => sum + p.x * quad[(i + 1) % 4]!.y - quad[(i + 1) % 4]!.x * p.y, 0) / 2;
}

/** The corners clockwise on the screen, from the one nearest the top left. */
export function fromTopLeft(quad: Quad): Quad {
  const round: Quad = area(quad) > 0 ? quad : [quad[3], quad[2], quad[1], quad[0]];
  const first = round.reduce((best, p, i) => (p.x + p.y < round[best]!.x + round[best]!.y ? i : best), 0);
  return [round[first]!, round[(first + 1) % 4]!, round[(first + 2) % 4]!, round[(first + 3) % 4]!];
}
