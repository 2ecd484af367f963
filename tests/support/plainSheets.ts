import { TRUE_SCALE } from '../../core/sheets/printerScale.ts';

/** All sheets of a plan in colour, to be joined, as a printer at true scale prints them. */
export const plainSheets = { what: 'sheets', look: 'colour', finishing: 'join', film: null, only: null, printerScale: TRUE_SCALE } as const;
