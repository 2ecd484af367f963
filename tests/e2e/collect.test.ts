import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { assetPath } from '../../main/platform/assets.ts';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage } from '../support/callInPage.ts';
import { handOver } from '../support/handOver.ts';

const files = process.env['STEPWALL_TEST_FILES'];
const samplePage = (name: string): string => assetPath(`sample/${name}`);
let app: AppInBrowser;
let wall: string;

beforeAll(async () => {
  app = await openInBrowser({ copyOf: inject('sample') });
  await callInPage(app.page, 'class.add', { names: ['Aroha', ''] });
  ({ wall } = await callInPage(app.page, 'walls.create', {
    question: 'What do tūī eat?',
    subject: 'Writing',
    year: 'Year 4',
    focus: '',
    trueSize: { name: 'not-asked', widthMm: null, heightMm: null },
  }));
  await app.goTo(`#/wall/${wall}/collect`);
});
afterAll(() => app.close());

const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: typeof name === 'string' });
const papers = () => app.page.getByRole('grid', { name: 'Papers, in order' }).getByRole('row');
const shown = async (): Promise<string[]> => (await papers().locator('.Collect__name').allTextContents()).map((name) => name.split(' ·')[0] ?? '');
const kept = async () => callInPage(app.page, 'papers.list', { task: (await callInPage(app.page, 'walls.open', { wall })).task.id });
const codes = async (): Promise<string[]> => (await kept()).map(({ code }) => code);

async function choose(name: string, paths: readonly string[]): Promise<void> {
  const asked = app.page.waitForEvent('filechooser');
  await button(name).click();
  await (await asked).setFiles([...paths]);
}

test('an empty table invites, and asks once which paper it is', async () => {
  await app.page.getByRole('heading', { name: 'Bring in the papers' }).waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  await button(/^Another size/).click();
  await app.page.getByLabel('Width in mm').fill('160');
  await app.page.getByLabel('Height in mm').fill('210');
  await button('Keep').click();
  await app.page.getByText('Written on 160 × 210 mm').waitFor();
  await button('Change').click();
  await button(/^Half sheet of A4/).click();
  await app.page.getByText('Written on Half sheet of A4').waitFor();
  await expect.poll(async () => (await callInPage(app.page, 'walls.open', { wall })).task.trueSize).toEqual({ name: 'half-a4', widthMm: 210, heightMm: 148.5 });
});

test('photos and a scan come in; a broken file is named with a reason, and the rest is there', { timeout: 300_000 }, async () => {
  const broken = join(app.library, '..', 'broken.jpg');
  writeFileSync(broken, readFileSync(samplePage('photo-1.jpg')).subarray(0, 9000));
  await choose('Choose files', [samplePage('scan-4-pages.pdf'), broken, samplePage('photo-3.jpg')]);
  const report = app.page.getByRole('region', { name: '5 pages came in' });
  await report.waitFor({ timeout: 120_000 });
  expect(await report.getByRole('listitem').allTextContents()).toEqual([expect.stringMatching(/^broken\.jpg.*damaged.*\./)]);
  await expect.poll(shown).toEqual(['1', '2', '3', '4', '5']);
  expect(await seriousFindings(app.page)).toEqual([]);
  await report.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => report.count()).toBe(0);
});

test('files dropped anywhere and pasted pictures come in too', { timeout: 300_000 }, async () => {
  await handOver(app.page, 'drop', [samplePage('photo-4.jpg')]);
  await app.page.getByRole('region', { name: '1 page came in' }).waitFor({ timeout: 120_000 });
  await expect.poll(shown).toHaveLength(6);
  await button('Close').click();
  await handOver(app.page, 'paste', [samplePage('photo-5.jpg')]);
  await expect.poll(shown).toHaveLength(7);
  await app.page.getByRole('region', { name: '1 page came in' }).waitFor({ timeout: 120_000 });
  await button('Close').click();
});

test('two papers are put together, and that is taken back by the notice', async () => {
  await papers().nth(0).click();
  await papers()
    .nth(1)
    .click({ modifiers: ['Shift'] });
  await button('Put together').click();
  await expect.poll(shown).toEqual(['1', '3', '4', '5', '6', '7']);
  expect((await kept())[0]?.pages).toHaveLength(2);
  await app.page.locator('.Notices__notice').getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(shown).toEqual(['1', '2', '3', '4', '5', '6', '7']);
});

test('a paper is dragged to another place, moved by the buttons, and Ctrl+Z takes back each', async () => {
  await papers().nth(0).click();
  const from = await papers().nth(0).boundingBox();
  const to = await papers().nth(2).boundingBox();
  if (from === null || to === null) throw new Error('No papers on the table.');
  await app.page.mouse.move(from.x + 60, from.y + 60);
  await app.page.mouse.down();
  await app.page.mouse.move(from.x + 90, from.y + 70, { steps: 4 });
  await app.page.mouse.move(to.x + to.width - 12, to.y + 60, { steps: 8 });
  await app.page.mouse.up();
  await expect.poll(codes).toEqual(['2', '3', '1', '4', '5', '6', '7']);
  await expect.poll(shown).toEqual(['2', '3', '1', '4', '5', '6', '7']);
  await papers().nth(6).click();
  await button('Earlier').click();
  await expect.poll(codes).toEqual(['2', '3', '1', '4', '5', '7', '6']);
  await app.page.keyboard.press('Control+z');
  await expect.poll(codes).toEqual(['2', '3', '1', '4', '5', '6', '7']);
  await app.page.keyboard.press('Control+z');
  await expect.poll(codes).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  await app.page.keyboard.press('Control+Shift+z');
  await expect.poll(codes).toEqual(['2', '3', '1', '4', '5', '6', '7']);
  await app.page.keyboard.press('Control+z');
  await expect.poll(shown).toEqual(['1', '2', '3', '4', '5', '6', '7']);
});

