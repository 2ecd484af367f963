import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movableSeams, pinnedAt } from '../../core/sheets/movableSeams.ts';
import { keptSeams, planStrip, requestOf } from '../../core/chart/planStrip.ts';
import { PrintSettings } from '../../core/sheets/printSettings.ts';
import { pinOn, seamLines } from '../../core/sheets/seamLines.ts';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { planSheets, type SheetRequest } from '../../core/sheets/sheets.ts';
import { wallStrip } from '../support/wallChart.ts';

const { strip } = wallStrip(2400, 420, 12);
const settings = PrintSettings.parse({ sheetSize: 'A4', orientation: 'landscape', overlap: 10, margin: 10 });

const requests: fc.Arbitrary<SheetRequest> = fc
  .record({
    width: fc.integer({ min: 150, max: 3000 }),
    height: fc.integer({ min: 150, max: 900 }),
    sheetSize: fc.constantFrom(...Object.values(SHEET_SIZES)),
    orientation: fc.constantFrom('auto' as const, 'portrait' as const, 'landscape' as const),
    overlap: fc.integer({ min: 0, max: 20 }),
    margin: fc.integer({ min: 0, max: 20 }),
    box: fc.record({ x: fc.integer({ min: 0, max: 2500 }), y: fc.integer({ min: 0, max: 600 }), width: fc.constant(200), height: fc.constant(80) }),
  })
  .map(({ width, height, box, ...rest }) => ({ ...rest, strip: { width, height }, keepWhole: [box] }));

describe('a seam that the teacher moves', () => {
  test('can be put anywhere in its slack without one sheet more, also when others are pinned', () => {
    fc.assert(
      fc.property(requests, fc.array(fc.tuple(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 4 }), (request, moves) => {
        let pinned = [...(request.pinned ?? [])];
        let plan = planSheets(request);
        const sheets = plan.sheets.length;
        for (const [which, share] of moves) {
          const seams = movableSeams(plan, { ...request, pinned });
          const seam = seams[which % Math.max(1, seams.length)];
          if (seam === undefined) return;
          expect(seam.least).toBeLessThanOrEqual(seam.at);
          expect(seam.most).toBeGreaterThanOrEqual(seam.at);
          const at = Math.round(seam.least + share * (seam.most - seam.least));
          if (at < seam.least || at > seam.most) return;
          pinned = pinnedAt(pinned, seam, at);
          plan = planSheets({ ...request, pinned });
          expect(plan.sheets.length).toBe(sheets);
          const there = movableSeams(plan, { ...request, pinned }).filter(({ side, pinned: own }) => own && side === seam.side);
          expect(there.map((one) => one.at)).toContain(at);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('is let go again', () => {
    const [seam] = movableSeams(planStrip(strip, settings), requestOf(strip, settings));
    if (seam === undefined) throw new Error('The strip has seams.');
    const pinned = pinnedAt([], seam, seam.least);
    const now = movableSeams(planStrip(strip, { ...settings, pinned }), requestOf(strip, { ...settings, pinned })).find((one) => one.pinned);
    expect(now?.at).toBe(seam.least);
    expect(pinnedAt(pinned, now ?? seam, null)).toEqual([]);
  });

  test('leaves the others of what hangs where they are', () => {
    const hanging = planStrip(strip, settings);
    const before = seamLines(hanging);
    const kept = keptSeams(hanging, requestOf(strip, settings));
    const seam = movableSeams(hanging, requestOf(strip, settings), kept).find(({ least, most }) => most - least > 4);
    if (seam === undefined) throw new Error('One of the seams has slack.');
    const at = seam.at - seam.least > 2 ? seam.least : seam.most;
    const pinned = pinnedAt([], seam, at);
    const after = seamLines(planStrip(strip, { ...settings, pinned }, { hanging }));
    expect(after.length).toBe(before.length);
    expect(after.filter((line, index) => line.at !== before[index]?.at).map((line) => line.at)).toEqual([at]);
  });
});

describe('what hangs', () => {
  const hanging = planStrip(strip, settings);
  const kept = (change: Partial<PrintSettings>) => keptSeams(hanging, requestOf(strip, { ...settings, ...change })).length;

  test('keeps its seams as long as its sheets still have room', () => {
    expect(kept({})).toBe(seamLines(hanging).length);
    expect(kept({ look: 'grey', film: 'A3' })).toBe(seamLines(hanging).length);
  });

  test.each([
    ['another paper', { sheetSize: 'A3' }],
    ['paper of one’s own', { sheetSize: 'custom' }],
    ['sheets the other way round', { orientation: 'portrait' }],
    ['another flap', { overlap: 12 }],
    ['a wider edge at the bottom only', { edges: { top: 10, right: 10, bottom: 14, left: 10 } }],
    ['laminated sheets without flaps', { finishing: 'laminate-then-join' }],
  ] as const)('does not bind the seams of %s', (_, change) => {
    expect(kept(change)).toBe(0);
  });

  test('settings that were kept before there was more to set still parse', () => {
    const old = { sheetSize: 'A4', orientation: 'auto', overlap: 10, margin: 5 } as const;
    const parsed = PrintSettings.parse(old);
    expect(parsed).toMatchObject({ ...old, finishing: 'join', look: 'colour', edges: null, pinned: [] });
    expect(planStrip(strip, parsed)).toEqual(planStrip(strip, old));
  });

  test('a seam pinned by its own place changes nothing', () => {
    const pinned = seamLines(hanging).map((line) => pinOn(line));
    expect(planStrip(strip, { ...settings, pinned })).toEqual(hanging);
  });
});
