import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { planSheets } from '../../core/sheets/sheets.ts';
import { writeChartPdf, writeStripPdf } from '../../main/engines/pdf/chartPdf.ts';
import { inkTraces } from '../../main/engines/pdf/inkTrace.ts';
import { makePdf, type PdfJob, type SheetsToDraw } from '../../main/engines/pdf/makePdf.ts';
import { plainSheets } from '../support/plainSheets.ts';
import { madeUpPage, wallStrip } from '../support/wallChart.ts';
import { wallFonts as fonts } from '../support/wallFonts.ts';

const folder = mkdtempSync(join(tmpdir(), 'stepwall-worker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { strip, papers } = wallStrip(1480, 390, 4);
const plan = planSheets({ strip, sheetSize: SHEET_SIZES.A4, orientation: 'auto', overlap: 10, margin: 10 });
const pictures = new Map<string, Uint8Array>();
const files = new Map<string, string>();
const job: PdfJob & SheetsToDraw = {
  ...plainSheets,
  chart: { title: 'Bees', scale: 'numbers', line: [], levels: [], strip },
  shownPapers: [...papers.values()],
  plan,
  files,
  fontsFolder: fileURLToPath(new URL('../../assets/fonts', import.meta.url)),
};

beforeAll(async () => {
  for (let index = 0; index < 4; index++) {
    const page = await madeUpPage(index, 600, 400);
    const file = join(folder, `${index}.jpg`);
    writeFileSync(file, page);
    pictures.set(`m${index}`, page);
    files.set(`m${index}`, file);
  }
});

describe('a PDF made in a thread', () => {
  test('is the one that would be made here, and it tells how far it is', async () => {
    const told: number[] = [];
    const made = await makePdf(job, { onProgress: (done, of) => told.push(done / of) });
    expect(Buffer.compare(made, await writeChartPdf({ title: 'Bees', strip, papers, plan, fonts, pictures, traces: await inkTraces(pictures) }))).toBe(0);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  test('reads only the pictures on the chart', async () => {
    const more = new Map([...files, ['another-paper', join(folder, 'not-there.jpg')]]);
    expect((await makePdf({ ...job, files: more })).length).toBeGreaterThan(1000);
  });

  test('is the whole strip on one page', async () => {
    expect(Buffer.compare(await makePdf({ ...job, what: 'strip' }), await writeStripPdf({ title: 'Bees', strip, papers, fonts, pictures }))).toBe(0);
  });

  test('stops when it is cancelled, before or while it works', async () => {
    await expect(makePdf(job, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
    const cancel = new AbortController();
    const stopped = new Error('The teacher thought better of it.');
    await expect(makePdf(job, { signal: cancel.signal, onProgress: () => cancel.abort(stopped) })).rejects.toBe(stopped);
  });

  test('is made beside one other at most, however many are asked for; one that waits can be cancelled', async () => {
    const drawing = new Set<number>();
    let most = 0;
    const cancel = new AbortController();
    const asked = Array.from({ length: 60 }, async (_, index) => {
      const onProgress = (): void => {
        drawing.add(index);
        most = Math.max(most, drawing.size);
      };
      try {
        return (await makePdf(job, { onProgress, ...(index >= 10 && { signal: cancel.signal }) })).length;
      } catch (error) {
        return error;
      } finally {
        drawing.delete(index);
      }
    });
    expect(await asked[0]).toBeGreaterThan(1000);
    cancel.abort(new Error('The teacher thought better of it.'));
    const made = await Promise.all(asked);
    expect(new Set(made.slice(0, 10)).size).toBe(1);
    expect(made.slice(10).map(String)).toEqual(Array.from({ length: 50 }, () => 'Error: The teacher thought better of it.'));
    expect(most).toBe(2);
  }, 120_000);

  test('that cannot be says why in plain words', async () => {
    await expect(makePdf({ ...job, files: new Map([...files, ['m0', join(folder, 'gone.jpg')]]) })).rejects.toThrow(
      'The picture of a paper on this chart cannot be read.',
    );
    await expect(makePdf({ ...job, chart: { ...job.chart, strip: null } })).rejects.toThrow(RangeError);
    await expect(makePdf({ ...job, fontsFolder: folder })).rejects.toThrow('Andika-Regular.ttf');
  });
});
