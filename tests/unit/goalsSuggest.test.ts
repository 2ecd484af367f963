import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goalsNow, inYear } from '../../core/goals/bank.ts';
import { goalsForQualifier, nearGoals, proposedQualifiers } from '../../core/goals/bridge.ts';
import type { Outcome, PupilState } from '../../core/goals/evidence.ts';
import { pupilState } from '../../core/goals/evidence.ts';
import type { Goal } from '../../core/goals/goal.ts';
import type { Group, Member } from '../../core/lessons/groups.ts';
import { circles, needGroups, pairs } from '../../core/lessons/groups.ts';
import type { Writer } from '../../core/goals/suggest.ts';
import { suggestGoals, unmet } from '../../core/goals/suggest.ts';
import { starterBank } from '../support/starterBank.ts';

const goals = goalsNow(starterBank);
const goal = (code: string): Goal => goals.find((one) => one.code === code)!;
const inKete = (code: string): PupilState['kete'][number] => ({
  goal: code,
  goalVersion: 1,
  date: '2025-03-03',
  because: 'three-times',
  contexts: ['writing'],
});
const working = (code: string, outcomes: readonly Outcome[] = []): PupilState['active'][number] => ({
  goal: code,
  goalVersion: 1,
  since: '2025-03-03',
  origin: 'bank',
  why: '',
  lookingAfter: false,
  outcomes,
  says: null,
});
const state = (pupil: string, kete: readonly string[], active: readonly string[] = []): PupilState => ({
  ...pupilState([], pupil),
  kete: kete.map(inKete),
  active: active.map((code) => working(code)),
});
const writer = (year: number, kete: readonly string[], more: Partial<Writer> = {}): Writer => ({
  goals,
  year,
  state: state('fern', kete),
  today: '2025-04-08',
  next: [],
  ...more,
});
const codes = (from: Writer, most?: number): string[] => suggestGoals(from, most).map((one) => one.goal.code);

