import { z } from 'zod';
import { PrintMade } from '../sheets/printMade.ts';
import { Id } from '../kernel/id.ts';
import { SheetEdges, PrintSettings } from '../sheets/printSettings.ts';
import { PrintSent, PrintWish } from '../sheets/printWish.ts';
import { PrintedBefore } from '../sheets/printedBefore.ts';
import { PrinterFacts } from '../sheets/printer.ts';
import { Nothing, changes, job, outside, reads } from './call.ts';

const Ruler = z.object({ wanted: z.number().positive(), measured: z.number().positive() });

export const sheetCalls = {
  /** `direct` is false where the PDF is printed from another program, with `steps` in plain words; `last` was printed on last. */
  'printers.list': reads(
    PrintSettings.pick({ sheetSize: true, ownSize: true }),
    z.object({ direct: z.boolean(), steps: z.array(z.string()), printers: z.array(PrinterFacts), last: z.string().nullable() }),
  ),
  /** What was read off the page to measure: edges in mm, rulers as long as they came out. */
  'printers.measured': outside(z.object({ printer: z.string().max(200), edges: SheetEdges.nullable(), across: Ruler, down: Ruler }), Nothing),
  /** Which sheets are not as they were printed last; null where nothing was printed yet. */
  'print.changed': reads(z.object({ wall: Id, settings: PrintSettings }), PrintedBefore.nullable()),
  /** Makes the PDF as wished. */
  'print.make': job(PrintWish, PrintMade, { tells: ['wall.changed'] }),
  /** Makes it and hands it to the printer at true size. */
  'print.send': job(PrintWish.extend({ printer: z.string().max(200) }), PrintSent, { tells: ['wall.changed'] }),
  /** The teacher looked at what was printed last: these sheets did not come out well, and count as not printed. */
  'print.cameOut': changes(z.object({ wall: Id, bad: z.array(z.string()) }), Nothing, { tells: ['wall.changed'] }),
} as const;
