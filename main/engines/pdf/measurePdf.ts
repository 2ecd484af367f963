import type { Fonts } from '../../../core/text/fonts.ts';
import type { SheetSize } from '../../../core/sheets/sheetSize.ts';
import { calibrationSheet } from './calibrationSheet.ts';
import { drawMarks } from './drawMarks.ts';
import { PdfFile } from './pdfFile.ts';

/** The page to measure a printer by, alone. */
export async function writeMeasurePdf(fonts: Fonts, title: string, { width, height }: SheetSize): Promise<Uint8Array> {
  const file = await PdfFile.begin(title, fonts, new Map(), { look: 'colour' });
  file.addPage({ width, height }, (ink) => drawMarks(calibrationSheet(fonts, title, { width, height }), ink));
  return file.finish();
}