describe('suggestions for the next goal', () => {
  test('are open to this writer, fit in some way, and each says why', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.uniqueArray(fc.constantFrom(...goals.map(({ code }) => code)), { maxLength: 40 }),
        fc.constantFrom(...goals.map(({ code }) => code)),
        (year, kete, active) => {
          const asked = writer(year, kete, { state: state('fern', kete, kete.includes(active) ? [] : [active]) });
          const suggestions = suggestGoals(asked);
          expect(suggestGoals({ ...asked, state: { ...asked.state, kete: asked.state.kete.toReversed() } })).toEqual(suggestions);
          expect(suggestions.length).toBeLessThanOrEqual(5);
          for (const { goal: one, reasons } of suggestions) {
            expect(kete).not.toContain(one.code);
            expect(one.code === active && !kete.includes(active)).toBe(false);
            expect(unmet(asked, one)).toEqual([]);
            expect(reasons.length).toBeGreaterThan(0);
            for (const { text } of reasons) expect(text).toMatch(/^[A-Z].*\.$/);
          }
        },
      ),
    );
  });

  test('exist for every year with an empty kete, within that year', () => {
    for (const year of [0, 1, 2, 3, 4, 5, 6]) {
      const suggestions = suggestGoals(writer(year, []));
      expect(suggestions.length).toBe(5);
      for (const { goal: one } of suggestions) expect(inYear(one, year)).toBe(true);
    }
  });

  test('put transcription first in years 0 to 3 and not after, as a default that the chart outweighs', () => {
    for (const year of [0, 1, 2, 3]) expect(suggestGoals(writer(year, [])).every(({ goal: one }) => one.family === 'transcription')).toBe(true);
    for (const year of [4, 5, 6])
      expect(suggestGoals(writer(year, [])).some(({ reasons }) => reasons.some(({ kind }) => kind === 'transcription-first'))).toBe(false);
    const next = [{ text: 'Gives one reason', skillSets: [], goals: ['SE4'] }];
    expect(codes(writer(2, ['PU2', 'SE2', 'SE3'], { next }))[0]).toBe('SE4');
  });

  test('go on from what is in the kete', () => {
    const [first] = suggestGoals(writer(1, ['HW3', 'HW1', 'HW9', 'HW10', 'HW2']));
    expect(first?.goal.skillSet).toBe('HW');
    expect(first?.reasons.map(({ kind }) => kind)).toContain('next-in-order');
  });

  test('lead towards a goal of the chart that is still too far, one step at a time', () => {
    const next = [{ text: 'Links its paragraphs', skillSets: [], goals: ['ST3'] }];
    const far = writer(4, [], { next });
    expect(codes(far)).not.toContain('ST3');
    const step = suggestGoals(far).find(({ reasons }) => reasons.some(({ kind }) => kind === 'towards'));
    expect(step?.goal.code).toBe('ST7');
    expect(codes(writer(4, ['ST7', 'ST2'], { next }))[0]).toBe('ST3');
  });

  test('offer a smaller step when five tries had no success', () => {
    const tries = Array.from({ length: 5 }, (_, index): Outcome => ({
      id: `t${index}`,
      goal: 'HW4',
      date: `2025-04-0${index + 1}`,
      outcome: 'tried',
      context: 'writing',
    }));
    const stuck = { ...state('fern', []), active: [working('HW4', tries)], outcomes: tries };
    const [first] = suggestGoals(writer(1, [], { state: stuck }));
    expect(first?.reasons.map(({ kind }) => kind)).toContain('smaller-step');
    expect(goal('HW4').order).toBeGreaterThan(first!.goal.order);
    expect(first?.goal.skillSet).toBe('HW');
  });

  test('let a goal rest that was tried lately, and offer it again later', () => {
    const [best] = suggestGoals(writer(4, []));
    const tried = (date: string): Writer =>
      writer(4, [], { state: { ...state('fern', []), outcomes: [{ id: 't', goal: best!.goal.code, date, outcome: 'tried', context: 'writing' }] } });
    expect(codes(tried('2025-04-01'))).not.toContain(best!.goal.code);
    expect(codes(tried('2025-02-01'))[0]).toBe(best!.goal.code);
  });

  test('a goal made one with another counts as mastered under its new code', () => {
    const joined = goals.map((one) => (one.code === 'HW1' ? { ...one, status: 'retired' as const, replacedBy: 'HW2' } : one));
    const after = (kete: readonly string[]): string[] =>
      codes(writer(1, kete, { goals: joined, next: [{ text: 'Letters sit', skillSets: [], goals: ['HW1', 'HW4'] }] }));
    expect(after([])).toContain('HW2');
    expect(after([])).not.toContain('HW4');
    expect(after(['HW1'])).not.toContain('HW2');
    expect(after(['HW1'])).toContain('HW4');
  });

  test('drafts and retired goals are never suggested', () => {
    const drafts = goals.map((one) => ({ ...one, status: 'draft' as const }));
    expect(suggestGoals(writer(2, [], { goals: drafts }))).toEqual([]);
  });
});

describe('from the chart to a goal, and back', () => {
  const chart = (
    JSON.parse(readFileSync(new URL('../../assets/sample/class.json', import.meta.url), 'utf8')) as {
      levels: { qualifiers: { text: string; kind: string }[] }[];
    }
  ).levels;
  const added = chart.slice(1).flatMap(({ qualifiers }) => qualifiers.filter(({ kind }) => kind === 'new'));

  test('at least nine in ten of what the sample chart’s next levels add lead to a fitting goal', () => {
    const fitting = added.filter(({ text }) => {
      const tied = nearGoals(text, goals).map(({ code }) => code);
      return goalsForQualifier(writer(4, []), { text, skillSets: [], goals: tied }).length > 0;
    });
    expect(added.length).toBeGreaterThan(4);
    expect(fitting.length / added.length).toBeGreaterThanOrEqual(0.9);
  });

  test('words find the goals a teacher would name', () => {
    expect(nearGoals('Uses because', goals)[0]?.code).toBe('SE4');
    expect(nearGoals('Joins ideas with and, but or so', goals)[0]?.code).toBe('SE3');
    expect(nearGoals('Has full stops', goals).map(({ code }) => code)).toContain('PU2');
    expect(nearGoals('xyzzy', goals)).toEqual([]);
  });

  test('a goal that many share is proposed for the chart, without saying who', () => {
    const states = ['a', 'b', 'c', 'd', 'e'].map((pupil) => state(pupil, [], [pupil === 'e' ? 'HW1' : 'SE4']));
    expect(proposedQualifiers(states, goals)).toEqual([{ goal: 'SE4', text: goal('SE4').pupilText, pupils: 4 }]);
  });
});

