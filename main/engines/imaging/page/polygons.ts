import type { Point, Quad } from '../../../../core/capture/cleaning.ts';

/** The same outline in a picture so many times as large each way; corners are told by the centres of pixels. */
export const rescaled = (outline: Quad, by: Point): Quad =>
  outline.map(({ x, y }) => ({ x: (x + 0.5) * by.x - 0.5, y: (y + 0.5) * by.y - 0.5 })) as unknown as Quad;

/** The area in square px, by the shoelace formula. */
export function areaOf(points: readonly Point[]): number {
  return Math.abs(points.reduce((sum, p, i) => sum + p.x * points[(i + 1) % points.length]!.y - points[(i + 1) % points.length]!.x * p.y, 0)) / 2;
}

/** The part of a convex outline that lies in a picture of `width` by `height` px (Sutherland and Hodgman 1974). */
export function clippedToFrame(outline: readonly Point[], width: number, height: number): Point[] {
  const insides = [({ x }: Point) => x + 0.5, ({ y }: Point) => y + 0.5, ({ x }: Point) => width - 0.5 - x, ({ y }: Point) => height - 0.5 - y];
  return insides.reduce<Point[]>(
    (rest, inside) =>
      rest.flatMap((here, k) => {
        const before = rest[(k + rest.length - 1) % rest.length]!;
        const [s, t] = [inside(before), inside(here)];
        const crossing = s >= 0 === t >= 0 ? [] : [{ x: before.x + ((here.x - before.x) * s) / (s - t), y: before.y + ((here.y - before.y) * s) / (s - t) }];
        return t >= 0 ? [...crossing, here] : crossing;
      }),
    [...outline],
  );
}

/** The convex hull, clockwise on the screen (Andrew 1979). */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (order: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const p of order) {
      while (chain.length >= 2 && turn(chain.at(-2)!, chain.at(-1)!, p) <= 0) chain.pop();
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** The largest four-cornered outline between corners of a convex hull, or null where it has too few; for each diagonal the farthest corner on either side. */
export function largestQuad(hull: readonly Point[]): Quad | null {
  if (hull.length < 4) return null;
  let best: Quad | null = null;
  let most = 0;
  for (let i = 0; i < hull.length; i++) {
    for (let k = i + 2; k < hull.length; k++) {
      const [a, c] = [hull[i]!, hull[k]!];
      const far = (from: number, to: number): Point | null => {
        let chosen: Point | null = null;
        let farthest = 0;
        for (let m = from; m < to; m++) {
          const p = hull[m % hull.length]!;
          const away = Math.abs(turn(a, c, p));
          if (away > farthest) [chosen, farthest] = [p, away];
        }
        return chosen;
      };
      const b = far(i + 1, k);
      const d = far(k + 1, i + hull.length);
      if (b === null || d === null) continue;
      const area = areaOf([a, b, c, d]);
      if (area > most) [best, most] = [[a, b, c, d], area];
    }
  }
  return best;
}

/** The smallest rectangle round a convex hull, or null where it has no area; one of its sides lies along one of the hull's (Freeman and Shapira 1975). */
export function leastRectangle(hull: readonly Point[]): Quad | null {
  let best: Quad | null = null;
  let least = Infinity;
  hull.forEach((from, k) => {
    const to = hull[(k + 1) % hull.length]!;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const way = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
    const along = hull.map(({ x, y }) => x * way.x + y * way.y);
    const across = hull.map(({ x, y }) => y * way.x - x * way.y);
    const [left, right, top, bottom] = [Math.min(...along), Math.max(...along), Math.min(...across), Math.max(...across)];
    const area = (right - left) * (bottom - top);
    if (!(area > 0 && area < least)) return;
    const at = (u: number, v: number): Point => ({ x: u * way.x - v * way.y, y: u * way.y + v * way.x });
    [best, least] = [[at(left, top), at(right, top), at(right, bottom), at(left, bottom)], area];
  });
  return best;
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
