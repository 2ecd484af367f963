import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inBrief, pupilState } from '../../core/goals/evidence.ts';
import type { TeachingGroup } from '../../core/lessons/teachingGroup.ts';
import { CIRCLE_ROLES, seatedAt, tableBeside } from '../../renderer/screens/lessons/groups/groupMoves.ts';

const table = (id: string, members: readonly string[], kind: TeachingGroup['kind'] = 'need'): TeachingGroup => ({
  id,
  date: '2026-03-02',
  kind,
  goal: 'SE4',
  skillSet: null,
  why: '',
  members: members.map((pupil) => ({ pupil, role: null, came: true })),
  outcome: '',
  taughtOn: null,
});
const seatsOf = (groups: readonly TeachingGroup[]): string[][] => groups.map(({ members }) => members.map(({ pupil }) => pupil));

test('whoever sits down sits at that table and no other; everybody else stays', () => {
  const names = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 4 }), fc.nat(), fc.option(fc.nat(), { nil: null }), (pupils, count, who, where) => {
      const groups = Array.from({ length: count }, (_, index) =>
        table(
          `t${index}`,
          pupils.filter((_pupil, at) => at % count === index),
        ),
      );
      const pupil = pupils[who % pupils.length]!;
      const to = where === null ? null : `t${where % count}`;
      const after = seatedAt(groups, pupil, to, undefined);
      expect(after.filter(({ members }) => members.some((member) => member.pupil === pupil)).map(({ id }) => id)).toEqual(to === null ? [] : [to]);
      expect(seatsOf(after).map((seats) => seats.filter((one) => one !== pupil))).toEqual(seatsOf(groups).map((seats) => seats.filter((one) => one !== pupil)));
    }),
  );
});

test('in a circle whoever comes gets the first job that nobody has; in a pair the side that fits', () => {
  const circle = CIRCLE_ROLES.reduce((groups, role) => seatedAt(groups, role, 'c', undefined), [table('c', [], 'circle')]);
  expect(circle[0]?.members.map(({ pupil, role }) => [pupil, role])).toEqual(CIRCLE_ROLES.map((role) => [role, role]));
  const kete = [{ goal: 'SE4', goalVersion: 1, date: '2026-03-01', because: 'teacher-says' as const, contexts: [] }];
  const [pair] = seatedAt([table('p', [], 'pair')], 'fern', 'p', { ...inBrief(pupilState([], 'fern')), kete });
  expect(pair?.members).toEqual([{ pupil: 'fern', role: 'has-it', came: true }]);
});

test('the arrow keys go round the tables that are still open', () => {
  const groups = [table('a', []), { ...table('b', []), taughtOn: '2026-03-02' }, table('c', [])];
  expect([tableBeside(groups, null, 1), tableBeside(groups, null, -1), tableBeside(groups, 'a', 1), tableBeside(groups, 'c', 1)]).toEqual(['a', 'c', 'c', 'a']);
  expect(tableBeside([], null, 1)).toBe(null);
});
