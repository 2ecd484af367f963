import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { Page } from 'playwright';
import { rank } from '../../core/ranking/rank.ts';
import { standing } from '../../core/ranking/voteLog.ts';
import { seriousFindings } from '../support/axe.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage } from '../support/callInPage.ts';

// A team compares papers two by two: by keyboard alone, and alone by touch.

const wall = inject('sampleWall');
let app: AppInBrowser;
beforeEach(async () => {
  app = await openInBrowser({ copyOf: inject('sample') });
});
afterEach(async () => {
  expect(app.complaints).toEqual([]);
  await app.close();
});

const open = (page: Page) => callInPage(page, 'walls.open', { wall });

/** What the page shows of a paper, so that the test sees what a teacher sees. */
async function sides(page: Page, task: string): Promise<Record<'left' | 'right', string>> {
  const papers = await callInPage(page, 'papers.list', { task });
  const seen = async (name: string): Promise<string> => {
    const place = page.getByRole('region', { name });
    const [picture] = await place.locator('img').all();
    const shown = picture === undefined ? await place.innerText() : ((await picture.getAttribute('src')) ?? '');
    const found = papers.find(({ text, pages }) => (text === null ? pages.some(({ id }) => shown.includes(id)) : shown.includes(text.slice(0, 40))));
    if (found === undefined) throw new Error(`No paper is ${name}.`);
    return found.id;
  };
  return { left: await seen('Paper on the left'), right: await seen('Paper on the right') };
}

/** Everything of both papers is on the screen, and no code, number or name stands beside them. */
async function expectWhole(page: Page, codes: readonly string[]): Promise<void> {
  const size = page.viewportSize()!;
  for (const place of await page.locator('[data-whole] > div').all()) {
    const box = (await place.boundingBox())!;
    const around = (await place.locator('..').boundingBox())!;
    expect(box.width * box.height).toBeGreaterThan(20_000);
    expect([box.x >= around.x - 1, box.y >= around.y - 1, box.y + box.height <= around.y + around.height + 1]).toEqual([true, true, true]);
    expect(box.y + box.height).toBeLessThan(size.height);
  }
  const names = await page.locator('main').ariaSnapshot();
  expect(codes.filter((code) => new RegExp(`Paper ${code}\\b`).test(names))).toEqual([]);
}

