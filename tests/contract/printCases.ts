import { expect, test } from 'vitest';
import type { Api } from '../../core/contract/contract.ts';
import type { Job } from '../../core/contract/events.ts';
import type { GoalHandoutWish } from '../../core/handouts/goalHandoutWish.ts';
import { PrintMade } from '../../core/sheets/printMade.ts';
import type { Window } from '../support/library.ts';

/** The papers of goals and of a class, over whichever wire. */
export function printCases(window: () => Pick<Window, 'api' | 'ask' | 'ended'>, wallNow: () => { wall: string; task: string }): void {
  const call: Api['call'] = (name, input) => window().api.call(name, input);
  const date = '2026-03-03';

  const ended = async (start: () => Promise<{ job: string }>): Promise<Job> => window().ended((await start()).job);
  const made = async (start: () => Promise<{ job: string }>): Promise<{ sheets: number; start: string }> => {
    const { file, sheets } = PrintMade.parse((await ended(start)).result);
    const bytes = new Uint8Array(await (await window().ask(`/outgoing/${file.token}`)).arrayBuffer());
    return { sheets, start: new TextDecoder().decode(bytes.subarray(0, 5)) };
  };

  test('goal papers: labels are printed and remembered, and nothing to print is said plainly', async () => {
    const { pupils } = await call('class.add', { names: ['', ''] });
    const [one, other] = pupils.slice(-2).map(({ id }) => id) as [string, string];
    const labels: GoalHandoutWish = { what: 'labels', sheet: 'L7160', from: 20, date, pupils: [one], names: false };
    expect((await ended(() => call('handouts.printGoals', labels))).problem?.message).toContain('Nobody has a goal yet');

    const goal = (await call('goals.suggest', { pupil: one, date }))[0]!.goal;
    await call('goals.choose', { pupil: one, date, goal, origin: 'bank', why: '', second: false, confirmed: false });
    expect(await made(() => call('handouts.printGoals', labels))).toEqual({ sheets: 1, start: '%PDF-' });
    expect((await call('handouts.goalsPrinted', {})).pupils).toEqual([{ pupil: one, goal, goalVersion: 1, date }]);
    expect(await made(() => call('handouts.printGoals', { what: 'kete', sheetSize: 'A4', pupils: [one, other] }))).toEqual({ sheets: 2, start: '%PDF-' });
    expect((await call('handouts.goalsPrinted', {})).names).toBe(false);
  });

  test('class papers: answer sheets for everyone, and whose has not come in', async () => {
    const { wall, task } = wallNow();
    const { pupils } = await call('class.list', {});
    expect(await call('handouts.sheetsOut', { task })).toEqual({ printed: 0, missing: [] });
    const sheets = { what: 'answer-sheets' as const, wall, sheetSize: 'A4' as const, lineHeight: 12 };
    expect(await made(() => call('handouts.printForTask', { ...sheets, anonymous: 5 }))).toEqual({ sheets: 5, start: '%PDF-' });
    expect((await call('handouts.sheetsOut', { task })).printed).toBe(0);
    expect((await made(() => call('handouts.printForTask', { ...sheets, anonymous: null }))).sheets).toBe(pupils.length);
    const came = (await call('papers.list', { task })).flatMap(({ pupil }) => pupil ?? []);
    expect(await call('handouts.sheetsOut', { task })).toEqual({
      printed: pupils.length,
      missing: pupils.map(({ id }) => id).filter((id) => !came.includes(id)),
    });
    expect((await made(() => call('handouts.printForTask', { what: 'slips', wall, sheetSize: 'Letter', withNext: true }))).sheets).toBe(
      Math.ceil(pupils.length / 4),
    );
    expect((await made(() => call('handouts.printForTask', { what: 'labels', wall, sheet: '5160', from: 1, blank: true, count: 31 }))).sheets).toBe(2);
  });
}
