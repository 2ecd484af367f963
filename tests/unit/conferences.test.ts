import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pupil } from '../../core/class/pupil.ts';
import { Entry } from '../../core/goals/evidenceLog.ts';
import type { PupilGoals } from '../../core/goals/pupilGoals.ts';
import { storyOf } from '../../core/goals/story.ts';
import { placings } from '../../renderer/screens/class/placings.ts';
import { findGoals } from '../../renderer/screens/goals/choice/findGoals.ts';
import { storyByDay } from '../../renderer/screens/goals/class/happenings.ts';
import { smallerDrafts, stepsBefore } from '../../renderer/screens/goals/class/smallerGoals.ts';
import {
  isBlank,
  BLANK,
  leftForLater,
  lessonOn,
  nextSays,
  secondsSince,
  setAway,
  waitingIn,
  weekOf,
  withDraft,
} from '../../renderer/screens/goals/confer/lesson.ts';
import { starterBank } from '../support/starterBank.ts';

const DAY = '2026-03-04';
const pupil = (id: string, space = ''): Pupil => ({ id, code: id, name: null, space, year: null });
const stateOf = (id: string, seen: readonly string[]): PupilGoals => ({ pupil: id, active: [], resting: [], kete: [], seen, talks: seen.length });
const states = (...list: readonly PupilGoals[]): ReadonlyMap<string, PupilGoals> => new Map(list.map((state) => [state.pupil, state]));

describe('the round through the class', () => {
  const pupils = [pupil('fern'), pupil('kauri', 'Rimu'), pupil('moss'), pupil('river')];
  const known = states(stateOf('fern', ['2026-03-03']), stateOf('kauri', []), stateOf('moss', ['2026-02-20']), stateOf('river', [DAY]));

  test('whoever was seen longest ago comes first; who was seen today is done', () => {
    expect(waitingIn(lessonOn(DAY), pupils, known, new Set())).toEqual(['kauri', 'moss', 'fern']);
  });
  test('one space only; who is away or being saved does not wait; who was left for later comes last', () => {
    expect(waitingIn({ ...lessonOn(DAY), space: 'Rimu' }, pupils, known, new Set())).toEqual(['kauri']);
    expect(waitingIn(setAway(lessonOn(DAY), 'kauri', true), pupils, known, new Set(['fern']))).toEqual(['moss']);
    expect(waitingIn(setAway(setAway(lessonOn(DAY), 'kauri', true), 'kauri', false), pupils, known, new Set())).toContain('kauri');
    expect(waitingIn(leftForLater(leftForLater(lessonOn(DAY), 'kauri'), 'moss'), pupils, known, new Set())).toEqual(['fern', 'kauri', 'moss']);
  });
  test('nobody waits twice and nobody is forgotten, whatever was left for later', () => {
    const ids = pupils.map(({ id }) => id);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ids)), fc.subarray(ids), (later, away) => {
        const lesson = [
          ...later.map((id) => (l: ReturnType<typeof lessonOn>) => leftForLater(l, id)),
          ...away.map((id) => (l: ReturnType<typeof lessonOn>) => setAway(l, id, true)),
        ].reduce((now, step) => step(now), lessonOn(DAY));
        const waiting = waitingIn(lesson, pupils, known, new Set());
        expect([...waiting].sort()).toEqual(['fern', 'kauri', 'moss'].filter((id) => !away.includes(id)));
      }),
    );
  });
  test('what was tapped is kept child by child', () => {
    const two = withDraft(withDraft(lessonOn(DAY), 'fern', { ...BLANK, outcome: 'tried' }), 'moss', { ...BLANK, fixedTogether: true });
    expect(Object.keys(withDraft(two, 'fern', null).drafts)).toEqual(['moss']);
    expect([isBlank(BLANK), isBlank({ ...BLANK, context: 'maths' }), isBlank({ ...BLANK, praise: ['content'] })]).toEqual([true, true, false]);
  });
  test('the week begins on Monday; S goes round; a talk left open has no length', () => {
    expect([weekOf('2026-03-04'), weekOf('2026-03-02'), weekOf('2026-03-08')].map(({ from }) => from)).toEqual(['2026-03-02', '2026-03-02', '2026-03-02']);
    expect([null, 'yes' as const, 'with-symbol' as const, 'not-yet' as const].map(nextSays)).toEqual(['yes', 'with-symbol', 'not-yet', null]);
    expect([secondsSince(0, 31_400), secondsSince(0, 3_600_000), secondsSince(5000, 0)]).toEqual([31, null, null]);
  });
});

