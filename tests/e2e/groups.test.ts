import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage } from '../support/callInPage.ts';

const DAY = '2026-03-02';
let app: AppInBrowser;
let pupils: readonly { id: string; code: string; name: string | null }[];
beforeAll(async () => {
  app = await openInBrowser();
  pupils = (await callInPage(app.page, 'class.add', { names: ['Mere', 'Hemi', 'Tane', 'Ana', 'Sofia', 'Kenji', 'Zara'] })).pupils;
  const goals = ['SP1', 'SP1', 'SP1', 'PU1', 'PU1', 'PR6'];
  for (const [index, goal] of goals.entries())
    await callInPage(app.page, 'goals.choose', { pupil: pupils[index]!.id, date: DAY, goal, origin: 'bank', why: '', second: false, confirmed: false });
  await callInPage(app.page, 'goals.master', { pupil: pupils[6]!.id, date: DAY, goal: 'SP1', because: 'teacher-says' });
});
afterAll(() => app.close());

/** Who sits where, table by table. */
const tables = async (): Promise<string[][]> => {
  const all = await app.page.locator('.Groups__group-table').all();
  return Promise.all(all.map(async (table) => (await table.locator('.Groups__name-card b').allTextContents()).toSorted()));
};
const kept = async (): Promise<string[][]> => {
  const groups = await callInPage(app.page, 'groups.list', { from: '2020-01-01', until: '2999-12-31' });
  const nameOf = (id: string): string => pupils.find((pupil) => pupil.id === id)?.name ?? '';
  return groups.map(({ members }) => members.map(({ pupil }) => nameOf(pupil)).toSorted());
};
const card = (name: string) => app.page.getByRole('button', { name: new RegExp(`^${name}`) });

test('those who work on the same step are laid together; the rest wait at the side', async () => {
  await app.goTo('#/goals/groups');
  await app.page.getByRole('heading', { name: 'The tables are empty' }).waitFor();
  expect(await seriousFindings(app.page)).toEqual([]);
  await app.page.getByRole('button', { name: 'Lay the tables' }).click();
  await expect
    .poll(async () => (await tables()).toSorted())
    .toEqual(
      [
        ['Ana', 'Sofia'],
        ['Hemi', 'Mere', 'Tane'],
      ].toSorted(),
    );
  await expect.poll(async () => (await kept()).toSorted()).toEqual((await tables()).toSorted());
  expect(await app.page.getByRole('region', { name: 'No table yet' }).locator('.Groups__name-card b').allTextContents()).toEqual(['Kenji', 'Zara']);
  expect(await seriousFindings(app.page)).toEqual([]);
});

test('a card is dragged, tapped or sent by keys to another table, and each move is undone', async () => {
  const before = await tables();
  const pair = app.page.locator('.Groups__group-table').filter({ has: card('Ana') });
  const three = app.page.locator('.Groups__group-table').filter({ has: card('Mere') });
  await card('Mere').dragTo(pair);
  await expect.poll(() => pair.locator('.Groups__name-card b').allTextContents()).toEqual(expect.arrayContaining(['Mere', 'Ana', 'Sofia']));
  await app.page.keyboard.press('Control+z');
  await expect.poll(tables).toEqual(before);

  await card('Kenji').click();
  await pair.getByRole('button', { name: 'Kenji sits here' }).click();
  await expect.poll(() => pair.locator('.Groups__name-card b').allTextContents()).toContain('Kenji');
  await card('Kenji').focus();
  await app.page.keyboard.press('ArrowRight');
  await expect.poll(() => app.page.locator('.Groups__group-table').filter({ hasText: 'Kenji' }).textContent()).toContain('Hemi');
  await card('Kenji').focus();
  await app.page.keyboard.press('Delete');
  await expect.poll(tables).toEqual(before);
  await expect.poll(kept).toEqual(expect.arrayContaining(before));
  expect(await three.count()).toBe(1);
});

test('the class sees code words; names only where the teacher switches them on', async () => {
  await app.page.getByRole('button', { name: 'Show the class' }).click();
  const screen = app.page.getByRole('dialog', { name: 'Groups for the class' });
  const shown = async (): Promise<string> => (await screen.locator('.Groups__projector-tables').textContent()) ?? '';
  await expect.poll(shown).toContain(pupils[0]!.code);
  expect(await shown()).not.toContain('Mere');
  expect(await seriousFindings(app.page)).toEqual([]);
  await screen.getByRole('button', { name: 'Show names' }).click();
  await expect.poll(shown).toContain('Mere');
  await app.page.keyboard.press('Escape');
  await expect.poll(() => screen.count()).toBe(0);
});

test('after they met, it is written down who came; on the next day those come last, unless they are put back', async () => {
  const three = app.page.locator('.Groups__group-table').filter({ hasText: 'Tane' });
  await three.getByRole('button', { name: 'We met' }).click();
  await three.getByText('Tane').click();
  await three.getByPlaceholder('How did it go? A few words').fill('Gaps nearly everywhere');
  await app.page.keyboard.press('Enter');
  await expect
    .poll(async () => (await callInPage(app.page, 'groups.list', { from: '2020-01-01', until: '2999-12-31' })).find(({ taughtOn }) => taughtOn !== null))
    .toMatchObject({ outcome: 'Gaps nearly everywhere', members: expect.arrayContaining([expect.objectContaining({ pupil: pupils[2]!.id, came: false })]) });
  expect(await seriousFindings(app.page)).toEqual([]);

  await app.page.getByRole('button', { name: 'The next school day' }).click();
  const late = app.page.getByRole('region', { name: 'Had a group last time' });
  await expect.poll(() => late.locator('li').allTextContents()).toEqual(['Mere', 'Hemi']);
  await expect.poll(() => app.page.getByRole('region', { name: 'What you taught before' }).textContent()).toContain('Gaps nearly everywhere');
  await app.page.getByText('Writing circles', { exact: true }).click();
  await app.page.getByRole('button', { name: 'Lay the tables' }).click();
  await expect.poll(async () => (await tables()).flat().toSorted()).toEqual(['Ana', 'Kenji', 'Sofia', 'Tane', 'Zara']);
  await expect.poll(() => app.page.getByText('I say back the part I liked best.').count()).toBe(1);
  await app.page.getByRole('button', { name: 'Clear the board' }).click();
  await late.getByRole('button', { name: 'Let Mere join' }).click();
  await app.page.getByRole('button', { name: 'Lay the tables' }).click();
  await expect.poll(async () => (await tables()).flat()).toContain('Mere');
  await app.page.getByRole('button', { name: 'Clear the board' }).click();
  await app.page.getByText('Pairs', { exact: true }).click();
  await app.page.getByRole('button', { name: 'Lay the tables' }).click();
  await expect.poll(async () => (await tables()).length).toBe(1);
  expect(await app.page.locator('.Groups__group-table').textContent()).toMatch(/Zarahas it.*works on it/);
});

test('nothing broke the page’s policy and nothing threw', () => {
  expect(app.complaints).toEqual([]);
});
