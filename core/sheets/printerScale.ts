import { sheetWords } from '../words/sheets.ts';
/** What a printer makes of one millimetre across and down the page; 1 where it is true. */
export interface PrinterScale {
  readonly x: number;
  readonly y: number;
}

export const TRUE_SCALE: PrinterScale = { x: 1, y: 1 };

const MOST_OFF = 0.03;

/**
 * The scale of a printer from a ruler on the page to measure: how long it should be and how long it came out, mm.
 * Throws a RangeError in plain words where it is off by more than 3 %: then a setting is wrong, not the printer.
 */
export function printerScale(across: { wanted: number; measured: number }, down: { wanted: number; measured: number }): PrinterScale {
  return { x: shareOf(across), y: shareOf(down) };
}

function shareOf({ wanted, measured }: { wanted: number; measured: number }): number {
  const share = measured / wanted;
  if (!(Math.abs(share - 1) <= MOST_OFF + 1e-9)) throw new RangeError(sheetWords.plan.rulerFarOff(wanted, measured));
  return share;
}
