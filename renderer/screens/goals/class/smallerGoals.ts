import { goalsInUse } from '../../../../core/goals/bank.ts';
import type { PupilState } from '../../../../core/goals/evidence.ts';
import type { Bank, Goal } from '../../../../core/goals/goal.ts';
import { splitHints } from '../../../../core/goals/sizeCheck.ts';

const MOST_STEPS = 4;

/** Goals of the bank that come before this one: what it builds on, and earlier ones of its skill, the nearest first. */
export function stepsBefore(bank: Bank, goal: Goal, { kete }: Pick<PupilState, 'kete'>): Goal[] {
  const mastered = new Set(kete.map((kept) => kept.goal));
  const open = goalsInUse(bank).filter(({ code }) => code !== goal.code && !mastered.has(code));
  const needed = open.filter(({ code }) => goal.prerequisites.includes(code));
  const earlier = open.filter((one) => one.skillSet === goal.skillSet && one.order < goal.order && !needed.includes(one));
  return [...needed, ...earlier.sort((a, b) => b.order - a.order)].slice(0, MOST_STEPS);
}

/** The same goal for less of the page, as a draft of the bank's with the same picture; each with the words for it. */
export function smallerDrafts(bank: Bank, goal: Goal): Goal[] {
  const taken = new Set(bank.goals.map(({ code }) => code));
  const base = `${goal.code.slice(0, 34)}-s`;
  let number = 1;
  return splitHints(goal.pupilText).map((pupilText) => {
    while (taken.has(`${base}${number}`)) number += 1;
    const code = `${base}${number}`;
    taken.add(code);
    return {
      ...goal,
      code,
      version: 1,
      status: 'draft',
      pupilText: pupilText.slice(0, 160),
      order: Math.max(0, goal.order - 1),
      prerequisites: [],
      replacedBy: null,
    };
  });
}
