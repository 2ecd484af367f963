import { Rect } from '../kernel/rect.ts';
import { z } from 'zod';

const Size = z.object({ width: z.number(), height: z.number() });

/** The plan of what hangs. */
export const HangingPlan = z.object({
  sheetSize: Size.extend({ name: z.string() }),
  strip: Size,
  overlap: z.number(),
  margin: z.number(),
  sheets: z.array(
    z.object({
      page: z.int(),
      label: z.string(),
      orientation: z.enum(['portrait', 'landscape']),
      art: Rect,
      at: z.object({ x: z.number(), y: z.number() }),
      visible: Rect,
    }),
  ),
});

/** What hangs, when it was printed, and what is not as the chart is now: sheets to print, and labels of sheets that are no longer part of it. */
export const PrintedBefore = z.object({ at: z.string(), plan: HangingPlan, print: z.array(z.string()), gone: z.array(z.string()) });

export type PrintedBefore = z.infer<typeof PrintedBefore>;
