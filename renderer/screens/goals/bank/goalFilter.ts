import type { Family, Goal, Lens, SkillSet } from '../../../../core/goals/goal.ts';
import { goalHasWords } from '../findWords.ts';

/** What of the bank is looked for; empty words and `all` leave nothing out. */
export interface GoalFilter {
  readonly words: string;
  readonly lens: Lens | 'all';
  readonly family: Family | 'all';
  readonly status: 'in-use' | 'draft' | 'agreed' | 'retired';
}

export const everything: GoalFilter = { words: '', lens: 'all', family: 'all', status: 'in-use' };

export const isFiltered = (filter: GoalFilter): boolean =>
  filter.words.trim() !== '' || filter.lens !== 'all' || filter.family !== 'all' || filter.status !== 'in-use';

/** Every word must stand somewhere in the goal, its code or the name of its skill set, with or without macrons. */
export function fits(goal: Goal, filter: GoalFilter, sets: readonly SkillSet[]): boolean {
  if (filter.lens !== 'all' && goal.lens !== filter.lens) return false;
  if (filter.family !== 'all' && goal.family !== filter.family) return false;
  if (filter.status === 'in-use' ? goal.status === 'retired' : goal.status !== filter.status) return false;
  return goalHasWords(goal, 'whole', sets.find(({ code }) => code === goal.skillSet)?.name ?? '', filter.words);
}
