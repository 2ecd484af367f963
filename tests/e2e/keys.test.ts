import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';

// Keys are heard in one place: what a screen binds is listed by `?`, and what is covered hears nothing.

let app: AppInBrowser;
beforeAll(async () => {
  app = await openInBrowser({ copyOf: inject('sample') });
});
afterAll(() => app.close());

const list = () => app.page.getByRole('dialog', { name: 'Keys' });
const key = (keys: string) => app.page.keyboard.press(keys);
const rows = () => list().locator('dl > div').allInnerTexts();
const said = async (): Promise<string[]> => (await rows()).map((row) => row.replaceAll(/\s+/g, ' '));

test('the designer’s keys are shown by ? with the names of this computer, and nothing under the list hears a key', async () => {
  await app.goTo(`#/wall/${inject('sampleWall')}/design`);
  await app.page.locator('[data-stage] canvas').first().waitFor();
  const parts = app.page.getByRole('listbox', { name: 'On the strip' }).getByRole('option');
  const before = await parts.count();
  await app.page.locator('[data-stage]').focus();
  await key('Control+a');
  await key('?');
  await list().waitFor();
  expect(await said()).toEqual(expect.arrayContaining(['Ctrl+D Duplicate', 'Delete or Backspace Remove', 'Ctrl+Z Undo', '? Show the keys']));
  expect(await list().getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(['On this screen', 'Everywhere']);
  expect(await seriousFindings(app.page)).toEqual([]);
  await key('Delete');
  await key('Control+z');
  await key('Escape');
  await list().waitFor({ state: 'detached' });
  expect(await parts.count()).toBe(before);
  await app.page.locator('[data-stage]').focus();
  await key('Delete');
  await expect.poll(() => parts.count()).toBeLessThan(before);
  await key('Control+z');
  await expect.poll(() => parts.count()).toBe(before);
});

test('each screen lists its own keys; a screen that takes back something of its own hides the chart’s undo', async () => {
  await app.goTo(`#/wall/${inject('sampleWall')}/clean`);
  await app.page.getByRole('listbox', { name: 'Pages' }).waitFor();
  await app.page.getByRole('option').first().click();
  await key('?');
  const here = await said();
  expect(here).toEqual(expect.arrayContaining(['J page after', 'N hide a name', 'Ctrl+Z Undo']));
  expect(here.filter((row) => row.startsWith('Ctrl+Z'))).toHaveLength(1);
  await key('Escape');
  await app.goTo('#/settings');
  await app.page.getByRole('heading', { level: 1 }).waitFor();
  await key('?');
  expect(await said()).toEqual(['? Show the keys']);
  await key('Escape');
});

test('where somebody types a question mark is a question mark', async () => {
  await app.goTo('#/class');
  const names = app.page.getByLabel('Paste or type the names');
  await names.focus();
  await key('?');
  expect(await names.inputValue()).toBe('?');
  expect(await list().count()).toBe(0);
});

test('on a Mac the command key is named and heard', async () => {
  const mac = await app.browser.newContext({ userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/140.0 Safari/537.36' });
  const page = await mac.newPage();
  await page.goto(`${app.address}#/wall/${inject('sampleWall')}/design`);
  await page.locator('[data-stage] canvas').first().waitFor();
  await page.locator('[data-stage]').focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('⌘D', { exact: true }).waitFor();
  expect(await page.getByRole('dialog').getByText('Ctrl').count()).toBe(0);
  await mac.close();
});

test('nothing threw', () => {
  expect(app.complaints).toEqual([]);
});
