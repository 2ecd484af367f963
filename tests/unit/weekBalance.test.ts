import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Family } from '../../core/goals/goal.ts';
import { LessonKind, LoftyKind, type Lesson } from '../../core/lessons/lesson.ts';
import { weekBalance } from '../../core/lessons/weekBalance.ts';

/** In these tests a goal is called by its family. */
const familyOf = (goal: string): Family | null => Family.safeParse(goal).data ?? null;
const lesson = fc.record({
  id: fc.uuid(),
  date: fc.constant('2026-03-02'),
  space: fc.constant(''),
  kind: fc.constantFrom(...LessonKind.options),
  title: fc.constant(''),
  intention: fc.constant(''),
  lofty: fc.array(fc.record({ kind: fc.constantFrom(...LoftyKind.options), text: fc.constant('a') }), { maxLength: 4 }),
  model: fc.array(fc.record({ goal: fc.constantFrom<string>(...Family.options, 'unknown'), done: fc.boolean() }), { maxLength: 3 }),
});
const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, count) => all + count, 0);

test('every lesson, big idea and known step is counted once, whatever the order of the week', () => {
  fc.assert(
    fc.property(fc.array(lesson, { maxLength: 12 }), (week: Lesson[]) => {
      const balance = weekBalance(week, familyOf);
      expect(sum(balance.kinds)).toBe(week.length);
      expect(sum(balance.lofty)).toBe(week.flatMap(({ lofty }) => lofty).length);
      expect(sum(balance.families)).toBe(week.flatMap(({ model }) => model).filter(({ goal }) => goal !== 'unknown').length);
      expect(weekBalance(week.toReversed(), familyOf)).toEqual(balance);
    }),
  );
});

test('a gentle word comes only from three of one kind on, and names the family that the week is all of', () => {
  fc.assert(
    fc.property(fc.array(lesson, { maxLength: 12 }), (week: Lesson[]) => {
      const steps = week.flatMap(({ model }) => model.flatMap(({ goal }) => familyOf(goal) ?? []));
      const allOfOne = steps.length >= 3 && steps.every((family) => family === steps[0]);
      const { gently } = weekBalance(week, familyOf);
      expect(gently.filter(({ kind }) => kind === 'one-family')).toEqual(allOfOne ? [{ kind: 'one-family', family: steps[0] }] : []);
      expect(gently.some(({ kind }) => kind === 'one-lesson-kind')).toBe(week.length >= 3 && new Set(week.map(({ kind }) => kind)).size === 1);
      expect(gently.some(({ kind }) => kind === 'no-lofty-goal')).toBe(week.length >= 3 && week.every(({ lofty }) => lofty.length === 0));
    }),
  );
});
