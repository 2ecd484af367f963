import { Day } from '../kernel/days.ts';
import { Id } from '../kernel/id.ts';
import { Context, Origin, OutcomeName, Says } from './evidenceLog.ts';
import { Code } from './goal.ts';
import { z } from 'zod';

const Outcome = z.object({ id: z.string(), goal: Code, date: Day, outcome: OutcomeName, context: Context }).readonly();

/** Where a pupil stands (`Standing` of core/goals). The newest goal comes last; the kete only loses what was put there by mistake. */
export const PupilGoals = z
  .object({
    pupil: Id,
    active: z
      .array(
        z
          .object({
            goal: Code,
            goalVersion: z.int(),
            since: Day,
            origin: Origin,
            why: z.string(),
            lookingAfter: z.boolean(),
            outcomes: z.array(Outcome).readonly(),
            says: Says.nullable(),
          })
          .readonly(),
      )
      .readonly(),
    resting: z.array(Code).readonly(),
    kete: z
      .array(
        z
          .object({ goal: Code, goalVersion: z.int(), date: Day, because: z.enum(['three-times', 'teacher-says']), contexts: z.array(Context).readonly() })
          .readonly(),
      )
      .readonly(),
    seen: z.array(Day).readonly(),
    talks: z.int().min(0),
  })
  .readonly();

export type PupilGoals = z.infer<typeof PupilGoals>;

/** What was written down just now (`entry` takes it back), and where the pupil stands after it. */
export const Told = z.object({ entry: z.string(), state: PupilGoals });

export type Told = z.infer<typeof Told>;
