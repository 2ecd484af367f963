import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Lesson } from '../../core/lessons/lesson.ts';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage } from '../support/callInPage.ts';

const DAY = '2026-03-02';
const NAMES = ['Mere Kauri', 'Hemi Kauri', 'Tane Kauri'];
let app: AppInBrowser;
let codes: readonly string[];
beforeAll(async () => {
  app = await openInBrowser();
  const { pupils } = await callInPage(app.page, 'class.add', { names: NAMES });
  codes = pupils.map(({ code }) => code);
  const today = await app.page.evaluate(() => new Date().toLocaleDateString('sv'));
  for (const [index, { id: pupil }] of pupils.entries()) {
    const goal = index < 2 ? 'SP1' : 'PU1';
    await callInPage(app.page, 'goals.choose', { pupil, date: DAY, goal, origin: 'bank', why: '', second: false, confirmed: false });
    const talk = { pupil, date: today, goal, outcome: 'tried', context: 'writing', fixedTogether: false, says: 'with-symbol' } as const;
    await callInPage(app.page, 'goals.confer', { ...talk, praise: [], seconds: 30, supersedes: null });
  }
});
afterAll(() => app.close());

const lessons = async (): Promise<Lesson[]> => callInPage(app.page, 'lessons.list', { from: '2020-01-01', until: '2999-12-31' });
const day = (index: number) => app.page.locator('.Lessons__week > li').nth(index);

test('a lesson: what it is about, its big idea, and the steps to show, proposed from what writers work on', async () => {
  await app.goTo('#/goals/lessons');
  await app.page.getByText('A mixed week feeds every writer').waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  await day(0)
    .getByRole('button', { name: /^Add a lesson on Monday/ })
    .click();
  await app.page.getByRole('radio', { name: 'Guided' }).click();
  await app.page.getByLabel('What is it about?').fill('Bees');
  await app.page.getByLabel('What the class is learning').fill('We are learning to explain why');
  await app.page.getByLabel('Add a big idea: Purpose').fill('Move a reader');
  const steps = app.page.locator('.Lessons__proposed-steps button');
  await expect.poll(() => steps.allTextContents()).toEqual([expect.stringContaining('2 writers'), expect.stringContaining('1 writer')]);
  await steps.first().click();
  await expect.poll(lessons).toMatchObject([
    {
      kind: 'guided',
      title: 'Bees',
      intention: 'We are learning to explain why',
      lofty: [{ kind: 'purpose', text: 'Move a reader' }],
      model: [{ goal: 'SP1', done: false }],
    },
  ]);
  expect(await seriousFindings(app.page)).toEqual([]);
});

test('a step is ticked when it was shown; the tick is undone', async () => {
  const tick = day(0).getByRole('button', { name: /^Shown: I leave a finger gap/ });
  await tick.click();
  await expect.poll(async () => (await lessons())[0]?.model).toEqual([{ goal: 'SP1', done: true }]);
  await app.page.getByRole('button', { name: 'Undo: Shown or not' }).click();
  await expect.poll(async () => (await lessons())[0]?.model).toEqual([{ goal: 'SP1', done: false }]);
  await tick.click();
  await expect.poll(() => tick.getAttribute('aria-pressed')).toBe('true');
});

test('a week that is all of one kind is told so gently, and a mixed one is not', async () => {
  const balance = app.page.getByRole('region', { name: 'What the week is mixed from' });
  for (const index of [1, 2]) {
    await day(index)
      .getByRole('button', { name: /^Add a lesson/ })
      .click();
    await app.page.getByRole('radio', { name: 'Guided' }).click();
    await app.page.locator('.Lessons__proposed-steps button').first().click();
  }
  await expect.poll(() => balance.textContent()).toContain('The lessons are all of one kind.');
  await expect.poll(() => balance.textContent()).toContain('all about getting words onto paper');
  await app.page.getByRole('radio', { name: 'Publish' }).click();
  await expect.poll(() => balance.textContent()).not.toContain('all of one kind');
  await expect.poll(async () => (await lessons()).map(({ kind }) => kind)).toContain('publish');
});

test('next week begins as a copy of this one, with nothing ticked', async () => {
  const before = await lessons();
  await app.page.getByRole('button', { name: 'The week after' }).click();
  await app.page.getByRole('button', { name: 'Copy last week' }).click();
  await expect.poll(() => app.page.locator('.Lessons__lesson-card').count()).toBe(before.length);
  // They are shown at once, and kept one by one.
  await expect.poll(async () => (await lessons()).length).toBe(2 * before.length);
  const copied = (await lessons()).filter(({ id }) => !before.some((one) => one.id === id));
  expect(copied.map(({ title, kind }) => [title, kind]).toSorted()).toEqual(before.map(({ title, kind }) => [title, kind]).toSorted());
  expect(copied.flatMap(({ model }) => model.map(({ done }) => done))).not.toContain(true);
  await app.page.keyboard.press('Control+z');
  await expect.poll(lessons).toEqual(before);
});

test('the team writes down what it decided and is told when the day to look again has come', async () => {
  const longAgo = { id: crypto.randomUUID(), date: '2026-01-12', topic: 'Labels', text: 'We print them on Thursdays.', checkInOn: '2026-01-26' };
  await callInPage(app.page, 'team.save', longAgo);
  await app.goTo('#/goals/bank');
  await app.goTo('#/goals/lessons');
  await app.page.getByRole('button', { name: 'You wanted to look again: Labels' }).click();
  await app.page.getByLabel('What did you talk about?').fill('Symbols');
  await app.page.getByRole('button', { name: 'Write it down' }).click();
  await expect.poll(async () => (await callInPage(app.page, 'team.notes', {})).map(({ topic }) => topic)).toContain('Symbols');
  await app.page.locator('.Team__team-note[data-due]').getByRole('button', { name: 'We have looked' }).click();
  await expect.poll(async () => (await callInPage(app.page, 'team.notes', {})).find(({ topic }) => topic === 'Labels')?.checkInOn).toBe(null);
  expect(await seriousFindings(app.page)).toEqual([]);
});

test('the page for the meeting says how many, and never who; it is printed', async () => {
  const page = app.page.locator('.Team__summary-page');
  await expect.poll(() => page.textContent()).toContain('We sat beside 3 of 3 writers, 3 times in all.');
  await expect.poll(() => page.textContent()).toContain('I leave a finger gap between my words.');
  const words = ((await page.textContent()) ?? '').split(/[^\p{L}]+/u);
  for (const who of [...codes, ...NAMES.flatMap((name) => name.split(' '))]) expect(words).not.toContain(who);
  await app.page.getByRole('button', { name: 'Print on A4' }).click();
  await app.page.getByText('The page is ready.').waitFor();
});

test('nothing broke the page’s policy and nothing threw', () => {
  expect(app.complaints).toEqual([]);
});
