import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assetPath } from '../../main/platform/assets.ts';
import { createEscl } from '../../main/engines/scanning/escl/escl.ts';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage } from '../support/callInPage.ts';
import { startEsclScanner, type EsclScanner } from '../support/esclScanner.ts';

const photo = (name: string): Buffer => readFileSync(assetPath(`sample/${name}`));
let app: AppInBrowser;
let scanner: EsclScanner;
let wall: string;

beforeAll(async () => {
  scanner = await startEsclScanner(['photo-1.jpg', 'photo-3.jpg', 'photo-4.jpg'].map(photo));
  const network = createEscl({ allowLoopback: true, wait: () => Promise.resolve() });
  const copier = { id: scanner.address, name: 'Corridor Copier', by: 'network' } as const;
  app = await openInBrowser({
    fakeCamera: true,
    ways: { scanning: { ways: [{ ...network, list: () => Promise.resolve([copier]) }], note: '' }, watchTimes: { every: 100, still: 300 } },
  });
  const trueSize = { name: 'a5', widthMm: null, heightMm: null } as const;
  ({ wall } = await callInPage(app.page, 'walls.create', { question: 'What do tūī eat?', subject: '', year: '', focus: '', trueSize }));
  await app.goTo(`#/wall/${wall}/collect`);
  await app.page.getByRole('heading', { name: 'Bring in the papers' }).waitFor();
});
afterAll(async () => {
  await app.close();
  await scanner.close();
});

const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: typeof name === 'string' });
const panel = (name: string) => app.page.getByRole('region', { name, exact: true });
const shown = () => app.page.getByRole('grid', { name: 'Papers, in order' }).getByRole('row').count();
const arrived = async (pages: string): Promise<void> => {
  await panel(pages).waitFor();
};

test('a scanner that nobody asked is asked nothing', async () => {
  await button('Scan').click();
  await panel('Scan the pile').waitFor();
  expect(scanner.asked).toEqual([]);
  expect(await seriousFindings(app.page)).toEqual([]);
});

test('a scanner is found, and its pages come in until paper is stuck; then the rest', async () => {
  await button('Look for scanners').click();
  await button('Corridor Copier').click();
  await app.page.getByRole('radio', { name: 'Feeder, one side' }).waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  scanner.fault = 'jam-in-the-middle';
  await panel('Scan the pile').getByRole('button', { name: 'Scan', exact: true }).click();
  await arrived('1 page came in');
  await app.page.getByText('Paper is stuck in the scanner. Open it').waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  scanner.fault = 'none';
  await button('Scan the rest').click();
  await arrived('2 pages came in');
  await expect.poll(shown).toBe(3);
  await button('Close').click();
});

test('it is remembered with how it scanned; an address can be typed, and only one of the own network', async () => {
  await button('Scan').click();
  await app.page.getByRole('button', { name: 'Corridor Copier', pressed: true }).waitFor();
  await app.page.getByLabel('Or type its address').fill('93.184.216.34');
  await button('Use it').click();
  await app.page.getByRole('alert').getByText('only to scanners on your own network').waitFor();
  scanner.glass = photo('photo-5.jpg');
  await app.page.getByLabel('Or type its address').fill(new URL(scanner.address).host);
  await app.page.keyboard.press('Enter');
  await app.page.getByText('On the glass').click();
  await app.page.getByText('Grey', { exact: true }).click();
  await panel('Scan the pile').getByRole('button', { name: 'Scan', exact: true }).click();
  await arrived('1 page came in');
  expect(scanner.settings()).toMatch(/Platen[^]*Grayscale8/);
  await button('Close').click();
  await expect.poll(shown).toBe(4);
});

test('a folder is clicked through and watched: what arrives comes in, what grows adds its pages, and leaving ends it', async () => {
  const place = join(app.library, '..', 'Copier');
  mkdirSync(join(place, 'Scans'), { recursive: true });
  // The first look is slow, as in a large home folder: its answer comes when another folder is open already.
  await app.page.route('**/api/watching.look', async (route) => {
    if (route.request().postData()?.includes('null')) await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await button('Watch a folder').click();
  await app.page.getByLabel('Folder', { exact: true }).fill(place);
  await app.page.keyboard.press('Enter');
  await app.page.getByRole('list', { name: 'Folders' }).getByRole('button', { name: 'Scans' }).waitFor();
  await app.page.waitForTimeout(2000);
  await app.page.unroute('**/api/watching.look');
  await app.page.getByRole('list', { name: 'Folders' }).getByRole('button', { name: 'Scans' }).click();
  await expect.poll(() => app.page.getByLabel('Folder', { exact: true }).inputValue()).toBe(join(place, 'Scans'));
  expect(await seriousFindings(app.page)).toEqual([]);
  await button('Watch this folder').click();
  await app.page.getByText('Watching “Scans”').waitFor();
  writeFileSync(join(place, 'Scans', '0001.jpg'), photo('photo-2.jpg').subarray(0, 5000));
  await app.page.getByText('Still being written: 0001.jpg').waitFor();
  writeFileSync(join(place, 'Scans', '0001.jpg'), photo('photo-2.jpg'));
  await app.page.getByText('“0001.jpg”: 1 page.').waitFor();
  await expect.poll(shown).toBe(5);
  expect(await seriousFindings(app.page)).toEqual([]);
  const task = (await callInPage(app.page, 'walls.open', { wall })).task.id;
  expect((await callInPage(app.page, 'watching.state', { task })).watching).toBe(true);
  await app.goTo('#/');
  await expect.poll(async () => (await callInPage(app.page, 'watching.state', { task })).watching).toBe(false);
  await app.goTo(`#/wall/${wall}/collect`);
  await button('Watch a folder').click();
  await button('Watch “Scans” again').click();
  await app.page.getByText('Watching “Scans”').waitFor();
  await button('Stop watching').click();
  await expect.poll(() => app.page.getByText('Watching “Scans”').count()).toBe(0);
});

test('pictures are taken with the space bar, one is thrown away, and the others come in', async () => {
  await button('Use a camera').click();
  const take = button('Take the picture');
  await expect.poll(() => take.isEnabled()).toBe(true);
  await expect.poll(() => app.page.getByLabel('What the camera sees').evaluate((video) => (video as HTMLVideoElement).videoWidth)).toBeGreaterThan(0);
  await app.page.getByText('Lay a paper down').click();
  const pictures = app.page.getByRole('list', { name: 'Pictures taken' }).getByRole('img');
  for (const count of [1, 2, 3]) {
    await app.page.keyboard.press('Space');
    await expect.poll(() => pictures.count()).toBe(count);
  }
  expect(await seriousFindings(app.page)).toEqual([]);
  await button('Throw away picture 2').click();
  await button('Bring in 2 pictures').click();
  await arrived('2 pages came in');
  await expect.poll(shown).toBe(7);
});

test('nothing was refused by the page’s policy, and nothing threw', () => {
  expect(app.complaints).toEqual([]);
});
