import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aligned, distributed, type Edge } from '../../core/kernel/arrange.ts';
import { bounds, type Rect } from '../../core/kernel/rect.ts';
import { EVERY_PART, joinStops, snap, stopsOf, type Part, type Stops } from '../../core/chart/snap.ts';

const mm = fc.integer({ min: -5000, max: 30000 }).map((tenths) => tenths / 10);
const side = fc.integer({ min: 1, max: 4000 }).map((tenths) => tenths / 10);
const box: fc.Arbitrary<Rect> = fc.record({ x: mm, y: mm, width: side, height: side });
const boxes = fc.array(box, { maxLength: 12 });
const reach = fc.integer({ min: 0, max: 200 }).map((tenths) => tenths / 10);
const parts = fc.subarray([...EVERY_PART]);
const every = { x: EVERY_PART, y: EVERY_PART };

const linesOf = ({ x, width }: Rect, wanted: readonly Part[]): number[] => wanted.map((part) => x + width * { start: 0, middle: 0.5, end: 1 }[part]);
const nearestWay = (line: readonly number[], stops: Stops): number =>
  Math.min(Infinity, ...line.flatMap((at) => stops.x.map((stop) => Math.abs(stop.at - at))));

describe('snapping', () => {
  test('never goes further than it may, and goes to the nearest stop there is', () => {
    fc.assert(
      fc.property(box, boxes, parts, reach, (moving, others, wanted, far) => {
        const stops = stopsOf(others);
        const { dx } = snap(moving, { x: wanted, y: [] }, stops, far);
        const nearest = nearestWay(linesOf(moving, wanted), stops);
        expect(Math.abs(dx)).toBeCloseTo(nearest <= far ? nearest : 0, 6);
      }),
    );
  });

  test('rests on a stop: snapped again it stays', () => {
    fc.assert(
      fc.property(box, boxes, reach, (moving, others, far) => {
        const stops = stopsOf(others);
        const { dx, dy } = snap(moving, every, stops, far);
        const again = snap({ ...moving, x: moving.x + dx, y: moving.y + dy }, every, stops, far);
        expect(again.dx).toBeCloseTo(0, 6);
        expect(again.dy).toBeCloseTo(0, 6);
      }),
    );
  });

  test('shows a guide exactly where a line of the box meets a stop, long enough to reach both', () => {
    fc.assert(
      fc.property(box, boxes, reach, (moving, others, far) => {
        const stops = stopsOf(others);
        const { dx, dy, guides } = snap(moving, every, stops, far);
        const rested = { ...moving, x: moving.x + dx, y: moving.y + dy };
        for (const guide of guides.filter(({ axis }) => axis === 'x')) {
          expect(Math.min(...linesOf(rested, EVERY_PART).map((at) => Math.abs(at - guide.at)))).toBeLessThan(1e-5);
          expect(stops.x.some((stop) => Math.abs(stop.at - guide.at) < 1e-5 && guide.from <= stop.from && guide.to >= stop.to)).toBe(true);
          expect(guide.from <= rested.y && guide.to >= rested.y + rested.height).toBe(true);
        }
        const touches = nearestWay(linesOf(moving, EVERY_PART), stops) <= far;
        expect(guides.some(({ axis }) => axis === 'x')).toBe(touches);
      }),
    );
  });

  test('takes seams and edges alike, and each direction by itself', () => {
    const stops = joinStops(stopsOf([{ x: 0, y: 0, width: 1000, height: 400 }]), { x: [{ at: 277, from: 0, to: 200 }], y: [] });
    const result = snap({ x: 275, y: 3, width: 50, height: 20 }, every, stops, 4);
    expect(result).toMatchObject({ dx: 2, dy: -3 });
    expect(result.guides).toContainEqual({ axis: 'x', at: 277, from: 0, to: 200 });
  });
});

describe('lining up', () => {
  const edges: readonly Edge[] = ['left', 'centre', 'right', 'top', 'middle', 'bottom'];
  const lineOf = (one: Rect, edge: Edge): number =>
    ({ left: one.x, centre: one.x + one.width / 2, right: one.x + one.width, top: one.y, middle: one.y + one.height / 2, bottom: one.y + one.height })[edge];

  test('puts every box on the edge of them all, and changes no size and no other direction', () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 10 }), fc.constantFrom(...edges), (before, edge) => {
        const after = aligned(before, edge);
        const all = bounds(before);
        if (all === null) throw new Error('No boxes.');
        const across = edge === 'left' || edge === 'centre' || edge === 'right';
        after.forEach((one, index) => {
          const old = before[index];
          expect(lineOf(one, edge)).toBeCloseTo(lineOf(all, edge), 6);
          expect([one.width, one.height, across ? one.y : one.x]).toEqual([old?.width, old?.height, across ? old?.y : old?.x]);
        });
      }),
    );
  });

  test('shares the gaps out evenly; the first and the last box stay', () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 3, maxLength: 10 }), (before) => {
        const after = distributed(before, 'across');
        const order = before.map((_, index) => index).sort((a, b) => (before[a]?.x ?? 0) - (before[b]?.x ?? 0) || a - b);
        const inOrder = order.flatMap((index) => after[index] ?? []);
        const gaps = inOrder.slice(1).map((one, index) => one.x - (inOrder[index]?.x ?? 0) - (inOrder[index]?.width ?? 0));
        gaps.forEach((gap) => expect(gap).toBeCloseTo(gaps[0] ?? 0, 5));
        expect(inOrder[0]).toEqual(before[order[0] ?? 0]);
        expect(inOrder.at(-1)?.x).toBeCloseTo(before[order.at(-1) ?? 0]?.x ?? 0, 5);
      }),
    );
  });

  test('of two boxes shares out nothing', () => {
    fc.assert(fc.property(fc.array(box, { maxLength: 2 }), (before) => void expect(distributed(before, 'down')).toEqual(before)));
  });
});
