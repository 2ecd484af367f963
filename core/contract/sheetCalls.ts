import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { SheetEdges, PrintSettings } from '../sheets/printSettings.ts';
import { PrintWish } from '../sheets/printWish.ts';
import { PrintedBefore } from '../sheets/printedBefore.ts';
import { PrinterFacts } from '../sheets/printer.ts';
import { call, Nothing } from './call.ts';

const Ruler = z.object({ wanted: z.number().positive(), measured: z.number().positive() });

export const sheetCalls = {
  /** `direct` is false where the PDF is printed from another program, with `steps` in plain words; `last` was printed on last. */
  'printers.list': call(
    PrintSettings.pick({ sheetSize: true, ownSize: true }),
    z.object({ direct: z.boolean(), steps: z.array(z.string()), printers: z.array(PrinterFacts), last: z.string().nullable() }),
  ),
  /** What was read off the page to measure: edges in mm, rulers as long as they came out. */
  'printers.measured': call(z.object({ printer: z.string().max(200), edges: SheetEdges.nullable(), across: Ruler, down: Ruler }), Nothing),
  /** Which sheets are not as they were printed last; null where nothing was printed yet. */
  'print.changed': call(z.object({ wall: Id, settings: PrintSettings }), PrintedBefore.nullable()),
  /** A job that makes the PDF as wished; its `result` is `PrintMade`. */
  'print.make': call(PrintWish, z.object({ job: Id })),
  /** A job that makes it and hands it to the printer at true size; its `result` is `PrintSent`. */
  'print.send': call(PrintWish.extend({ printer: z.string().max(200) }), z.object({ job: Id })),
  /** The teacher looked at what was printed last: these sheets did not come out well, and count as not printed. */
  'print.cameOut': call(z.object({ wall: Id, bad: z.array(z.string()) }), Nothing),
} as const;
