import { Day } from '../kernel/days.ts';
import { Id } from '../kernel/id.ts';
import { Code } from './goal.ts';
import { z } from 'zod';

export const SuggestedGoal = z.object({ goal: Code, reasons: z.array(z.object({ kind: z.string(), text: z.string() })) });

export type SuggestedGoal = z.infer<typeof SuggestedGoal>;

/** Where a piece of writing fell: `place` counts the chart's levels from 0; a half lies between two. */
export const Placement = z.object({
  id: Id,
  pupil: Id,
  place: z.number().min(-0.5).max(9.5).multipleOf(0.5),
  by: z.enum(['teacher', 'pupil', 'peer']),
  date: Day,
});

export type Placement = z.infer<typeof Placement>;

/** Where a pupil's writing fell on one wall's chart at first and falls now; `labels` are those of its levels, lowest first. */
export const PupilOnChart = z.object({ wall: Id, title: z.string(), labels: z.array(z.string()), first: Placement.shape.place, now: Placement.shape.place });

export type PupilOnChart = z.infer<typeof PupilOnChart>;

/** What the next level asks of a pupil, and the goals it leads to; `tied`: the team tied them, else they are proposed by their words. */
export const NextLevel = z.object({
  /** Null at the top of the chart. */
  level: z.object({ id: z.string(), label: z.string(), name: z.string() }).nullable(),
  qualifiers: z.array(z.object({ id: z.string(), text: z.string(), tied: z.boolean(), goals: z.array(SuggestedGoal) })),
});

export type NextLevel = z.infer<typeof NextLevel>;
