import { PrintSettings } from './printSettings.ts';

/** How a strip is printed until someone says otherwise; mm. */
export const usualPrint = PrintSettings.parse({ sheetSize: 'A4', orientation: 'auto', overlap: 10, margin: 5 });
