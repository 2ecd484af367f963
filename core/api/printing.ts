import { z } from 'zod';
import { call, Id, Nothing } from './call.ts';
import { PrintSettings } from './walls.ts';

const PaperEdges = z.object({ top: z.number(), right: z.number(), bottom: z.number(), left: z.number() });

/** A printer of this computer, and what is known of its white edges (mm) and of what it makes of 1 mm. */
export const PrinterFacts = z.object({
  name: z.string(),
  isDefault: z.boolean(),
  ready: z.boolean(),
  /** What is the matter, in plain words; empty where nothing is. */
  problem: z.string(),
  edges: PaperEdges.nullable(),
  scale: z.object({ x: z.number(), y: z.number() }),
});
export type PrinterFacts = z.infer<typeof PrinterFacts>;

/** How a wall goes to paper; sheets by their labels, null for all of them with the pages that help. */
export const PrintWish = z.object({
  wall: Id,
  settings: PrintSettings,
  look: z.enum(['colour', 'grey', 'ink-saver']),
  finishing: z.enum(['join', 'join-then-laminate', 'laminate-then-join']),
  /** What is laminated in: a pouch by its name, or a roll by its width in mm. */
  film: z.union([z.enum(['A4', 'A3', 'Letter']), z.number().min(100).max(2000)]).nullable(),
  sheets: z.array(z.string()).nullable(),
});
export type PrintWish = z.infer<typeof PrintWish>;

export const printingCalls = {
  /** `direct` is false where the PDF opens in another program, with `steps` in plain words. */
  'printers.list': call(
    z.object({ paper: PrintSettings.shape.paper }),
    z.object({ direct: z.boolean(), steps: z.array(z.string()), printers: z.array(PrinterFacts) }),
  ),
  /** What was read off the page to measure: edges in mm, rulers as long as they came out. */
  'printers.measured': call(
    z.object({
      printer: z.string().max(200),
      edges: PaperEdges.nullable(),
      across: z.object({ wanted: z.number().positive(), measured: z.number().positive() }),
      down: z.object({ wanted: z.number().positive(), measured: z.number().positive() }),
    }),
    Nothing,
  ),
  /** Which sheets are not as they were printed last; null where nothing was printed yet. */
  'print.changed': call(z.object({ wall: Id, settings: PrintSettings }), z.object({ print: z.array(z.string()), gone: z.array(z.string()) }).nullable()),
  /** A job that makes the PDF as wished; its `result` is `PrintMade`. */
  'print.makeAs': call(PrintWish, z.object({ job: Id })),
  /** A job that makes it and hands it to the printer at true size. */
  'print.send': call(PrintWish.extend({ printer: z.string().max(200) }), z.object({ job: Id })),
  /** A job that makes the whole wall small on one page. */
  'print.proof': call(z.object({ wall: Id, settings: PrintSettings }), z.object({ job: Id })),
} as const;
