import { z } from 'zod';
import { Rect } from '../geometry/rect.ts';
import { call, Id, Nothing } from './call.ts';
import { PaperEdges, PrintSettings } from './walls.ts';

/** A printer of this computer, and what is known of its white edges (mm) and of what it makes of 1 mm. */
export const PrinterFacts = z.object({
  name: z.string(),
  isDefault: z.boolean(),
  ready: z.boolean(),
  /** What is the matter, in plain words; empty where nothing is. */
  problem: z.string(),
  edges: PaperEdges.nullable(),
  scale: z.object({ x: z.number(), y: z.number() }),
  /** Somebody measured it. */
  measured: z.boolean(),
});
export type PrinterFacts = z.infer<typeof PrinterFacts>;

/** What goes to paper: the sheets, the whole wall small on one page, or the page to measure a printer by. */
export const PrintWish = z.object({
  wall: Id,
  settings: PrintSettings,
  part: z.enum(['sheets', 'proof', 'measure']),
  /** Only these, by their labels; null for all of them with the pages that help. */
  sheets: z.array(z.string()).nullable(),
});
export type PrintWish = z.infer<typeof PrintWish>;

const Size = z.object({ width: z.number(), height: z.number() });

/** The plan of what hangs. */
export const HangingPlan = z.object({
  paper: Size.extend({ name: z.string() }),
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

/** What `print.send` leaves behind: `opened` where the teacher prints from the program that shows the PDF. */
export const PrintSent = z.object({ sheets: z.int(), end: z.enum(['printed', 'opened']) });
export type PrintSent = z.infer<typeof PrintSent>;

const Ruler = z.object({ wanted: z.number().positive(), measured: z.number().positive() });

export const printingCalls = {
  /** `direct` is false where the PDF is printed from another program, with `steps` in plain words; `last` was printed on last. */
  'printers.list': call(
    PrintSettings.pick({ paper: true, ownPaper: true }),
    z.object({ direct: z.boolean(), steps: z.array(z.string()), printers: z.array(PrinterFacts), last: z.string().nullable() }),
  ),
  /** What was read off the page to measure: edges in mm, rulers as long as they came out. */
  'printers.measured': call(z.object({ printer: z.string().max(200), edges: PaperEdges.nullable(), across: Ruler, down: Ruler }), Nothing),
  /** Which sheets are not as they were printed last; null where nothing was printed yet. */
  'print.changed': call(z.object({ wall: Id, settings: PrintSettings }), PrintedBefore.nullable()),
  /** A job that makes the PDF as wished; its `result` is `PrintMade`. */
  'print.make': call(PrintWish, z.object({ job: Id })),
  /** A job that makes it and hands it to the printer at true size; its `result` is `PrintSent`. */
  'print.send': call(PrintWish.extend({ printer: z.string().max(200) }), z.object({ job: Id })),
  /** The teacher looked at what was printed last: these sheets did not come out well, and count as not printed. */
  'print.cameOut': call(z.object({ wall: Id, bad: z.array(z.string()) }), Nothing),
} as const;
