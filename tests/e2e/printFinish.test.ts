import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { filmFor, needsOf, panelsOf } from '../../core/sheets/finishing.ts';
import { planStrip } from '../../core/chart/planStrip.ts';
import type { SheetPlan } from '../../core/sheets/sheets.ts';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage } from '../support/callInPage.ts';
import { hasPoppler, PdfUnderTest } from '../support/poppler.ts';

const wall = inject('sampleWall');
const folder = mkdtempSync(join(tmpdir(), 'stepwall-finish-'));
const printers = process.env['CUPS_SERVER'];
let app: AppInBrowser;
beforeAll(async () => {
  // Whatever printers the computer has, here the PDF is the way to paper.
  process.env['CUPS_SERVER'] = 'localhost:9';
  app = await openInBrowser({ copyOf: inject('sample') });
  await toPrint();
});
afterAll(async () => {
  await app.close();
  if (printers === undefined) delete process.env['CUPS_SERVER'];
  else process.env['CUPS_SERVER'] = printers;
  rmSync(folder, { recursive: true, force: true });
});

const open = () => callInPage(app.page, 'walls.open', { wall });
async function toPrint(): Promise<void> {
  await app.goTo(`#/wall/${wall}/print`);
  await app.page.reload();
  await app.page.locator('.Print__sheet').first().waitFor();
}
async function plan(): Promise<SheetPlan> {
  const { chart, print } = await open();
  if (chart.strip === null) throw new Error('The sample has a strip.');
  return planStrip(chart.strip, print);
}
const kept = async () => (await open()).print;
/** What can be chosen beside the picture. */
const tile = (name: string) => app.page.getByRole('complementary').getByText(name, { exact: true });
/** Makes the PDF by its button and reads it. */
async function made(): Promise<Uint8Array> {
  await app.page.getByRole('button', { name: /^Make (the PDF|it again)$/ }).click();
  await app.page.getByText('The PDF is ready').waitFor();
  const [download] = await Promise.all([app.page.waitForEvent('download'), app.page.getByRole('button', { name: 'Save' }).click()]);
  const file = join(folder, 'wall.pdf');
  await download.saveAs(file);
  return new Uint8Array(readFileSync(file));
}
async function change(dx: number): Promise<void> {
  const { chart, history } = await open();
  const elements = (chart.strip?.elements ?? []).filter(({ kind }) => kind === 'badge').slice(1, 2);
  const command = { name: 'change-elements', elements: elements.map((badge) => ({ ...badge, x: badge.x + dx })) } as const;
  await callInPage(app.page, 'charts.commit', { wall, base: history.revision, command, coalesce: null });
}

describe('What happens to the sheets', () => {
  test('the papers stand side by side, each with the sheets that it takes', async () => {
    const { print } = await open();
    for (const sheetSize of ['A4', 'A3', 'Letter'] as const) {
      const { chart } = await open();
      const count = chart.strip === null ? 0 : planStrip(chart.strip, { ...print, sheetSize }).sheets.length;
      await app.page.getByRole('radio', { name: new RegExp(`^${count} sheets ${sheetSize}$`) }).waitFor({ state: 'attached' });
    }
  });

  test('laminating says what to buy, at once', async () => {
    await tile('Glue, then laminate').click();
    await tile('Roll').click();
    await expect.poll(kept).toMatchObject({ finishing: 'join-then-laminate', film: 635 });
    const film = filmFor(await kept());
    const sheets = await plan();
    const { filmMetres } = needsOf(sheets, 'join-then-laminate', panelsOf(sheets, 'join-then-laminate', film), film);
    await app.page.getByText(`${(Math.ceil(filmMetres * 10) / 10).toFixed(1)} m of film`).waitFor();
    await tile('A3').click();
    await tile('Laminate, then tape').click();
    await tile('A4 pouch').click();
    await app.page
      .getByRole('alert')
      .getByText(/does not fit a pouch/)
      .waitFor();
    expect(await app.page.getByRole('button', { name: 'Make the PDF' }).isDisabled()).toBe(true);
    expect(await seriousFindings(app.page)).toEqual([]);
    await tile('A4').click();
    await expect.poll(kept).toMatchObject({ sheetSize: 'A4', finishing: 'laminate-then-join', film: 'A4' });
    await app.page.getByText(`${(await plan()).sheets.length} A4 pouches`).waitFor();
    await tile('Glue').click();
    await expect.poll(kept).toMatchObject({ finishing: 'join', sheetSize: 'A4' });
  });

  test.skipIf(!hasPoppler)('grey ink has no colour in it (needs poppler-utils)', async () => {
    await tile('Grey').click();
    await expect.poll(kept).toMatchObject({ look: 'grey' });
    const pdf = new PdfUnderTest(await made());
    const { data, channels } = await pdf.raster(3, 40);
    pdf.remove();
    let coloured = 0;
    for (let at = 0; at < data.length; at += channels) if (Math.max(...data.subarray(at, at + 3)) - Math.min(...data.subarray(at, at + 3)) > 4) coloured++;
    expect(coloured).toBe(0);
    await tile('Colour').click();
    await expect.poll(kept).toMatchObject({ look: 'colour' });
  });

  test('the whole wall fits on one page to look it over', async () => {
    await app.page.getByRole('button', { name: 'Other ways to print' }).click();
    await app.page.getByRole('menuitem', { name: 'A PDF with all of it on one page' }).click();
    await app.page.getByText('All of it is on one page.').waitFor();
  });
});

