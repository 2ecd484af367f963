import { goalsInUse } from '../../core/goals/bank.ts';
import type { Goal } from '../../core/goals/goal.ts';
import { newestByCode } from '../../core/kernel/versions.ts';
import type { ClassOnHandout } from '../../core/handouts/classFacts.ts';
import { starterBank } from './starterBank.ts';

export const bankGoals = goalsInUse(starterBank);

/** A made-up class in which pupil `i` works on goal `i` and has the `i` goals before it in the kete; `words` stands in for every goal's own. */
export function classOfWriters(
  names: readonly (string | null)[],
  { goals = bankGoals, words }: { goals?: readonly Goal[]; words?: string } = {},
): ClassOnHandout {
  const worded = words === undefined ? goals : goals.map((goal) => ({ ...goal, pupilText: words, sayIt: words, lookFor: words }));
  const states = names.map((_, index) => ({
    pupil: `p${index}`,
    active: [
      {
        goal: worded[index % worded.length]!.code,
        goalVersion: 1,
        since: '2026-03-02',
        origin: 'bank' as const,
        why: '',
        lookingAfter: false,
        outcomes: [],
        says: null,
      },
    ],
    kete: worded
      .slice(0, index)
      .map(({ code }) => ({ goal: code, goalVersion: 1, date: '2026-03-02', because: 'teacher-says' as const, contexts: ['writing', 'inquiry'] as const })),
  }));
  return {
    pupils: names.map((name, index) => ({ id: `p${index}`, code: `fern ${index}`, name })),
    states: new Map(states.map((state) => [state.pupil, state])),
    goals: new Map(worded.map((goal) => [goal.code, goal])),
    symbols: newestByCode(starterBank.symbols),
  };
}
