import type { Point, Quad } from '../../../../core/capture/cleaning.ts';
import type { Channels } from './gradients.ts';
import { Side } from './sides.ts';
import { meet, straightEdges, type Line } from './straightEdges.ts';

export interface Outline {
  /** Clockwise on the screen, from the corner nearest the top left. */
  readonly quad: Quad;
  /** Of each side, in the quad's order from the top: the share (0 to 1) that lies on an edge. */
  readonly edges: readonly number[];
  /** And how far that edge goes on behind the side's ends, 0 to 1. */
  readonly runsOn: readonly number[];
}

/** A page smaller than this share of the picture is not what was photographed. */
const LEAST_AREA = 0.08;
/** What an edge that goes on beyond a corner takes from an outline's rank. */
const RUNS_ON = 0.22;
/** A corner that lies further out of the picture, as a share of its longer side, is not seen. */
const OUT_OF_SIGHT = 0.003;
/** Degrees by which sides opposite each other lean against each other at most, and by which neighbours may. */
const MOST_LEAN = 40;
const LEAST_CORNER = 50;
/** Sides opposite each other are no nearer than this share of the picture's shorter side. */
const LEAST_APART = 0.15;
/** No sheet looks longer than this against its breadth, leaning camera or not; rulers and keyboards do. */
const LONGEST = 2.2;
/** px: so far from a corner an edge must be seen on both of its sides ... */
const ARM = 56;
/** ... along this share. A fold or a finger may hide the rest. */
const LEAST_OF_ARM = 0.35;
/** Of any side at least this share must show an edge. */
const LEAST_SHARE = 0.25;
/** So many outlines are worth a second look. */
const KEPT = 24;
/** Two outlines whose corners all lie nearer than this, in px, are the same one. */
const SAME_CORNERS = 5;

/**
 * The four-cornered outlines with the best edges in a small picture (about 640 px); none where nothing encloses anything. Every pair
 * of opposite straight edges is crossed with every other; what ranks high has edges all along its sides that end at its corners, and size.
 */
export function likelyOutlines(channels: Channels): Outline[] {
  const all = [...channels.filled, channels.thin];
  const sides = distinct(all.flatMap(straightEdges)).map((line) => new Side(line, all));
  const crossings = crossingsOf(sides, channels.thin);
  const { count, neighbours, opposite } = crossings;
  const best: Ranked[] = [];
  const both = new Int32Array(count);
  for (let a = 0; a < count; a++) {
    for (let c = a + 1; c < count; c++) {
      if (opposite[a * count + c] === 0) continue;
      let found = 0;
      // Each outline is met once: its first edge is the one with the lowest number.
      for (let b = a + 1; b < count; b++) if (neighbours[a * count + b] === 1 && neighbours[c * count + b] === 1) both[found++] = b;
      for (let k = 0; k < found; k++) {
        const b = both[k]!;
        for (let m = k + 1; m < found; m++) {
          const d = both[m]!;
          if (opposite[b * count + d] === 0) continue;
          const ranked = rankedOutline(sides, crossings, [a, b, c, d], channels.thin, best.length < KEPT ? 0 : best.at(-1)!.rank);
          if (ranked !== null) keepBest(best, ranked);
        }
      }
    }
  }
  return best;
}

/** What is seen along the sides of a known outline. `quad` goes clockwise, in px of the channels. */
export function outlineAlong(quad: Quad, channels: Channels): Outline {
  const seen = quad.map((from, k) => {
    const to = quad[(k + 1) % 4]!;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const normal = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
    const side = new Side({ normal, distance: from.x * normal.x + from.y * normal.y }, [...channels.filled, channels.thin]);
    return side.seen(side.place(from), side.place(to));
  });
  return { quad, edges: seen.map(({ share }) => share), runsOn: seen.map(({ runsOn }) => Math.max(...runsOn)) };
}

interface Ranked extends Outline {
  /** The better the higher; of use only for comparing. */
  readonly rank: number;
}

function keepBest(best: Ranked[], outline: Ranked): void {
  const same = best.findIndex(({ quad }) => quad.every((corner, k) => Math.hypot(corner.x - outline.quad[k]!.x, corner.y - outline.quad[k]!.y) < SAME_CORNERS));
  if (same >= 0) {
    if (best[same]!.rank >= outline.rank) return;
    best.splice(same, 1);
  }
  const place = best.findIndex(({ rank }) => rank < outline.rank);
  best.splice(place < 0 ? best.length : place, 0, outline);
  best.length = Math.min(best.length, KEPT);
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

/** Every two edges, and where they cross. Index: one edge's number times the count, plus the other's. */
interface Crossings {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Of the crossing, along the first edge. */
  readonly places: Int32Array;
  /** 1 where the two may be neighbouring sides of a sheet. */
  readonly neighbours: Uint8Array;
  /** 1 where the two may be opposite sides of a sheet. */
  readonly opposite: Uint8Array;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function crossingsOf(sides: readonly Side[], { width, height }: Size): Crossings {
  const count = sides.length;
  const crossings: Crossings = {
    count,
    x: new Float64Array(count * count),
    y: new Float64Array(count * count),
    places: new Int32Array(count * count),
    neighbours: new Uint8Array(count * count),
    opposite: new Uint8Array(count * count),
  };
  const slack = OUT_OF_SIGHT * Math.max(width, height);
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const [a, b] = [sides[i]!, sides[j]!];
      const [ij, ji] = [i * count + j, j * count + i];
      if (areOpposite(a.line, b.line, width, height)) crossings.opposite[ij] = crossings.opposite[ji] = 1;
      if (Math.abs(cosineOf(a.line, b.line)) > Math.cos((LEAST_CORNER * Math.PI) / 180)) continue;
      const corner = meet(a.line, b.line);
      if (corner === null || corner.x < -slack || corner.y < -slack || corner.x > width - 1 + slack || corner.y > height - 1 + slack) continue;
      const [onA, onB] = [a.place(corner), b.place(corner)];
      if (!a.leaves(onA, ARM, LEAST_OF_ARM * ARM) || !b.leaves(onB, ARM, LEAST_OF_ARM * ARM)) continue;
      crossings.x[ij] = crossings.x[ji] = corner.x;
      crossings.y[ij] = crossings.y[ji] = corner.y;
      crossings.places[ij] = onA;
      crossings.places[ji] = onB;
      crossings.neighbours[ij] = crossings.neighbours[ji] = 1;
    }
  }
  return crossings;
}