describe('finding and shrinking goals', () => {
  test('every word has to be there, in any order; without words every goal is found', () => {
    expect(findGoals(starterBank, { words: 'GAP  finger', skillSet: '', year: null }).map(({ code }) => code)).toEqual(
      starterBank.goals.filter(({ pupilText }) => /finger gap/.test(pupilText)).map(({ code }) => code),
    );
    expect(findGoals(starterBank, { words: '', skillSet: '', year: null })).toHaveLength(starterBank.goals.length);
    expect(findGoals(starterBank, { words: 'finger gap', skillSet: '', year: 6 })).toEqual([]);
  });
  test('a smaller goal never has a code that is taken, and is small enough to be saved', () => {
    for (const goal of starterBank.goals) {
      const drafts = smallerDrafts(starterBank, goal);
      const codes = [...starterBank.goals, ...drafts].map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(drafts.every(({ status, symbol, pupilText }) => status === 'draft' && symbol === goal.symbol && pupilText !== goal.pupilText)).toBe(true);
    }
  });
  test('steps before a goal are what it builds on first, and never what is in the kete', () => {
    const goal = starterBank.goals.find(({ prerequisites }) => prerequisites.length > 0)!;
    const need = goal.prerequisites[0]!;
    expect(stepsBefore(starterBank, goal, { kete: [] })[0]?.code).toBe(need);
    const kept = { goal: need, goalVersion: 1, date: DAY, because: 'three-times' as const, contexts: [] };
    expect(stepsBefore(starterBank, goal, { kete: [kept] }).map(({ code }) => code)).not.toContain(need);
  });
});

test('what happened is told by day, the newest first', () => {
  const told = (id: string, date: string, clock: number) =>
    Entry.parse({
      ...{ id, date, clock, pupil: 'fern', kind: 'conference', goal: 'HW1', outcome: 'tried', context: 'writing' },
      ...{ fixedTogether: false, praise: [], says: null, seconds: null, supersedes: null },
    });
  const days = storyByDay(storyOf([told('a', '2026-03-02', 0), told('b', '2026-03-04', 1), told('c', '2026-03-04', 2)]));
  expect(days.map(({ date, happenings }) => [date, happenings.map(({ happened }) => happened.id)])).toEqual([
    ['2026-03-04', ['c', 'b']],
    ['2026-03-02', ['a']],
  ]);
});

describe('year and space for many', () => {
  const some = fc.record({ space: fc.constantFrom('', 'Rimu', 'Kōwhai'), year: fc.constantFrom(null, 1, 2) });
  test('what is set is set for all, and the rest stays as it was for each', () => {
    fc.assert(
      fc.property(fc.array(some, { minLength: 1 }), fc.constantFrom({}, { year: 4 }, { space: 'Moa' }, { year: null, space: '' }), (list, wish) => {
        const pupils = list.map((one, index) => ({ ...pupil(String(index)), ...one }));
        const made = placings(pupils, wish);
        expect(made.flatMap((one) => one.pupils).sort()).toEqual(pupils.map(({ id }) => id).sort());
        for (const { pupils: ids, space, year } of made)
          for (const id of ids) expect({ space, year }).toEqual({ space: list[Number(id)]!.space, year: list[Number(id)]!.year, ...wish });
      }),
    );
  });
});
