import { mkdtempSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';

const place = mkdtempSync(join(tmpdir(), 'stepwall-elsewhere-'));
const wall = inject('sampleWall');
let app: AppInBrowser;
beforeAll(async () => {
  await cp(join(inject('sample'), 'library'), join(place, 'library'), { recursive: true });
  process.env['STEPWALL_HOME'] = join(place, 'another home');
  app = await openInBrowser({ library: join(place, 'library') });
});
afterAll(async () => {
  await app.close();
  rmSync(place, { recursive: true, force: true });
});

const broken = (): Promise<number> =>
  app.page
    .locator('main img')
    .evaluateAll((all) => all.filter((one) => (one as HTMLImageElement).complete && (one as HTMLImageElement).naturalWidth === 0).length);

test('a library brought to another computer shows every checked copy, and says where the originals are', async () => {
  for (const step of ['collect', 'line-up', 'levels'] as const) {
    await app.goTo(`#/wall/${wall}/${step}`);
    await app.page.locator('main img').first().waitFor();
    await app.page.waitForLoadState('networkidle');
    expect([step, await broken()]).toEqual([step, 0]);
  }
  await app.goTo(`#/wall/${wall}/clean`);
  await app.page.getByRole('heading', { name: 'Sealed on another computer' }).waitFor();
  await app.page.getByText('The clean copy is all that this computer needs.').waitFor();
  await app.page.getByRole('img', { name: /^The clean copy of/ }).waitFor();
  expect(await broken()).toBe(0);
  expect(await seriousFindings(app.page)).toEqual([]);
  expect(app.complaints).toEqual([]);
});
