import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, overlaps, type Rect } from '../../core/kernel/rect.ts';
import { answerSheet, LINE_HEIGHTS } from '../../core/handouts/answerSheet.ts';
import { answerCode, answerSheetPlaces, MARKER_SIDE, readAnswerCode } from '../../core/handouts/answerSheetPlaces.ts';
import { glowAndGrow } from '../../core/handouts/glowAndGrow.ts';
import { LABEL_SHEETS, labels } from '../../core/handouts/labels.ts';
import { miniChart } from '../../core/handouts/miniChart.ts';
import { nUp } from '../../core/handouts/nUp.ts';
import { POINT } from '../../core/drawing/drawnPage.ts';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { wallStrip } from '../support/wallChart.ts';
import { wallFonts as fonts } from '../support/wallFonts.ts';

const sizes = [SHEET_SIZES.A4, SHEET_SIZES.Letter];
const words = { glow: 'Glow', grow: 'Grow' };

describe('pieces of a page', () => {
  test('are all of one size, share the page without a gap, and lie within 1 mm of where the lines are cut', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(SHEET_SIZES)),
        fc.constantFrom('portrait', 'landscape'),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 10 }),
        (sheetSize, orientation, columns, rows) => {
          const { pieces, cuts, width, height } = nUp({ sheetSize, orientation, columns, rows });
          expect(pieces.length).toBe(columns * rows);
          expect(pieces.reduce((sum, piece) => sum + piece.width * piece.height, 0)).toBeCloseTo(width * height, 6);
          const lines = cuts.map((cut) => (cut.kind === 'box' ? cut.box : { x: -1, y: -1, width: 0, height: 0 }));
          expect(lines.length).toBe(columns - 1 + rows - 1);
          for (const [index, piece] of pieces.entries()) {
            expect(contains({ x: 0, y: 0, width, height }, piece)).toBe(true);
            for (const other of pieces.slice(index + 1)) expect(overlaps(piece, other)).toBe(false);
            for (const edge of [piece.x, piece.x + piece.width])
              if (edge > 1 && edge < width - 1) expect(lines.some((line) => line.width === 0 && Math.abs(line.x - edge) < 1)).toBe(true);
            for (const edge of [piece.y, piece.y + piece.height])
              if (edge > 1 && edge < height - 1) expect(lines.some((line) => line.height === 0 && Math.abs(line.y - edge) < 1)).toBe(true);
          }
        },
      ),
    );
  });

  test('that are too large are refused in plain words', () => {
    expect(() => nUp({ sheetSize: SHEET_SIZES.A4, orientation: 'portrait', columns: 3, rows: 9, piece: { width: 70, height: 37 } })).toThrow(
      'do not fit on A4 paper',
    );
    expect(() => nUp({ sheetSize: SHEET_SIZES.A4, orientation: 'portrait', columns: 0, rows: 9 })).toThrow(RangeError);
  });
});

describe('an answer sheet', () => {
  const wish = { task: 'bees-1', question: 'Why do bees matter?', pupil: 'Kōwhai 7', lineHeight: 10 };

  test('has nothing on anything else, on every paper', () => {
    for (const sheetSize of Object.values(SHEET_SIZES)) {
      const places = answerSheetPlaces(sheetSize);
      const boxes = [...places.markers.map(({ box }) => box), places.qr, places.code, places.question, places.writing];
      const page = { x: 0, y: 0, width: sheetSize.width, height: sheetSize.height };
      for (const [index, box] of boxes.entries()) {
        expect(contains(page, box)).toBe(true);
        for (const other of boxes.slice(index + 1)) expect(overlaps(box, other)).toBe(false);
      }
      expect(places.markers.every(({ box }) => box.width === MARKER_SIDE && box.height === MARKER_SIDE)).toBe(true);
      expect(sheetSize.height - (places.markers[2]?.box.y ?? 0) - MARKER_SIDE).toBeGreaterThanOrEqual(14);
    }
  });

  test('has lines as far apart as asked, and the page is exactly the paper', () => {
    for (const sheetSize of sizes) {
      for (const lineHeight of LINE_HEIGHTS) {
        const { marks, width, height } = answerSheet(fonts, { ...wish, sheetSize, lineHeight });
        expect([width, height]).toEqual([sheetSize.width, sheetSize.height]);
        const lines = marks.flatMap((mark) => (mark.kind === 'box' && mark.box.height === 0 && mark.dash.length === 0 ? [mark.box.y] : []));
        expect(lines.length).toBeGreaterThanOrEqual(Math.floor(180 / lineHeight));
        for (const [index, y] of lines.entries()) if (index > 0) expect(y - (lines[index - 1] ?? 0)).toBeCloseTo(lineHeight, 6);
      }
    }
    expect(() => answerSheet(fonts, { ...wish, sheetSize: SHEET_SIZES.A4, lineHeight: 2 })).toThrow('Lines 2 mm apart cannot be written on.');
  });

  test('says task and code, comes back as it was, and refuses what could be more than a code', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w-]{1,40}$/u), fc.stringMatching(/^[a-zA-Zāēīōū0-9 -]{1,40}$/u), (task, pupil) => {
        expect(readAnswerCode(answerCode(task, pupil))).toEqual({ task, pupil: pupil.normalize('NFC') });
      }),
    );
    expect(readAnswerCode('https://example.org')).toBeNull();
    expect(() => answerCode('bees', 'a@b.org')).toThrow('cannot be a pupil’s code');
  });
});

