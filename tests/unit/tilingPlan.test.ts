import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Element, Strip } from '../../core/chart/document.ts';
import { paintStrip } from '../../core/chart/paint.ts';
import { overlaps } from '../../core/kernel/rect.ts';
import { changedSheets, sheetHashes } from '../../core/sheets/changedSheets.ts';
import { cutsOf, needsOf, panelsOf, POUCHES, requestFor } from '../../core/sheets/finishing.ts';
import { hintFor, sheetsBySize } from '../../core/sheets/hints.ts';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { LEAST_CELL, planPages, planPageSize } from '../../core/sheets/planPages.ts';
import { planStrip } from '../../core/chart/planStrip.ts';
import { printerScale } from '../../core/sheets/printerScale.ts';
import { pinOn, seamLines } from '../../core/sheets/seamLines.ts';
import { pageSize, planSheets, type SheetRequest } from '../../core/sheets/sheets.ts';
import { wallStrip } from '../support/wallChart.ts';
import { wallFonts as fonts } from '../support/wallFonts.ts';

const request: SheetRequest = { strip: { width: 3000, height: 420 }, sheetSize: SHEET_SIZES.A4, orientation: 'auto', overlap: 10, margin: 5 };
const settings = { sheetSize: 'A4', orientation: 'landscape', overlap: 10, margin: 10 } as const;

describe('a hint', () => {
  test('says how little lower the strip need be to save many sheets', () => {
    expect(hintFor(request)).toEqual({ side: 'height', less: 30, sheets: 22, saved: 5 });
    expect(planSheets({ ...request, strip: { width: 3000, height: 391 } }).sheets.length).toBeGreaterThan(22);
    expect(hintFor({ ...request, strip: { width: 3000, height: 390 } })).toBeNull();
    expect(hintFor({ ...request, strip: { width: 420, height: 3000 } })).toMatchObject({ side: 'width', less: 30, saved: 5 });
  });

  test('counts the sheets of each paper as the plan would', () => {
    const counts = sheetsBySize(request);
    expect(counts.map(({ sheetSize }) => sheetSize)).toEqual(Object.keys(SHEET_SIZES));
    for (const { sheetSize, sheets } of counts) expect(planSheets({ ...request, sheetSize: SHEET_SIZES[sheetSize] }).sheets.length).toBe(sheets);
  });
});

describe('a pinned seam', () => {
  test('stays where it is, and every point of the strip is still on one sheet', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 2900 }),
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom('portrait', 'landscape', 'auto'),
        (x, y, orientation) => {
          const plan = planSheets({ ...request, orientation, pinned: [{ side: 'right', x, y }] });
          const row = plan.sheets.filter(({ visible }) => visible.y <= y && visible.y + visible.height > y);
          expect(row.some(({ visible }) => Math.abs(visible.x + visible.width - x) < 1e-5)).toBe(true);
          expect(plan.sheets.reduce((sum, { visible }) => sum + visible.width * visible.height, 0)).toBeCloseTo(3000 * 420, 1);
          for (const [index, { visible }] of plan.sheets.entries())
            for (const other of plan.sheets.slice(index + 1)) expect(overlaps(visible, other.visible, 1e-5)).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('too near another one is refused in plain words', () => {
    const pinned = [
      { side: 'right', x: 800, y: 10 },
      { side: 'right', x: 805, y: 10 },
    ] as const;
    expect(() => planSheets({ ...request, pinned })).toThrow('too close together');
  });

  test('between rows too: a plan pinned by its own seams is the same plan', () => {
    const whole = [{ x: 100, y: 150, width: 180, height: 70 }];
    for (const orientation of ['auto', 'landscape', 'portrait'] as const) {
      const plan = planSheets({ ...request, orientation, keepWhole: whole });
      expect(planSheets({ ...request, orientation, pinned: seamLines(plan).map((line) => pinOn(line)) })).toEqual(plan);
    }
  });
});

describe('a printer’s own edges', () => {
  test('are kept white on every sheet, whichever way the printer turns it, and cost no more sheets than the largest of them all round', () => {
    const edge = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(
        fc.record({ top: edge, right: edge, bottom: edge, left: edge }),
        fc.constantFrom('auto', 'portrait', 'landscape'),
        fc.integer({ min: 300, max: 3000 }),
        (edges, orientation, width) => {
          const wish = { ...request, orientation, strip: { width, height: 420 } };
          const plan = planSheets({ ...wish, edges });
          for (const { at, art, orientation: lies } of plan.sheets) {
            const page = pageSize(plan.sheetSize, lies);
            const white = { left: at.x, top: at.y, right: page.width - at.x - art.width, bottom: page.height - at.y - art.height };
            const [aside, upDown] = [Math.max(edges.top, edges.bottom), Math.max(edges.left, edges.right)];
            const wanted = lies === 'portrait' ? edges : { left: aside, right: aside, top: upDown, bottom: upDown };
            for (const side of ['left', 'top', 'right', 'bottom'] as const) expect(white[side]).toBeGreaterThanOrEqual(wanted[side] - 1e-5);
          }
          expect(plan.sheets.length).toBeLessThanOrEqual(planSheets({ ...wish, margin: Math.max(...Object.values(edges)) }).sheets.length);
        },
      ),
    );
  });
});

