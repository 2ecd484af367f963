import type { Goal } from '../../../../../core/goals/goal.ts';
import { canonicalText } from '../../../../../core/kernel/versions.ts';

/** The parts of a goal that people change, in the order they are read in. */
const fields = [
  'pupilText',
  'sayIt',
  'lens',
  'symbol',
  'skillSet',
  'yearFrom',
  'yearTo',
  'lookFor',
  'model',
  'adapt',
  'prerequisites',
  'refs',
  'status',
  'replacedBy',
  'order',
] as const;
export type GoalField = (typeof fields)[number];

export interface GoalChange {
  readonly field: GoalField;
  readonly before: string;
  readonly after: string;
}

/** What is otherwise in the later version of a goal, in words. */
export function goalChanges(before: Goal, after: Goal): GoalChange[] {
  return fields
    .filter((field) => canonicalText(before[field]) !== canonicalText(after[field]))
    .map((field) => ({ field, before: said(before, field), after: said(after, field) }));
}

/** The same wording, whatever its version. */
export const isSame = (a: Goal, b: Goal): boolean => canonicalText({ ...a, version: 0 }) === canonicalText({ ...b, version: 0 });

function said(goal: Goal, field: GoalField): string {
  if (field === 'refs') return goal.refs.map(({ document, place }) => [document, place].filter(Boolean).join(', ')).join('; ');
  if (field === 'prerequisites') return goal.prerequisites.join(', ');
  return String(goal[field] ?? '');
}
