import type { Mark } from '../drawing/mark.ts';
import type { Rect } from '../kernel/rect.ts';
import type { Fonts } from '../text/fonts.ts';
import type { SheetSize } from '../sheets/sheetSize.ts';
import type { GoalOnHandout } from './classFacts.ts';
import { dayInWords } from '../words/dayInWords.ts';
import { fitWords } from '../drawing/fitWords.ts';
import { pagesOf } from './nUp.ts';
import { HANDOUT_GREY, HANDOUT_INK, POINT, type DrawnPage } from '../drawing/drawnPage.ts';
import { handoutWords } from '../words/handouts.ts';
import { symbolMarks } from './symbolMarks.ts';

/** As wide as the page of a usual exercise book; ten are on a sheet. */
const STRIP = { width: 170, height: 26 };
const INSET = 3;
const TICKS = 5;
const TICK = 7;

/** Strips to glue at the top of tomorrow's page: symbol, words, and boxes to tick; cut along the dashed lines. */
export function headerStrips(fonts: Fonts, sheetSize: SheetSize, date: string, goals: readonly GoalOnHandout[]): readonly DrawnPage[] {
  const sheet = { sheetSize, orientation: 'portrait', columns: 1, rows: 10, piece: STRIP } as const;
  return pagesOf(sheet, goals, (goal, piece) => drawStrip(fonts, goal, dayInWords(date, true), piece));
}

function drawStrip(fonts: Fonts, { who, goal, symbol }: GoalOnHandout, day: string, piece: Rect): Mark[] {
  const box = { x: piece.x + INSET, y: piece.y + INSET, width: piece.width - 2 * INSET, height: piece.height - 2 * INSET };
  const side = box.height;
  const ticksWide = TICKS * TICK + (TICKS - 1) * 1.5;
  const ticks = { x: box.x + box.width - ticksWide, y: box.y, width: ticksWide, height: box.height };
  const words = { x: box.x + side + 4, y: box.y, width: ticks.x - 5 - (box.x + side + 4), height: box.height };
  const head = 5;
  const small = { size: 8 * POINT, least: 6 * POINT, colour: HANDOUT_GREY } as const;
  return [
    ...symbolMarks(symbol, box.x, box.y, side),
    ...fitWords(fonts, who, { ...words, width: words.width * 0.65, height: head }, { size: 10 * POINT, least: 6 * POINT, face: 'andika-bold' }),
    ...fitWords(fonts, day, { ...words, x: words.x + words.width * 0.67, width: words.width * 0.33, height: head }, { ...small, align: 'end' }),
    ...fitWords(fonts, goal.pupilText, { ...words, y: words.y + head, height: words.height - head }, { size: 16 * POINT, least: 8 * POINT, stand: 'middle' }),
    ...fitWords(fonts, handoutWords.byMyself, { ...ticks, height: 5 }, { ...small, align: 'centre' }),
    ...Array.from({ length: TICKS }, (_, index) => tickBox(ticks.x + index * (TICK + 1.5), ticks.y + 6 + (ticks.height - 6 - TICK) / 2, TICK)),
  ];
}

/** A box to tick or to put a sticker in; mm. */
export function tickBox(x: number, y: number, side: number, strokeWidth = 0.4): Mark {
  return { kind: 'box', box: { x, y, width: side, height: side }, radius: Math.min(1.2, side / 6), fill: null, stroke: HANDOUT_INK, strokeWidth, dash: [] };
}
