import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../../platform/media/writeWhole.ts';

const Edge = z.number().min(0).max(40);

/** What was measured on a printer: its white edges in mm, and what it makes of 1 mm across and down. */
export const PrinterSettings = z.object({
  edges: z.object({ top: Edge, right: Edge, bottom: Edge, left: Edge }).nullable(),
  scale: z.object({ x: z.number().min(0.97).max(1.03), y: z.number().min(0.97).max(1.03) }),
});
export type PrinterSettings = z.infer<typeof PrinterSettings>;

export const UNMEASURED: PrinterSettings = { edges: null, scale: { x: 1, y: 1 } };

export interface PrinterBook {
  of(printer: string): PrinterSettings;
  /** @throws Refusal `disk` */
  keep(printer: string, settings: PrinterSettings): void;
  /** The printer that was printed on last; null before the first time. */
  last(): string | null;
  /** @throws Refusal `disk` */
  printedOn(printer: string): void;
}

/** Printers belong to the computer, not to a library: what was measured is kept in the user's folder. A file that cannot be read counts as empty. */
export function openPrinterBook(folder: string): PrinterBook {
  const file = join(folder, 'printers.json');
  const lastFile = join(folder, 'last-printer.json');
  const read = (): Record<string, PrinterSettings> => {
    try {
      return z.record(z.string(), PrinterSettings).parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return {};
    }
  };
  return {
    of: (printer) => read()[printer] ?? UNMEASURED,
    keep: (printer, settings) => writeWhole(file, Buffer.from(JSON.stringify({ ...read(), [printer]: PrinterSettings.parse(settings) }, null, 2))),
    last() {
      try {
        return z.string().parse(JSON.parse(readFileSync(lastFile, 'utf8')));
      } catch {
        return null;
      }
    },
    printedOn: (printer) => writeWhole(lastFile, Buffer.from(JSON.stringify(printer))),
  };
}
