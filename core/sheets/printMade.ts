import { Outgoing } from '../kernel/outgoing.ts';
import { z } from 'zod';

/** What `print.make` leaves behind, in its job's `result`. */
export const PrintMade = z.object({ file: Outgoing, sheets: z.int() });

export type PrintMade = z.infer<typeof PrintMade>;