function cosineOf(a: Line, b: Line): number {
  return a.normal.x * b.normal.x + a.normal.y * b.normal.y;
}

function areOpposite(a: Line, b: Line, width: number, height: number): boolean {
  const cosine = cosineOf(a, b);
  if (Math.abs(cosine) < Math.cos((MOST_LEAN * Math.PI) / 180)) return false;
  const fromMiddle = ({ normal, distance }: Line): number => (width / 2) * normal.x + (height / 2) * normal.y - distance;
  return Math.abs(fromMiddle(a) - Math.sign(cosine) * fromMiddle(b)) >= LEAST_APART * Math.min(width, height);
}

/** The outline between two pairs of opposite edges, a and c, b and d; null where it ranks below `toBeat`. */
function rankedOutline(
  sides: readonly Side[],
  { count, x, y, places }: Crossings,
  [a, b, c, d]: readonly [number, number, number, number],
  { width, height }: Size,
  toBeat: number,
): Ranked | null {
  const [ab, bc, cd, da] = [a * count + b, b * count + c, c * count + d, d * count + a];
  const twice = (x[ab]! - x[cd]!) * (y[bc]! - y[da]!) - (x[bc]! - x[da]!) * (y[ab]! - y[cd]!);
  const share = Math.abs(twice) / 2 / (width * height);
  const size = share ** 0.4;
  if (share < LEAST_AREA || size <= toBeat) return null;
  // Side a runs from d's corner to b's, and so on round.
  const stretches = [
    [sides[a]!, places[a * count + d]!, places[ab]!],
    [sides[b]!, places[b * count + a]!, places[bc]!],
    [sides[c]!, places[c * count + b]!, places[cd]!],
    [sides[d]!, places[d * count + c]!, places[da]!],
  ] as const;
  for (const [side, from, to] of stretches) {
    const most = side.seenAtAll(from, to);
    if (most < LEAST_SHARE || size * most <= toBeat) return null;
  }
  const seen = stretches.map(([side, from, to]) => side.seen(from, to));
  const edges = seen.map((side) => side.share);
  const mean = (edges[0]! + edges[1]! + edges[2]! + edges[3]!) / 4;
  let ends = 1;
  for (const { runsOn } of seen) ends *= (1 - RUNS_ON * runsOn[0]) * (1 - RUNS_ON * runsOn[1]);
  const rank = mean ** 2 * Math.min(...edges) * size * ends;
  if (rank <= toBeat) return null;
  const at = (k: number): Point => ({ x: x[k]!, y: y[k]! });
  const [p, q, r, s] = [at(ab), at(bc), at(cd), at(da)];
  if (!isPageLike([p, q, r, s])) return null;
  const quad = fromTopLeft([p, q, r, s]);
  const first = quad[0] === s ? 0 : quad[0] === p ? 1 : quad[0] === q ? 2 : 3;
  const order = [0, 1, 2, 3].map((k) => (twice > 0 ? first + k : first + 7 - k) % 4);
  return { quad, edges: order.map((k) => edges[k]!), runsOn: order.map((k) => Math.max(...seen[k]!.runsOn)), rank };
}

/** Convex, with corners between 50 and 130 degrees, and not too long. */
function isPageLike(quad: Quad): boolean {
  let turning = 0;
  for (let i = 0; i < 4; i++) {
    const [before, here, after] = [quad[(i + 3) % 4]!, quad[i]!, quad[(i + 1) % 4]!];
    const [ux, uy, vx, vy] = [before.x - here.x, before.y - here.y, after.x - here.x, after.y - here.y];
    const lengths = Math.hypot(ux, uy) * Math.hypot(vx, vy);
    if (lengths === 0 || Math.abs(ux * vx + uy * vy) / lengths > Math.cos((LEAST_CORNER * Math.PI) / 180)) return false;
    turning += Math.sign(ux * vy - uy * vx);
  }
  const [top, right, bottom, left] = quad.map((p, k) => Math.hypot(quad[(k + 1) % 4]!.x - p.x, quad[(k + 1) % 4]!.y - p.y)) as [number, number, number, number];
  const ratio = (top + bottom) / (left + right);
  return Math.abs(turning) === 4 && Math.max(ratio, 1 / ratio) <= LONGEST;
}

/** The corners clockwise on the screen, from the one nearest the top left. */
export function fromTopLeft(quad: Quad): Quad {
  const twice = quad.reduce((sum, p, i) => sum + p.x * quad[(i + 1) % 4]!.y - quad[(i + 1) % 4]!.x * p.y, 0);
  const round: Quad = twice > 0 ? quad : [quad[3], quad[2], quad[1], quad[0]];
  const first = round.reduce((best, p, i) => (p.x + p.y < round[best]!.x + round[best]!.y ? i : best), 0);
  return [round[first]!, round[(first + 1) % 4]!, round[(first + 2) % 4]!, round[(first + 3) % 4]!];
}
