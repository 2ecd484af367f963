import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openLibrary } from '../../main/library/library.ts';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';

let app: AppInBrowser;
beforeAll(async () => {
  app = await openInBrowser({ copyOf: inject('sample') });
});
afterAll(() => app.close());

const titles = (): Promise<string[]> => app.page.locator('.Home__wall h2').allTextContents();
const does = async (title: string, deed: string): Promise<void> => {
  await app.page
    .getByRole('button', { name: `What to do with “${title}”` })
    .first()
    .click();
  await app.page.getByRole('menuitem', { name: deed }).click();
};

test('an empty library says what to do next', async () => {
  const empty = await openInBrowser();
  await empty.page.getByRole('heading', { name: 'Make your first wall' }).waitFor();
  expect(await seriousFindings(empty.page)).toEqual([]);
  await empty.page.getByRole('button', { name: 'New wall' }).click();
  await empty.page.getByLabel('What do you ask the class?').fill('Wāhi: where do tūī live?');
  expect(await seriousFindings(empty.page)).toEqual([]);
  await empty.page.getByRole('button', { name: 'Make the wall' }).click();
  await expect.poll(() => empty.page.url()).toContain('/collect');
  await empty.goTo('#/');
  await empty.page.getByRole('heading', { name: 'Wāhi: where do tūī live?' }).waitFor();
  expect(empty.complaints).toEqual([]);
  await empty.close();
});

test('walls are renamed, duplicated, binned, taken out and destroyed', async () => {
  await expect.poll(titles).toEqual(['Why do bees matter?']);
  await does('Why do bees matter?', 'Duplicate');
  await expect.poll(titles).toEqual(['Why do bees matter? (copy)', 'Why do bees matter?']);
  await does('Why do bees matter? (copy)', 'Rename');
  await app.page.getByLabel('Rename').fill('Bees again');
  await app.page.keyboard.press('Enter');
  await expect.poll(titles).toEqual(['Bees again', 'Why do bees matter?']);
  await does('Bees again', 'Move to the bin');
  await expect.poll(titles).toEqual(['Why do bees matter?']);
  await app.page.locator('.Notices__notice').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(titles).toContain('Bees again');
  await does('Bees again', 'Move to the bin');
  await app.page.getByRole('button', { name: 'Destroy …' }).click();
  await app.page.getByRole('dialog').getByRole('button', { name: 'Destroy' }).click();
  await expect.poll(() => app.page.getByText('In the bin').count()).toBe(0);
  expect(await titles()).toEqual(['Why do bees matter?']);
  expect(await seriousFindings(app.page)).toEqual([]);
});

test('a wall opens where the work goes on', async () => {
  await app.page.getByRole('link', { name: 'Open “Why do bees matter?”' }).click();
  await expect.poll(() => app.page.url()).toContain('/print');
  await app.goTo('#/wall/00000000-0000-4000-8000-000000000000/levels');
  await app.page.getByRole('heading', { name: 'That wall is no longer here.' }).waitFor();
  await app.page.getByRole('button', { name: 'Back to your walls' }).click();
  await expect.poll(titles).toEqual(['Why do bees matter?']);
});

test('the class: names are pasted, shown to the teacher, and removed for good', async () => {
  await app.goTo('#/class');
  await app.page.getByLabel('Paste or type the names').fill('Aroha\n2. Mei Lin\tŌtahu; Tāne');
  await app.page.getByRole('button', { name: 'Add 4 pupils' }).click();
  await expect
    .poll(() => app.page.locator('.People__pupils input').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)))
    .toEqual(['Aroha', 'Mei Lin', 'Ōtahu', 'Tāne']);
  const codes = await app.page.locator('.People__pupils b').allTextContents();
  expect(new Set(codes).size).toBe(4);
  expect(await seriousFindings(app.page)).toEqual([]);
  await app.page.getByRole('button', { name: 'Remove all names …' }).click();
  await app.page.getByRole('dialog').getByRole('button', { name: 'Remove all names' }).click();
  await expect
    .poll(() => app.page.locator('.People__pupils input').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)))
    .toEqual(['', '', '', '']);
  expect(await app.page.locator('.People__pupils b').allTextContents()).toEqual(codes);
});

