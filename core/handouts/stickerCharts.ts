import type { Mark } from '../drawing/mark.ts';
import type { Rect } from '../kernel/rect.ts';
import type { Fonts } from '../text/fonts.ts';
import type { SheetSize } from '../sheets/sheetSize.ts';
import type { GoalOnHandout } from './classFacts.ts';
import { fitWords } from '../drawing/fitWords.ts';
import { tickBox } from './headerStrips.ts';
import { pagesOf } from './nUp.ts';
import { HANDOUT_GREY, HANDOUT_INK, POINT, type DrawnPage } from '../drawing/drawnPage.ts';
import { handoutWords } from '../words/handouts.ts';
import { symbolMarks } from './symbolMarks.ts';

/** Pages of exercise books, mm upright; the chart is cut out along its frame and glued in. */
export const BOOKS = {
  a5: { width: 148, height: 210 },
  '9x7': { width: 178, height: 229 },
  '1B5': { width: 205, height: 255 },
  a4: { width: 210, height: 297 },
} as const;
export type BookName = keyof typeof BOOKS;
export const bookNames = ['a5', '9x7', '1B5', 'a4'] as const satisfies readonly BookName[];

const SHARED = { 1: [1, 1], 2: [1, 2], 3: [1, 3], 4: [2, 2] } as const;
export type ChartsPerSheet = keyof typeof SHARED;

/** So much smaller than the book's page, and so far inside the piece, mm. */
const AIR = 10;
const INSET = 6;

interface ChartWish {
  readonly sheetSize: SheetSize;
  readonly book: BookName;
  readonly perSheet: ChartsPerSheet;
  /** How many boxes. */
  readonly boxes: number;
}

/** A chart for the back of each book: the goal, its symbol, and a box for every day it was done. No totals, no prizes. */
export function stickerCharts(fonts: Fonts, { sheetSize, book, perSheet, boxes }: ChartWish, goals: readonly GoalOnHandout[]): readonly DrawnPage[] {
  const [columns, rows] = SHARED[perSheet];
  return pagesOf({ sheetSize, orientation: 'portrait', columns, rows, isCut: true }, goals, (goal, piece) =>
    drawChart(fonts, goal, boxes, frameIn(piece, book)),
  );
}

function frameIn(piece: Rect, book: BookName): Rect {
  const width = Math.min(piece.width - AIR, BOOKS[book].width - AIR);
  const height = Math.min(piece.height - AIR, BOOKS[book].height - AIR);
  return { x: piece.x + (piece.width - width) / 2, y: piece.y + (piece.height - height) / 2, width, height };
}

function drawChart(fonts: Fonts, { who, goal, symbol }: GoalOnHandout, boxes: number, frame: Rect): Mark[] {
  const box = { x: frame.x + INSET, y: frame.y + INSET, width: frame.width - 2 * INSET, height: frame.height - 2 * INSET };
  const side = Math.min(30, Math.max(14, box.height * 0.2));
  const words = { x: box.x + side + 5, y: box.y, width: box.width - side - 5, height: side };
  const field = { ...box, y: box.y + side + 4, height: box.height - side - 4 - 8 };
  return [
    { kind: 'box', box: frame, radius: 4, fill: null, stroke: HANDOUT_INK, strokeWidth: 0.5, dash: [] },
    ...symbolMarks(symbol, box.x, box.y, side),
    ...fitWords(fonts, who, { ...words, height: 5 }, { size: 9 * POINT, least: 6 * POINT, colour: HANDOUT_GREY, align: 'end' }),
    ...fitWords(fonts, goal.pupilText, { ...words, y: words.y + 5, height: words.height - 5 }, { size: 20 * POINT, least: 9 * POINT, stand: 'middle' }),
    ...squaresIn(field, boxes),
    ...fitWords(
      fonts,
      handoutWords.stickerFoot,
      { ...box, y: box.y + box.height - 6, height: 6 },
      { size: 10 * POINT, least: 6 * POINT, align: 'centre', stand: 'foot' },
    ),
  ];
}

const emptyIn = (columns: number, count: number): number => Math.ceil(count / columns) * columns - count;

/** So many squares as large as the field allows, in its middle. */
function squaresIn(field: Rect, count: number): Mark[] {
  const gap = 3;
  const sideFor = (columns: number): number =>
    Math.min((field.width - (columns - 1) * gap) / columns, (field.height - (Math.ceil(count / columns) - 1) * gap) / Math.ceil(count / columns));
  const choices = Array.from({ length: count }, (_, index) => index + 1);
  const largest = Math.max(...choices.map(sideFor));
  // Full rows look better than squares a little larger.
  const columns = choices.filter((one) => sideFor(one) > largest * 0.82).reduce((best, one) => (emptyIn(one, count) < emptyIn(best, count) ? one : best));
  const rows = Math.ceil(count / columns);
  const side = Math.min(34, sideFor(columns));
  const top = field.y + (field.height - rows * side - (rows - 1) * gap) / 2;
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const left = field.x + (field.width - inRow * side - (inRow - 1) * gap) / 2;
    return tickBox(left + (index % columns) * (side + gap), top + row * (side + gap), side, 0.5);
  });
}