test('three teachers, eight papers, no mouse: votes are hidden until all have voted, one is taken back, and the order becomes the line in one step of undo', async () => {
  const { page } = app;
  const key = (keys: string) => page.keyboard.press(keys);
  const { task, chart } = await open(page);
  const papers = await callInPage(page, 'papers.list', { task: task.id });
  // The order that the teachers see is the other way round than the one on the table.
  for (const { id } of papers.slice(8)) await callInPage(page, 'papers.bin', { paper: id });
  const kept = papers.slice(0, 8).map(({ id }) => id);
  const truth = [...chart.line.filter((id) => kept.includes(id)).toReversed(), ...kept.filter((id) => !chart.line.includes(id))];
  const codes = papers.map(({ code }) => code);
  const now = (name: RegExp) => page.evaluate((wanted) => new RegExp(wanted).test(document.activeElement?.closest('button')?.textContent ?? ''), name.source);
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let step = 0; step < 80 && !(await now(name)); step += 1) await key('Tab');
    expect(await now(name), `${name.source} by Tab`).toBe(true);
  };

  await app.goTo(`#/wall/${wall}/line-up`);
  await page.getByRole('heading', { name: 'Lay them out' }).waitFor();
  await tabTo(/Compare two by two/);
  await key('Enter');
  await page.getByLabel('Name').waitFor();
  for (const name of ['Ana', 'Ben', 'Cy']) {
    await page.keyboard.type(name);
    await key('Enter');
    await page.getByText(name, { exact: true }).waitFor();
  }
  expect(await seriousFindings(page)).toEqual([]);
  await tabTo(/Start looking/);
  await key('Enter');
  await page.getByText('0 of 8 papers seen').waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  const ours = { Ana: 'AD', Ben: 'HK', Cy: 'QE' } as const;
  const next = page.getByRole('button', { name: /^Next/ });
  const done = page.getByRole('button', { name: 'Use this order' });
  const votes = async () => standing((await callInPage(page, 'ranking.open', { task: task.id })).votes);
  for (let looks = 0; ; looks += 1) {
    await expect.poll(async () => (await done.count()) + (await page.getByText('is thinking').count())).toBeGreaterThan(0);
    if ((await done.count()) > 0) break;
    const { left, right } = await sides(page, task.id);
    const better = truth.indexOf(left) > truth.indexOf(right) ? 0 : 1;
    if (looks === 0) {
      await expectWhole(page, codes);
      // One vote tells nobody what it was, and can be taken back.
      await key(ours.Ana[better]!);
      await page.getByText('has voted').waitFor();
      expect(await votes()).toEqual([]);
      await key('Control+z');
      await expect.poll(() => page.getByText('has voted').count()).toBe(0);
    }
    for (const [teacher, keys] of Object.entries(ours)) {
      // One teacher is of another mind once.
      if (looks === 1 && teacher === 'Cy') continue;
      await key(keys[better]!);
    }
    if (looks === 1) await key(ours.Cy[1 - better]!);
    await page.getByText(looks === 1 ? /one, 2–1/ : /one, 3–0/).waitFor();
    if (looks === 0) {
      expect(await seriousFindings(page)).toEqual([]);
      await key('b');
      await page.keyboard.type('it says why');
    }
    if (looks === 1) {
      // The whole look is taken back and voted on again.
      await key('Control+z');
      await page.getByText('is thinking').first().waitFor();
      expect(await sides(page, task.id)).toEqual({ left, right });
      for (const keys of Object.values(ours)) await key(keys[better]!);
      await page.getByText(/one, 3–0/).waitFor();
    }
    await key('Enter');
    await expect.poll(() => next.count()).toBe(0);
    expect(looks).toBeLessThan(28);
  }
  const given = await votes();
  const { votes: log } = await callInPage(page, 'ranking.open', { task: task.id });
  expect(log.filter(({ takenBack }) => takenBack)).toHaveLength(3);
  expect(new Set(given.flatMap(({ reason }) => reason ?? []))).toEqual(new Set(['it says why']));

  const voted = rank(kept, given, chart.levels.length);
  expect([voted.order[0], voted.order.at(-1)]).toEqual([truth[0], truth.at(-1)]);
  expect(voted.anchors.map(({ paper }) => truth.indexOf(paper))).toEqual(voted.anchors.map(({ paper }) => truth.indexOf(paper)).toSorted((a, b) => a - b));
  expect(await seriousFindings(page)).toEqual([]);
  for (let step = 0; step < 80 && (await page.locator('input[type=checkbox]:focus').count()) === 0; step += 1) await key('Tab');
  await key('Space');
  await tabTo(/Use this order/);
  await key('Enter');
  await page.getByText('From level to level').waitFor();
  const inOrder = async () => (await open(page)).chart.line.filter((id) => kept.includes(id));
  await expect.poll(inOrder).toEqual(voted.order);
  const anchors = async () => (await open(page)).chart.levels.map((level) => level.anchors);
  expect(await anchors()).toEqual(voted.anchors.map(({ paper }) => [paper]));
  expect(await page.locator('[data-paper]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-paper')))).toEqual(voted.order);
  expect(await seriousFindings(page)).toEqual([]);
  await key('Control+z');
  await expect.poll(async () => (await open(page)).chart.line).toEqual(chart.line);
  expect(await anchors()).toEqual(chart.levels.map((level) => level.anchors));
});

test('a team of one by touch: looks, too close, a paper parked, enough, and the rest waits on the pile; it goes on another day', async () => {
  const context = await app.browser.newContext({ hasTouch: true, viewport: { width: 1024, height: 768 } });
  const page = await context.newPage();
  await page.goto(`${app.address}#/wall/${wall}/line-up`);
  const { task, chart } = await open(page);
  const tap = (name: string | RegExp) => page.getByRole('button', { name }).first().tap();
  await tap(/Compare two by two/);
  await page.getByLabel('Name').fill('Ana');
  await tap('Add');
  await tap('Start looking');
  const large = async (name: RegExp): Promise<void> => {
    const box = (await page.getByRole('button', { name }).first().boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  };
  await page.getByText(/0 of \d+ papers seen/).waitFor();
  for (const name of [/^Left is better/, /^Too close/, /^Right is better/, /^Can’t be judged/]) await large(name);
  const { right: parked } = await sides(page, task.id);
  await tap('Park this paper, on the right');
  await expect.poll(async () => (await sides(page, task.id)).right).not.toBe(parked);
  const { left, right } = await sides(page, task.id);
  expect([left, right]).not.toContain(parked);
  await tap(/^Too close/);
  await page.getByText('Too close to tell').waitFor();
  await tap(/^Next/);
  await page.getByText(/2 of \d+ papers seen/).waitFor();
  await tap(/^Left is better/);
  await tap(/^Next/);
  await page.getByText(/3 of \d+ papers seen/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  // Another day: who is here, and on from the same place.
  await page.reload();
  await tap('Go on looking');
  await page.getByText(/3 of \d+ papers seen/).waitFor();
  await tap('Enough for today');
  await page.getByText(/were not seen and wait on the pile/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await tap('Use this order');
  await page.getByText('One teacher alone can’t know what all would say').waitFor();
  await expect.poll(async () => (await open(page)).chart.line.length).toBe(3);
  expect((await open(page)).chart.line).not.toContain(parked);
  expect((await open(page)).chart.levels).toEqual(chart.levels);
  await context.close();
});
