import { createHash } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Element, Strip } from '../../core/chart/document.ts';
import { overlaps } from '../../core/kernel/rect.ts';
import { layOutText } from '../../core/text/wrap.ts';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { planSheets, type SheetRequest } from '../../core/sheets/sheets.ts';
import { writeChartPdf, writeStripPdf, type StripToPrint } from '../../main/engines/pdf/chartPdf.ts';
import { bytesOf } from '../../main/engines/pdf/jpeg.ts';
import { hasPoppler, PdfUnderTest, type Raster } from '../support/poppler.ts';
import { madeUpPage, wallStrip } from '../support/wallChart.ts';
import { wallFonts as fonts } from '../support/wallFonts.ts';

const POINTS = 72 / 25.4;
/** 6 pixels a millimetre, so that the sheets below begin on whole pixels; a little finer than 150 dpi. */
const SIX_PER_MM = 152.4;
const title = 'Why do bees matter? He aha i hira ai ngā pī?';

const opened: PdfUnderTest[] = [];
afterAll(() => opened.forEach((pdf) => pdf.remove()));

function open(bytes: Uint8Array): PdfUnderTest {
  const pdf = new PdfUnderTest(bytes);
  opened.push(pdf);
  return pdf;
}

function planFor(strip: Strip, change: Partial<SheetRequest> = {}) {
  return planSheets({ strip, sheetSize: SHEET_SIZES.A4, orientation: 'auto', overlap: 10, margin: 10, ...change });
}

function stripOf(width: number, height: number, elements: Element[]): StripToPrint {
  return { title, strip: { orientation: 'horizontal', width, height, elements }, papers: new Map(), fonts, pictures: new Map() };
}

function bar(id: string, x: number, y: number, width: number, height: number, fill = '#000000'): Element {
  return { id, kind: 'panel', x, y, width, height, fill, stroke: null, strokeWidth: 0, radius: 0, dashed: false };
}

