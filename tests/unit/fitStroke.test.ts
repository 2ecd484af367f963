import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitStroke } from '../../core/goals/fitStroke.ts';
import { pointsOf, type Point } from '../../core/goals/strokes.ts';

const curvesIn = (path: string): number => path.match(/[CL]/g)?.length ?? 0;
const far = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** How far a point is from the drawn line, in units. */
function away(point: Point, line: readonly Point[]): number {
  return Math.min(
    ...line.slice(1).map((until, index) => {
      const from = line[index]!;
      const length = far(from, until) ** 2;
      const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - from.x) * (until.x - from.x) + (point.y - from.y) * (until.y - from.y)) / length));
      return far(point, { x: from.x + t * (until.x - from.x), y: from.y + t * (until.y - from.y) });
    }),
  );
}

/** A hand that passes through these places and trembles a little. */
function drawn(places: readonly Point[], tremble = 0): Point[] {
  return places.slice(1).flatMap((until, index) => {
    const from = places[index]!;
    return Array.from({ length: 25 }, (_, step) => ({
      x: from.x + ((until.x - from.x) * step) / 24 + tremble * Math.sin(7 * step + index),
      y: from.y + ((until.y - from.y) * step) / 24 + tremble * Math.cos(5 * step + index),
    }));
  });
}

describe('a stroke drawn by hand becomes few lines and curves', () => {
  test('a trembling straight line is one line', () => {
    expect(
      fitStroke(
        drawn(
          [
            { x: 8, y: 40 },
            { x: 40, y: 8 },
          ],
          0.3,
        ),
      ),
    ).toMatch(/^M[\d. ]+L[\d. ]+$/);
  });

  test('a square keeps its corners and closes', () => {
    const corners = [
      { x: 8, y: 8 },
      { x: 40, y: 8 },
      { x: 40, y: 40 },
      { x: 8, y: 40 },
      { x: 8, y: 9 },
    ];
    const path = fitStroke(drawn(corners, 0.2));
    expect(path).toMatch(/Z$/);
    expect(curvesIn(path)).toBeLessThanOrEqual(5);
    for (const corner of corners.slice(0, 4)) expect(away(corner, pointsOf(path))).toBeLessThan(1.5);
  });

  test('a circle is a few curves and closes', () => {
    const circle = Array.from({ length: 90 }, (_, step) => ({ x: 24 + 16 * Math.cos(step / 14.5), y: 24 + 16 * Math.sin(step / 14.5) }));
    const path = fitStroke(circle);
    expect(path).toMatch(/Z$/);
    expect(curvesIn(path)).toBeLessThanOrEqual(6);
    for (const point of pointsOf(path)) expect(Math.abs(far(point, { x: 24, y: 24 }) - 16)).toBeLessThan(1.2);
  });

  test('a tap is a dot', () => {
    expect(pointsOf(fitStroke([{ x: 20, y: 20 }]))).toHaveLength(2);
    expect(pointsOf(fitStroke([{ x: 200, y: -3 }]))).toHaveLength(2);
  });

  test('whatever is drawn: it can be read, stays in the square, stays near the hand and is short enough for the bank', () => {
    const place = fc.record({ x: fc.double({ min: 2, max: 46, noNaN: true }), y: fc.double({ min: 2, max: 46, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 9 }), (places) => {
        const hand = drawn(places, 0.1);
        const path = fitStroke(hand);
        const line = pointsOf(path);
        expect(path.length).toBeLessThanOrEqual(4000);
        for (const { x, y } of line) expect(Math.min(x, y, 48 - x, 48 - y)).toBeGreaterThanOrEqual(1.45);
        for (const point of hand) expect(away(point, line)).toBeLessThan(2.5);
      }),
      { numRuns: 200 },
    );
  });

  test('points outside of the square are drawn at its edge', () => {
    const path = fitStroke(
      drawn([
        { x: -30, y: 24 },
        { x: 90, y: 24 },
      ]),
    );
    for (const { x } of pointsOf(path)) expect(Math.min(x, 48 - x)).toBeGreaterThanOrEqual(1.45);
  });
});
