import { Id } from '../kernel/id.ts';
import { PrintSettings } from './printSettings.ts';
import { z } from 'zod';

/** What goes to paper: the sheets, the whole wall small on one page, or the page to measure a printer by. */
export const PrintWish = z.object({
  wall: Id,
  settings: PrintSettings,
  part: z.enum(['sheets', 'proof', 'measure']),
  /** Only these, by their labels; null for all of them with the pages that help. */
  sheets: z.array(z.string()).nullable(),
});

export type PrintWish = z.infer<typeof PrintWish>;

/** What `print.send` leaves behind: `opened` where the teacher prints from the program that shows the PDF. */
export const PrintSent = z.object({ sheets: z.int(), end: z.enum(['printed', 'opened']) });

export type PrintSent = z.infer<typeof PrintSent>;
