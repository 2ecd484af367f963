import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test, vi } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser } from '../support/browser.ts';

const own = mkdtempSync(join(tmpdir(), 'stepwall-own-'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(own, { recursive: true, force: true });
});

test('a library in a synced folder is moved to a safe place with one click, and the app goes on there', async () => {
  const synced = join(own, 'Dropbox', 'Stepwall');
  cpSync(join(inject('sample'), 'library'), synced, { recursive: true });
  cpSync(join(inject('sample'), 'home'), join(own, 'settings'), { recursive: true });
  vi.stubEnv('HOME', own);
  vi.stubEnv('USERPROFILE', own);
  vi.stubEnv('STEPWALL_HOME', join(own, 'settings'));
  const app = await openInBrowser({ library: synced });
  await app.page.getByText('This library lies in a place that is shared').waitFor();
  await app.page.getByText(join(own, 'Stepwall')).waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  await app.page.getByRole('button', { name: 'Move it there' }).click();
  await app.page.getByRole('heading', { name: 'Your library has moved' }).waitFor();
  await app.page.getByText('in a bin or a history of its own').waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  expect([readdirSync(synced), readdirSync(join(own, 'Stepwall')).includes('library.db')]).toEqual([['moved.json'], true]);
  // The very same walls, and they can be worked on.
  await app.page.getByRole('link', { name: 'Open “Why do bees matter?”' }).waitFor();
  await app.page.getByRole('button', { name: 'All right' }).click();
  await expect.poll(() => app.page.getByText('Your library has moved').count()).toBe(0);
  await app.goTo('#/settings');
  await app.page.getByText(join(own, 'Stepwall')).waitFor();
  expect(app.complaints).toEqual([]);
  await app.close();
  const again = await openInBrowser({ library: synced });
  await again.page.getByRole('link', { name: 'Open “Why do bees matter?”' }).waitFor();
  expect(again.complaints).toEqual([]);
  await again.close();
});
