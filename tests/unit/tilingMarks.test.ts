import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mark } from '../../core/drawing/mark.ts';
import { contains, overlaps, type Rect } from '../../core/kernel/rect.ts';
import { customSize, SHEET_SIZES, type SheetSize } from '../../core/sheets/sheetSize.ts';
import { flapsOf } from '../../core/sheets/flaps.ts';
import { seamsOf } from '../../core/sheets/seams.ts';
import { pageSize, planSheets, type SheetRequest } from '../../core/sheets/sheets.ts';
import { tileMarks } from '../../main/engines/pdf/cutMarks.ts';
import { wallFonts as fonts } from '../support/wallFonts.ts';

const requests = fc.record<SheetRequest>({
  strip: fc.record({ width: fc.integer({ min: 40, max: 4000 }), height: fc.integer({ min: 40, max: 900 }) }),
  sheetSize: fc.oneof(fc.constantFrom<SheetSize>(...Object.values(SHEET_SIZES)), fc.constant(customSize(150, 200))),
  orientation: fc.constantFrom('auto', 'portrait', 'landscape'),
  overlap: fc.integer({ min: 0, max: 25 }),
  margin: fc.integer({ min: 0, max: 20 }),
});

/** The ink itself, closer than `markBounds`, which is generous with letters. */
function inkOf(mark: Mark): Rect[] {
  switch (mark.kind) {
    case 'text':
      return [{ x: mark.x, y: mark.baseline - mark.size * 0.75, width: mark.width, height: mark.size }];
    case 'path':
      return mark.lines.flatMap((line) =>
        line.map(({ x, y }) => ({ x: x - mark.strokeWidth / 2, y: y - mark.strokeWidth / 2, width: mark.strokeWidth, height: mark.strokeWidth })),
      );
    case 'box':
      return [
        {
          x: mark.box.x - mark.strokeWidth / 2,
          y: mark.box.y - mark.strokeWidth / 2,
          width: mark.box.width + mark.strokeWidth,
          height: mark.box.height + mark.strokeWidth,
        },
      ];
    case 'picture':
      return [mark.box];
  }
}

test('whatever helps to cut and glue is on the sheet, but never on the part that stays in sight', () => {
  fc.assert(
    fc.property(requests, (request) => {
      const plan = planSheets(request);
      const seams = seamsOf(plan);
      for (const sheet of plan.sheets) {
        const page = { x: 0, y: 0, ...pageSize(plan.sheetSize, sheet.orientation) };
        const inSight = { ...sheet.at, width: sheet.visible.width, height: sheet.visible.height };
        for (const ink of tileMarks(fonts, plan, sheet, seams, flapsOf(plan)).flatMap(inkOf)) {
          expect(contains(page, ink, 0.1)).toBe(true);
          expect(overlaps(inSight, ink, 0.05)).toBe(false);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('a sheet is named in its flap, each seam has its two halves, and nothing is needed where there is one sheet', () => {
  const plan = planSheets({ strip: { width: 370, height: 544 }, sheetSize: SHEET_SIZES.A4, orientation: 'portrait', overlap: 10, margin: 10 });
  const seams = seamsOf(plan);
  const words = plan.sheets.map((sheet) => tileMarks(fonts, plan, sheet, seams, flapsOf(plan)).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])));
  expect(words[0]).toEqual(expect.arrayContaining(['A1', '1', '2', 'A1 · sheet 1 of 4']));
  const numbers = words.flat().filter((word) => /^\d+$/u.test(word));
  expect(numbers.sort()).toEqual(['1', '1', '2', '2', '3', '3', '4', '4']);
  const single = planSheets({ strip: { width: 100, height: 100 }, sheetSize: SHEET_SIZES.A4, orientation: 'auto', overlap: 10, margin: 2 });
  const [only] = single.sheets;
  expect(only && tileMarks(fonts, single, only, [], flapsOf(single))).toSatisfy((marks: Mark[]) => marks.every((mark) => mark.kind === 'path'));
});

test('every label on the picture lies in a flap, clear of the corners that are cut off, and is 6 points or more', () => {
  fc.assert(
    fc.property(requests, (request) => {
      const plan = planSheets(request);
      const [seams, flaps] = [seamsOf(plan), flapsOf(plan)];
      for (const sheet of plan.sheets) {
        const own = flaps.get(sheet);
        const outlines = [own?.right, own?.below].flatMap((flap) => (flap ? [flap.outline] : []));
        for (const mark of tileMarks(fonts, plan, sheet, seams, flaps)) {
          if (mark.kind !== 'text') continue;
          expect(mark.size).toBeGreaterThanOrEqual((6 * 25.4) / 72);
          const corners = [0, mark.width].flatMap((across) => [0, -mark.size * 0.7].map((up) => ({ x: mark.x + across, y: mark.baseline + up })));
          const onArt = corners.every(({ x, y }) => contains({ ...sheet.at, width: sheet.art.width, height: sheet.art.height }, { x, y, width: 0, height: 0 }));
          if (!onArt) continue;
          const onStrip = corners.map(({ x, y }) => ({ x: x - sheet.at.x + sheet.art.x, y: y - sheet.at.y + sheet.art.y }));
          expect(outlines.some((outline) => onStrip.every((corner) => isInside(corner, outline)))).toBe(true);
        }
      }
    }),
    { numRuns: 40 },
  );
});

/** In a convex outline: on the same side of all its edges, a hundredth of a millimetre forgiven. */
function isInside({ x, y }: { x: number; y: number }, outline: readonly { readonly x: number; readonly y: number }[]): boolean {
  const sides = outline.map((from, index) => {
    const to = outline[(index + 1) % outline.length] ?? from;
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
  });
  return sides.every((side) => side > -0.01) || sides.every((side) => side < 0.01);
}
