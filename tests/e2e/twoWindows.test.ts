import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Page } from 'playwright';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';

// Two windows of one library: what is changed in one is seen in the other, and nobody's typing is taken away.

let app: AppInBrowser;
let second: Page;
beforeAll(async () => {
  app = await openInBrowser({ copyOf: inject('sample') });
  second = await app.page.context().newPage();
  await second.goto(app.host.origin);
});
afterAll(() => app.close());

const at = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

test('a wall’s levels are followed', async () => {
  const levels = `#/wall/${inject('sampleWall')}/levels`;
  await at(app.page, levels);
  await at(second, levels);
  await second.getByRole('textbox', { name: 'Name of this level' }).first().waitFor();
  const name = app.page.getByRole('textbox', { name: 'Name of this level' }).first();
  await name.fill('Just begun');
  await name.blur();
  await expect.poll(() => second.getByRole('textbox', { name: 'Name of this level' }).first().inputValue()).toBe('Just begun');
});

test('the class list, and where a pupil stands', async () => {
  await at(app.page, '#/class');
  await at(second, '#/goals/class');
  await second.getByRole('heading').first().waitFor();
  await app.page.getByLabel('Paste or type the names').fill('Aroha');
  await app.page.getByRole('button', { name: 'Add 1 pupil' }).click();
  await second.getByText('Aroha').first().waitFor();
  expect(app.complaints).toEqual([]);
});
