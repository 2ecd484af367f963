import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Strip } from '../../core/chart/document.ts';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { planSheets } from '../../core/sheets/sheets.ts';
import { writeChartPdf } from '../../main/engines/pdf/chartPdf.ts';
import { createCups } from '../../main/engines/printing/cups.ts';
import { PrintProblem, type Printing } from '../../main/engines/printing/printer.ts';
import { CupsServer, hasCups, hasIppPrinter, NEEDS_CUPS, NEEDS_IPP } from '../support/cupsServer.ts';
import { hasPoppler, PdfUnderTest } from '../support/poppler.ts';
import { wallFonts as fonts } from '../support/wallFonts.ts';

const able = hasCups && hasPoppler;
const PER_MM = 600 / 25.4;
const folder = mkdtempSync(join(tmpdir(), 'stepwall-printing-'));
let server: CupsServer;
let cups: Printing;
let file = '';

beforeAll(async () => {
  const bar = {
    id: 'bar',
    kind: 'panel',
    x: 40,
    y: 60,
    width: 100,
    height: 8,
    fill: '#000000',
    stroke: null,
    strokeWidth: 0,
    radius: 0,
    dashed: false,
  } as const;
  const ground = { ...bar, id: 'ground', x: 0, y: 0, width: 180, height: 250, fill: '#dddddd' } as const;
  const strip: Strip = { orientation: 'vertical', width: 180, height: 250, elements: [ground, bar] };
  const plan = planSheets({ strip, sheetSize: SHEET_SIZES.A4, orientation: 'portrait', overlap: 10, margin: 15 });
  file = join(folder, 'sheet.pdf');
  writeFileSync(file, await writeChartPdf({ title: 'Bees', strip, papers: new Map(), fonts, pictures: new Map(), plan, only: ['A1'] }));
  if (!able) return;
  server = await CupsServer.start();
  cups = createCups(server.environment);
});

afterAll(() => {
  if (able) server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The black bar that is 100 mm long, and the box of all ink, in mm on the page. */
async function measured(
  bytes: Uint8Array,
): Promise<{ bar: number; ink: { left: number; top: number; right: number; bottom: number }; page: { width: number; height: number } }> {
  const pdf = new PdfUnderTest(bytes);
  const { data, width, height, channels } = await pdf.raster(1, 600);
  pdf.remove();
  let bar = 0;
  const ink = { left: width, top: height, right: 0, bottom: 0 };
  for (let y = 0; y < height; y++) {
    for (let run = 0, x = 0; x < width; x++) {
      const level = data[(y * width + x) * channels] ?? 255;
      run = level < 60 ? run + 1 : 0;
      bar = Math.max(bar, run);
      if (level < 240)
        Object.assign(ink, { left: Math.min(ink.left, x), right: Math.max(ink.right, x), top: Math.min(ink.top, y), bottom: Math.max(ink.bottom, y) });
    }
  }
  const mm = (pixels: number) => pixels / PER_MM;
  return {
    bar: mm(bar),
    ink: { left: mm(ink.left), top: mm(ink.top), right: mm(width - ink.right), bottom: mm(height - ink.bottom) },
    page: { width: mm(width), height: mm(height) },
  };
}

describe.skipIf(!able)(`printing through CUPS (${NEEDS_CUPS}, poppler-utils)`, () => {
  test.each([
    ['without edges', 'PLAIN', null],
    ['with edges of 4.23 mm', 'EDGES', '12 12 583 830'],
    ['with edges of 3, 3, 5 and 14 mm', 'UNEVEN', '8.504 39.685 586.772 833.386'],
  ])('100 mm are 100.00 mm on a queue %s', async (_, name, imageable) => {
    server.addPdfQueue(name, imageable);
    const doing: string[] = [];
    expect(await cups.print({ file, sheetSize: SHEET_SIZES.A4, printer: name }, { onProgress: (what) => doing.push(what) })).toBe('printed');
    const { bar, ink, page } = await measured(server.printed());
    expect(Math.abs(bar - 100)).toBeLessThan(0.2);
    expect([page.width, page.height].map(Math.round)).toEqual([210, 297]);
    expect(ink.left).toBeGreaterThan(3);
    expect(ink.right).toBeGreaterThan(3);
    expect(ink.top).toBeGreaterThan(5);
    expect(ink.bottom).toBeGreaterThan(13.9);
    expect(doing[0]).toBe('Handing the pages to the printer');
  });

  test('a printer that is paused, gone or not there says so in plain words', async () => {
    server.addPdfQueue('PAUSED');
    server.pause('PAUSED');
    const paused = cups.print({ file, sheetSize: SHEET_SIZES.A4, printer: 'PAUSED' });
    await expect(paused).rejects.toThrow('The printer “PAUSED” is paused.');
    await expect(paused).rejects.toBeInstanceOf(PrintProblem);
    await expect(cups.print({ file, sheetSize: SHEET_SIZES.A4, printer: 'NOWHERE' })).rejects.toThrow(
      'There is no printer called “NOWHERE” on this computer any more.',
    );
    server.addDeadQueue('DEAD');
    await expect(cups.print({ file, sheetSize: SHEET_SIZES.A4, printer: 'DEAD' })).rejects.toThrow('The printer “DEAD” is off, or not connected.');
    const listed = await cups.list();
    expect(listed.find(({ name }) => name === 'PAUSED')).toMatchObject({ ready: false, problem: 'The printer “PAUSED” is paused.' });
  });

  test('can be called off: the job leaves the queue', async () => {
    server.addDeadQueue('SLOW');
    const cancel = new AbortController();
    const stopped = cups.print({ file, sheetSize: SHEET_SIZES.A4, printer: 'SLOW' }, { signal: cancel.signal, onProgress: () => cancel.abort() });
    await expect(stopped).rejects.toThrow();
    await expect(cups.print({ file, sheetSize: SHEET_SIZES.A4, printer: 'SLOW' }, { signal: AbortSignal.abort() })).rejects.toThrow('abort');
  });

  test.skipIf(!hasIppPrinter)(`a printer that speaks IPP tells its edges and prints at true size (${NEEDS_IPP})`, { timeout: 240_000 }, async () => {
    const received = await server.addIppPrinter('EVE');
    expect(await cups.edges('EVE', SHEET_SIZES.A4)).toEqual({ top: 6.35, right: 3.4, bottom: 6.35, left: 3.4 });
    expect(await cups.print({ file, sheetSize: SHEET_SIZES.A4, printer: 'EVE' })).toBe('printed');
    const { bar, page } = await measured(received());
    expect(Math.abs(bar - 100)).toBeLessThan(0.2);
    expect([page.width, page.height].map(Math.round)).toEqual([210, 297]);
    expect((await cups.list()).find(({ name }) => name === 'EVE')).toMatchObject({ ready: true, problem: '' });
  });
});

test('a computer without a print service says what to do instead', async () => {
  const nothing = createCups({ PATH: folder });
  await expect(nothing.list()).rejects.toThrow('This computer has no print service that Stepwall knows (CUPS).');
});