describe('A seam', () => {
  const first = () => app.page.getByRole('slider', { name: 'Seam between A1 and A2' });
  const valueOf = async () => Number(await first().getAttribute('aria-valuenow'));

  test('is moved by the arrow keys, is pinned there, and let go', async () => {
    const before = await valueOf();
    await first().focus();
    await app.page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(valueOf).toBe(Math.ceil(before) - 10);
    await app.page.getByText('1 seam is pinned').waitFor();
    await expect.poll(async () => (await kept()).pinned).toHaveLength(1);
    await expect.poll(async () => Math.round((await plan()).sheets[0]?.visible.width ?? 0)).toBe(await valueOf());
    expect(await seriousFindings(app.page)).toEqual([]);
    await app.page.keyboard.press('Delete');
    await expect.poll(valueOf).toBe(before);
    await expect.poll(async () => (await kept()).pinned).toEqual([]);
  });

  test('is dragged within its slack, and still there after the window was opened anew', async () => {
    const [before, least] = [await valueOf(), Number(await first().getAttribute('aria-valuemin'))];
    const box = await first().boundingBox();
    if (box === null) throw new Error('The seam can be seen.');
    await app.page.mouse.move(box.x + box.width / 2, box.y + box.height / 3);
    await app.page.mouse.down();
    await app.page.mouse.move(box.x - 2000, box.y + box.height / 3, { steps: 5 });
    await app.page.mouse.up();
    await expect.poll(valueOf).toBe(least);
    expect(least).toBeLessThan(before);
    await expect.poll(async () => (await kept()).pinned).toEqual([expect.objectContaining({ side: 'right', x: least })]);
    await toPrint();
    await expect.poll(valueOf).toBe(least);
    await app.page.getByRole('button', { name: 'Let go', exact: true }).click();
    await expect.poll(valueOf).toBe(before);
    await app.page.getByRole('button', { name: 'Undo' }).last().click();
    await expect.poll(valueOf).toBe(least);
    await app.page.getByRole('button', { name: 'Let the seam between A1 and A2 go' }).click();
    await expect.poll(async () => (await kept()).pinned).toEqual([]);
  });
});

describe('A wall that was printed', () => {
  test('only its changed sheets are printed again; one more is added by a click', async () => {
    await made();
    await app.page.getByText(/nothing has changed since/).waitFor();
    await change(3);
    await toPrint();
    await app.page.getByText('1 sheet is not as it hangs: A2').waitFor();
    expect(await app.page.locator('.Print__sheet.Print__changed').allTextContents()).toEqual(['A2']);
    await app.page.locator('.Print__sheet', { hasText: 'B3' }).click();
    await app.page.getByText('The 2 chosen').waitFor();
    const pdf = await PDFDocument.load(await made());
    expect(pdf.getPageCount()).toBe(2);
    await app.page.getByText('In it: sheets A2, B3.').waitFor();
    await app.page.getByText(/nothing has changed since/).waitFor();
    expect(await seriousFindings(app.page)).toEqual([]);
  });
});

describe('A strip that is a little too high', () => {
  test('is made lower by one click, in Print and in Design, and by Undo as it was', async () => {
    const { history } = await open();
    await callInPage(app.page, 'charts.commit', { wall, base: history.revision, command: { name: 'resize-strip', width: 3000, height: 420 }, coalesce: null });
    await toPrint();
    await app.page.getByText('30 mm lower saves 5 of 27 sheets.').waitFor();
    await app.page.getByRole('button', { name: 'Do it' }).click();
    await expect.poll(async () => (await open()).chart.strip?.height).toBe(390);
    await app.page.getByText('22 sheets of A4 make').waitFor();
    await app.page.getByText('The strip takes 22 sheets now.').waitFor();
    await app.page.getByRole('button', { name: 'Undo' }).last().click();
    await expect.poll(async () => (await open()).chart.strip?.height).toBe(420);
    await app.goTo(`#/wall/${wall}/design`);
    await app.page.getByRole('button', { name: /^Save 5 sheets/ }).click();
    await expect.poll(async () => (await open()).chart.strip?.height).toBe(390);
  });

  test('nothing threw and the page’s policy was kept', () => {
    expect(app.complaints).toEqual([]);
  });
});
