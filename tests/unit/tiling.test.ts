import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, overlaps } from '../../core/kernel/rect.ts';
import { customSize, sheetSizeNamed, SHEET_SIZES, type SheetSize } from '../../core/sheets/sheetSize.ts';
import { planPages } from '../../core/sheets/planPages.ts';
import { gluedInColumns, pageSize, planSheets, type SheetPlan, type SheetRequest } from '../../core/sheets/sheets.ts';

const request: SheetRequest = { strip: { width: 3000, height: 420 }, sheetSize: SHEET_SIZES.A4, orientation: 'auto', overlap: 10, margin: 5 };
const plan = (change: Partial<SheetRequest>) => planSheets({ ...request, ...change });
const labels = (change: Partial<SheetRequest>) => plan(change).sheets.map((sheet) => sheet.label);

const length = (min: number, max: number) => fc.oneof(fc.integer({ min, max }), fc.double({ min, max, noNaN: true }));
const requests = fc.record<SheetRequest>({
  strip: fc
    .record({ width: length(20, 6000), height: length(20, 1200) })
    .chain((strip) => fc.constantFrom(strip, { width: strip.height, height: strip.width })),
  sheetSize: fc.oneof(
    fc.constantFrom<SheetSize>(...Object.values(SHEET_SIZES)),
    fc.tuple(length(200, 600), length(200, 600)).map(([width, height]) => customSize(width, height)),
  ),
  orientation: fc.constantFrom('auto', 'portrait', 'landscape'),
  overlap: length(0, 25),
  margin: length(0, 20),
  keepWhole: fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 3000 }),
      y: fc.integer({ min: 0, max: 800 }),
      width: fc.integer({ min: 5, max: 300 }),
      height: fc.integer({ min: 5, max: 200 }),
    }),
    { maxLength: 12 },
  ),
});

describe('every plan', () => {
  const each = (check: (plan: SheetPlan, request: SheetRequest) => void) => fc.assert(fc.property(requests, (wish) => check(planSheets(wish), wish)));

  test('shows every part of the strip once: no gap, nothing twice, no blank sheet', () => {
    each(({ strip, sheets }) => {
      const whole = { x: 0, y: 0, ...strip };
      expect(sheets.reduce((sum, { visible }) => sum + visible.width * visible.height, 0)).toBeCloseTo(strip.width * strip.height, 1);
      for (const [index, { visible }] of sheets.entries()) {
        expect(contains(whole, visible, 1e-5)).toBe(true);
        expect(Math.min(visible.width, visible.height)).toBeGreaterThan(1);
        for (const other of sheets.slice(index + 1)) expect(overlaps(visible, other.visible, 1e-5)).toBe(false);
      }
    });
  });

  test('keeps the art inside the margins, and what stays visible inside the art', () => {
    each(({ sheets, sheetSize, margin }) => {
      for (const { art, at, visible, orientation } of sheets) {
        const page = pageSize(sheetSize, orientation);
        expect(
          contains(
            { x: margin, y: margin, width: page.width - 2 * margin, height: page.height - 2 * margin },
            { ...at, width: art.width, height: art.height },
            1e-5,
          ),
        ).toBe(true);
        expect(contains(art, visible, 1e-5)).toBe(true);
        expect([visible.x, visible.y]).toEqual([art.x, art.y]);
      }
    });
  });

  test('gives a glue flap of exactly the overlap where a sheet follows on the right or below, and none at the strip’s end', () => {
    each(({ sheets, strip, overlap }) => {
      for (const { art, visible } of sheets) {
        expect(art.width - visible.width).toBeCloseTo(art.x + art.width >= strip.width - 1e-5 ? 0 : overlap, 4);
        expect(art.height - visible.height).toBeCloseTo(art.y + art.height >= strip.height - 1e-5 ? 0 : overlap, 4);
      }
    });
  });

  test('glues so that a later sheet lies on an earlier one’s flap, never on its picture', () => {
    each(({ sheets }) => {
      for (const [index, { visible }] of sheets.entries()) for (const later of sheets.slice(index + 1)) expect(overlaps(visible, later.art, 1e-5)).toBe(false);
    });
  });

  test('numbers pages after those that help, two at least, and gives every sheet its own name', () => {
    each((plan) => {
      const { sheets } = plan;
      const before = 1 + planPages(plan).length;
      expect(before).toBeGreaterThanOrEqual(2);
      expect(sheets.map((sheet) => sheet.page)).toEqual(sheets.map((_, index) => index + 1 + before));
      expect(new Set(sheets.map((sheet) => sheet.label)).size).toBe(sheets.length);
    });
  });

  test('needs no more sheets than the better of all upright and all turned', () => {
    fc.assert(
      fc.property(requests, (wish) => {
        const count = (orientation: SheetRequest['orientation']) => planSheets({ ...wish, orientation }).sheets.length;
        expect(count('auto')).toBeLessThanOrEqual(Math.min(count('portrait'), count('landscape')));
      }),
    );
  });
});

