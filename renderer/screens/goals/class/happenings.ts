import type { PupilState } from '../../../../core/goals/evidence.ts';
import type { Context, OutcomeName } from '../../../../core/goals/evidenceLog.ts';

/** One thing that happened with a child's goals. */
export type Happening = { readonly goal: string; readonly date: string } & (
  | { readonly kind: 'outcome'; readonly id: string; readonly outcome: OutcomeName; readonly context: Context }
  | { readonly kind: 'kete' }
  | { readonly kind: 'begun' }
);

/** What happened, by day, the newest first; within a day a goal is chosen, then tried, then it goes into the kete. */
export function happeningsByDay({ outcomes, kete, active }: PupilState): { date: string; happenings: Happening[] }[] {
  const all: Happening[] = [
    ...kete.map(({ goal, date }) => ({ kind: 'kete' as const, goal, date })).toReversed(),
    ...outcomes.map(({ id, goal, date, outcome, context }) => ({ kind: 'outcome' as const, id, goal, date, outcome, context })).toReversed(),
    ...active.map(({ goal, since }) => ({ kind: 'begun' as const, goal, date: since })).toReversed(),
  ];
  return [...Map.groupBy(all, ({ date }) => date)].map(([date, happenings]) => ({ date, happenings })).sort((a, b) => (a.date < b.date ? 1 : -1));
}
