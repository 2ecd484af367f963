import type { Point } from '../../core/capture/cleaning.ts';
import type { Gradients } from './gradients.ts';

/** The line of all points p with p.x * normal.x + p.y * normal.y = distance; the normal has length 1. */
export interface Line {
  readonly normal: Point;
  readonly distance: number;
}

const ANGLES = 180;
const LINES_PER_CHANNEL = 28;

/** The straightest and longest edges of one channel, by Hough's transform with the gradient's own direction (Ballard 1981). */
export function straightEdges(gradients: Gradients): Line[] {
  const { votes, distances, edges } = vote(gradients);
  const lines: Line[] = [];
  const peaks = Int32Array.from({ length: ANGLES }, (_, angle) => greatestIn(votes, angle * distances, distances));
  while (lines.length < LINES_PER_CHANNEL) {
    const best = peaks.reduce((most, peak) => (votes[peak]! > votes[most]! ? peak : most));
    if (votes[best]! < 12) break;
    const angle = Math.floor(best / distances);
    const distance = (best % distances) - distances / 2;
    for (const row of clearAround(votes, distances, angle, best % distances)) peaks[row] = greatestIn(votes, row * distances, distances);
    lines.push(fitted(lineAt(angle, distance), edges));
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
}

function lineAt(angle: number, distance: number): Line {
  const radians = (angle * Math.PI) / ANGLES;
  return { normal: { x: Math.cos(radians), y: Math.sin(radians) }, distance };
}

function vote(gradients: Gradients): { votes: Float32Array; distances: number; edges: Edge[] } {
  const { width, height, strong } = gradients;
  const distances = 2 * Math.ceil(Math.hypot(width, height)) + 2;
  const votes = new Float32Array(ANGLES * distances);
  const edges: Edge[] = [];
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      const size = ridge(gradients, x, y);
      if (size < strong) continue;
      const i = y * width + x;
      const angle = ((Math.atan2(gradients.y[i]!, gradients.x[i]!) * 180) / Math.PI + 360) % 180;
      edges.push({ x, y, angle });
      // A soft edge must not drown in a hard one: white paper on a white desk has only soft ones.
      const weight = Math.min(1, size / (3 * strong) + 0.3);
      for (let turn = -3; turn <= 3; turn++) {
        const a = (Math.round(angle) + turn + ANGLES) % ANGLES;
        const { normal } = lineAt(a, 0);
        const d = Math.round(x * normal.x + y * normal.y + distances / 2);
        votes[a * distances + d]! += weight;
        votes[a * distances + d - 1]! += weight / 2;
        votes[a * distances + d + 1]! += weight / 2;
      }
    }
  }
  return { votes, distances, edges };
}

/** The gradient's size where it is greatest across the edge, else 0. */
function ridge({ x: gx, y: gy, width }: Gradients, x: number, y: number): number {
  const i = y * width + x;
  const across = gx[i]!;
  const down = gy[i]!;
  if (across === 0 && down === 0) return 0;
  const size = Math.hypot(across, down);
  const step = Math.abs(across) > 2.4 * Math.abs(down) ? 1 : Math.abs(down) > 2.4 * Math.abs(across) ? width : across > 0 === down > 0 ? width + 1 : width - 1;
  return size >= Math.hypot(gx[i - step]!, gy[i - step]!) && size > Math.hypot(gx[i + step]!, gy[i + step]!) ? size : 0;
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
function fitted(line: Line, edges: readonly Edge[]): Line {
  let current = line;
  for (const reach of [3, 2]) {
    const angle = ((Math.atan2(current.normal.y, current.normal.x) * 180) / Math.PI + 360) % 180;
    const near = edges.filter((edge) => {
      const turn = Math.abs(edge.angle - angle);
      return Math.min(turn, 180 - turn) < 8 && Math.abs(edge.x * current.normal.x + edge.y * current.normal.y - current.distance) <= reach;
    });
    if (near.length < 10) return current;
    current = through(near);
  }
  return current;
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
