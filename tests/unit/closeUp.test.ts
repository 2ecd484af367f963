import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedUp } from '../../core/chart/closeUp.ts';
import type { Element, Strip } from '../../core/chart/document.ts';
import { overlaps } from '../../core/kernel/rect.ts';
import { hintFor } from '../../core/sheets/hints.ts';
import { requestOf } from '../../core/chart/planStrip.ts';
import { sheetsNeeded } from '../../core/sheets/sheets.ts';
import { wallStrip } from '../support/wallChart.ts';

const look = { fill: '#ffffff', stroke: null, strokeWidth: 1, radius: 4, dashed: false } as const;
const ground: Element = { id: 'ground', kind: 'panel', x: 0, y: 0, width: 1000, height: 400, ...look };
const picture = (id: string, x: number, y: number, height: number): Element => ({
  id,
  kind: 'picture',
  paper: id,
  page: id,
  crop: { x: 0, y: 0, width: 1, height: 1 },
  frame: true,
  x,
  y,
  width: 150,
  height,
});
const dock: Element = { id: 'dock', kind: 'dock', text: 'hold your page here', x: 20, y: 340, width: 150, height: 46 };
const loose: Strip = { orientation: 'horizontal', width: 1000, height: 400, elements: [ground, picture('a', 20, 20, 100), picture('b', 220, 180, 100), dock] };
const find = (strip: Strip, id: string): Element => {
  const found = strip.elements.find((element) => element.id === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
};

describe('a strip that is made lower', () => {
  test('closes its gaps: pictures keep their size, the place to hold a page gets lower, grounds go with them', () => {
    const { strip, scale } = closedUp(loose, 'height', 100);
    expect([scale, strip.height, strip.width]).toEqual([1, 300, 1000]);
    expect([find(strip, 'a').height, find(strip, 'b').height]).toEqual([expect.closeTo(100, 6), expect.closeTo(100, 6)]);
    expect(find(strip, 'dock').height).toBeGreaterThanOrEqual(30);
    expect(find(strip, 'dock').height).toBeLessThan(46);
    expect(find(strip, 'ground').height).toBeCloseTo(300, 6);
  });

  test('makes everything smaller by the same share where there are no gaps left', () => {
    const { strip, scale } = closedUp(loose, 'height', 250);
    expect(scale).toBeLessThan(1);
    expect(strip.height).toBe(150);
    expect(find(strip, 'a').width / find(strip, 'a').height).toBeCloseTo(1.5, 6);
    expect(find(strip, 'b').width).toBeCloseTo(150 * scale, 6);
  });

  test('lays nothing over anything else, and nothing beyond its end', () => {
    const heights = fc.array(
      fc.record({ x: fc.integer({ min: 0, max: 5 }), gap: fc.integer({ min: 0, max: 60 }), height: fc.integer({ min: 10, max: 120 }) }),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(heights, fc.constantFrom('height' as const, 'width' as const), fc.double({ min: 0.01, max: 0.3, noNaN: true }), (parts, side, share) => {
        const ends = [0, 0, 0, 0, 0, 0];
        const elements = parts.map(({ x, gap, height }, index) => {
          const y = (ends[x] ?? 0) + gap;
          ends[x] = y + height;
          return picture(String(index), x * 160, y, height);
        });
        const before: Strip = { orientation: 'horizontal', width: 970, height: Math.max(...ends) + 12, elements };
        const { strip, scale } = closedUp(before, side, before[side] * share);
        expect(strip[side]).toBeCloseTo(before[side] * (1 - share), 6);
        strip.elements.forEach((one, index) => {
          expect(one.height).toBeCloseTo((before.elements[index]?.height ?? 0) * scale, 6);
          expect(one.y + one.height).toBeLessThanOrEqual(strip.height + 1e-6);
          expect(one.x + one.width).toBeLessThanOrEqual(strip.width + 1e-6);
          for (const other of strip.elements.slice(index + 1)) expect(overlaps(one, other, 1e-6)).toBe(false);
        });
      }),
    );
  });

  test('takes as few sheets as the hint said', () => {
    const { strip } = wallStrip(3000, 420, 20);
    const settings = { sheetSize: 'A4', orientation: 'auto', overlap: 10, margin: 5 } as const;
    const hint = hintFor(requestOf(strip, settings));
    expect(hint).toMatchObject({ side: 'height', less: 30, saved: 5 });
    const lower = closedUp(strip, hint?.side ?? 'height', hint?.less ?? 0).strip;
    expect(sheetsNeeded(requestOf(lower, settings))).toBeLessThanOrEqual(hint?.sheets ?? 0);
  });
});
