import type { Mark } from '../drawing/mark.ts';
import type { Rect } from '../kernel/rect.ts';
import type { Fonts } from '../text/fonts.ts';
import { SHEET_SIZES, type SheetSize } from '../sheets/sheetSize.ts';
import { fitWords } from '../drawing/fitWords.ts';
import { pagesOf, type NUpRequest } from './nUp.ts';
import { HANDOUT_GREY, rule, type DrawnPage } from '../drawing/drawnPage.ts';

interface LabelSheet extends NUpRequest {
  readonly sheetSize: SheetSize;
  readonly piece: { readonly width: number; readonly height: number };
}

const a4 = { sheetSize: SHEET_SIZES.A4, orientation: 'portrait', isCut: true } as const;
const letter = { sheetSize: SHEET_SIZES.Letter, orientation: 'portrait', isCut: true } as const;

/**
 * Label sheets as shops sell them, by the number on their box (mm); other makers copy these grids. All lie in the middle of their
 * sheet. Sizes as Avery publishes them: L7160 begins 7.2 mm from the left and 15.1 mm from the top, 5160 3/16 and 1/2 inch.
 */
export const LABEL_SHEETS = {
  L7160: { ...a4, columns: 3, rows: 7, piece: { width: 63.5, height: 38.1 }, gap: { across: 2.54, down: 0 } },
  L7159: { ...a4, columns: 3, rows: 8, piece: { width: 63.5, height: 33.9 }, gap: { across: 2.54, down: 0 } },
  L7163: { ...a4, columns: 2, rows: 7, piece: { width: 99.1, height: 38.1 }, gap: { across: 2.5, down: 0 } },
  '3474': { ...a4, columns: 3, rows: 8, piece: { width: 70, height: 37 } },
  '5160': { ...letter, columns: 3, rows: 10, piece: { width: 66.675, height: 25.4 }, gap: { across: 3.175, down: 0 } },
  '5163': { ...letter, columns: 2, rows: 5, piece: { width: 101.6, height: 50.8 }, gap: { across: 4.7625, down: 0 } },
} as const satisfies Record<string, LabelSheet>;
export type LabelSheetName = keyof typeof LABEL_SHEETS;

export const labelSheetNames = ['L7160', 'L7159', 'L7163', '3474', '5160', '5163'] as const satisfies readonly LabelSheetName[];

export const labelsOn = (name: LabelSheetName): number => LABEL_SHEETS[name].columns * LABEL_SHEETS[name].rows;

const INSET = 4;
const LARGEST = 12;
const SMALLEST = 3.5;

/** One text to a label, as large as it fits, in its middle; an empty text leaves two lines to write on. `from` counts labels from 1. */
export function labels(fonts: Fonts, sheet: NUpRequest, texts: readonly string[], from = 1): readonly DrawnPage[] {
  return pagesOf(sheet, texts, (text, piece) => drawLabel(fonts, text, piece), from);
}

function drawLabel(fonts: Fonts, text: string, piece: Rect): Mark[] {
  const box = { x: piece.x + INSET, y: piece.y + INSET, width: piece.width - 2 * INSET, height: piece.height - 2 * INSET };
  if (text.trim() === '') return [0.5, 1].map((share) => rule(box.x, box.y + box.height * share, box.x + box.width, box.y + box.height * share, HANDOUT_GREY));
  return fitWords(fonts, text, box, { size: LARGEST, least: SMALLEST, face: 'andika-bold', align: 'centre', stand: 'middle' });
}
