import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { drawNameSheet } from '../../build/scripts/names/drawNameSheet.ts';
import { planNameSheet } from '../../build/scripts/names/planNameSheet.ts';
import type { PageFacts, PaperFacts } from '../../core/capture/paperFacts.ts';
import type { Rect } from '../../core/kernel/rect.ts';
import { cleanPicture } from '../../renderer/api/pictures.ts';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage } from '../support/callInPage.ts';
import { handOver } from '../support/handOver.ts';
import { jpegOf } from '../support/pictureFiles.ts';

/** Two half sheets and a whole one with "Name:" labels, and one without a name. */
const SHEETS = [6, 12, 0, 5];
let app: AppInBrowser;
let wall: string;
let task: string;

beforeAll(async () => {
  app = await openInBrowser({ copyOf: inject('sample') });
  const paths: string[] = [];
  for (const [index, seed] of SHEETS.entries()) {
    paths.push(join(app.library, '..', `sheet-${index + 1}.jpg`));
    writeFileSync(paths.at(-1)!, await jpegOf((await drawNameSheet(planNameSheet(seed), seed)).picture, 200));
  }
  await callInPage(app.page, 'class.add', { names: ['Lucas Meyer', 'Priya Nair'] });
  const trueSize = { name: 'a4', widthMm: 210, heightMm: 297 } as const;
  ({ wall } = await callInPage(app.page, 'walls.create', { question: 'How do you know?', subject: '', year: '', focus: '', trueSize }));
  task = (await callInPage(app.page, 'walls.open', { wall })).task.id;
  await app.goTo(`#/wall/${wall}/collect`);
  await app.page.getByRole('heading', { name: 'Bring in the papers' }).waitFor();
  await handOver(app.page, 'drop', paths);
});
afterAll(() => app.close());

const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: typeof name === 'string' });
const press = (keys: string) => app.page.keyboard.press(keys);
const papers = async (): Promise<PaperFacts[]> => callInPage(app.page, 'papers.list', { task });
const pages = async (): Promise<PageFacts[]> => (await papers()).flatMap((paper) => paper.pages);
const hidden = async (): Promise<Rect[][]> => (await pages()).map(({ cleaning }) => cleaning.redactions);
const onSheet = (code: number) => app.page.getByRole('group', { name: new RegExp(`^Paper ${code},`) });
const boxes = (code: number) => onSheet(code).getByRole('button', { name: /^Take box/ });
const boxCounts = async (): Promise<number[]> => Promise.all(SHEETS.map((_seed, index) => boxes(index + 1).count()));

/** The brightness (0 to 255) of the clean copy at nine points in the inner half of a box of its page. */
async function inBox(page: PageFacts, box: Rect): Promise<number[]> {
  const bytes = await (await app.page.request.get(new URL(cleanPicture(page, null), app.page.url()).href)).body();
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  const [across, down] = [info.width / page.width, info.height / page.height];
  const parts = [0.3, 0.5, 0.7];
  return parts.flatMap((x) =>
    parts.map(
      (y) => data[Math.round((box.y + y * box.height) * down) * info.width * info.channels + Math.round((box.x + x * box.width) * across) * info.channels]!,
    ),
  );
}

test('one press finds the names on the whole stack; the contact sheet says why each box is there, pages without one first', { timeout: 180_000 }, async () => {
  await expect.poll(async () => (await pages()).filter(({ clean }) => clean !== null).length, { timeout: 60_000 }).toBe(SHEETS.length);
  await app.goTo(`#/wall/${wall}/clean`);
  await button('Find the names').click();
  const start = app.page.getByRole('region', { name: 'Find the names' });
  await start.getByText('Look for the names of your class list too').waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  await start.getByRole('button', { name: 'Find the names' }).click();
  await button('Hide them on 3 pages').waitFor({ timeout: 60_000 });
  await expect.poll(() => button('Hide them on 3 pages').isEnabled(), { timeout: 60_000 }).toBe(true);
  await expect
    .poll(() => app.page.locator('.Names__said').allTextContents(), { timeout: 60_000 })
    .toEqual(['4 no name seen', '1 beside “Name”', '2 beside “Name”', '3 beside “Name”']);
  expect(await boxCounts()).toEqual([1, 1, 1, 0]);
  await app.page.getByText('Names were found on 3 pages.').waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  expect(await hidden()).toEqual([[], [], [], []]);
});

