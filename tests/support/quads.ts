import type { Point, Quad } from '../../core/capture/cleaning.ts';

/** The area that two convex outlines share, divided by the area that either covers: 1 for the same outline. */
export function intersectionOverUnion(a: Quad, b: Quad): number {
  const shared = area(clipped([...a], [...b]));
  return shared / (area(a) + area(b) - shared);
}

function area(points: readonly Point[]): number {
  return Math.abs(points.reduce((sum, p, i) => sum + p.x * points[(i + 1) % points.length]!.y - points[(i + 1) % points.length]!.x * p.y, 0)) / 2;
}

/** Sutherland and Hodgman's clipping of one convex outline by another, both clockwise on the screen. */
function clipped(subject: Point[], by: Point[]): Point[] {
  let rest = subject;
  by.forEach((from, i) => {
    const to = by[(i + 1) % by.length]!;
    const side = (p: Point): number => (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
    const next: Point[] = [];
    rest.forEach((here, k) => {
      const before = rest[(k + rest.length - 1) % rest.length]!;
      const [s, t] = [side(before), side(here)];
      if (s >= 0 !== t >= 0) next.push({ x: before.x + ((here.x - before.x) * s) / (s - t), y: before.y + ((here.y - before.y) * s) / (s - t) });
      if (t >= 0) next.push(here);
    });
    rest = next;
  });
  return rest;
}
