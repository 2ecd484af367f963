import type { Fonts } from '../text/fonts.ts';
import { PAPERS, type PaperSize } from '../tiling/paper.ts';
import { pagesOf, type NUpRequest } from './nUp.ts';
import { sizeToFit, wordsIn, type PaperPage } from './paperPage.ts';

/** Label sheets as shops sell them; mm. */
export const LABEL_SHEETS = {
  'A4, 3 × 8, 70 × 37 mm': { paper: PAPERS.A4, orientation: 'portrait', columns: 3, rows: 8, piece: { width: 70, height: 37 } },
  'A4, 2 × 7, 99.1 × 38.1 mm': { paper: PAPERS.A4, orientation: 'portrait', columns: 2, rows: 7, piece: { width: 99.1, height: 38.1 } },
  'Letter, 3 × 10, 66.7 × 25.4 mm': { paper: PAPERS.Letter, orientation: 'portrait', columns: 3, rows: 10, piece: { width: 66.675, height: 25.4 } },
} as const satisfies Record<string, NUpRequest & { paper: PaperSize }>;

const INSET = 4;
const LARGEST = 12;
const SMALLEST = 3.5;

/** One text to a label, as large as it fits, in its middle. */
export function labels(fonts: Fonts, sheet: NUpRequest, texts: readonly string[]): readonly PaperPage[] {
  return pagesOf(sheet, texts, (text, piece) => {
    const box = { x: piece.x + INSET, y: piece.y + INSET, width: piece.width - 2 * INSET, height: piece.height - 2 * INSET };
    const size = sizeToFit(fonts, text, box, LARGEST, SMALLEST, 'andika-bold');
    const { height } = wordsIn(fonts, text, box, size, { face: 'andika-bold', align: 'centre' });
    return wordsIn(fonts, text, { ...box, y: box.y + Math.max(0, (box.height - height) / 2) }, size, { face: 'andika-bold', align: 'centre' }).marks;
  });
}