test('a click takes a box off and dragging draws one; each is one step of undo', async () => {
  await boxes(2).click();
  await expect.poll(boxCounts).toEqual([1, 0, 1, 0]);
  const frame = await onSheet(4).locator('.Names__frame').boundingBox();
  if (frame === null) throw new Error('The page is not in sight.');
  await app.page.mouse.move(frame.x + frame.width * 0.2, frame.y + frame.height * 0.4);
  await app.page.mouse.down();
  await app.page.mouse.move(frame.x + frame.width * 0.6, frame.y + frame.height * 0.5, { steps: 4 });
  await app.page.mouse.up();
  await expect.poll(boxCounts).toEqual([1, 0, 1, 1]);
  await onSheet(4).getByRole('button', { name: 'The boxes of Paper 4 on all pages' }).click();
  await expect.poll(boxCounts).toEqual([2, 1, 2, 1]);
  await press('Control+z');
  await expect.poll(boxCounts).toEqual([1, 0, 1, 1]);
  await press('Control+z');
  await press('Control+z');
  await expect.poll(boxCounts).toEqual([1, 1, 1, 0]);
});

test('the sheet is walked through by keys: arrows lead on, Delete takes a box off, Enter says that a page is right', async () => {
  await onSheet(4).focus();
  await press('Enter');
  await app.page.getByText('Names were found on 3 pages.').waitFor();
  await expect.poll(() => onSheet(1).evaluate((page) => page === document.activeElement)).toBe(true);
  await press('ArrowRight');
  await press('Delete');
  await expect.poll(boxCounts).toEqual([1, 0, 1, 0]);
  await press('Control+z');
  await press('ArrowLeft');
  await press('Tab');
  await expect.poll(() => boxes(1).evaluate((box) => box === document.activeElement)).toBe(true);
  await press('Delete');
  await expect.poll(boxCounts).toEqual([0, 1, 1, 0]);
  await press('Control+z');
  await expect.poll(boxCounts).toEqual([1, 1, 1, 0]);
});

test('the names are hidden at one size, dark or as light as the paper, and shown again at one press', { timeout: 180_000 }, async () => {
  const burn = async (): Promise<void> => {
    await button('Hide them on 3 pages').click();
    await expect.poll(async () => (await hidden()).map(({ length }) => length), { timeout: 60_000 }).toEqual([1, 1, 1, 0]);
    await button('No name to be seen').waitFor();
  };
  await app.page.getByText('dark', { exact: true }).click();
  await burn();
  const [one, two, whole] = (await pages()).map((page) => page.cleaning.redactions[0]);
  expect([two?.width, two?.height]).toEqual([one?.width, one?.height]);
  expect((whole?.height ?? 0) % 16).toBe(0);
  for (const page of (await pages()).slice(0, 3)) expect(Math.max(...(await inBox(page, page.cleaning.redactions[0]!)))).toBeLessThan(70);
  const first = one!;
  await app.page.locator('.Notices__notice').getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(hidden, { timeout: 60_000 }).toEqual([[], [], [], []]);
  expect(Math.max(...(await inBox((await pages())[0]!, first)))).toBeGreaterThan(200);
  await button('Names on the stack').click();
  await expect.poll(boxCounts).toEqual([1, 1, 1, 0]);
  await app.page.getByText('as light as the paper').click();
  await burn();
  for (const page of (await pages()).slice(0, 3)) expect(new Set(await inBox(page, page.cleaning.redactions[0]!))).toEqual(new Set([255]));
});