describe('glow and grow', () => {
  const slips = Array.from({ length: 9 }, (_, index) => ({
    pupil: `Fern ${index}`,
    glow: index % 2 === 0 ? 'You used because to give a reason.' : '',
    grow: 'Add one more reason with proof from the book. '.repeat(index % 3).trim(),
  }));

  test('are four to a page, 14 points or more, each inside its piece, in black and grey only', () => {
    for (const sheetSize of sizes) {
      const pages = glowAndGrow(fonts, sheetSize, slips, words);
      expect(pages.length).toBe(3);
      const { pieces } = nUp({ sheetSize, orientation: 'portrait', columns: 2, rows: 2 });
      for (const { marks, width, height } of pages) {
        expect([width, height]).toEqual([sheetSize.width, sheetSize.height]);
        for (const mark of marks) {
          if (mark.kind !== 'text') continue;
          expect(mark.size).toBeGreaterThanOrEqual(14 * POINT - 1e-9);
          const ink: Rect = { x: mark.x, y: mark.baseline - mark.size * 0.7, width: mark.width, height: mark.size * 0.9 };
          expect(pieces.some((piece) => contains(piece, ink))).toBe(true);
        }
        const colours = marks
          .flatMap((mark) => (mark.kind === 'text' ? [mark.colour] : mark.kind === 'picture' ? [] : [mark.fill, mark.stroke]))
          .filter((colour) => colour !== null);
        for (const colour of colours) {
          const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
          expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(25);
        }
      }
    }
  });
});

test('labels stay inside their piece, whatever is on them', () => {
  for (const sheet of Object.values(LABEL_SHEETS)) {
    const { pieces } = nUp(sheet);
    const [page] = labels(fonts, sheet, ['Fern', 'Kōwhai', 'A very long code that wraps', '7']);
    const texts = page?.marks.filter((mark) => mark.kind === 'text') ?? [];
    expect(texts.length).toBeGreaterThanOrEqual(4);
    for (const text of texts)
      expect(pieces.some((piece) => contains(piece, { x: text.x, y: text.baseline - text.size * 0.7, width: text.width, height: text.size * 0.9 }))).toBe(true);
  }
});

test('a desk-size chart shows the whole strip once, inside the page, broken only between levels', () => {
  for (const sheetSize of sizes) {
    for (const length of [1480, 3000]) {
      const { strip } = wallStrip(length, 390, 10);
      const { bands, width, height, scale } = miniChart(strip, sheetSize);
      expect([width, height]).toEqual([sheetSize.height, sheetSize.width]);
      expect(bands.reduce((sum, band) => sum + band.strip.width, 0)).toBeCloseTo(length, 6);
      for (const band of bands) {
        expect(contains({ x: 9, y: 9, width: width - 18, height: height - 18 }, band.page)).toBe(true);
        expect(band.page.width / band.strip.width).toBeCloseTo(scale, 9);
        expect((band.strip.x / (length / 5)) % 1).toBeCloseTo(0, 6);
      }
      expect(scale).toBeGreaterThan((width - 20) / length - 1e-9);
    }
  }
});
