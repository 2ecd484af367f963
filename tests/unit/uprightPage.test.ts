import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOnPlane, onPlane, uprightPage } from '../../core/capture/uprightPage.ts';
import type { Quad } from '../../core/capture/cleaning.ts';
import { contains } from '../../core/kernel/rect.ts';
import { viewOf } from '../../main/engines/imaging/clean/cleanPage.ts';
import { WHOLE } from '../../core/capture/trueSize.ts';

const picture = { width: 1500, height: 2000 };
const inset = fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), { minLength: 8, maxLength: 8 });
const quadOf = (k: readonly number[]): Quad => [
  { x: k[0]! * 1500, y: k[1]! * 2000 },
  { x: (1 - k[2]!) * 1500, y: k[3]! * 2000 },
  { x: (1 - k[4]!) * 1500, y: (1 - k[5]!) * 2000 },
  { x: k[6]! * 1500, y: (1 - k[7]!) * 2000 },
];
const placing = fc.record({
  quad: fc.option(inset.map(quadOf)),
  turn: fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const),
  degrees: fc.double({ min: -15, max: 15, noNaN: true }),
});

describe('a page as it is read', () => {
  test('lies where the clean copy is taken from', () => {
    fc.assert(
      fc.property(placing, ({ quad, turn, degrees }) => {
        const view = viewOf(picture, { quad, turn, degrees, crop: WHOLE }, null, 0);
        const sheet = turn % 180 === 0 ? view.sheet : { width: view.sheet.height, height: view.sheet.width };
        const { size, toPicture } = uprightPage(picture, { quad, degrees }, turn, sheet);
        const { width, height } = size;
        expect([width, height]).toEqual([view.sheet.width, view.sheet.height]);
        const corners = [
          { x: 0, y: 0 },
          { x: width, y: 0 },
          { x: width, y: height },
          { x: 0, y: height },
        ];
        // A quad is given by the middles of pixels, the copy by their edges.
        corners.forEach((corner, k) => {
          const there = onPlane(toPicture, corner);
          expect(Math.hypot(there.x - view.corners[k]!.x, there.y - view.corners[k]!.y)).toBeLessThan(1.5);
        });
      }),
    );
  });

  test('there and back is where it began; a box that was drawn is held by the one in the picture', () => {
    const point = fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(placing, point, ({ quad, turn, degrees }, { x, y }) => {
        const { size, fromPicture, toPicture } = uprightPage(picture, { quad, degrees }, turn, null);
        const at = { x: x * size.width, y: y * size.height };
        const back = onPlane(fromPicture, onPlane(toPicture, at));
        expect(back.x).toBeCloseTo(at.x, 4);
        expect(back.y).toBeCloseTo(at.y, 4);
        const drawn = { ...at, width: 80, height: 20 };
        expect(contains(boxOnPlane(fromPicture, boxOnPlane(toPicture, drawn)), drawn, 1e-3)).toBe(true);
      }),
    );
  });
});
