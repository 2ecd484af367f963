import { Code } from '../goals/goal.ts';
import { Day } from '../kernel/days.ts';
import { Id } from '../kernel/id.ts';
import { labelSheetNames } from './labels.ts';
import { bookNames } from './stickerCharts.ts';
import { z } from 'zod';

const desk = { sheetSize: z.enum(['A4', 'Letter']) };

const wall = { sheetSize: z.enum(['A4', 'A3', 'Letter', 'Tabloid']) };

const date = { date: Day };

/** Null for the whole class. */
const pupils = { pupils: z.array(Id).nullable() };

/** False: codes, whatever the class list has. */
const names = { names: z.boolean() };

/** A handout that micro goals need, as it shall be printed. */
export const GoalHandoutWish = z.discriminatedUnion('what', [
  /** `from`: the label to begin at, from 1, on a sheet that is begun already. */
  z.object({ what: z.literal('labels'), sheet: z.enum(labelSheetNames), from: z.int().min(1).max(100), ...date, ...pupils, ...names }),
  z.object({ what: z.literal('strips'), ...desk, ...date, ...pupils, ...names }),
  z.object({ what: z.literal('draw-list'), ...desk, ...date, ...pupils, ...names }),
  z.object({
    what: z.literal('sticker-charts'),
    ...desk,
    ...pupils,
    book: z.enum(bookNames),
    perSheet: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    boxes: z.int().min(3).max(40),
  }),
  z.object({ what: z.literal('kete'), ...desk, ...pupils }),
  /** Null for all skill sets, or all years. */
  z.object({ what: z.literal('legend'), ...wall, skillSets: z.array(Code).min(1).nullable(), years: z.array(z.int().min(0).max(13)).min(1).nullable() }),
  z.object({ what: z.literal('sentence-card'), ...wall, card: Code }),
  z.object({ what: z.literal('conference-list'), ...desk, ...date, ...pupils, ...names }),
  z.object({ what: z.literal('observation'), ...desk, ...date, goal: Code.nullable() }),
]);

export type GoalHandoutWish = z.infer<typeof GoalHandoutWish>;

/** What was made ready for pupils' next page last, and whether with names. */
export const GoalsPrinted = z.object({
  names: z.boolean(),
  pupils: z.array(z.object({ pupil: Id, goal: Code, goalVersion: z.int(), date: Day })),
});

export type GoalsPrinted = z.infer<typeof GoalsPrinted>;
