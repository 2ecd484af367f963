import type { Outcome } from '../../core/goals/evidence.ts';
import type { PupilGoals } from '../../core/goals/pupilGoals.ts';
import type { InStory } from '../../core/goals/story.ts';

/** Where a pupil stands with all that holds of the story: every outcome and every day, oldest first. */
export function pupilRecord(
  { talks: _, ...state }: PupilGoals,
  story: readonly InStory[],
): Omit<PupilGoals, 'talks'> & { readonly outcomes: readonly Outcome[] } {
  const talks = story.flatMap(({ happened, takenBack }) => (happened.kind === 'conference' && takenBack === null ? [happened] : []));
  return {
    ...state,
    seen: talks.map(({ date }) => date),
    outcomes: talks.flatMap(({ id, goal, date, outcome, context }) => (goal === null || outcome === null ? [] : [{ id, goal, date, outcome, context }])),
  };
}
