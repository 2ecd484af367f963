import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { newWall, openTestApp, tempPlace, type OpenedApp } from '../support/library.ts';

const imaging = createImaging(startHelperInNode, { secondsPerPage: 60 });
const place = tempPlace();
let app: OpenedApp;
let pupils: readonly string[];
beforeAll(async () => {
  app = openTestApp(place, imaging);
  pupils = (await app.api.call('class.add', { names: ['', '', '', '', ''] })).pupils.map(({ id }) => id);
});
afterAll(async () => {
  await app.close();
  await imaging.close();
  place.remove();
});

const MONDAY = '2026-03-02';
const TUESDAY = '2026-03-03';

test('who came to a group on the last lesson day is left out on the next, and comes in again where that is said', async () => {
  const wish = { kind: 'circle', space: '', limit: 4, absent: [], turn: 0 } as const;
  const propose = async (more: { date: string; absent?: string[]; putBack?: string[] }): Promise<string[]> =>
    (await app.api.call('groups.propose', { ...wish, absent: [], ...more })).flatMap(({ members }) => members.map(({ pupil }) => pupil)).toSorted();
  expect(await propose({ date: MONDAY })).toEqual([...pupils].toSorted());
  const [group] = await app.api.call('groups.propose', { ...wish, absent: pupils.slice(3), date: MONDAY });
  const members = group!.members.map((member) => ({ ...member, came: member.pupil !== pupils[0] }));
  await app.api.call('groups.save', { ...group!, members, taughtOn: MONDAY });
  expect(await app.api.call('groups.leftOut', { date: MONDAY, space: '' })).toEqual([]);
  const late = await app.api.call('groups.leftOut', { date: TUESDAY, space: '' });
  expect(late).toEqual([pupils[1]!, pupils[2]!].map((pupil) => ({ pupil, on: MONDAY })));
  expect(await propose({ date: TUESDAY })).toEqual([pupils[0]!, pupils[3]!, pupils[4]!].toSorted());
  expect(await propose({ date: TUESDAY, putBack: [pupils[1]!] })).toEqual([pupils[0]!, pupils[1]!, pupils[3]!, pupils[4]!].toSorted());
});

test('where all that the team tied to a qualifier is in the kete, goals of near words go on from there', async () => {
  const { wall } = await newWall(app);
  const { chart, history } = await app.api.call('walls.open', { wall });
  const qualifier = { id: crypto.randomUUID(), text: 'Joins ideas with because', kind: 'new' as const, goals: ['SE4'] };
  await app.api.call('charts.commit', {
    wall,
    base: history.revision,
    command: { name: 'add-qualifier', level: chart.levels[1]!.id, qualifier },
    coalesce: null,
  });
  const who = { pupil: pupils[3]!, date: MONDAY };
  await app.api.call('class.place', { pupils: [who.pupil], space: '', year: 4 });
  await app.api.call('placements.record', { wall, ...who, place: 0, by: 'teacher' });
  const asked = async (): Promise<string[]> => (await app.api.call('placements.next', { wall, ...who })).qualifiers[0]!.goals.map(({ goal }) => goal);
  expect(await asked()).toContain('SE4');
  await app.api.call('goals.master', { ...who, goal: 'SE4', because: 'teacher-says' });
  const after = await asked();
  expect(after.length).toBeGreaterThan(0);
  expect(after).not.toContain('SE4');
});
