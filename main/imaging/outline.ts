import type { Point, Quad } from '../../core/capture/cleaning.ts';
import { paperGradients, type Gradients } from './gradients.ts';
import type { RgbPixels } from './pixels.ts';
import { meet, straightEdges, type Line } from './straightEdges.ts';

export interface Outline {
  readonly quad: Quad;
  /** Of each side, in the quad's order from the top: the share (0 to 1) that lies on an edge. */
  readonly sides: readonly number[];
  /** The better the higher; of use only for comparing. */
  readonly score: number;
}

/** A page smaller than this share of the picture is not what was photographed. */
const LEAST_AREA = 0.08;

/** What an edge counts where it is now of this kind, now of that. */
const MIXED = 0.7;
/** What an edge that goes on beyond a corner takes from the outline's score. */
const RUNS_ON = 0.22;

/** A corner that lies further out of the picture, as a share of its longer side, is not seen. */
const OUT_OF_SIGHT = 0.003;

/** Paper that is brighter than what lies beside it all along one side and darker all along another may be a drawing's frame or a line of print. */
const ALL_ALONG = 0.7;
const UNLIKELY = 0.7;

/** So many outlines are worth a second look at full size. */
const KEPT = 10;
/** Two outlines whose corners all lie nearer than this, in px, are the same one. */
const SAME_CORNERS = 5;

/**
 * The four-cornered outlines with the best edges in a small picture (about 640 px), the likeliest first; none where nothing encloses
 * anything. Every pair of opposite straight edges is crossed with every other; what wins has edges all along its sides that end at
 * its corners, and size.
 */
export function likelyOutlines(picture: RgbPixels): Outline[] {
  const channels = paperGradients(picture);
  const sides = distinct(channels.flatMap(straightEdges)).map((line) => new Side(line, channels));
  const pairs = oppositePairs(sides, picture);
  const best: Outline[] = [];
  for (let i = 0; i < pairs.length; i++) {
    for (let j = i + 1; j < pairs.length; j++) {
      const outline = judged(pairs[i]!, pairs[j]!, picture, best.length < KEPT ? 0 : best.at(-1)!.score);
      if (outline !== null) keepBest(best, outline);
    }
  }
  return best.map(({ quad, sides: shares, score }) => {
    const apart = shares.map((_, k) => setApart(quad[k]!, quad[(k + 1) % 4]!, channels));
    const isMixed = apart.some(({ brightness }) => brightness > ALL_ALONG) && apart.some(({ brightness }) => brightness < -ALL_ALONG);
    return { quad, score: isMixed ? score * UNLIKELY : score, sides: shares.map((share, k) => Math.min(share, apart[k]!.share)) };
  });
}

function keepBest(best: Outline[], outline: Outline): void {
  const same = best.findIndex(({ quad }) => quad.every((corner, k) => Math.hypot(corner.x - outline.quad[k]!.x, corner.y - outline.quad[k]!.y) < SAME_CORNERS));
  if (same >= 0) {
    if (best[same]!.score >= outline.score) return;
    best.splice(same, 1);
  }
  const place = best.findIndex(({ score }) => score < outline.score);
  best.splice(place < 0 ? best.length : place, 0, outline);
  best.length = Math.min(best.length, KEPT);
}

/** How far from a side, in px, its two neighbourhoods are compared: clear of the edge's own blur, near enough to be of the same light. */
const NEAR = 5;
const FAR = 12;
/** Levels by which they differ, at least, where one is paper and the other isn't. */
const LEAST_DIFFERENCE = 2;

/**
 * The share of a side along which one neighbourhood differs from the other, the same way all along; a rule has an edge too, but the
 * same paper on both sides. `brightness` is the share along which the paper is the brighter one, less that along which it is darker.
 */
function setApart(from: Point, to: Point, channels: readonly Gradients[]): { share: number; brightness: number } {
  const differences = channels.map((channel) => differenceAlong(from, to, channel));
  const [first] = differences;
  return { share: Math.max(...differences.map(({ brighter, darker }) => Math.max(brighter, darker))), brightness: first!.brighter - first!.darker };
}

function differenceAlong(from: Point, to: Point, { levels, width, height }: Gradients): { brighter: number; darker: number } {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
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
  return places === 0 ? { brighter: 0, darker: 0 } : { brighter: brighter / places, darker: darker / places };
}

