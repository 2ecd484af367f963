import type { BrowserContext, Page } from 'playwright';
import type { Input } from '../../core/contract/contract.ts';
import type { AppInBrowser } from '../support/browser.ts';
import { callInPage } from '../support/callInPage.ts';

export interface Child {
  readonly id: string;
  readonly name: string;
  /** The goal the child works on; null for the last one where `oneWithout` was asked for. */
  readonly goal: string | null;
}

/** A class of made-up names, each child with a fitting goal since `day`. */
export async function makeClass(page: Page, count: number, day: string, oneWithout = false): Promise<Child[]> {
  const names = Array.from({ length: count }, (_, index) => `Child ${String.fromCharCode(65 + Math.floor(index / 10))}${index % 10}`);
  const { pupils } = await callInPage(page, 'class.add', { names });
  await callInPage(page, 'class.place', { pupils: pupils.map(({ id }) => id), space: '', year: 2 });
  const made: Child[] = [];
  for (const [index, { id, name }] of pupils.entries()) {
    const suggested = await callInPage(page, 'goals.suggest', { pupil: id, date: day });
    const goal = oneWithout && index === count - 1 ? null : (suggested[index % suggested.length]?.goal ?? null);
    if (goal !== null) await callInPage(page, 'goals.choose', { pupil: id, date: day, goal, origin: 'bank', why: '', second: false, confirmed: false });
    made.push({ id, name: name ?? '', goal });
  }
  return made;
}

/** A conference as the window would tell it. */
export const talk = (child: Child, date: string, outcome: 'not-yet' | 'tried' | 'with-help' | 'by-myself'): Input<'goals.confer'> => ({
  pupil: child.id,
  date,
  goal: child.goal,
  outcome,
  context: 'writing',
  fixedTogether: false,
  praise: [],
  says: null,
  seconds: 30,
  supersedes: null,
});

export interface SecondWindow {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** Another window of the same app, with a clock that stands still until the test moves it. */
export async function windowAt(app: AppInBrowser, time: string, hash: string, { touch = false } = {}): Promise<SecondWindow> {
  const context = await app.browser.newContext({ viewport: { width: 1366, height: 768 }, hasTouch: touch });
  await context.clock.install({ time });
  await context.clock.pauseAt(new Date(Date.parse(time) + 1000));
  const page = await context.newPage();
  page.on('pageerror', (error) => app.complaints.push(`threw: ${error.message}`));
  await page.goto(app.address + hash);
  return { page, context };
}