describe('after a change', () => {
  const { strip, papers } = wallStrip(2400, 420, 20);
  const hash = (of: Strip, plan = planStrip(of, settings)) => sheetHashes(plan, paintStrip(of, { fonts, papers }));
  const changed = (change: (element: Element) => Element): Strip => ({ ...strip, elements: strip.elements.map(change) });

  test('seams stay where they were, and exactly the touched sheets are told', () => {
    const before = planStrip(strip, settings);
    const moved = changed((element) => (element.id === 's7' ? { ...element, x: element.x + 5 } : element));
    const after = planStrip(moved, settings, { hanging: before });
    expect(after).toEqual(before);
    const [from, to] = [strip, moved].map(({ elements }) => elements.find(({ id }) => id === 's7'));
    const touched = before.sheets.filter(({ art }) =>
      [from, to].some(
        (box) => box !== undefined && overlaps({ ...box, x: box.x - 0.2, width: box.width + 0.4, y: box.y - 0.2, height: box.height + 0.4 }, art, 0),
      ),
    );
    const { print, gone } = changedSheets(hash(strip, before), hash(moved, after));
    expect(print).toEqual(touched.map(({ label }) => label));
    expect(print.length).toBeGreaterThan(0);
    expect(print.length).toBeLessThanOrEqual(4);
    expect(gone).toEqual([]);
  });

  test('nothing is told where nothing changed, all where the paper did, and sheets that are gone are named', () => {
    const plan = planStrip(strip, settings);
    expect(changedSheets(hash(strip), hash({ ...strip }))).toEqual({ print: [], gone: [] });
    const other = planStrip(strip, { ...settings, sheetSize: 'A3' });
    const { print, gone } = changedSheets(hash(strip), hash(strip, other));
    expect(print).toEqual(other.sheets.map(({ label }) => label));
    expect(gone).toEqual(plan.sheets.map(({ label }) => label).filter((label) => !print.includes(label)));
    expect(gone.length).toBeGreaterThan(0);
  });

  test('a copy made anew of a paper is told, since its address is another', () => {
    const anew = new Map(
      [...papers].map(([id, paper]) => [id, id === 's3' ? { ...paper, pages: paper.pages.map((page) => ({ ...page, media: 'new' })) } : paper]),
    );
    const plan = planStrip(strip, settings);
    const { print } = changedSheets(hash(strip, plan), sheetHashes(plan, paintStrip(strip, { fonts, papers: anew })));
    const box = strip.elements.find(({ id }) => id === 's3');
    expect(print).toEqual(plan.sheets.filter(({ art }) => box !== undefined && overlaps(box, art, 0)).map(({ label }) => label));
  });

  test('a longer strip keeps the seams that it had', () => {
    const before = planStrip(strip, settings);
    const after = planStrip({ ...strip, width: strip.width + 300 }, settings, { hanging: before });
    const kept = seamLines(after).map(({ side, at }) => `${side} ${at.toFixed(4)}`);
    for (const { side, at } of seamLines(before)) expect(kept).toContain(`${side} ${at.toFixed(4)}`);
  });
});

describe('the plan pages', () => {
  test('show every sheet at least 18 x 18 mm on one of them, inside the page, for strips up to 6 m', () => {
    const requests = fc.record<SheetRequest>({
      strip: fc
        .record({ width: fc.integer({ min: 400, max: 6000 }), height: fc.integer({ min: 200, max: 1000 }) })
        .chain((strip) => fc.constantFrom(strip, { width: strip.height, height: strip.width })),
      sheetSize: fc.constantFrom(...Object.values(SHEET_SIZES)),
      orientation: fc.constantFrom('auto', 'portrait', 'landscape'),
      overlap: fc.integer({ min: 0, max: 20 }),
      margin: fc.integer({ min: 0, max: 15 }),
    });
    fc.assert(
      fc.property(requests, (wish) => {
        const plan = planSheets(wish);
        const pages = planPages(plan);
        const size = planPageSize(plan);
        for (const { bands } of pages)
          for (const { page } of bands) {
            expect(Math.min(page.x, page.y)).toBeGreaterThan(0);
            expect(page.x + page.width).toBeLessThan(size.width);
            expect(page.y + page.height).toBeLessThan(size.height);
          }
        const largest = Math.max(...pages.map(({ scale }) => scale));
        for (const { visible } of plan.sheets) {
          const least = Math.min(LEAST_CELL, visible.width, visible.height);
          expect(visible.width * largest).toBeGreaterThanOrEqual(least - 1e-6);
          expect(visible.height * largest).toBeGreaterThanOrEqual(least - 1e-6);
        }
        const drawn = pages.filter(({ scale }) => scale === largest).flatMap(({ bands }) => bands);
        expect(drawn.reduce((sum, { strip }) => sum + strip.width * strip.height, 0)).toBeCloseTo(plan.strip.width * plan.strip.height, 1);
      }),
      { numRuns: 150 },
    );
  });
});

