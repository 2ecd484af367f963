import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Chart } from '../../core/chart/document.ts';
import type { PupilGoals } from '../../core/goals/pupilGoals.ts';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage } from '../support/callInPage.ts';

const wall = inject('sampleWall');
const DAY = '2026-03-02';
let app: AppInBrowser;
let pupils: readonly { id: string; code: string; name: string | null }[];
beforeAll(async () => {
  app = await openInBrowser({ copyOf: inject('sample') });
  const names = ['Mere', 'Hemi', 'Tane', 'Ana', 'Sofia', 'Kenji', 'Zara', 'Ravi', 'Isla', 'Omar', 'Noor', 'Leo'].map((name) => `${name}-Kauri`);
  const list = await callInPage(app.page, 'class.add', { names });
  await callInPage(app.page, 'class.place', { pupils: list.pupils.map(({ id }) => id), space: '', year: 4 });
  pupils = list.pupils.filter(({ name }) => name?.endsWith('-Kauri') === true);
});
afterAll(() => app.close());

const chart = async (): Promise<Chart> => (await callInPage(app.page, 'walls.open', { wall })).chart;
const standing = async (pupil: string): Promise<PupilGoals> => (await callInPage(app.page, 'goals.class', {})).find((state) => state.pupil === pupil)!;
const places = async (pupil: string): Promise<number[]> =>
  (await callInPage(app.page, 'placements.list', { wall })).filter((placed) => placed.pupil === pupil).map(({ place }) => place);
const writer = (name: string | null) => app.page.locator('.Place__writers').getByRole('button', { name: new RegExp(`^${name ?? ''}`) });
const undo = (): Promise<void> => app.page.locator('.screen-head').getByRole('button', { name: /^Undo/ }).click();

describe('From the chart to a goal', () => {
  test('every part of every next level leads to a fitting goal: one press on it, one on the goal', async () => {
    const { levels } = await chart();
    const asked = levels.slice(1).flatMap(({ qualifiers }, below) => qualifiers.filter(({ kind }) => kind === 'new').map(({ text }) => ({ text, below })));
    expect(asked.length).toBe(7);
    await app.goTo(`#/place/${wall}`);
    let led = 0;
    for (const [index, { text, below }] of asked.entries()) {
      const { id, name } = pupils[index]!;
      await writer(name).click();
      await app.page.locator('.Place__rung').nth(below).click();
      await expect.poll(() => places(id)).toEqual([below]);
      const card = app.page.locator('.Place__asks > li').filter({ has: app.page.getByRole('button', { name: text, exact: true }) });
      await card.getByRole('button', { name: text, exact: true }).click();
      const choices = card.locator('.Place__goal-choices button');
      if ((await choices.count()) === 0) continue;
      await choices.first().click();
      await expect.poll(async () => (await standing(id)).active.map(({ origin, why }) => ({ origin, why }))).toEqual([{ origin: 'chart', why: text }]);
      led += 1;
    }
    expect(led / asked.length).toBeGreaterThanOrEqual(0.9);
    expect(await seriousFindings(app.page)).toEqual([]);
  });

  test('the goal is taken back, then the place', async () => {
    const { id } = pupils[6]!;
    const [{ goal } = { goal: '' }] = (await standing(id)).active;
    expect(goal).not.toBe('');
    await undo();
    await expect.poll(async () => (await standing(id)).active).toEqual([]);
    await app.page.keyboard.press('Control+z');
    await expect.poll(() => places(id)).toEqual([]);
  });

  test('a name is dragged between two levels, placed again by keys, and the first place stays to be seen', async () => {
    const { id, name, code } = pupils[7]!;
    await writer(name).dragTo(app.page.getByRole('button', { name: 'Between 1 and 2' }));
    await expect.poll(() => places(id)).toEqual([1.5]);
    await expect.poll(() => app.page.locator('.Place__between .Place__dots .Place__mine').allTextContents()).toEqual([code]);
    await app.page.getByRole('button', { name: 'Between 1 and 2' }).focus();
    await app.page.keyboard.press('ArrowRight');
    await app.page.keyboard.press('ArrowRight');
    await app.page.keyboard.press('Enter');
    await expect.poll(() => places(id)).toEqual([1.5, 2.5]);
    await expect.poll(() => app.page.getByRole('button', { name: 'Between 1 and 2' }).textContent()).toContain('began here');
  });

  test('at the top there are warm words and steps all the same', async () => {
    const { id, name } = pupils[8]!;
    await writer(name).click();
    await app.page.locator('.Place__rung').last().click();
    await app.page.getByRole('heading', { name: `${name ?? ''} has climbed to the top of this chart.` }).waitFor();
    await app.page.locator('.Place__goal-choices button').first().click();
    await expect.poll(async () => (await standing(id)).active.length).toBe(1);
  });
});

