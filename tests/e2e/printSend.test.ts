import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage } from '../support/callInPage.ts';
import { CupsServer, hasCups, NEEDS_CUPS } from '../support/cupsServer.ts';

const wall = inject('sampleWall');
const before = process.env['CUPS_SERVER'];
let server: CupsServer;
let app: AppInBrowser;

beforeAll(async () => {
  if (!hasCups) return;
  server = await CupsServer.start();
  // White edges of 3, 3, 3.4 and 14 mm.
  server.addPdfQueue('Staff_room', '8.504 39.685 586.772 833.386');
  server.addPdfQueue('Office');
  server.pause('Office');
  process.env['CUPS_SERVER'] = server.environment['CUPS_SERVER'];
  app = await openInBrowser({ copyOf: inject('sample') });
  await app.goTo(`#/wall/${wall}/print`);
  await app.page.getByText('Ready').waitFor();
});
afterAll(async () => {
  if (!hasCups) return;
  await app.close();
  server.stop();
  if (before === undefined) delete process.env['CUPS_SERVER'];
  else process.env['CUPS_SERVER'] = before;
});

const open = () => callInPage(app.page, 'walls.open', { wall });
const printedPages = async () => (await PDFDocument.load(server.printed())).getPageCount();
async function choose(printer: string): Promise<void> {
  await app.page.getByRole('button', { name: /Printer/ }).click();
  await app.page.getByRole('option', { name: printer }).click();
}

describe.skipIf(!hasCups)(`Print on a real queue (${NEEDS_CUPS})`, () => {
  test('a printer that is paused says so, and nothing is sent to it', async () => {
    await choose('Office');
    await app.page.getByText('The printer “Office” is paused.').waitFor();
    expect(await app.page.getByRole('button', { name: /^Print \d+ sheets$/ }).isDisabled()).toBe(true);
    expect(await seriousFindings(app.page)).toEqual([]);
    await choose('Staff_room');
    await app.page.getByText('Ready').waitFor();
  });

  test('the printer’s own white edges are offered, and taken', async () => {
    await app.page.getByText('It leaves up to 14 mm white').waitFor();
    await app.page.getByRole('button', { name: 'Use its edges' }).click();
    await expect.poll(async () => (await open()).print.edges).toEqual({ top: 3.5, right: 3, bottom: 14, left: 3 });
    expect(await app.page.getByText('It leaves up to').count()).toBe(0);
  });

  test('all sheets are printed; one that did not come out well is printed again', async () => {
    const sheets = await app.page.locator('.Print__sheet').count();
    await app.page.getByRole('button', { name: `Print ${sheets} sheets` }).click();
    await app.page.getByText(`Did all ${sheets} sheets come out well?`).waitFor({ timeout: 120_000 });
    expect(await printedPages()).toBe(sheets + 2);
    expect(await seriousFindings(app.page)).toEqual([]);
    await app.page.getByRole('button', { name: 'Not all' }).click();
    await app.page.locator('.Print__sheet', { hasText: 'A2' }).click();
    expect(await seriousFindings(app.page)).toEqual([]);
    await app.page.getByRole('button', { name: 'Print 1 sheet again' }).click();
    await app.page.getByText('Did the sheet come out well?').waitFor({ timeout: 120_000 });
    expect(await printedPages()).toBe(1);
    await app.page.getByRole('button', { name: 'Yes, all' }).click();
    await app.page.getByText(/nothing has changed since/).waitFor();
    expect((await open()).progress.printed).toBe(true);
    expect((await callInPage(app.page, 'printers.list', { sheetSize: 'A4' })).last).toBe('Staff_room');
  }, 300_000);

  test('is measured: the page is printed, what was read off it is kept, and more than a printer can be off is refused', async () => {
    await app.page.getByRole('button', { name: 'Measure it' }).click();
    await app.page.getByRole('button', { name: 'Print the page to measure' }).click();
    await app.page.getByRole('button', { name: 'Stop' }).waitFor();
    await app.page.getByRole('button', { name: 'Print the page to measure' }).waitFor({ timeout: 120_000 });
    expect(await printedPages()).toBe(1);
    const across = app.page.getByRole('textbox', { name: 'Lying, 100 mm', exact: true });
    await across.fill('80');
    await across.press('Tab');
    await app.page.getByRole('button', { name: 'Keep' }).click();
    await app.page
      .getByRole('alert')
      .getByText(/choose “Actual size”/)
      .waitFor();
    expect(await seriousFindings(app.page)).toEqual([]);
    await across.fill('99');
    await across.press('Tab');
    const bottom = app.page.getByRole('textbox', { name: 'Bottom', exact: true });
    await bottom.fill('15');
    await bottom.press('Tab');
    await app.page.getByRole('button', { name: 'Keep' }).click();
    await app.page.getByText('From now on the sheets fit Staff_room.').waitFor();
    await app.page.getByRole('button', { name: 'Measured' }).waitFor();
    await expect.poll(async () => (await open()).print.edges?.bottom).toBe(15);
    const { printers } = await callInPage(app.page, 'printers.list', { sheetSize: 'A4' });
    expect(printers.find(({ name }) => name === 'Staff_room')).toMatchObject({ measured: true, scale: { x: 0.99, y: 1 }, edges: { bottom: 15 } });
  }, 300_000);

  test('nothing threw and the page’s policy was kept', () => {
    expect(app.complaints).toEqual([]);
  });
});
