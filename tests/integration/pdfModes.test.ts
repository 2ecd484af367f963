import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Strip } from '../../core/chart/document.ts';
import { requestFor, POUCHES } from '../../core/sheets/finishing.ts';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { planStrip } from '../../core/chart/planStrip.ts';
import { planSheets } from '../../core/sheets/sheets.ts';
import { writeChartPdf, writeProofPdf, type StripToPrint } from '../../main/engines/pdf/chartPdf.ts';
import { bytesOf } from '../../main/engines/pdf/jpeg.ts';
import { greyPictures, smallerPictures, whitePictures } from '../../main/engines/pdf/jpegFor.ts';
import { inkTraces } from '../../main/engines/pdf/inkTrace.ts';
import { hasPoppler, PdfUnderTest } from '../support/poppler.ts';
import { longStrip } from '../support/longStrip.ts';
import { hasProgram } from '../support/programs.ts';
import { madeUpPage, wallStrip } from '../support/wallChart.ts';
import { wallFonts as fonts } from '../support/wallFonts.ts';

const folder = mkdtempSync(join(tmpdir(), 'stepwall-modes-'));
const opened: PdfUnderTest[] = [];
afterAll(() => {
  opened.forEach((pdf) => pdf.remove());
  rmSync(folder, { recursive: true, force: true });
});

function open(bytes: Uint8Array): PdfUnderTest {
  const pdf = new PdfUnderTest(bytes);
  opened.push(pdf);
  return pdf;
}

const settings = { sheetSize: 'A4', orientation: 'landscape', overlap: 10, margin: 10 } as const;
let wall: StripToPrint;
beforeAll(async () => {
  const pictures = new Map<string, Uint8Array>();
  for (let index = 0; index < 10; index++) pictures.set(`m${index}`, await madeUpPage(index, 400, 250));
  wall = { title: 'Bees', ...wallStrip(1480, 390, 10), fonts, pictures };
});

function contentOf(object: unknown): string {
  return object instanceof PDFRawStream ? inflateSync(object.getContents()).toString('latin1') : '';
}

/** Every page's content, unpacked, and the names of what it draws. */
async function contentsOf(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return document.getPages().map((page) => {
    const contents = page.node.get(PDFName.of('Contents'));
    const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
    return streams.map((ref) => contentOf(ref instanceof PDFRef ? document.context.lookup(ref) : ref)).join('');
  });
}

function inkCoverage(bytes: Uint8Array, device: 'inkcov' | 'ink_cov'): { colour: number; all: number } {
  const file = join(folder, 'ink.pdf');
  writeFileSync(file, bytes);
  const rows = execFileSync('gs', ['-q', '-o', '-', `-sDEVICE=${device}`, file], { encoding: 'utf8' })
    .trim()
    .split('\n');
  const sums = rows.map((row) => row.trim().split(/\s+/u).slice(0, 4).map(Number));
  return {
    colour: Math.max(...sums.map(([c = 0, m = 0, y = 0]) => c + m + y)),
    all: sums.reduce((sum, channels) => sum + channels.reduce((a, b) => a + b, 0), 0) / rows.length,
  };
}

describe('after a change on the wall', () => {
  const nudged = (strip: Strip): Strip => ({
    ...strip,
    elements: strip.elements.map((element) => (element.id === 's4' ? { ...element, x: element.x + 5, y: element.y } : element)),
  });

  test('the pages of all other sheets are the same, byte for byte, words and pictures added elsewhere or not', async () => {
    const plan = planStrip(wall.strip, settings);
    const changed = nudged(wall.strip);
    const [first] = changed.elements.filter(({ kind }) => kind === 'text');
    const words = first?.kind === 'text' ? [{ ...first, id: 'more', text: 'ΩZƷ', x: 20, y: 60, width: 90, size: 12 }] : [];
    const after = { ...changed, elements: [...words, ...changed.elements] };
    const [before, now] = await Promise.all(
      [writeChartPdf({ ...wall, plan }), writeChartPdf({ ...wall, strip: after, plan })].map(async (made) => contentsOf(await made)),
    );
    const touches = (label: string) => {
      const art = plan.sheets.find((sheet) => sheet.label === label)?.art ?? { x: 0, y: 0, width: 0, height: 0 };
      return [wall.strip, after].some(({ elements }) =>
        elements.some(
          (element) =>
            ['s4', 'more'].includes(element.id) &&
            element.x - 9 < art.x + art.width &&
            element.x + element.width + 9 > art.x &&
            element.y - 9 < art.y + art.height &&
            element.y + element.height + 9 > art.y,
        ),
      );
    };
    const others = plan.sheets.filter(({ label }) => !touches(label));
    expect(others.length).toBeGreaterThan(4);
    for (const { page } of others) expect(now?.[page - 1]).toBe(before?.[page - 1]);
    expect(plan.sheets.filter(({ page }) => now?.[page - 1] !== before?.[page - 1]).length).toBeGreaterThan(0);
  });

  test('chosen sheets come alone, as they are in the whole file', async () => {
    const plan = planStrip(wall.strip, settings);
    const [all, some] = [
      await contentsOf(await writeChartPdf({ ...wall, plan })),
      await contentsOf(await writeChartPdf({ ...wall, plan, only: ['B2', 'A1'] })),
    ];
    expect(some).toEqual(['A1', 'B2'].map((label) => all[(plan.sheets.find((sheet) => sheet.label === label)?.page ?? 0) - 1]));
    await expect(writeChartPdf({ ...wall, plan, only: ['Z9'] })).rejects.toThrow('There is no sheet Z9 in this chart. It has A1 to');
  });
});