test('whose hand it is: said of one paper, of many at once, and retyped in a hand that is nobody’s', async () => {
  await app.page.getByRole('option', { name: /^Paper 1,/ }).click();
  await button('Whose hand is it?').click();
  await app.page.getByText('Handwriting is personal data too').waitFor();
  await app.page.getByText('From elsewhere', { exact: true }).click();
  await app.page.getByText('This hand may be shown.').waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  await button('Say it for many papers').click();
  const dialog = app.page.getByRole('dialog', { name: 'Whose hands are these?' });
  await dialog.getByText('Paper 1', { exact: true }).click();
  await dialog.getByText('Paper 2', { exact: true }).click();
  await dialog.getByText('From this class').click();
  await dialog.getByText('Yes', { exact: true }).click();
  await expect
    .poll(async () => (await papers()).map(({ origin, consent }) => `${origin} ${consent}`))
    .toEqual(['elsewhere not-asked', 'not-asked not-asked', 'this-class yes', 'this-class yes']);
  expect(await seriousFindings(app.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await button('Retype it in a stand-in hand').click();
  const field = app.page.getByLabel('What the pupil wrote');
  await field.fill('I no becos I sor it');
  await expect.poll(async () => (await papers())[0]).toMatchObject({ text: 'I no becos I sor it', hand: 'stand-in' });
  expect(await field.evaluate((text) => getComputedStyle(text).fontFamily)).toContain('Strip Hand');
  await button('Use the picture again').click();
  await expect.poll(async () => (await papers())[0]?.text).toBe(null);
});

test('a second person looks at one paper after the other; what shows a name goes back', async () => {
  for (const { id } of await pages()) await callInPage(app.page, 'pages.check', { page: id, checked: true });
  await button('Second look: 4').click();
  const look = app.page.getByRole('dialog', { name: /^A second look at paper/ });
  await look.getByText('1 of 4').waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  await press('Enter');
  await look.getByText('2 of 4').waitFor();
  await look.getByRole('button', { name: 'There is a name' }).click();
  await look.getByText('3 of 4').waitFor();
  await look.getByRole('button', { name: 'Close' }).click();
  await expect.poll(async () => (await papers()).filter(({ secondLook }) => secondLook).length).toBe(1);
  expect((await pages()).filter(({ checked }) => checked).length).toBe(3);
  expect(await button('Destroy the originals').count()).toBe(0);
});

test('finishing asks once, hands out a certificate, and leaves locked pages', { timeout: 120_000 }, async () => {
  for (const { id } of await pages()) await callInPage(app.page, 'pages.check', { page: id, checked: true });
  await button('Destroy the originals').click();
  const dialog = app.page.getByRole('dialog');
  await dialog.getByText(/^This cannot be undone/).waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Not now' }).click();
  expect((await callInPage(app.page, 'privacy.state', { task })).finishedAt).toBe(null);
  await button('Destroy the originals').click();
  await dialog.getByRole('button', { name: 'Destroy them for good' }).click();
  await app.page.getByRole('heading', { name: 'The originals are gone' }).waitFor({ timeout: 60_000 });
  const saved = app.page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the certificate' }).click();
  expect(readFileSync(await (await saved).path(), 'latin1').slice(0, 5)).toBe('%PDF-');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await app.page.getByText(/^Finished on/).waitFor();
  await app.page.getByRole('option', { name: 'Paper 2, Finished' }).waitFor();
  expect(await button('Turn left').count()).toBe(0);
  expect(await button('Take it back').count()).toBe(0);
  expect(await seriousFindings(app.page)).toEqual([]);
});

test('on Levels and Print a card says what to settle before it hangs, and goes when it is settled', async () => {
  const strip = inject('sampleWall');
  const { task: bees } = await callInPage(app.page, 'walls.open', { wall: strip });
  const ids = (await callInPage(app.page, 'papers.list', { task: bees.id })).map(({ id }) => id);
  await callInPage(app.page, 'papers.setSharing', { papers: ids, origin: 'this-class', consent: 'not-asked' });
  for (const paper of ids) await callInPage(app.page, 'papers.lookAgain', { paper, looked: false });
  await app.goTo(`#/wall/${strip}/print`);
  await app.page.getByText('5 papers want a second pair of eyes.').waitFor();
  await app.goTo(`#/wall/${strip}/levels`);
  await button('Say whose it is').click();
  const dialog = app.page.getByRole('dialog');
  await dialog.getByText('From elsewhere', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => button('Say whose it is').count()).toBe(0);
  expect(await seriousFindings(app.page)).toEqual([]);
  // One of them is retyped, and longer than the window.
  const [typed] = await callInPage(app.page, 'walls.open', { wall: strip }).then(({ chart }) => chart.levels.flatMap(({ anchors }) => anchors));
  if (typed === undefined) throw new Error('The sample has no anchors.');
  await callInPage(app.page, 'papers.retype', { paper: typed, text: 'They go from flower to flower. '.repeat(120) });
  await callInPage(app.page, 'papers.checkText', { paper: typed, checked: true });
  await callInPage(app.page, 'papers.lookAgain', { paper: typed, looked: false });
  await app.page.getByText('They go from flower to flower.').first().waitFor();
  await button('Look now').click();
  let readOn = 0;
  for (let at = 1; at <= 5; at++) {
    await dialog.getByText(`${at} of 5`).waitFor();
    await dialog.getByRole('button', { name: /^(I looked as well: no name|Read on)$/ }).waitFor();
    // By its own name: once the end is seen, the same button vouches.
    const more = dialog.getByRole('button', { name: 'Read on', exact: true });
    while ((await more.count()) > 0) {
      readOn++;
      await more.click({ timeout: 2000 }).catch(() => undefined);
    }
    await dialog.getByRole('button', { name: 'I looked as well: no name' }).click();
  }
  expect(readOn).toBeGreaterThan(0);
  await app.page.getByText('Two of you have looked at 5 papers.').waitFor();
  await expect.poll(() => app.page.getByRole('region', { name: 'Before it hangs' }).count()).toBe(0);
  expect(app.complaints).toEqual([]);
});
