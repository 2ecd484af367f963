import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Page } from 'playwright';
import { callInPage } from '../support/callInPage.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';

// Two windows of one library: what is changed in one is seen in the other, and nobody's typing is taken away.

let app: AppInBrowser;
let second: Page;
beforeAll(async () => {
  app = await openInBrowser({ copyOf: inject('sample') });
  second = await app.page.context().newPage();
  await second.goto(app.address);
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
});

test('a list that another window changed forgets its undo: what came from there is never taken away', async () => {
  await at(app.page, '#/goals/lessons');
  await at(second, '#/goals/lessons');
  const cards = (page: Page) => page.locator('.Lessons__lesson-card');
  const add = (page: Page, weekday: string) => page.getByRole('button', { name: new RegExp(`^Add a lesson on ${weekday}`) }).click();
  const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });
  await second.getByText('A mixed week feeds every writer').waitFor();
  await add(app.page, 'Monday');
  await expect.poll(() => cards(app.page).count()).toBe(1);
  await expect.poll(() => undo(app.page).isEnabled()).toBe(true);
  await expect.poll(() => cards(second).count()).toBe(1);
  await add(second, 'Tuesday');
  await expect.poll(() => cards(app.page).count()).toBe(2);
  await expect.poll(() => undo(app.page).isEnabled()).toBe(false);
  await app.page.locator('body').press('Control+z');
  // The window whose own deed is the last one still takes it back, and only that.
  await undo(second).click();
  await expect.poll(() => cards(second).count()).toBe(1);
  await expect.poll(() => cards(app.page).count()).toBe(1);
  const kept = await callInPage(app.page, 'lessons.list', { from: '2020-01-01', until: '2999-12-31' });
  expect(kept).toHaveLength(1);
  expect(new Date(`${kept[0]!.date}T12:00:00`).getDay()).toBe(1);
  // And what is taken back by key is done again by key.
  await second.locator('body').press('Control+Shift+z');
  await expect.poll(() => cards(app.page).count()).toBe(2);
  expect(app.complaints).toEqual([]);
});