describe('sheets', () => {
  test('turn row by row where that saves some: 27 for 3000 x 420 on A4, where one way takes 32', () => {
    const auto = plan({});
    expect([plan({ orientation: 'portrait' }).sheets.length, plan({ orientation: 'landscape' }).sheets.length, auto.sheets.length]).toEqual([32, 33, 27]);
    expect(new Set(auto.sheets.map((sheet) => sheet.orientation))).toEqual(new Set(['portrait', 'landscape']));
    expect(gluedInColumns(auto)).toBe(false);
  });

  test('of a strip that stands upright turn column by column', () => {
    const upright = plan({ strip: { width: 420, height: 3000 } });
    expect(upright.sheets.length).toBe(27);
    expect(gluedInColumns(upright)).toBe(true);
    expect(upright.sheets.slice(0, 2).map((sheet) => sheet.label)).toEqual(['A1', 'B1']);
  });

  test('that just fill the strip get no sliver after them, though sums of decimals are not exact', () => {
    for (const overlap of [0, 0.1, 8.7, 10]) {
      for (const count of [2, 7, 15]) {
        let width = overlap;
        for (let sheet = 0; sheet < count; sheet++) width += 200 - overlap;
        const found = plan({ strip: { width, height: 287 }, overlap, orientation: 'portrait' }).sheets;
        expect(found.length).toBe(count);
        expect(plan({ strip: { width: width + 0.01, height: 287 }, overlap, orientation: 'portrait' }).sheets.length).toBe(count + 1);
      }
    }
  });

  test('are named by row and column, like a map', () => {
    expect(labels({ strip: { width: 570, height: 400 }, orientation: 'portrait' })).toEqual(['A1', 'A2', 'A3', 'B1', 'B2', 'B3']);
    expect(labels({ strip: { width: 100, height: 27 * 200 }, sheetSize: customSize(210, 210), overlap: 0 }).at(-1)).toBe('AA1');
  });

  test('share a strip evenly, so that none shows only a sliver', () => {
    expect(plan({ strip: { width: 201, height: 100 }, orientation: 'portrait' }).sheets.map((sheet) => sheet.visible.width)).toEqual([95.5, 105.5]);
  });

  test('of a small strip is one', () => {
    expect(plan({ strip: { width: 180, height: 250 } }).sheets).toEqual([
      {
        page: 3,
        label: 'A1',
        orientation: 'portrait',
        art: { x: 0, y: 0, width: 180, height: 250 },
        at: { x: 5, y: 5 },
        visible: { x: 0, y: 0, width: 180, height: 250 },
      },
    ]);
    expect(plan({ strip: { width: 4, height: 6 } }).sheets.length).toBe(1);
  });

  test('come out the same for the same wish', () => {
    expect(JSON.stringify(plan({}))).toBe(JSON.stringify(plan({})));
    expect(plan({})).toEqual(JSON.parse(JSON.stringify(plan({}))));
  });
});

describe('seams', () => {
  /** The strip whose seams the notes on printing measured: five titles, qualifiers of 415 mm, and twenty samples with a note and an arrow each. */
  const scene = Array.from({ length: 5 }, (_, level) => level * 600).flatMap((x) => [
    { x: x + 15, y: 12, width: 85, height: 28 },
    { x: x + 15, y: 41, width: 415, height: 12 },
    ...[0, 1, 2, 3].flatMap((paper) => {
      const left = x + 140 + (paper % 2) * 170;
      const top = 80 + Math.floor(paper / 2) * 120;
      return [
        { x: left, y: top, width: 150, height: 80 },
        { x: left, y: top + 83, width: 93, height: 9 },
        { x: left + 150, y: top + 40, width: 21, height: 14 },
      ];
    }),
  ]);
  const cutsOf = ({ sheets, overlap }: SheetPlan) =>
    sheets.flatMap(({ art, visible }) => {
      const right = { x: visible.x + visible.width, y: visible.y, width: art.width - visible.width, height: visible.height };
      const below = { x: visible.x, y: visible.y + visible.height, width: visible.width, height: art.height - visible.height };
      return overlap === 0 ? [] : scene.filter((box) => overlaps(box, right, 0.01) || overlaps(box, below, 0.01));
    }).length;

  test('go between what should stay whole: far fewer cuts, with the same sheets', () => {
    for (const [orientation, share] of [
      ['landscape', 0.4],
      ['portrait', 0.65],
      ['auto', 0.75],
    ] as const) {
      const [plain, careful] = [plan({ orientation, margin: 10 }), plan({ orientation, margin: 10, keepWhole: scene })];
      expect(careful.sheets.length).toBe(plain.sheets.length);
      expect(cutsOf(careful)).toBeLessThan(cutsOf(plain) * share);
    }
  });

  test('miss a single thing in their way altogether', () => {
    const keepWhole = [{ x: 170, y: 20, width: 60, height: 60 }];
    const { sheets } = plan({ strip: { width: 300, height: 100 }, orientation: 'portrait', keepWhole });
    const [first] = sheets;
    expect(sheets.length).toBe(2);
    expect((first?.art.x ?? 0) + (first?.art.width ?? 0)).toBeLessThanOrEqual(170);
  });
});

describe('a wish that cannot be', () => {
  test('is refused with what to do about it', () => {
    expect(() => plan({ margin: 80, overlap: 60 })).toThrow(
      'Margins of 80 mm and a glue flap of 60 mm leave no room on A4 paper (210 × 297 mm). Make them smaller, or choose a larger paper.',
    );
    expect(() => plan({ margin: -1 })).toThrow('0 mm or more');
    expect(() => plan({ overlap: Number.NaN })).toThrow(RangeError);
    expect(() => plan({ strip: { width: 0, height: 10 } })).toThrow('lay it out before printing');
    expect(() => plan({ strip: { width: 90_000, height: 900 } })).toThrow(/That would be \d+ sheets/);
  });

  test('names the papers there are', () => {
    expect(sheetSizeNamed('a3')).toEqual({ name: 'A3', width: 297, height: 420 });
    expect(sheetSizeNamed('450x320')).toEqual({ name: 'custom', width: 320, height: 450 });
    expect(() => sheetSizeNamed('foolscap')).toThrow('There is no paper called “foolscap”. Choose A4, A3, Letter, Legal, Tabloid, or give its size');
    expect(() => sheetSizeNamed('20x30')).toThrow('each side must be between 100 and 2000 mm');
  });
});