describe('a page never draws the same picture twice', () => {
  test('two crops of one page come from two objects, where printers’ drivers would leave one out', async () => {
    const strip: Strip = {
      ...wall.strip,
      elements: wall.strip.elements.flatMap((element) => (element.id === 's0' ? [element, { ...element, id: 'again', y: element.y + 60 }] : [element])),
    };
    const bytes = await writeChartPdf({ ...wall, strip, plan: planStrip(strip, settings), traces: await inkTraces(wall.pictures) });
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const contents = await contentsOf(bytes);
    let twice = 0;
    for (const [index, page] of document.getPages().entries()) {
      const names = [...(contents[index] ?? '').matchAll(/\/(P\w+) Do/gu)].map(([, name]) => name ?? '');
      expect(new Set(names).size).toBe(names.length);
      const objects = page.node.Resources()?.lookup(PDFName.of('XObject'), PDFDict);
      expect(new Set(names.map((name) => String(objects?.get(PDFName.of(name))))).size).toBe(names.length);
      if (names.includes('Pm0') && names.includes('P1m0')) twice += 1;
    }
    expect(twice).toBeGreaterThan(0);
  });
});

describe('looks', () => {
  test.skipIf(!hasProgram('gs'))('grey uses no coloured ink, ink-saver 70 % less than colour (needs ghostscript)', async () => {
    const long = await longStrip({ perLevel: 2, width: 600, height: 320 });
    const plan = planStrip(long.strip, settings);
    const printed = { title: 'Strip', ...long, fonts, plan };
    const only = plan.sheets.filter(({ visible }) => visible.x < 900).map(({ label }) => label);
    const colour = inkCoverage(await writeChartPdf({ ...printed, only }), 'ink_cov');
    const grey = inkCoverage(await writeChartPdf({ ...printed, look: 'grey', pictures: await greyPictures(long.pictures) }), 'inkcov');
    const saver = inkCoverage(await writeChartPdf({ ...printed, only, look: 'ink-saver', pictures: await whitePictures(long.pictures) }), 'ink_cov');
    expect(colour.colour).toBeGreaterThan(1);
    expect(grey.colour).toBe(0);
    expect(grey.all).toBeGreaterThan(0);
    expect(saver.all).toBeGreaterThan(0);
    expect(saver.all).toBeLessThan(colour.all * 0.3);
  });

  test.skipIf(!hasPoppler)('the proof is the whole chart on one A4 page, with every word (needs poppler-utils)', async () => {
    const pdf = open(await writeProofPdf({ ...wall, sheetSize: SHEET_SIZES.A4, pictures: await smallerPictures(wall.pictures, 200, false) }));
    expect(pdf.info()).toMatch(/Pages: +1\n/u);
    expect(pdf.info()).toMatch(/Page size: +841\.89 x 595\.276 pts/u);
    expect(pdf.text().normalize('NFC').replace(/\s+/gu, ' ')).toContain('Ngā pī me ngā putiputi');
    expect(pdf.pictures().length).toBe(10);
  });

  test.skipIf(!hasPoppler)('the plan shows thumbnails, says what to buy, and the file stays about as large as its pictures (needs poppler-utils)', async () => {
    const traces = await inkTraces(wall.pictures);
    const plan = planSheets(requestFor('laminate-then-join', { strip: wall.strip, sheetSize: SHEET_SIZES.A4, orientation: 'auto', overlap: 10, margin: 5 }));
    const bytes = await writeChartPdf({ ...wall, plan, traces, finishing: 'laminate-then-join', film: POUCHES.A4 });
    const pdf = open(bytes);
    const before = (plan.sheets[0]?.page ?? 1) - 1;
    const onPlan = pdf.pictures().filter((row) => row[0] === '2');
    expect(onPlan).toEqual([]);
    expect(bytes.length).toBeGreaterThan((await writeChartPdf({ ...wall, plan, finishing: 'laminate-then-join', film: POUCHES.A4 })).length);
    expect(pdf.text('-f', '2', '-l', String(before)).replace(/\s+/gu, ' ')).toContain(`${plan.sheets.length} A4 pouches`);
    const pictures = [...wall.pictures.values()].reduce((sum, picture) => sum + bytesOf(picture).length, 0);
    expect(bytes.length).toBeLessThan(pictures + 100_000);
  });
});

test.skipIf(!hasPoppler)('what the printer makes smaller is drawn larger: 100 mm on a printer of 98 % (needs poppler-utils)', async () => {
  const bar = {
    id: 'b',
    kind: 'panel',
    x: 40,
    y: 60,
    width: 100,
    height: 10,
    fill: '#000000',
    stroke: null,
    strokeWidth: 0,
    radius: 0,
    dashed: false,
  } as const;
  const strip: Strip = { orientation: 'horizontal', width: 180, height: 200, elements: [bar] };
  const plan = planSheets({ strip, sheetSize: SHEET_SIZES.A4, orientation: 'auto', overlap: 10, margin: 10 });
  const pdf = open(await writeChartPdf({ ...wall, strip, papers: new Map(), plan, printerScale: { x: 0.98, y: 1 } }));
  const { data, width, channels } = await pdf.raster(3, 600);
  let longest = 0;
  for (let run = 0, row = Math.round(75 * 23.622), x = 0; x < width; x++) {
    run = (data[(row * width + x) * channels] ?? 255) < 128 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  expect(Math.abs((longest / 23.622) * 0.98 - 100)).toBeLessThan(0.1);
});