/** The longest dark run in a row of pixels. */
function darkRun({ data, width, channels }: Raster, row: number): number {
  let longest = 0;
  let run = 0;
  for (let x = 0; x < width; x++) {
    run = (data[(row * width + x) * channels] ?? 255) < 128 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

describe('the tiled chart', () => {
  const count = 10;
  let chart: StripToPrint;
  beforeAll(async () => {
    const pictures = new Map<string, Uint8Array>();
    for (let index = 0; index < count; index++) pictures.set(`m${index}`, await madeUpPage(index, 800, 500));
    chart = { title, ...wallStrip(1480, 390, count), fonts, pictures };
  });

  test('is the same file for the same chart, and says nothing of itself but the title', async () => {
    const plan = planFor(chart.strip);
    const first = await writeChartPdf({ ...chart, plan });
    expect(Buffer.compare(first, await writeChartPdf({ ...chart, plan }))).toBe(0);
    const raw = Buffer.from(first).toString('latin1');
    expect(raw).not.toMatch(/CreationDate|ModDate|Producer|Creator|Author/u);
  });

  test('tells how far it is', async () => {
    const told: [number, number][] = [];
    const plan = planFor(chart.strip);
    await writeChartPdf({ ...chart, plan, onProgress: (done, of) => told.push([done, of]) });
    expect(told.at(0)).toEqual([2, plan.sheets.length + 2]);
    expect(told.at(-1)).toEqual([plan.sheets.length + 2, plan.sheets.length + 2]);
  });

  test('names a picture that is missing or damaged in plain words', async () => {
    const plan = planFor(chart.strip);
    await expect(writeChartPdf({ ...chart, plan, pictures: new Map() })).rejects.toThrow(
      'The picture of a paper on this chart is not in the library any more.',
    );
    const damaged = new Map([...chart.pictures, ['m3', new Uint8Array([0xff, 0xd8, 0xff, 0x00])]]);
    await expect(writeChartPdf({ ...chart, plan, pictures: damaged })).rejects.toThrow('The picture of a paper is damaged');
  });

  test('has pages of exactly the paper’s size, turned without /Rotate, and asks printers not to scale', async () => {
    for (const sheetSize of [SHEET_SIZES.A4, SHEET_SIZES.A3, SHEET_SIZES.Letter]) {
      const plan = planFor(chart.strip, { sheetSize });
      const made = await PDFDocument.load(await writeChartPdf({ ...chart, plan }), { updateMetadata: false });
      const [short, long] = [sheetSize.width * POINTS, sheetSize.height * POINTS].map((side) => Math.round(side * 1000) / 1000);
      const boxes = made.getPages().map((page) => page.getMediaBox());
      expect(boxes.slice(2)).toEqual(
        plan.sheets.map(({ orientation }) => ({
          x: 0,
          y: 0,
          ...(orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short }),
        })),
      );
      expect(made.getPages().every((page) => page.getRotation().angle === 0)).toBe(true);
      const viewer = made.catalog.getViewerPreferences();
      expect([viewer?.getPrintScaling(), viewer?.getPickTrayByPDFSize(), viewer?.getDuplex()]).toEqual(['None', true, 'Simplex']);
    }
    expect([210 * POINTS, 297 * POINTS].map((side) => side.toFixed(3))).toEqual(['595.276', '841.890']);
  });

  test.skipIf(!hasPoppler)('stores every picture once, byte for byte, and draws it only on sheets that it touches (needs poppler-utils)', async () => {
    const plan = planFor(chart.strip);
    const pdf = open(await writeChartPdf({ ...chart, plan }));
    const rows = pdf.pictures();
    expect(new Set(rows.map((row) => row[8])).size).toBe(1);
    expect(new Set(rows.map((row) => row[10])).size).toBe(count);
    const sums = (files: Iterable<Uint8Array>) => new Set(Array.from(files, (file) => createHash('sha256').update(file).digest('hex')));
    expect(sums(pdf.pictureFiles())).toEqual(sums([...chart.pictures.values()].map(bytesOf)));
    const touching = plan.sheets.map(({ art }) => chart.strip.elements.filter((element) => element.kind === 'picture' && overlaps(element, art, 0)).length);
    expect(plan.sheets.map(({ page }) => rows.filter((row) => row[0] === String(page)).length)).toEqual(touching);
    expect(rows.every((row) => Number(row[0]) > 2)).toBe(true);
  });

  test.skipIf(!hasPoppler)(
    'embeds only the glyphs it uses, and its words can be found and copied, macrons and ligatures too (needs poppler-utils)',
    async () => {
      const bytes = await writeChartPdf({ ...chart, plan: planFor(chart.strip) });
      const pdf = open(bytes);
      expect(pdf.fonts().map((row) => row[0]?.replace(/^[A-Z]{6}\+/u, ''))).toEqual(expect.arrayContaining(['Andika', 'Andika-Bold', 'Lexend-SemiBold']));
      for (const row of pdf.fonts()) expect(row.slice(-5, -2)).toEqual(['yes', 'yes', 'yes']);
      const whole = open(await writeStripPdf(chart))
        .text('-layout')
        .normalize('NFC')
        .replace(/\s+/gu, ' ');
      for (const words of ['Why do bees matter? He aha i hira ai ngā pī?', 'Tīmata', 'efficiently', 'Ngā pī me ngā putiputi', 'becos'])
        expect(whole).toContain(words);
      const pictureBytes = [...chart.pictures.values()].reduce((sum, picture) => sum + bytesOf(picture).length, 0);
      expect(bytes.length).toBeLessThan(pictureBytes + 100_000);
    },
  );

  test.skipIf(!hasPoppler)('puts glyphs where the screen has them: a kerned line ends within 0.02 mm (needs poppler-utils)', async () => {
    const text = 'WATERAVATARToYour';
    const setting = { text, face: 'lexend', size: 20, leading: 1.2, align: 'start', width: 600 } as const;
    const line: Element = { id: 't', kind: 'text', x: 30, y: 20, height: 24, bullet: 'none', colour: '#000000', ...setting };
    const box = open(await writeStripPdf(stripOf(700, 100, [line]))).text('-bbox');
    const [, from, to] = /xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>WATERAVATARToYour</u.exec(box) ?? [];
    expect(Number(from) / POINTS).toBeCloseTo(30, 1);
    expect(Math.abs((Number(to) - Number(from)) / POINTS - layOutText(fonts, setting).widest)).toBeLessThan(0.02);
  });

  test.skipIf(!hasPoppler)('prints 100 mm as 100 mm, on the sheets and on the ruler (needs poppler-utils)', async () => {
    const strip = stripOf(180, 200, [bar('bar', 40, 60, 100, 10)]);
    const pdf = open(await writeChartPdf({ ...strip, plan: planFor(strip.strip) }));
    const perMillimetre = 600 / 25.4;
    const sheet = await pdf.raster(3, 600);
    expect(Math.abs(darkRun(sheet, Math.round((10 + 65) * perMillimetre)) / perMillimetre - 100)).toBeLessThan(0.05);
    const calibration = await pdf.raster(1, 600);
    const rulers = Array.from({ length: calibration.height }, (_, row) => darkRun(calibration, row) / perMillimetre);
    expect(Math.abs(Math.max(...rulers) - 100)).toBeLessThan(0.25);
    expect([sheet.width, sheet.height].map((pixels) => Math.round(pixels / perMillimetre))).toEqual([210, 297]);
  });

  test.skipIf(!hasPoppler)(
    'glued by the plan is the strip: no pixel off by more than 8 of 255, no mark in sight (needs poppler-utils)',
    async () => {
      const { strip, papers } = wallStrip(550, 544, count);
      const plan = planFor(strip, { orientation: 'portrait' });
      expect(plan.sheets.map((sheet) => sheet.art.x + sheet.art.y).every(Number.isInteger)).toBe(true);
      const whole = await open(await writeStripPdf({ ...chart, strip, papers })).raster(1, SIX_PER_MM);
      const tiles = open(await writeChartPdf({ ...chart, strip, papers, plan }));
      let compared = 0;
      let off = 0;
      for (const { page, art, at, visible } of plan.sheets) {
        const tile = await tiles.raster(page, SIX_PER_MM);
        // The outermost pixel of a cut is half paper, half chart.
        for (let y = visible.y * 6 + 1; y < (visible.y + visible.height) * 6 - 1; y++) {
          for (let x = visible.x * 6 + 1; x < (visible.x + visible.width) * 6 - 1; x++) {
            const here = (y * whole.width + x) * whole.channels;
            const there = ((y + (at.y - art.y) * 6) * tile.width + x + (at.x - art.x) * 6) * tile.channels;
            compared += 1;
            for (let channel = 0; channel < 3; channel++) {
              if (Math.abs((whole.data[here + channel] ?? 0) - (tile.data[there + channel] ?? 0)) > 8) {
                off += 1;
                break;
              }
            }
          }
        }
      }
      expect(compared).toBeGreaterThan(0.98 * 550 * 544 * 36);
      expect(off).toBe(0);
    },
    120_000,
  );
});

describe('the strip on one page', () => {
  test('is refused when no PDF page is as long, with what to do instead', async () => {
    await expect(writeStripPdf(stripOf(5200, 400, []))).rejects.toThrow(
      'The chart is 5.20 m long, and a single PDF page can be 5.08 m at most. Print it on sheets instead.',
    );
  });

  test.skipIf(!hasPoppler)('shows the cropped part of a picture in its box (needs poppler-utils)', async () => {
    const page = await madeUpPage(1, 400, 400);
    const picture: Element = {
      id: 'p',
      kind: 'picture',
      x: 50,
      y: 20,
      width: 60,
      height: 30,
      paper: 's',
      page: 'p',
      crop: { x: 0.5, y: 0, width: 0.5, height: 0.25 },
      frame: false,
    };
    const papers = new Map([
      ['s', { paper: 's', code: 'Fern', text: null, pages: [{ page: 'p', media: 'm', width: 400, height: 400, widthMm: null, heightMm: null }] }],
    ]);
    const { data, width, channels } = await open(await writeStripPdf({ ...stripOf(200, 80, [picture]), papers, pictures: new Map([['m', page]]) })).raster(
      1,
      254,
    );
    const isWhite = (x: number, y: number) =>
      (data[(y * 10 * width + x * 10) * channels] ?? 0) === 255 && (data[(y * 10 * width + x * 10) * channels + 2] ?? 0) === 255;
    expect([isWhite(49, 30), isWhite(51, 30), isWhite(108, 48), isWhite(111, 30), isWhite(80, 52)]).toEqual([true, false, false, true, true]);
  });
});
