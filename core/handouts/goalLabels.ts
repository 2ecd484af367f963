import type { Mark } from '../drawing/mark.ts';
import type { Rect } from '../kernel/rect.ts';
import type { Fonts } from '../text/fonts.ts';
import type { GoalOnHandout } from './classFacts.ts';
import { dayInWords } from '../words/dayInWords.ts';
import { fitWords } from '../drawing/fitWords.ts';
import { LABEL_SHEETS, type LabelSheetName } from './labels.ts';
import { pagesOf } from './nUp.ts';
import { HANDOUT_GREY, POINT, type DrawnPage } from '../drawing/drawnPage.ts';
import { symbolMarks } from './symbolMarks.ts';

/** A symbol is known again at a glance from this size on, mm. */
export const LEAST_SYMBOL = 12;
const LARGEST_SYMBOL = 20;

interface LabelWish {
  readonly sheet: LabelSheetName;
  /** The label to begin at, from 1: sheets are used up. */
  readonly from: number;
  readonly date: string;
}

/** The goal for the top of tomorrow's page: symbol, the pupil's own words, whose book it is for, and the day. */
export function goalLabels(fonts: Fonts, { sheet, from, date }: LabelWish, goals: readonly GoalOnHandout[]): readonly DrawnPage[] {
  return pagesOf(LABEL_SHEETS[sheet], goals, (goal, piece) => drawLabel(fonts, goal, dayInWords(date, true), piece), from);
}

function drawLabel(fonts: Fonts, { who, goal, symbol }: GoalOnHandout, day: string, piece: Rect): Mark[] {
  const inset = Math.min(3.5, piece.height * 0.09);
  const box = { x: piece.x + inset, y: piece.y + inset, width: piece.width - 2 * inset, height: piece.height - 2 * inset };
  const head = Math.min(6, box.height * 0.2);
  const side = Math.min(LARGEST_SYMBOL, Math.max(LEAST_SYMBOL, Math.min(box.height - head - 1, box.width * 0.3)));
  const body = { y: box.y + head + 0.5, height: box.height - head - 0.5 };
  const words = { x: box.x + side + 2.5, width: box.width - side - 2.5, ...body };
  return [
    ...fitWords(fonts, who, { ...box, width: box.width * 0.64, height: head }, { size: 11 * POINT, least: 6 * POINT, face: 'andika-bold', stand: 'middle' }),
    ...fitWords(
      fonts,
      day,
      { x: box.x + box.width * 0.66, y: box.y, width: box.width * 0.34, height: head },
      {
        size: 8 * POINT,
        least: 6 * POINT,
        align: 'end',
        stand: 'middle',
        colour: HANDOUT_GREY,
      },
    ),
    ...symbolMarks(symbol, box.x, body.y + (body.height - side) / 2, side),
    ...fitWords(fonts, goal.pupilText, words, { size: 15 * POINT, least: 7 * POINT, stand: 'middle' }),
  ];
}
