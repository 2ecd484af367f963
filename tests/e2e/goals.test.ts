import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage, recordInPage } from '../support/callInPage.ts';
import { makeClass, type Child } from './goalClass.ts';

const DAY = '2026-03-02';
let app: AppInBrowser;
let children: Child[];
let newcomer: Child;

beforeAll(async () => {
  app = await openInBrowser();
  children = await makeClass(app.page, 5, DAY, true);
  newcomer = children.at(-1)!;
});
afterAll(() => app.close());

const stateOf = ({ id }: Child) => recordInPage(app.page, id);
const goals = async ({ id }: Child): Promise<string[]> => (await stateOf({ id } as Child)).active.map(({ goal }) => goal);
const openPage = async (child: Child): Promise<void> => {
  await app.goTo(`#/goals/class/${child.id}`);
  await app.page.getByRole('heading', { name: child.name, level: 1 }).waitFor();
};

test('who has no goal comes first', async () => {
  await app.goTo('#/goals/class');
  const first = app.page.locator('.GoalClass__goal-card').first();
  await expect.poll(() => first.locator('b').innerText()).toBe(newcomer.name);
  expect(await first.innerText()).toContain('Choose a goal');
  expect(await app.page.locator('.GoalClass__goal-card').count()).toBe(5);
  expect(await seriousFindings(app.page)).toEqual([]);
  await first.click();
  await app.page.getByRole('heading', { name: newcomer.name, level: 1 }).waitFor();
});

test('a goal is chosen by its reasons, and the choice can be taken back', async () => {
  await openPage(newcomer);
  await app.page.getByText('What next small step would make this writing more readable, or this process more manageable, for this writer?').waitFor();
  const best = app.page
    .locator('section', { has: app.page.getByRole('heading', { name: 'What would help next' }) })
    .locator('.Choice__goal-option')
    .first();
  await best.locator('small').first().waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  const words = await best.locator('b').innerText();
  await best.click();
  await expect.poll(() => app.page.locator('.GoalClass__now-words').allInnerTexts()).toEqual([words]);
  await app.page.locator('.Notices__notice').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => goals(newcomer)).toEqual([]);
  await app.page.getByText('No goal yet. Choose one below.').waitFor();
});

test('any goal of the bank is found by words, skill and year', async () => {
  await openPage(newcomer);
  const found = app.page.locator('.Choice__whole-bank .Choice__goal-option b');
  const all = await found.count();
  await app.page.getByLabel('Find by words').fill('finger gap');
  await expect.poll(() => found.allInnerTexts()).toEqual(['I leave a finger gap between my words.']);
  await app.page.getByRole('combobox', { name: 'Year' }).selectOption('6');
  await app.page.getByText('No goal has these words yet.').waitFor();
  await app.page.getByLabel('Find by words').fill('');
  await app.page.getByRole('combobox', { name: 'Year' }).selectOption('');
  await expect.poll(() => found.count()).toBe(all);
});

test('a second goal is asked about first', async () => {
  const child = children[0]!;
  await openPage(child);
  const choose = async (words: string): Promise<void> => {
    await app.page.getByLabel('Find by words').fill(words);
    await expect.poll(() => app.page.locator('.Choice__whole-bank .Choice__goal-option').count()).toBe(1);
    await app.page.locator('.Choice__whole-bank .Choice__goal-option').click();
  };
  await choose('finger gap');
  await app.page.getByRole('dialog').getByRole('heading', { name: 'A second goal?' }).waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  await app.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  expect(await goals(child)).toEqual([child.goal]);
  await choose('finger gap');
  await app.page.getByRole('dialog').getByRole('button', { name: 'Have both goals' }).click();
  await expect.poll(async () => (await goals(child)).length).toBe(2);
  expect((await goals(child))[0]).toBe(child.goal);
  // A third one asks which of the two shall rest.
  await choose('letters sit on the line');
  await app.page.getByRole('dialog').getByRole('heading', { name: 'Which goal shall rest?' }).waitFor();
  await app.page.getByRole('dialog').getByRole('button', { name: 'I leave a finger gap' }).click();
  await expect.poll(() => goals(child)).toEqual([child.goal, 'HW2']);
  await app.page.locator('.Notices__notice').last().getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => goals(child)).not.toContain('HW2');
  expect(await goals(child)).toHaveLength(2);
});

