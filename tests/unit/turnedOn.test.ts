import fc from 'fast-check';
import { expect, test } from 'vitest';
import { turnBack, turnedOn, turnedSize, turnsTogether, type Turn } from '../../core/capture/turnedOn.ts';

const turn = fc.constantFrom<Turn>(0, 90, 180, 270);
const picture = fc.record({ width: fc.integer({ min: 20, max: 5000 }), height: fc.integer({ min: 20, max: 5000 }) });
const part = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }));

test('a page turned clockwise has its top left corner at the top right', () => {
  const corner = { x: 0, y: 0, width: 30, height: 10 };
  expect(turnedOn(corner, { width: 200, height: 100 }, 90)).toEqual({ x: 90, y: 0, width: 10, height: 30 });
  expect(turnedOn(corner, { width: 200, height: 100 }, 180)).toEqual({ x: 170, y: 90, width: 30, height: 10 });
  expect(turnedOn(corner, { width: 200, height: 100 }, 270)).toEqual({ x: 0, y: 170, width: 10, height: 30 });
});

test('two turns are one, a box stays on its page, and turning back gives the same box', () => {
  fc.assert(
    fc.property(picture, part, turn, turn, (size, [x, y, width, height], one, other) => {
      const box = { x, y, width, height };
      const first = turnedOn(box, size, one);
      const { width: wide, height: high } = turnedSize(size, one);
      expect(first.x >= 0 && first.y >= 0 && first.x + first.width <= wide && first.y + first.height <= high).toBe(true);
      expect(turnedOn(first, turnedSize(size, one), other)).toEqual(turnedOn(box, size, turnsTogether(one, other)));
      expect(turnedOn(first, turnedSize(size, one), turnBack(one))).toEqual(box);
    }),
  );
});
