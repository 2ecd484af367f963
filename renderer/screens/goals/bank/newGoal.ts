import type { Goal, SkillSet } from '../../../../core/goals/goal.ts';
import { newCode } from './newCode.ts';

/** An empty draft, last in its skill set. */
export function newGoal(set: Pick<SkillSet, 'code' | 'family'>, yearFrom: number, yearTo: number, goals: Iterable<Goal>): Goal {
  const orders = [...goals].filter(({ skillSet }) => skillSet === set.code).map(({ order }) => order);
  return {
    code: newCode(set.code),
    version: 1,
    status: 'draft',
    family: set.family,
    skillSet: set.code,
    yearFrom,
    yearTo,
    order: Math.max(0, ...orders) + 10,
    pupilText: '',
    sayIt: '',
    lens: 'readable',
    symbol: null,
    lookFor: '',
    model: '',
    adapt: '',
    prerequisites: [],
    refs: [],
    replacedBy: null,
  };
}
