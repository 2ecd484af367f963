import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Quad } from '../../core/capture/cleaning.ts';
import { boxBetween, boxOn, movedBox, samePlace, turnedBox } from '../../core/capture/boxes.ts';
import { firstOutline, isPage, withCorner, withSide } from '../../core/capture/outline.ts';

const picture = { width: 400, height: 300 };
const outline = firstOutline(picture);
const point = fc.record({ x: fc.double({ min: -500, max: 900, noNaN: true }), y: fc.double({ min: -500, max: 900, noNaN: true }) });
const part = fc.double({ min: 0, max: 1, noNaN: true });
const box = fc.tuple(part, part, part, part).map(([x, y, right, bottom]) => ({ x: x * 300, y: y * 200, width: right * 100, height: bottom * 100 }));

describe('the outline of a paper', () => {
  test('however its corners and edges are pulled, it stays a page inside of the picture', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(3), point), { minLength: 1, maxLength: 8 }), (pulls) => {
        const pulled = pulls.reduce<Quad>(
          (quad, [corner, which, to]) => (corner ? withCorner(quad, which, to, picture) : withSide(quad, which, to, picture)),
          outline,
        );
        expect(isPage(pulled, picture)).toBe(true);
        for (const { x, y } of pulled) expect(x >= 0 && x <= 399 && y >= 0 && y <= 299).toBe(true);
      }),
    );
  });

  test('a corner goes where it is put, an edge takes both of its corners along', () => {
    expect(withCorner(outline, 0, { x: 40, y: 50 }, picture)).toEqual([{ x: 40, y: 50 }, outline[1], outline[2], outline[3]]);
    const lower = withSide(outline, 2, { x: 0, y: -30 }, picture);
    expect(lower.map(({ y }) => y)).toEqual([18, 18, 252, 252]);
  });

  test('a corner pulled across the opposite one changes nothing', () => {
    expect(withCorner(outline, 0, { x: 390, y: 290 }, picture)).toBe(outline);
  });
});

describe('boxes on a picture', () => {
  test('a moved box keeps its size and stays inside', () => {
    fc.assert(
      fc.property(box, point, (start, by) => {
        const moved = movedBox(start, by.x, by.y, picture);
        expect([moved.width, moved.height]).toEqual([start.width, start.height]);
        expect(moved.x >= 0 && moved.y >= 0 && moved.x + moved.width <= 400.001 && moved.y + moved.height <= 300.001).toBe(true);
      }),
    );
  });

  test('a box drawn between two points is inside, and never too small to be taken hold of', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const drawn = boxBetween(a, b, picture, 10);
        expect(drawn.width >= 10 - 1e-9 && drawn.height >= 10 - 1e-9).toBe(true);
        expect(drawn.x >= 0 && drawn.y >= 0 && drawn.x + drawn.width <= 400.001 && drawn.y + drawn.height <= 300.001).toBe(true);
      }),
    );
    expect(boxBetween({ x: 100, y: 90 }, { x: 60, y: 120 }, picture, 4)).toEqual({ x: 60, y: 90, width: 40, height: 30 });
  });

  test('turning a page four times brings its crop back, and a turn to the left undoes one to the right', () => {
    const crop = { x: 0.125, y: 0.25, width: 0.5, height: 0.25 };
    expect(turnedBox(crop, 90)).toEqual({ x: 0.5, y: 0.125, width: 0.25, height: 0.5 });
    expect(turnedBox(turnedBox(crop, 90), 270)).toEqual(crop);
    expect([90, 90, 90, 90].reduce((now) => turnedBox(now, 90), crop)).toEqual(crop);
  });

  test('the same place on a picture of another size', () => {
    const there = boxOn({ x: 40, y: 30, width: 80, height: 15 }, picture, { width: 800, height: 600 });
    expect(there).toEqual({ x: 80, y: 60, width: 160, height: 30 });
    expect(samePlace(there, { ...there, x: there.x + 2 })).toBe(true);
    expect(samePlace(there, { ...there, x: there.x + 40 })).toBe(false);
  });
});