describe('finishing', () => {
  test('one by one: every sheet in its pouch with 3 mm of clear film or more, as long together as the strip, no flap', () => {
    const plan = planSheets(requestFor('laminate-then-join', request));
    const panels = panelsOf(plan, 'laminate-then-join', POUCHES.A4);
    expect(panels.length).toBe(plan.sheets.length);
    for (const { box, rim } of panels) {
      expect(rim).toBeGreaterThanOrEqual(3);
      expect(Math.min(box.width, box.height) + 2 * rim).toBeLessThanOrEqual(216 + 1e-6);
      expect(Math.max(box.width, box.height) + 2 * rim).toBeLessThanOrEqual(303 + 1e-6);
    }
    const top = panels.filter(({ box }) => box.y === 0);
    expect(Math.abs(top.reduce((sum, { box }) => sum + box.width, 0) - 3000)).toBeLessThan(1);
    expect(plan.sheets.every(({ art, visible }) => art.width === visible.width && art.height === visible.height)).toBe(true);
    const needs = needsOf(plan, 'laminate-then-join', panels, POUCHES.A4);
    expect(needs).toMatchObject({ pouches: plan.sheets.length, glueMetres: 0, cuts: plan.sheets.length * 4 });
    expect(needs.tapeMetres).toBeGreaterThan(3);
  });

  test('joined first: pieces as large as a pouch takes, cut apart where one ends', () => {
    const plan = planSheets({ ...request, orientation: 'portrait' });
    const panels = panelsOf(plan, 'join-then-laminate', POUCHES.A3);
    expect(new Set(panels.flatMap(({ sheets }) => sheets)).size).toBe(plan.sheets.length);
    expect(panels.length).toBeLessThan(plan.sheets.length);
    for (const { box } of panels) {
      expect(Math.min(box.width, box.height)).toBeLessThanOrEqual(303 - 6 + 1e-6);
      expect(Math.max(box.width, box.height)).toBeLessThanOrEqual(426 - 6 + 1e-6);
    }
    const cuts = cutsOf(plan, 'join-then-laminate', panels);
    for (const { sheets } of panels) expect(cuts.find(({ sheet }) => sheet === sheets.at(-1))?.edges).toContain('right');
  });

  test('on a roll as wide as the strip it is one piece, a little longer than the strip', () => {
    const plan = planSheets(request);
    const film = { kind: 'roll', width: 440 } as const;
    const panels = panelsOf(plan, 'join-then-laminate', film);
    expect(panels).toHaveLength(1);
    expect(needsOf(plan, 'join-then-laminate', panels, film)).toMatchObject({ pouches: 0, filmMetres: 3.006, tapeMetres: 0 });
  });

  test('film that is too small is refused in plain words', () => {
    const plan = planSheets({ ...request, sheetSize: SHEET_SIZES.A3 });
    expect(() => panelsOf(plan, 'laminate-then-join', POUCHES.A4)).toThrow('does not fit a pouch of 216 × 303 mm with 3 mm of clear film');
  });

  test('glue is wanted for every flap: the seams’ whole length', () => {
    const plan = planSheets({ ...request, orientation: 'portrait' });
    const rows = new Set(plan.sheets.map(({ visible }) => visible.y)).size;
    const columns = plan.sheets.length / rows;
    expect(needsOf(plan).glueMetres).toBeCloseTo(((rows - 1) * 3000 + (columns - 1) * 420) / 1000, 6);
  });
});

describe('the scale of a printer', () => {
  test('is what its rulers say, up to 3 %; more is a wrong setting', () => {
    expect(printerScale({ wanted: 100, measured: 98 }, { wanted: 200, measured: 203 })).toEqual({ x: 0.98, y: 1.015 });
    expect(() => printerScale({ wanted: 100, measured: 95.9 }, { wanted: 200, measured: 200 })).toThrow('choose “Actual size”');
    expect(() => printerScale({ wanted: 100, measured: Number.NaN }, { wanted: 200, measured: 200 })).toThrow(RangeError);
  });
});