test('a pupil places the own page: by the own word, with nobody’s name and nobody else’s place in sight', async () => {
  await app.goTo(`#/wall/${wall}/present`);
  await app.page.getByRole('button', { name: 'Pupils find where their writing sits' }).click();
  const { id, code } = pupils[9]!;
  await app.page.getByRole('button', { name: code, exact: true }).click();
  expect(await app.page.locator('main').textContent()).not.toContain('Kauri');
  expect(await app.page.locator('.Place__dots span').count()).toBe(0);
  expect(await seriousFindings(app.page)).toEqual([]);
  await app.page.locator('.Place__rung').nth(3).click();
  await app.page.getByRole('button', { name: 'My page is like this one' }).click();
  await expect.poll(() => places(id)).toEqual([3]);
  await app.page.getByRole('button', { name: 'Not there' }).click();
  await expect.poll(() => places(id)).toEqual([]);
  await app.page.getByRole('button', { name: 'Between 0 and 1' }).click();
  await app.page.getByRole('button', { name: 'My page is between these two' }).click();
  await app.page.locator('.Place__next-ask').first().click();
  expect(await app.page.locator('main').textContent()).not.toContain('Kauri');
  expect(await seriousFindings(app.page)).toEqual([]);
  await app.page.locator('.Place__goal-choices button').first().click();
  await app.page.getByText('Draw this at the top of your next page.').waitFor();
  expect((await callInPage(app.page, 'placements.list', { wall })).at(-1)).toMatchObject({ pupil: id, place: 0.5, by: 'pupil' });
  expect((await standing(id)).active).toMatchObject([{ origin: 'chart' }]);
});

describe('From the goals to the chart', () => {
  test('a qualifier is tied to goals: those of near words first, any by a search; its other words stay', async () => {
    await app.goTo(`#/wall/${wall}/levels`);
    const column = app.page.locator('.Levels__level-column').nth(4);
    const field = column.getByPlaceholder('What is new here? In pupils’ words');
    await field.fill('Uses commas in a list');
    await field.press('Enter');
    await column.getByRole('button', { name: 'Choose the small steps that lead to “Uses commas in a list”' }).click();
    const dialog = app.page.getByRole('dialog');
    await dialog.getByRole('checkbox').first().click();
    await expect.poll(() => dialog.getByRole('list', { name: 'Chosen' }).textContent()).toContain('commas');
    await dialog.getByPlaceholder('Search the whole bank').fill('finger gap');
    await dialog.getByRole('checkbox', { name: /finger gap/ }).click();
    expect(await seriousFindings(app.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Done' }).click();
    const kept = async (): Promise<unknown> => (await chart()).levels[4]?.qualifiers.find(({ text }) => text === 'Uses commas in a list');
    await expect.poll(kept).toMatchObject({ kind: 'new', goals: [expect.any(String), 'SP1'] });
    for (let back = 0; back < 3; back += 1) await app.page.keyboard.press('Control+z');
    await expect.poll(kept).toBe(undefined);
  });

  test('what many pupils work on is put forward, added to a level, and undone', async () => {
    for (const { id } of pupils.slice(0, 5))
      await callInPage(app.page, 'goals.choose', { pupil: id, date: DAY, goal: 'SP1', origin: 'bank', why: '', second: false, confirmed: false });
    const note = app.page.getByRole('region', { name: 'What many pupils work on' });
    await expect.poll(() => note.textContent()).toContain('5 pupils work on “I leave a finger gap between my words”');
    await note.getByRole('button', { name: 'Add it to level 1' }).click();
    const added = async (): Promise<number> => (await chart()).levels[1]?.qualifiers.filter(({ goals }) => goals?.includes('SP1')).length ?? 0;
    await expect.poll(added).toBe(1);
    await expect.poll(() => note.count()).toBe(0);
    await app.page.keyboard.press('Control+z');
    await expect.poll(added).toBe(0);
    expect(await seriousFindings(app.page)).toEqual([]);
  });
});

test('nothing broke the page’s policy and nothing threw', () => {
  expect(app.complaints).toEqual([]);
});
