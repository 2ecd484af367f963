import { SheetEdges } from './printSettings.ts';
import { z } from 'zod';

/** A printer of this computer, and what is known of its white edges (mm) and of what it makes of 1 mm. */
export const PrinterFacts = z.object({
  name: z.string(),
  isDefault: z.boolean(),
  ready: z.boolean(),
  /** What is the matter, in plain words; empty where nothing is. */
  problem: z.string(),
  edges: SheetEdges.nullable(),
  scale: z.object({ x: z.number(), y: z.number() }),
  /** Somebody measured it. */
  measured: z.boolean(),
});

export type PrinterFacts = z.infer<typeof PrinterFacts>;
