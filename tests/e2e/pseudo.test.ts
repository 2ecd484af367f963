import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Steps } from '../../core/chart/wall.ts';
import { bankViews, goalParts } from '../../renderer/route.ts';
import { words } from '../../renderer/words/en/words.ts';
import { pseudo } from '../../renderer/words/pseudo.ts';
import { openInBrowser, type AppInBrowser } from '../support/browser.ts';
import { callInPage } from '../support/callInPage.ts';
import { makeClass, talk, type Child } from './goalClass.ts';

// Another language takes more room: here everything that the window says is 30 % longer, and nothing of it may be cut.

const wall = inject('sampleWall');
const day = '2026-03-02';
let app: AppInBrowser;
let children: Child[];
beforeAll(async () => {
  app = await openInBrowser({ copyOf: inject('sample') });
  children = await makeClass(app.page, 8, day, true);
  for (const child of children.slice(0, 3)) await callInPage(app.page, 'goals.confer', talk(child, day, 'by-myself'));
  await callInPage(app.page, 'placements.record', { wall, pupil: children[0]?.id ?? '', place: 1, by: 'teacher', date: day });
  await app.page.goto(`${app.address}?words=pseudo#/`);
});
afterAll(async () => {
  expect(app.complaints).toEqual([]);
  await app.close();
});

const oneMoment = String(pseudo(words.common.loading));
interface Place {
  readonly name: string;
  readonly hash: () => string;
  /** What is pressed there: it leads to a screen that has no address of its own. */
  readonly press?: string;
}

const places: readonly Place[] = [
  { name: 'home', hash: () => '#/' },
  { name: 'a new wall', hash: () => '#/', press: words.home.newWall },
  { name: 'class', hash: () => '#/class' },
  { name: 'settings', hash: () => '#/settings' },
  ...goalParts.map((part) => ({ name: `goals: ${part}`, hash: () => `#/goals/${part}` })),
  { name: 'goals: from the list', hash: () => '#/goals/confer', press: words.confer.fromList },
  { name: 'goals: the team', hash: () => '#/goals/lessons', press: words.lessons.team },
  { name: 'goals: one pupil', hash: () => `#/goals/class/${children[0]?.id}` },
  ...bankViews.map((view) => ({ name: `bank: ${view}`, hash: () => `#/goals/bank/${view}` })),
  { name: 'bank: one goal', hash: () => `#/goals/bank/goal/${children[0]?.goal}` },
  { name: 'bank: a new goal', hash: () => '#/goals/bank', press: words.bank.addGoal },
  { name: 'placing', hash: () => `#/place/${wall}` },
  { name: 'placing one pupil', hash: () => `#/place/${wall}/${children[0]?.id}` },
  { name: 'placing at the turn', hash: () => `#/place/${wall}/turn` },
  { name: 'handouts', hash: () => `#/handouts/${wall}` },
  ...Steps.options.map((step) => ({ name: step, hash: () => `#/wall/${wall}/${step}` })),
  { name: 'collect: scanning', hash: () => `#/wall/${wall}/collect`, press: words.collect.ways.scan },
  { name: 'collect: watching a folder', hash: () => `#/wall/${wall}/collect`, press: words.collect.ways.watch },
  { name: 'clean: finishing', hash: () => `#/wall/${wall}/clean`, press: words.clean.finish },
  { name: 'clean: names', hash: () => `#/wall/${wall}/clean`, press: words.clean.find },
];

test.each(places)('$name has room for longer words', async ({ hash, press }) => {
  // What was opened at the place before is closed.
  await app.goTo('#/settings');
  await app.goTo(hash());
  await settled();
  if (press !== undefined) {
    await app.page
      .getByText(String(pseudo(press)), { exact: true })
      .first()
      .click();
    await settled();
  }
  expect(await app.page.evaluate(whatIsCut)).toEqual([]);
});

/** Waits until the screen has said the same for a while, in the language asked for. */
async function settled(): Promise<void> {
  let before = '';
  await expect
    .poll(
      async () => {
        const now = await app.page.evaluate(() => document.body.innerText);
        const same = now === before;
        before = now;
        return same && /[ẽïőũ]/.test(now) && !now.includes(oneMoment);
      },
      { interval: 500 },
    )
    .toBe(true);
}

/** Runs in the page: every longer word that is cut off, leaves its control, or pushes the page wider than the window. */
function whatIsCut(): string[] {
  const found = new Set<string>();
  const named = (element: Element): string => `${element.tagName.toLowerCase()}${[...element.classList].map((one) => `.${one}`).join('')}`;
  const root = document.documentElement;
  if (root.scrollWidth > window.innerWidth + 1) found.add(`the page is ${root.scrollWidth} px wide`);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const holder = text.parentElement;
    if (holder === null || !/[ẽïőũ]/.test(text.nodeValue ?? '')) continue;
    if (!holder.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const rect = range.getBoundingClientRect();
    const say = (what: string): void => void found.add(`${what}: “${(text.nodeValue ?? '').slice(0, 60)}”`);
    let [across, down] = [true, true];
    // Letters may reach a little over a tight line.
    const reach = Number.parseFloat(getComputedStyle(holder).fontSize) * 0.25 + 1;
    const cuts: string[] = [];
    for (let around: Element | null = holder; around !== null && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around);
      const box = around.getBoundingClientRect();
      // Kept for screen readers alone.
      if (/inset\(50%\)/.test(style.clipPath) || (style.clip !== 'auto' && box.width <= 1)) [across, down, cuts.length] = [false, false, 0];
      // What a person wrote, shortened to a few lines on purpose.
      if (style.webkitLineClamp !== 'none') down = false;
      const hides = (way: string): boolean => /hidden|clip/.test(way);
      if (across && around === holder && hides(style.overflowX) && holder.scrollWidth > holder.clientWidth + 1) cuts.push(`cut in ${named(around)}`);
      const isControl = around.matches('button, a, label, [role=radio], [role=tab], [role=menuitem], summary, th, td, h1, h2, h3');
      if (across && (style.overflowX !== 'visible' || isControl) && (rect.right > box.right + 1 || rect.left < box.left - 1))
        cuts.push(`wider than ${named(around)}`);
      if (down && (hides(style.overflowY) || isControl) && (rect.bottom > box.bottom + reach || rect.top < box.top - reach))
        cuts.push(`higher than ${named(around)}`);
      if (/auto|scroll/.test(style.overflowX)) across = false;
      if (/auto|scroll/.test(style.overflowY)) down = false;
      if (style.position === 'fixed') break;
    }
    cuts.forEach(say);
    if (across && (rect.right > window.innerWidth + 1 || rect.left < -1)) say('beside the window');
  }
  return [...found];
}