test('a goal rests, is taken up again, and is made smaller', async () => {
  const child = children[1]!;
  await openPage(child);
  await app.page.getByRole('button', { name: 'Let it rest' }).click();
  await expect.poll(async () => (await stateOf(child)).resting).toEqual([child.goal]);
  await app.page.getByRole('button', { name: /^Take it up again/ }).click();
  await expect.poll(() => goals(child)).toEqual([child.goal]);
  await app.page.getByRole('button', { name: 'Make it smaller …' }).click();
  await app.page.getByRole('dialog').getByText('Or the same goal for less of the page').waitFor();
  await app.page.getByRole('dialog').locator('.Choice__goal-option', { hasText: 'on one line I choose' }).click();
  await expect.poll(async () => (await stateOf(child)).active).toMatchObject([{ origin: 'own' }]);
  await expect.poll(() => app.page.locator('.GoalClass__now-words').innerText()).toContain('on one line I choose');
  expect((await stateOf(child)).resting).toContain(child.goal);
});

test('what is in the kete stays, is seen elsewhere, and is looked after again', async () => {
  const child = children[2]!;
  await openPage(child);
  await app.page.getByRole('button', { name: 'Into the kete …' }).click();
  await app.page.getByRole('dialog').getByRole('button', { name: 'Into the kete' }).click();
  await expect.poll(() => app.page.locator('.GoalClass__kete li').count()).toBe(1);
  expect((await stateOf(child)).kete).toMatchObject([{ goal: child.goal, because: 'teacher-says' }]);
  const more = app.page.locator('.GoalClass__kete li').getByRole('button', { name: /^More for/ });
  await more.click();
  await app.page.getByRole('menuitem', { name: 'Seen in maths today' }).click();
  await app.page.getByText('Seen outside writing too: maths').waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  await more.click();
  await app.page.getByRole('menuitem', { name: 'Look after it again' }).click();
  await expect.poll(async () => (await stateOf(child)).active).toMatchObject([{ goal: child.goal, origin: 'look-after', lookingAfter: true }]);
  expect(await app.page.locator('.GoalClass__kete li').count()).toBe(1);
  // The story tells it; what was written down by mistake is taken back from there.
  await app.page.locator('.GoalClass__story').getByRole('button', { name: 'Take back' }).first().click();
  await expect.poll(async () => (await stateOf(child)).outcomes).toEqual([]);
  await app.page.locator('.Notices__notice').last().getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await stateOf(child)).outcomes.length).toBe(1);
});

test('many pupils get their year and space together, and it can be taken back', async () => {
  await app.goTo('#/class');
  const people = async () => (await callInPage(app.page, 'class.list', {})).pupils.map(({ year, space }) => ({ year, space }));
  for (const index of [0, 1, 2]) await app.page.locator('.People__pupil-pick').nth(index).click();
  await app.page.getByRole('combobox', { name: 'Year' }).selectOption('4');
  await app.page.getByRole('button', { name: 'Set', exact: true }).click();
  await app.page.locator('.People__pupil-pick').nth(0).click();
  await app.page.getByRole('combobox', { name: 'Space' }).fill('Rimu');
  expect(await seriousFindings(app.page)).toEqual([]);
  await app.page.getByRole('button', { name: 'Set', exact: true }).click();
  const two = { year: 2, space: '' };
  await expect.poll(people).toEqual([{ year: 4, space: 'Rimu' }, { year: 4, space: '' }, { year: 4, space: '' }, two, two]);
  await app.page.locator('.Notices__notice').last().getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await people())[0]).toEqual({ year: 4, space: '' });
});

test('before a pupil leaves, the app says what goes too', async () => {
  const child = children[3]!;
  await callInPage(app.page, 'goals.master', { pupil: child.id, date: DAY, goal: child.goal!, because: 'teacher-says' });
  await app.goTo('#/class');
  const { code } = (await callInPage(app.page, 'class.list', {})).pupils.find(({ id }) => id === child.id)!;
  await app.page.getByRole('button', { name: `Remove ${code}` }).click();
  const dialog = app.page.getByRole('dialog');
  await dialog.getByText('the 1 skill in the kete go too').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await stateOf(child)).toBeDefined();
  await app.page.getByRole('button', { name: `Remove ${code}` }).click();
  await dialog.getByRole('button', { name: 'Remove from the class' }).click();
  await expect.poll(async () => (await callInPage(app.page, 'class.list', {})).pupils.length).toBe(4);
});

test('nothing broke the page’s policy and nothing threw', () => {
  expect(app.complaints).toEqual([]);
});
