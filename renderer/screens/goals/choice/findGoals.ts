import { goalsInUse, inYear, setsInUse } from '../../../../core/goals/bank.ts';
import type { Bank, Goal } from '../../../../core/goals/goal.ts';
import { goalHasWords } from '../findWords.ts';

export interface GoalSearch {
  readonly words: string;
  /** Empty: all. */
  readonly skillSet: string;
  readonly year: number | null;
}

/** The goals in which every word stands somewhere, in teaching order. Any goal is for any pupil. */
export function findGoals(bank: Bank, { words, skillSet, year }: GoalSearch): Goal[] {
  const names = new Map(setsInUse(bank).map(({ code, name, parent }) => [code, { name, parent }]));
  return goalsInUse(bank).filter((goal) => {
    const set = names.get(goal.skillSet);
    if (skillSet !== '' && goal.skillSet !== skillSet && set?.parent !== skillSet) return false;
    if (year !== null && !inYear(goal, year)) return false;
    return goalHasWords(goal, 'seen', set?.name ?? '', words);
  });
}
