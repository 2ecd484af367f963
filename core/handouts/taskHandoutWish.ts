import { Id } from '../kernel/id.ts';
import { labelSheetNames } from './labels.ts';
import { z } from 'zod';

const on = { wall: Id, sheetSize: z.enum(['A4', 'Letter']) };

/** A handout that a class needs for the task of a wall, as it shall be printed. */
export const TaskHandoutWish = z.discriminatedUnion('what', [
  /** `lineHeight` in mm. `anonymous`: so many sheets with numbers; null: one with a code for each pupil. */
  z.object({ what: z.literal('answer-sheets'), ...on, lineHeight: z.number().min(6).max(40), anonymous: z.int().min(1).max(200).nullable() }),
  /** `withNext`: where a pupil's place on the chart is known, what the next level asks stands under "grow". */
  z.object({ what: z.literal('slips'), ...on, withNext: z.boolean() }),
  z.object({ what: z.literal('mini-chart'), ...on, grey: z.boolean() }),
  /** `from`: the label to begin at, from 1. Blank ones have lines to write on, so many of them. */
  z.object({
    what: z.literal('labels'),
    wall: Id,
    sheet: z.enum(labelSheetNames),
    from: z.int().min(1).max(100),
    blank: z.boolean(),
    count: z.int().min(1).max(400),
  }),
]);

export type TaskHandoutWish = z.infer<typeof TaskHandoutWish>;