test('by keyboard alone a paper is picked up by its handle and put down elsewhere', async () => {
  await papers().nth(0).getByRole('button').focus();
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.press('ArrowRight');
  await app.page.keyboard.press('ArrowRight');
  await app.page.keyboard.press('Enter');
  await expect.poll(async () => (await codes())[0]).not.toBe('1');
  await app.page.keyboard.press('Control+z');
  await expect.poll(shown).toEqual(['1', '2', '3', '4', '5', '6', '7']);
});

test('pages become papers of two, and one of them is split again in the larger look', async () => {
  await button('Pages each').click();
  await app.page.getByRole('menuitem', { name: '2 pages each' }).click();
  await expect.poll(shown).toEqual(['1', '2', '3', '4']);
  expect((await kept()).map(({ pages }) => pages.length)).toEqual([2, 2, 2, 1]);
  await papers().nth(0).dblclick();
  await app.page.getByRole('region', { name: 'Paper 1' }).waitFor();
  await expect.poll(() => app.page.locator('.PaperLook__look-pages img').count()).toBe(2);
  expect(await seriousFindings(app.page)).toEqual([]);
  await button('Split here').click();
  await expect.poll(async () => (await kept()).map(({ pages }) => pages.length)).toEqual([1, 1, 2, 2, 1]);
  await app.page.keyboard.press('Control+z');
  await expect.poll(async () => (await kept()).map(({ pages }) => pages.length)).toEqual([2, 2, 2, 1]);
});

test('a paper is given to a pupil, whose name is on this screen and nowhere else', async () => {
  const pupil = (await callInPage(app.page, 'class.list', {})).pupils.find(({ name }) => name === 'Aroha');
  await app.page.getByRole('combobox', { name: 'Whose paper' }).fill('Aro');
  await app.page.getByRole('option', { name: /Aroha/ }).click();
  await expect.poll(async () => (await kept())[0]).toMatchObject({ pupil: pupil?.id, code: pupil?.code });
  await button('All papers').click();
  await expect.poll(() => papers().first().textContent()).toContain('Aroha');
  await app.goTo(`#/wall/${wall}/line-up`);
  await expect.poll(() => app.page.getByText(pupil?.code ?? '-', { exact: true }).count()).toBeGreaterThan(0);
  expect(await app.page.getByText('Aroha').count()).toBe(0);
  await app.goTo(`#/wall/${wall}/collect`);
});

test('papers go to the bin and come back', async () => {
  await papers().nth(0).click();
  await app.page.keyboard.press('Control+a');
  await app.page.getByText('4 chosen').waitFor();
  await papers().nth(3).click();
  await button('Remove').click();
  await expect.poll(() => papers().count()).toBe(3);
  await app.page.locator('.Notices__notice').getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(() => papers().count()).toBe(4);
});

test('the next step is one click away', async () => {
  await button('Clean the pages').click();
  await expect.poll(() => app.page.url()).toContain(`/wall/${wall}/clean`);
  expect(app.complaints).toEqual([]);
});

test.skipIf(files === undefined)(
  'real files of every kind come in, and hostile ones are refused one by one (needs STEPWALL_TEST_FILES)',
  { timeout: 120_000 },
  async () => {
    const root = files ?? '';
    const all = (folder: string): string[] => readdirSync(join(root, folder)).map((name) => join(root, folder, name));
    const fresh = await callInPage(app.page, 'walls.create', {
      question: 'Real files',
      subject: '',
      year: '',
      focus: '',
      trueSize: { name: 'a4', widthMm: 210, heightMm: 297 },
    });
    await app.goTo(`#/wall/${fresh.wall}/collect`);
    await choose('Choose files', [...all('hostile'), ...all('heic_tiff'), join(root, 'pdf', 'scanned_notes_2pages.pdf')]);
    const report = app.page.getByRole('region', { name: /came in/ });
    await report.waitFor({ timeout: 110_000 });
    const refused = await report.getByRole('listitem').allTextContents();
    for (const line of refused) expect(line).toMatch(/\. .*\./);
    // On a busy machine a sound file may take longer than one page is given; then it says so, and nothing else may be wrong with it.
    const sound = refused.filter((line) => !readdirSync(join(root, 'hostile')).some((name) => line.startsWith(name)));
    for (const line of sound) expect(line).toMatch(/too long/);
    for (const name of ['truncated.jpg', 'truncated.heic', 'crash2020.tif', 'fuzz_encrypted.pdf', 'fuzz_noxref.pdf'])
      expect(refused.join('\n')).toContain(name);
    const pages = Number.parseInt((await report.getByRole('heading', { level: 2 }).textContent()) ?? '', 10);
    expect(pages).toBeGreaterThan(0);
    await expect.poll(() => papers().count()).toBe(pages);
    expect(app.complaints).toEqual([]);
  },
);
