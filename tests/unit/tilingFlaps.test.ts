import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flapsOf, type Corner } from '../../core/sheets/flaps.ts';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { pageSize, planSheets, type SheetPlan, type SheetRequest } from '../../core/sheets/sheets.ts';

const requests = fc.record<SheetRequest>({
  strip: fc
    .record({ width: fc.double({ min: 150, max: 4000, noNaN: true }), height: fc.double({ min: 100, max: 1000, noNaN: true }) })
    .chain((strip) => fc.constantFrom(strip, { width: strip.height, height: strip.width })),
  sheetSize: fc.constantFrom(...Object.values(SHEET_SIZES)),
  orientation: fc.constantFrom('auto', 'portrait', 'landscape'),
  overlap: fc.double({ min: 4, max: 20, noNaN: true }),
  margin: fc.double({ min: 0, max: 15, noNaN: true }),
  keepWhole: fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 3000 }),
      y: fc.integer({ min: 0, max: 800 }),
      width: fc.integer({ min: 5, max: 300 }),
      height: fc.integer({ min: 5, max: 200 }),
    }),
    { maxLength: 8 },
  ),
});

interface Piece {
  readonly label: string;
  readonly outline: readonly Corner[];
}

function flapPieces(plan: SheetPlan): Piece[] {
  return [...flapsOf(plan)].flatMap(([{ label }, { right, below }]) =>
    [right, below].flatMap((flap) => (flap === null ? [] : [{ label, outline: flap.outline }])),
  );
}

function visiblePieces(plan: SheetPlan): Piece[] {
  return plan.sheets.map(({ label, visible: { x, y, width, height } }) => ({
    label,
    outline: [
      { x, y },
      { x: x + width, y },
      { x: x + width, y: y + height },
      { x, y: y + height },
    ],
  }));
}

/** How deep two convex outlines run into each other, mm; 0 or less where a straight line parts them (separating axes). */
function depth(a: Piece, b: Piece): number {
  const axes = [...edges(a.outline), ...edges(b.outline)];
  return Math.min(
    ...axes.map(({ x, y }) => {
      const [from, to] = [a, b].map(({ outline }) => outline.map((corner) => corner.x * x + corner.y * y));
      return Math.min(Math.max(...(from ?? [])), Math.max(...(to ?? []))) - Math.max(Math.min(...(from ?? [])), Math.min(...(to ?? [])));
    }),
  );
}

function edges(outline: readonly Corner[]): Corner[] {
  return outline.flatMap((corner, index) => {
    const next = outline[(index + 1) % outline.length] ?? corner;
    const length = Math.hypot(next.x - corner.x, next.y - corner.y);
    return length < 1e-9 ? [] : [{ x: (next.y - corner.y) / length, y: (corner.x - next.x) / length }];
  });
}

describe('flaps', () => {
  test('never lie on each other, so that no point of the chart has more than two layers of paper', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const plan = planSheets(request);
        const flaps = flapPieces(plan);
        for (const [index, flap] of flaps.entries()) {
          for (const other of flaps.slice(index + 1)) expect(depth(flap, other), `${flap.label} and ${other.label}`).toBeLessThan(1e-3);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('lie under another sheet, never on their own visible part, and on the paper that there is', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const plan = planSheets(request);
        const visible = visiblePieces(plan);
        for (const [sheet, flaps] of flapsOf(plan)) {
          const page = pageSize(plan.sheetSize, sheet.orientation);
          for (const flap of [flaps.right, flaps.below]) {
            if (flap === null) continue;
            const piece = { label: sheet.label, outline: flap.outline };
            const own = visible.find(({ label }) => label === sheet.label);
            expect(own && depth(piece, own)).toBeLessThan(1e-3);
            for (const { x, y } of flap.outline) {
              expect(x).toBeLessThanOrEqual(plan.strip.width + 1e-3);
              expect(y).toBeLessThanOrEqual(plan.strip.height + 1e-3);
              expect(sheet.at.x + x - sheet.art.x).toBeLessThanOrEqual(page.width + 1e-3);
              expect(sheet.at.y + y - sheet.art.y).toBeLessThanOrEqual(page.height + 1e-3);
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('are there wherever a sheet follows, and as deep as the overlap or deeper', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const plan = planSheets(request);
        for (const [{ art, visible }, { right, below }] of flapsOf(plan)) {
          expect(right !== null).toBe(art.width - visible.width > 1e-4);
          expect(below !== null).toBe(art.height - visible.height > 1e-4);
          for (const flap of [right, below]) if (flap !== null && flap.to > flap.from) expect(flap.depth).toBeGreaterThan(plan.overlap - 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('of a plain grid are cut like the corners of a picture frame', () => {
    const plan = planSheets({ strip: { width: 370, height: 544 }, sheetSize: SHEET_SIZES.A4, orientation: 'portrait', overlap: 10, margin: 10 });
    const [first] = flapsOf(plan).values();
    expect(first?.right?.outline).toEqual([
      { x: 180, y: 0 },
      { x: 200, y: 20 },
      { x: 200, y: 247 },
      { x: 180, y: 267 },
    ]);
    expect(first?.below).toMatchObject({ depth: 20, trimmed: false, from: 20, to: 160 });
  });
});
