import type { Point } from '../../../../core/capture/cleaning.ts';
import type { Gradients } from './gradients.ts';

/** The line of all points p with p.x * normal.x + p.y * normal.y = distance; the normal has length 1. */
export interface Line {
  readonly normal: Point;
  readonly distance: number;
}

const ANGLES = 180;
/** Lines of writing on other papers have edges too, so that a sheet's faintest side is far down the list. */
const LINES_PER_CHANNEL = 48;
const LEAST_VOTES = 12;

const COSINES = Float64Array.from({ length: ANGLES }, (_, angle) => Math.cos((angle * Math.PI) / ANGLES));
const SINES = Float64Array.from({ length: ANGLES }, (_, angle) => Math.sin((angle * Math.PI) / ANGLES));

/** The straightest and longest edges of one channel, by Hough's transform with the gradient's own direction (Ballard 1981). */
export function straightEdges(gradients: Gradients): Line[] {
  const edges = edgesOf(gradients);
  const distances = 2 * Math.ceil(Math.hypot(gradients.width, gradients.height)) + 2;
  const votes = voted(edges, distances);
  const lines: Line[] = [];
  const peaks = Int32Array.from({ length: ANGLES }, (_, angle) => greatestIn(votes, angle * distances, distances));
  while (lines.length < LINES_PER_CHANNEL) {
    let best = peaks[0]!;
    for (const peak of peaks) if (votes[peak]! > votes[best]!) best = peak;
    if (votes[best]! < LEAST_VOTES) break;
    const angle = Math.floor(best / distances);
    const distance = (best % distances) - distances / 2;
    for (const row of clearAround(votes, distances, angle, best % distances)) peaks[row] = greatestIn(votes, row * distances, distances);
    lines.push(fitted({ normal: { x: COSINES[angle]!, y: SINES[angle]! }, distance }, edges));
  }
  return lines;
}

/** Where two lines meet, or null for parallel ones. */
export function meet(a: Line, b: Line): Point | null {
  const determinant = a.normal.x * b.normal.y - a.normal.y * b.normal.x;
  if (Math.abs(determinant) < 1e-6) return null;
  return {
    x: (a.distance * b.normal.y - b.distance * a.normal.y) / determinant,
    y: (b.distance * a.normal.x - a.distance * b.normal.x) / determinant,
  };
}

interface Edge extends Point {
  /** Degrees of the gradient, 0 to 180. */
  readonly angle: number;
  /** 0.3 to 1. A soft edge must not drown in a hard one: white paper on a white desk has only soft ones. */
  readonly weight: number;
}

/** The pixels on the ridges of the strong gradients, by whole degrees of their direction. */
function edgesOf(gradients: Gradients): Edge[][] {
  const { x: gx, y: gy, width, height, strong } = gradients;
  const edges: Edge[][] = Array.from({ length: ANGLES }, () => []);
  const least = strong * strong;
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2, i = y * width + 2; x < width - 2; x++, i++) {
      const [across, down] = [gx[i]!, gy[i]!];
      const square = across * across + down * down;
      if (square < least || !isRidge(gradients, i, across, down, square)) continue;
      const angle = ((Math.atan2(down, across) * 180) / Math.PI + 360) % 180;
      edges[Math.round(angle) % ANGLES]!.push({ x, y, angle, weight: Math.min(1, Math.sqrt(square) / (3 * strong) + 0.3) });
    }
  }
  return edges;
}

/** True where the gradient is greatest across the edge. */
function isRidge({ x: gx, y: gy, width }: Gradients, i: number, across: number, down: number, square: number): boolean {
  const step = Math.abs(across) > 2.4 * Math.abs(down) ? 1 : Math.abs(down) > 2.4 * Math.abs(across) ? width : across > 0 === down > 0 ? width + 1 : width - 1;
  return square >= gx[i - step]! ** 2 + gy[i - step]! ** 2 && square > gx[i + step]! ** 2 + gy[i + step]! ** 2;
}

function voted(edges: readonly Edge[][], distances: number): Float32Array {
  const votes = new Float32Array(ANGLES * distances);
  for (let angle = 0; angle < ANGLES; angle++) {
    for (let turn = -3; turn <= 3; turn++) {
      const a = (angle + turn + ANGLES) % ANGLES;
      const [cosine, sine] = [COSINES[a]!, SINES[a]!];
      const middle = a * distances + distances / 2;
      for (const { x, y, weight } of edges[angle]!) {
        const at = Math.round(x * cosine + y * sine + middle);
        votes[at]! += weight;
        votes[at - 1]! += weight / 2;
        votes[at + 1]! += weight / 2;
      }
    }
  }
  return votes;
}

function greatestIn(votes: Float32Array, start: number, length: number): number {
  let best = start;
  for (let i = start + 1; i < start + length; i++) if (votes[i]! > votes[best]!) best = i;
  return best;
}

/** Takes a line's votes away, and gives the rows of `votes` (an angle each) that had some. */
function clearAround(votes: Float32Array, distances: number, angle: number, distance: number): number[] {
  const rows: number[] = [];
  for (let turn = -4; turn <= 4; turn++) {
    const a = angle + turn;
    // Past 0 or 180 degrees the same line comes back with its normal turned round.
    const flipped = a < 0 || a >= ANGLES;
    const row = (a + ANGLES) % ANGLES;
    const centre = flipped ? distances - distance : distance;
    for (let d = Math.max(0, centre - 6); d <= Math.min(distances - 1, centre + 6); d++) votes[row * distances + d] = 0;
    rows.push(row);
  }
  return rows;
}

/** The line laid through the edge points near it by least squares, twice. */
function fitted(line: Line, edges: readonly Edge[][]): Line {
  let current = line;
  for (const reach of [3, 2]) {
    const near = edgesAlong(current, edges, reach);
    if (near.length < 10) return current;
    current = through(near);
  }
  return current;
}

/** The edge points within `reach` px of a line that run along it, give or take 8 degrees. */
function edgesAlong({ normal, distance }: Line, edges: readonly Edge[][], reach: number): Edge[] {
  const angle = ((Math.atan2(normal.y, normal.x) * 180) / Math.PI + 360) % 180;
  const near: Edge[] = [];
  for (let turn = -9; turn <= 9; turn++) {
    for (const edge of edges[(Math.round(angle) + turn + ANGLES) % ANGLES]!) {
      if (Math.abs(edge.x * normal.x + edge.y * normal.y - distance) > reach) continue;
      const apart = Math.abs(edge.angle - angle);
      if (Math.min(apart, 180 - apart) < 8) near.push(edge);
    }
  }
  return near;
}

/** The line of least squared distances to the points. */
export function through(points: readonly Point[]): Line {
  const x = points.reduce((sum, p) => sum + p.x, 0) / points.length;
  const y = points.reduce((sum, p) => sum + p.y, 0) / points.length;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const point of points) {
    xx += (point.x - x) ** 2;
    xy += (point.x - x) * (point.y - y);
    yy += (point.y - y) ** 2;
  }
  const along = 0.5 * Math.atan2(2 * xy, xx - yy);
  const normal = { x: -Math.sin(along), y: Math.cos(along) };
  return { normal, distance: x * normal.x + y * normal.y };
}
