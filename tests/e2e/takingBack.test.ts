import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage, recordInPage } from '../support/callInPage.ts';
import { makeClass, windowAt, type Child, type SecondWindow } from './goalClass.ts';

// Any slip of the hand can be put right, and in a conference few can be made.

let app: AppInBrowser;
let children: Child[];
let open: SecondWindow | null = null;
beforeAll(async () => {
  app = await openInBrowser();
  children = await makeClass(app.page, 6, '2026-02-23');
});
afterEach(async () => {
  await open?.context.close();
  open = null;
});
afterAll(() => app.close());

const stateOf = ({ id }: Child) => recordInPage(app.page, id);
const mastered = async () => (await callInPage(app.page, 'goals.class', {})).flatMap(({ kete }) => kete);
const at = async (hash: string): Promise<Page> => {
  open = await windowAt(app, '2026-03-02T10:00:00', hash);
  await open.page.clock.resume();
  return open.page;
};
/** A pupil of whom nothing is told yet but a goal. */
async function newcomer(name: string): Promise<Child> {
  const { pupils } = await callInPage(app.page, 'class.add', { names: [name] });
  const { id } = pupils.find((pupil) => pupil.name === name)!;
  await callInPage(app.page, 'goals.choose', { pupil: id, date: '2026-02-23', goal: 'SE4', origin: 'bank', why: '', second: false, confirmed: false });
  return { id, name, goal: 'SE4' };
}
const childNow = (page: Page): Promise<string> => page.locator('.Confer__confer-card h1').innerText();

test('in a conference Enter never masters: whatever it was left on, by keyboard or by mouse', async () => {
  const page = await at('#/goals/confer');
  await page.locator('.Confer__confer-card h1').waitFor();
  const more = page.getByRole('button', { name: /^More for/ });
  const leaving: readonly (() => Promise<void>)[] = [
    () => more.focus(),
    async () => {
      await more.click();
      await page.getByRole('menu').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
    },
    async () => {
      await more.focus();
      await page.keyboard.press(' ');
      await page.getByRole('menu').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
    },
  ];
  for (const leave of leaving) {
    const before = await childNow(page);
    await leave();
    await page.keyboard.press('Enter');
    await expect.poll(() => childNow(page)).not.toBe(before);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('menu').count()).toBe(0);
    expect(await page.getByRole('dialog').count()).toBe(0);
  }
  // The first in the menu has no consequences that last.
  await more.click();
  expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([
    'We only talked today',
    expect.stringMatching(/^Open .*’s page$/),
    'Another goal …',
    'Into the kete now …',
  ]);
  // Even asked for, a key that was meant for something else says no.
  await page.getByRole('menuitem', { name: 'Into the kete now …' }).click();
  await page.getByRole('dialog').waitFor();
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await mastered()).toEqual([]);
});

test('a press that is no keyboard’s leaves the keys with the child', async () => {
  const page = await at('#/goals/confer');
  await page.locator('.Confer__confer-card h1').waitFor();
  const away = await childNow(page);
  await page.getByRole('button', { name: 'Away today' }).click();
  await expect.poll(() => childNow(page)).not.toBe(away);
  const next = await childNow(page);
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await expect.poll(() => childNow(page)).not.toBe(next);
  await expect.poll(async () => (await stateOf(children.find(({ name }) => name === next)!)).outcomes.at(-1)?.outcome).toBe('tried');
});

test('notices cover nothing that is pressed in a conference, and a mastery is taken back in its own', async () => {
  const page = await at('#/goals/confer');
  await page.locator('.Confer__confer-card h1').waitFor();
  const name = await childNow(page);
  const child = children.find((one) => one.name === name)!;
  await page.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Into the kete now …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Into the kete' }).click();
  const notice = page.locator('.Notices__notice');
  await notice.waitFor();
  const covered = await page.evaluate(() => {
    const box = document.querySelector('.Notices__notice')!.getBoundingClientRect();
    return [...document.querySelectorAll('main :is(button, a, select, input)')]
      .filter((one) => one.closest('.Notices__notice') === null)
      .filter((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        // What has scrolled out of its own box can't be pressed there anyway.
        const isSeen = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2).includes(one);
        return isSeen && left < box.right && right > box.left && top < box.bottom && bottom > box.top;
      })
      .map((one) => one.textContent);
  });
  expect(covered).toEqual([]);
  expect((await stateOf(child)).kete).toHaveLength(1);
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await stateOf(child)).kete).toEqual([]);
  expect((await stateOf(child)).active.map(({ goal }) => goal)).toEqual([child.goal]);
});

test('a goal mastered by mistake is taken out on the pupil’s page; the trace stays, and it can be put back', async () => {
  const child = await newcomer('Tui');
  const page = await at(`#/goals/class/${child.id}`);
  await page.getByRole('button', { name: 'Into the kete …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Into the kete' }).click();
  const kept = page.locator('.GoalClass__kete li');
  await kept.waitFor();
  const story = page.locator('.GoalClass__story');
  await story.getByRole('button', { name: 'A mistake: out of the kete again' }).click();
  await kept.waitFor({ state: 'detached' });
  const row = story.locator('li', { hasText: 'Into the kete' });
  await row.getByText('taken back on').waitFor();
  expect((await stateOf(child)).active.map(({ goal }) => goal)).toEqual([child.goal]);
  expect(await seriousFindings(page)).toEqual([]);
  // It is the log's, not the window's.
  await page.reload();
  await row.getByText('taken back on').waitFor();
  await row.getByRole('button', { name: 'It holds after all' }).click();
  await kept.waitFor();
  await expect.poll(() => row.getByText('taken back on').count()).toBe(0);
});

test('whatever happened with a goal can be taken back: that it was chosen, that it rests, and that you only talked', async () => {
  const child = await newcomer('Kea');
  const page = await at(`#/goals/class/${child.id}`);
  const story = page.locator('.GoalClass__story');
  await callInPage(app.page, 'goals.confer', {
    ...{ pupil: child.id, date: '2026-03-02', goal: null, outcome: null, context: 'writing' },
    ...{ fixedTogether: false, praise: [], says: null, seconds: null, supersedes: null },
  });
  await page.getByRole('button', { name: 'Let it rest' }).click();
  for (const what of ['Rests', 'Talked', 'Goal chosen']) {
    const row = story.locator('li', { hasText: what });
    await row.getByRole('button', { name: 'Take back' }).click();
    await row.getByText('taken back on').waitFor();
  }
  expect(await stateOf(child)).toMatchObject({ active: [], resting: [], seen: [], kete: [] });
});

test('nothing threw', () => {
  expect(app.complaints).toEqual([]);
});
