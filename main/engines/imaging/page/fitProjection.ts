import type { Point } from '../../../../core/capture/cleaning.ts';
import { project, type Projection, solved } from '../clean/warp.ts';

/**
 * The projective map that takes the points of `from` nearest to those of `to`, by least squares on the linear equations (the direct
 * linear transform of Hartley and Zisserman, "Multiple View Geometry", 4.1), both scaled to about 1 first. Null for fewer than four
 * points, or where they don't settle it.
 */
export function fitProjection(from: readonly Point[], to: readonly Point[]): Projection | null {
  if (from.length < 4) return null;
  const [scaleFrom, scaleTo] = [largest(from), largest(to)];
  const normal = Array.from({ length: 8 }, () => new Array<number>(9).fill(0));
  from.forEach((point, i) => {
    const [x, y] = [point.x / scaleFrom, point.y / scaleFrom];
    const [u, v] = [to[i]!.x / scaleTo, to[i]!.y / scaleTo];
    for (const row of [
      [x, y, 1, 0, 0, 0, -x * u, -y * u, u],
      [0, 0, 0, x, y, 1, -x * v, -y * v, v],
    ])
      for (let k = 0; k < 8; k++) for (let l = 0; l < 9; l++) normal[k]![l]! += row[k]! * row[l]!;
  });
  const solution = solved(normal);
  if (solution === null) return null;
  const [a, b, c, d, e, f, g, h] = solution as unknown as Projection;
  const ratio = scaleTo / scaleFrom;
  return [a * ratio, b * ratio, c * scaleTo, d * ratio, e * ratio, f * scaleTo, g / scaleFrom, h / scaleFrom];
}

/** How far the mapped points lie from where they should (root of the mean square), in the unit of `to`. */
export function missOf(map: Projection, from: readonly Point[], to: readonly Point[]): number {
  const sum = from.reduce((total, point, i) => {
    const at = project(map, point);
    return total + (at.x - to[i]!.x) ** 2 + (at.y - to[i]!.y) ** 2;
  }, 0);
  return Math.sqrt(sum / from.length);
}

const largest = (points: readonly Point[]): number => Math.max(1e-9, ...points.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]));
