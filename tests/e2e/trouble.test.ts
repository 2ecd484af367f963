import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWall } from '../../main/chart/walls.ts';
import { commit } from '../../main/chart/chartHistory.ts';
import { openLibrary } from '../../main/library/library.ts';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { bees } from '../support/library.ts';

let root = '';
let app: AppInBrowser;
const before = process.env['STEPWALL_HOME'];
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'stepwall-trouble-'));
  process.env['STEPWALL_HOME'] = join(root, 'home');
  const folder = join(root, 'Dropbox', 'library');
  const library = openLibrary(folder, { home: join(root, 'home') });
  const wall = createWall(library, bees);
  createWall(library, { ...bees, question: 'Where do tūī live?' });
  commit(library, { wall, base: 1, command: { name: 'retitle', title: 'Bees' }, coalesce: null });
  library.close();
  const db = new Database(join(folder, 'library.db'));
  db.prepare("update chart_revision set document = x'00' where id = (select head from chart where id = ?)").run(wall);
  db.close();
  app = await openInBrowser({ library: folder });
});
afterAll(async () => {
  await app.close();
  if (before === undefined) delete process.env['STEPWALL_HOME'];
  else process.env['STEPWALL_HOME'] = before;
  rmSync(root, { recursive: true, force: true });
});

test('Home says that the place is shared, which wall can’t be read, and goes back to how it was', async () => {
  const { page } = app;
  await page.getByRole('heading', { name: 'This library lies in a place that is shared' }).waitFor();
  await page.getByRole('heading', { name: 'Where do tūī live?' }).waitFor();
  await page.getByText('This wall can’t be read as it is now.').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: /^Go back to how it was on/ }).click();
  await page.getByRole('heading', { name: 'Why do bees matter?' }).waitFor();
  await expect.poll(() => page.getByText('can’t be read as it is now').count()).toBe(0);
});

test('Settings looks through the library, names what is damaged and says what to do next', async () => {
  const { page } = app;
  await app.goTo('#/settings');
  await page.getByRole('button', { name: 'Check this library' }).click();
  await page.getByText('One thing is not as it should be:').waitFor();
  await page.getByText('The wall “Why do bees matter?”: how it was on').waitFor();
  await page.getByText('What to do next').scrollIntoViewIfNeeded();
  expect(await seriousFindings(page)).toEqual([]);
  expect(app.complaints).toEqual([]);
});
