import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { planSheets } from '../../core/sheets/sheets.ts';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage } from '../support/callInPage.ts';

const wall = inject('sampleWall');
let app: AppInBrowser;
beforeAll(async () => {
  app = await openInBrowser({ copyOf: inject('sample') });
  await app.goTo(`#/wall/${wall}/print`);
  await app.page.getByRole('heading', { name: 'Print the strip' }).waitFor();
});
afterAll(() => app.close());

const open = () => callInPage(app.page, 'walls.open', { wall });
const sheetCount = () => app.page.locator('.Print__sheet').count();
/** How many sheets these settings need, from the plan itself. */
async function needed(sheetSize: keyof typeof SHEET_SIZES, overlap: number, margin: number): Promise<number> {
  const { strip } = (await open()).chart;
  if (strip === null) throw new Error('The sample has a strip.');
  return planSheets({ strip, sheetSize: SHEET_SIZES[sheetSize], orientation: 'auto', overlap, margin }).sheets.length;
}

describe('Print', () => {
  test('shows every sheet on the strip, and says what is on one that is pointed at or reached by keys', async () => {
    await expect.poll(sheetCount).toBe(await needed('A4', 10, 5));
    const first = app.page.locator('.Print__sheet').first();
    await first.hover();
    await expect.poll(() => app.page.locator('.Print__sheet-says').textContent()).toMatch(/^Sheet A1 Page 3 · .* · On it: the title, level 0/);
    await first.focus();
    await app.page.keyboard.press('Tab');
    await expect.poll(() => app.page.locator('.Print__sheet-says').textContent()).toMatch(/^Sheet A2 Page 4/);
    expect(await seriousFindings(app.page)).toEqual([]);
  });

  test('other paper and other margins show other sheets at once, and are kept', async () => {
    await app.page.getByRole('radio', { name: 'A3' }).click({ force: true });
    await expect.poll(sheetCount).toBe(await needed('A3', 10, 5));
    await app.page.getByText('Sheets and edges').click();
    const margin = app.page.getByRole('textbox', { name: 'White edge in mm', exact: true });
    await margin.fill('12');
    await margin.press('Tab');
    await expect.poll(sheetCount).toBe(await needed('A3', 10, 12));
    await app.page.getByRole('button', { name: 'Glue flap in mm +1' }).click();
    await expect.poll(async () => (await open()).print).toMatchObject({ sheetSize: 'A3', orientation: 'auto', overlap: 11, margin: 12 });
    await app.goTo(`#/wall/${wall}/design`);
    await app.page
      .getByText(/sheets? of A3/)
      .first()
      .waitFor();
    await app.goTo(`#/wall/${wall}/print`);
    await expect.poll(sheetCount).toBe(await needed('A3', 11, 12));
  });

  test('makes the PDF, says what its pages are, and hands it over', async () => {
    await app.page.getByRole('radio', { name: 'A4' }).click({ force: true });
    const sheets = await needed('A4', 11, 12);
    await expect.poll(sheetCount).toBe(sheets);
    await app.page.getByRole('button', { name: 'Make the PDF' }).click();
    await app.page.getByText(`pages 3 to ${sheets + 2} are the ${sheets} sheets`).waitFor();
    await app.page.getByText('choose “Actual size” or 100 %').waitFor();
    expect(await seriousFindings(app.page)).toEqual([]);
    const folder = mkdtempSync(join(tmpdir(), 'stepwall-print-'));
    try {
      const [download] = await Promise.all([app.page.waitForEvent('download'), app.page.getByRole('button', { name: 'Save' }).click()]);
      expect(download.suggestedFilename()).toBe('Why do bees matter.pdf');
      const file = join(folder, 'strip.pdf');
      await download.saveAs(file);
      const pdf = await PDFDocument.load(readFileSync(file));
      expect(pdf.getPageCount()).toBe(sheets + 2);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    expect((await open()).progress.printed).toBe(true);
  });

  test('what was made is no longer offered once the settings change; afterwards the way leads to Present', async () => {
    await app.page.getByRole('button', { name: 'Make it again' }).waitFor();
    await app.page.getByText('Sheets and edges').click();
    await app.page.getByText('Upright', { exact: true }).click();
    await app.page.getByRole('button', { name: 'Make the PDF' }).waitFor();
    expect(await app.page.getByText('The PDF is ready').count()).toBe(0);
    await app.page.getByRole('button', { name: 'Present' }).click();
    await expect.poll(() => app.page.url()).toContain('/present');
  });

  test('says in place what cannot be printed', async () => {
    const { history } = await open();
    await callInPage(app.page, 'charts.commit', {
      wall,
      base: history.revision,
      command: { name: 'resize-strip', width: 20000, height: 20000 },
      coalesce: null,
    });
    await app.goTo(`#/wall/${wall}/print`);
    await app.page.reload();
    await app.page
      .getByRole('alert')
      .getByText(/sheets\. Choose a larger paper/)
      .waitFor();
    expect(await app.page.getByRole('button', { name: 'Make the PDF' }).isDisabled()).toBe(true);
    expect(await seriousFindings(app.page)).toEqual([]);
  });

  test('leads to Design while there is no strip', async () => {
    const made = await callInPage(app.page, 'walls.create', {
      question: 'What can you hear?',
      subject: '',
      year: '',
      focus: '',
      trueSize: { name: 'a5', widthMm: null, heightMm: null },
    });
    await app.goTo(`#/wall/${made.wall}/print`);
    await app.page.getByRole('heading', { name: 'There is nothing to print yet' }).waitFor();
    expect(await seriousFindings(app.page)).toEqual([]);
    await app.page.getByRole('button', { name: 'Go to Design' }).click();
    await expect.poll(() => app.page.url()).toContain('/design');
  });

  test('nothing threw and the page’s policy was kept', () => {
    expect(app.complaints).toEqual([]);
  });
});
