import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Api } from '../../core/contract/contract.ts';
import { goalsInUse } from '../../core/goals/bank.ts';
import { newestByCode } from '../../core/kernel/versions.ts';
import { offer, resultOf, type Window } from '../support/library.ts';

const NOTHING_NEW = { added: 0, notes: [], leftOut: 0 };

/** Every call of goals, placements and lessons, over whichever wire. */
export function goalCases(window: () => Pick<Window, 'api' | 'ask' | 'ended'>, wallNow: () => string): void {
  const call: Api['call'] = (name, input) => window().api.call(name, input);
  const date = '2026-03-02';
  const fetched = async (token: string): Promise<Uint8Array> => new Uint8Array(await (await window().ask(`/outgoing/${token}`)).arrayBuffer());
  const handIn = async (name: string, bytes: Uint8Array): Promise<string> => (await offer(window(), [[name, bytes]]))[0]!;

  test('the goal bank: read, added to, merged, out and in as a table and as a pack', async () => {
    const bank = await call('goals.bank', {});
    const [first, second] = goalsInUse(bank);
    const own = { ...first!, code: 'OWN1', pupilText: 'I put a hat on my title.', prerequisites: [], symbol: null };
    const saved = await call('goals.save', { kind: 'goal', item: own });
    expect(newestByCode(saved.goals).get('OWN1')).toMatchObject({ version: 1, pupilText: 'I put a hat on my title.' });
    const both = await call('goals.saveAll', [
      { kind: 'goal', item: { ...own, sayIt: 'A hat' } },
      { kind: 'skillSet', item: { ...bank.skillSets[0]!, name: 'Letters' } },
    ]);
    expect([newestByCode(both.goals).get('OWN1')?.version, newestByCode(both.skillSets).get(bank.skillSets[0]!.code)?.name]).toEqual([2, 'Letters']);
    const merged = await call('goals.merge', { from: 'OWN1', into: second!.code });
    expect(newestByCode(merged.goals).get('OWN1')).toMatchObject({ version: 3, status: 'retired', replacedBy: second!.code });

    const table = await fetched((await call('goals.csvOut', {})).token);
    expect(await resultOf(window(), await call('goals.csvIn', { file: await handIn('goals.csv', table) }))).toEqual(NOTHING_NEW);
    const pack = await fetched((await call('goals.packOut', { goals: null, looked: false })).token);
    expect(await resultOf(window(), await call('goals.packIn', { file: await handIn('a.stepwall-goals', pack) }))).toEqual(NOTHING_NEW);
    expect(await call('goals.bank', {})).toEqual(merged);
  });

  test('goals of a pupil: suggested, chosen, talked about, rested, mastered, taken back; the log goes out and in', async () => {
    const { pupils } = await call('class.add', { names: ['', ''] });
    const pupil = pupils.at(-1)!.id;
    await call('class.place', { pupils: [pupil], space: 'Rimu', year: 4 });
    const [best] = await call('goals.suggest', { pupil, date });
    expect(best?.reasons.length).toBeGreaterThan(0);
    const goal = best!.goal;
    const choice = { pupil, date, goal, origin: 'bank' as const, why: 'next in order', second: false, confirmed: false };
    expect((await call('goals.choose', choice)).state.active).toMatchObject([{ goal, origin: 'bank' }]);
    const talk = { pupil, date, goal, outcome: 'by-myself' as const, context: 'writing' as const, fixedTogether: true };
    const told = await call('goals.confer', { ...talk, praise: ['content'], says: 'yes', seconds: 28, supersedes: null });
    expect(told.state).toMatchObject({ seen: [date], talks: 1, active: [{ goal, outcomes: [{ goal, outcome: 'by-myself' }] }] });
    expect(await call('goals.story', { pupil })).toMatchObject([
      { happened: { kind: 'chose' } },
      { happened: { goal, outcome: 'by-myself' }, takenBack: null },
    ]);
    expect((await call('goals.takeBack', { pupil, date, entry: told.entry })).state).toMatchObject({ seen: [], talks: 0, active: [{ outcomes: [] }] });
    expect((await call('goals.rest', { pupil, date, goal, reason: 'paused' })).state).toMatchObject({ active: [], resting: [goal] });
    const mistake = await call('goals.master', { pupil, date, goal, because: 'teacher-says' });
    expect((await call('goals.unmaster', { pupil, date, entry: mistake.entry })).state.kete).toEqual([]);
    expect((await call('goals.story', { pupil })).at(-1)).toMatchObject({ happened: { kind: 'kete', goal }, takenBack: { date } });
    expect((await call('goals.master', { pupil, date, goal, because: 'teacher-says' })).state.kete).toMatchObject([{ goal }]);
    expect((await call('goals.class', {})).find((state) => state.pupil === pupil)).toMatchObject({ active: [], kete: [{ goal }] });

    const log = await fetched((await call('goals.logOut', { as: 'json' })).token);
    expect(await resultOf(window(), await call('goals.logIn', { file: await handIn('log.json', log) }))).toEqual(NOTHING_NEW);
  });

  test('placements: recorded, listed, asked for the next level, taken back; goals that many share', async () => {
    const wall = wallNow();
    const { pupils } = await call('class.list', {});
    const pupil = pupils.at(-1)!.id;
    const placed = await call('placements.record', { wall, pupil, place: 1.5, by: 'pupil', date });
    expect(await call('placements.list', { wall })).toEqual([placed]);
    expect(await call('placements.ofPupil', { pupil })).toMatchObject([{ wall, labels: ['0', '1', '2', '3', '4'], first: 1.5, now: 1.5 }]);
    expect((await call('placements.next', { wall, pupil, date })).level).toMatchObject({ label: '2' });
    expect(await call('placements.propose', { wall })).toEqual([]);
    await call('placements.takeBack', { placement: placed.id });
    expect(await call('placements.list', { wall })).toEqual([]);
  });

  test('lessons, groups and the team’s notes: kept, listed, removed', async () => {
    const days = { from: '2026-03-01', until: '2026-03-07' };
    const lesson = {
      id: randomUUID(),
      date,
      space: '',
      kind: 'modelled' as const,
      title: 'Bees',
      intention: 'We explain why.',
      lofty: [{ kind: 'purpose' as const, text: 'Move a reader' }],
    };
    await call('lessons.save', { ...lesson, model: [{ goal: 'SE4', done: false }] });
    expect(await call('lessons.list', days)).toEqual([{ ...lesson, model: [{ goal: 'SE4', done: false }] }]);
    await call('lessons.remove', { lesson: lesson.id });
    expect(await call('lessons.list', days)).toEqual([]);
    expect(await call('lessons.toModel', { space: '' })).toEqual([]);

    const [circle] = await call('groups.propose', { kind: 'circle', date, space: '', limit: 4, absent: [], turn: 0 });
    expect(circle!.members.length).toBeGreaterThanOrEqual(2);
    const taught = { ...circle!, taughtOn: date, outcome: 'They listened.' };
    await call('groups.save', taught);
    expect(await call('groups.list', days)).toEqual([taught]);
    expect((await call('groups.leftOut', { date: '2026-03-03', space: '' })).map(({ pupil }) => pupil)).toEqual(
      expect.arrayContaining(taught.members.map(({ pupil }) => pupil)),
    );
    await call('groups.remove', { group: taught.id });
    expect(await call('groups.list', days)).toEqual([]);

    const note = { id: randomUUID(), date, topic: 'Micro goals', text: 'Try labels.', checkInOn: '2026-03-16' };
    await call('team.save', note);
    expect(await call('team.notes', {})).toEqual([note]);
    expect(await call('team.summary', days)).toMatchObject({ mastered: [{ pupils: 1 }], stuck: [] });
    expect(await window().ended((await call('handouts.printTeam', { ...days, sheetSize: 'A4' })).job)).toMatchObject({
      state: 'done',
      result: { file: { name: 'How our writers are going.pdf' }, sheets: 1 },
    });
    await call('team.remove', { note: note.id });
    expect(await call('team.notes', {})).toEqual([]);
  });
}