const someMember: fc.Arbitrary<Member> = fc.record({
  state: fc
    .record({
      kete: fc.uniqueArray(fc.constantFrom('HW1', 'HW2', 'PU2', 'SE2'), { maxLength: 3 }),
      active: fc.constantFrom('HW1', 'HW2', 'HW4', 'PU2', 'SE4', null),
    })
    .map(({ kete, active }) =>
      state(
        '',
        kete.filter((code) => code !== active),
        active === null ? [] : [active],
      ),
    ),
  lastGroup: fc.constantFrom(null, '2025-04-04', '2025-04-07'),
});
const someClass = fc
  .array(someMember, { maxLength: 30 })
  .map((members) => members.map((member, index) => ({ ...member, state: { ...member.state, pupil: `pupil-${index}` } })));

describe('groups', () => {
  const names = (groups: readonly Group[]): string[] => groups.flatMap(({ members }) => members.map(({ pupil }) => pupil));

  test('are within the size limit, put nobody in two, and leave out who had one on the last lesson day', () => {
    fc.assert(
      fc.property(someClass, fc.integer({ min: 2, max: 6 }), fc.integer({ min: 0, max: 9 }), (members, limit, turn) => {
        const rules = { limit, lastLesson: '2025-04-07' };
        const rested = members.filter(({ lastGroup }) => lastGroup === '2025-04-07').map((member) => member.state.pupil);
        for (const groups of [needGroups(members, goals, rules), pairs(members, goals, rules), circles(members, rules, turn)]) {
          expect(new Set(names(groups)).size).toBe(names(groups).length);
          for (const { members: inside, why } of groups) {
            expect(inside.length).toBeGreaterThanOrEqual(2);
            expect(inside.length).toBeLessThanOrEqual(limit);
            expect(why).not.toBe('');
          }
          expect(names(groups).filter((pupil) => rested.includes(pupil))).toEqual([]);
        }
        expect(needGroups(members.toReversed(), goals, rules)).toEqual(needGroups(members, goals, rules));
      }),
    );
  });

  test('a workshop shares its goal, a pair has one who has it and one who works on it, a circle has different roles', () => {
    fc.assert(
      fc.property(someClass, (members) => {
        const rules = { limit: 4, lastLesson: null };
        const of = (pupil: string) => members.find((member) => member.state.pupil === pupil)!.state;
        for (const { goal: shared, skillSet, members: inside } of needGroups(members, goals, rules)) {
          for (const { pupil } of inside) {
            const active = of(pupil).active.at(-1)!.goal;
            expect(shared === null ? goal(active).skillSet : active).toBe(shared ?? skillSet);
          }
        }
        for (const { goal: shared, members: inside } of pairs(members, goals, rules)) {
          expect(of(inside[0]!.pupil).kete.map((kept) => kept.goal)).toContain(shared);
          expect(of(inside[1]!.pupil).active.map((active) => active.goal)).toContain(shared);
        }
        for (const { members: inside } of circles(members, rules, 0)) {
          expect(new Set(inside.map(({ role }) => role)).size).toBe(inside.length);
          expect(inside.map(({ role }) => role)).toContain('writer');
        }
      }),
    );
  });

  test('everyone with a partner in sight gets one where choosing badly would leave someone alone', () => {
    const members = [state('a', ['HW1']), state('b', ['HW1', 'PU2']), state('c', [], ['HW1']), state('d', [], ['PU2'])].map((one) => ({
      state: one,
      lastGroup: null,
    }));
    expect(names(pairs(members, goals, { limit: 2, lastLesson: null })).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('roles go round', () => {
    const members = ['a', 'b', 'c'].map((pupil) => ({ state: state(pupil, []), lastGroup: null }));
    const roles = [0, 1, 2].map((turn) => circles(members, { limit: 4, lastLesson: null }, turn)[0]!.members.find(({ pupil }) => pupil === 'a')!.role);
    expect(new Set(roles).size).toBe(3);
  });
});