test('a backup is saved and brought back', async () => {
  await app.goTo('#/settings');
  expect(await seriousFindings(app.page)).toEqual([]);
  await app.page.getByLabel('Passphrase (at least 8 letters)').fill('kākā beak 27');
  const downloading = app.page.waitForEvent('download');
  await app.page.getByRole('button', { name: 'Save a backup' }).click();
  const file = await (await downloading).path();
  await app.goTo('#/');
  await does('Why do bees matter?', 'Move to the bin');
  await expect.poll(titles).toEqual([]);
  await app.goTo('#/settings');
  await app.page.getByLabel('Passphrase of the backup').fill('kākā beak 27');
  const choosing = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: 'Choose a backup …' }).click();
  await (await choosing).setFiles(file);
  await app.page.getByText('The backup is back.').waitFor();
  await app.page.getByText('What was here before a backup was brought back is kept').waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  await app.page.getByRole('button', { name: 'Destroy what was before …' }).click();
  await app.page.getByRole('dialog').getByRole('button', { name: 'Destroy what was before' }).click();
  await app.page.getByText('What was before is destroyed.').waitFor();
  await app.goTo('#/');
  await expect.poll(titles).toEqual(['Why do bees matter?']);
});

test('a gentle word comes when the last backup is weeks old, leads to where one is made, and goes when told so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stepwall-weeks-'));
  cpSync(inject('sample'), folder, { recursive: true });
  const library = openLibrary(join(folder, 'library'), { home: join(folder, 'home') });
  library.noteBackup(new Date(Date.now() - 40 * 86_400_000).toISOString());
  library.close();
  const weeks = await openInBrowser({ copyOf: folder });
  await weeks.page.getByText('The last backup is from').waitFor();
  expect(await seriousFindings(weeks.page)).toEqual([]);
  await weeks.page.getByRole('link', { name: 'Make a backup' }).click();
  await weeks.page.getByRole('heading', { name: 'Bring a backup back' }).waitFor();
  await weeks.goTo('#/');
  await weeks.page.getByRole('button', { name: 'Later' }).click();
  await expect.poll(() => weeks.page.getByText('The last backup is from').count()).toBe(0);
  await weeks.page.reload();
  await weeks.page.getByRole('heading', { name: 'Your walls' }).waitFor();
  expect(await weeks.page.getByText('The last backup is from').count()).toBe(0);
  expect(weeks.complaints).toEqual([]);
  await weeks.close();
  rmSync(folder, { recursive: true, force: true });
});

test('nothing broke the page’s policy and nothing threw', () => {
  expect(app.complaints).toEqual([]);
});

test('a library whose database is older than it says so, with the ways out, until the teacher goes on; what was set aside goes when asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stepwall-older-'));
  cpSync(inject('sample'), folder, { recursive: true });
  const options = { home: join(folder, 'home') };
  const fresh = join(folder, 'fresh');
  openLibrary(fresh, options).close();
  const library = openLibrary(join(folder, 'library'), options);
  const { id } = library;
  library.close();
  const empty = openLibrary(fresh, options);
  empty.db.prepare('update library set id = ?').run(id);
  empty.close();
  copyFileSync(join(fresh, 'library.db'), join(folder, 'library', 'library.db'));

  const older = await openInBrowser({ copyOf: folder });
  const note = older.page.getByRole('alert').filter({ hasText: 'older than it should be' });
  await note.getByText('Nothing was destroyed.').waitFor();
  expect(await seriousFindings(older.page)).toEqual([]);
  await note.getByRole('button', { name: 'Go on as it is' }).click();
  await note.waitFor({ state: 'detached' });
  await older.goTo('#/settings');
  await older.page.getByRole('button', { name: 'Destroy them now' }).click();
  await older.page.getByRole('dialog').getByRole('button', { name: 'Destroy them now' }).click();
  await older.page.getByText('What was set aside is destroyed.').waitFor();
  await older.page.getByRole('button', { name: 'Destroy them now' }).waitFor({ state: 'detached' });
  expect(older.complaints).toEqual([]);
  await older.close();
  rmSync(folder, { recursive: true, force: true });
});