/** A straight edge with running sums of how much of it is seen, per channel and polarity, so that any stretch of it is weighed in no time. */
class Side {
  readonly line: Line;
  readonly #sums: readonly Int32Array[];
  readonly #any: Int32Array;
  readonly #reach: number;

  constructor(line: Line, channels: readonly Gradients[]) {
    this.line = line;
    const { width, height } = channels[0]!;
    this.#reach = Math.ceil(Math.hypot(width, height));
    const { each, any } = runningSums(line, channels, this.#reach);
    this.#sums = each;
    this.#any = any;
  }

  #place(point: Point): number {
    const along = -point.x * this.line.normal.y + point.y * this.line.normal.x;
    return Math.min(2 * this.#reach, Math.max(0, Math.round(along) + this.#reach));
  }

  /** The share of the stretch from `from` to `to` on which an edge is seen, and how far that edge runs on behind both ends, 0 to 1 each. */
  seen(from: Point, to: Point): { share: number; runsOn: readonly [number, number] } {
    const first = Math.min(this.#place(from), this.#place(to));
    const last = Math.max(this.#place(from), this.#place(to));
    if (last - first < 8) return { share: 0, runsOn: [1, 1] };
    const of = (sums: Int32Array): number => (sums[last]! - sums[first]!) / (last - first);
    let best = this.#sums[0]!;
    for (const sums of this.#sums) if (of(sums) > of(best)) best = sums;
    const beyond = Math.max(6, Math.round((last - first) * 0.12));
    const before = best[Math.max(0, first - 4)]! - best[Math.max(0, first - 4 - beyond)]!;
    const after = best[Math.min(best.length - 1, last + 4 + beyond)]! - best[Math.min(best.length - 1, last + 4)]!;
    // What lies beside the paper may change along its side, and so may what sets the paper off; but one thing all along is worth more.
    const share = of(best) + MIXED * (of(this.#any) - of(best));
    return { share, runsOn: [before / beyond, after / beyond] };
  }
}

/** Running sums along a line of where an edge is seen: in each channel rising and falling, and in any of them. */
function runningSums(line: Line, channels: readonly Gradients[], reach: number): { each: Int32Array[]; any: Int32Array } {
  const any = new Int32Array(2 * reach + 1);
  const each = channels.flatMap(() => [new Int32Array(2 * reach + 1), new Int32Array(2 * reach + 1)]);
  for (let t = -reach; t < reach; t++) {
    const i = t + reach;
    let isSeen = false;
    channels.forEach((channel, k) => {
      const [least, most] = changesAcross(line, channel, t);
      const rises = most >= channel.strong * 0.8;
      const falls = least <= -channel.strong * 0.8;
      each[2 * k]![i + 1] = each[2 * k]![i]! + (rises ? 1 : 0);
      each[2 * k + 1]![i + 1] = each[2 * k + 1]![i]! + (falls ? 1 : 0);
      isSeen ||= rises || falls;
    });
    any[i + 1] = any[i]! + (isSeen ? 1 : 0);
  }
  return { each, any };
}

function changesAcross({ normal, distance }: Line, { x: gx, y: gy, width, height }: Gradients, t: number): [least: number, most: number] {
  let most = 0;
  let least = 0;
  for (let off = -2; off <= 2; off++) {
    const x = Math.round(normal.x * (distance + off) - normal.y * t);
    const y = Math.round(normal.y * (distance + off) + normal.x * t);
    if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1) continue;
    const change = gx[y * width + x]! * normal.x + gy[y * width + x]! * normal.y;
    if (change > most) most = change;
    if (change < least) least = change;
  }
  return [least, most];
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

function judged([a, c]: Pair, [b, d]: Pair, { width, height }: RgbPixels, toBeat: number): Outline | null {
  const corners = [meet(a.line, b.line), meet(b.line, c.line), meet(c.line, d.line), meet(d.line, a.line)];
  const slack = OUT_OF_SIGHT * Math.max(width, height);
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
  let ends = 1;
  for (const { runsOn } of seen) ends *= (1 - RUNS_ON * runsOn[0]) * (1 - RUNS_ON * runsOn[1]);
  const score = mean ** 2 * Math.min(...shares) * size * ends;
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
