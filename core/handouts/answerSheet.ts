import type { Mark } from '../drawing/mark.ts';
import type { Rect } from '../kernel/rect.ts';
import type { Fonts } from '../text/fonts.ts';
import type { SheetSize } from '../sheets/sheetSize.ts';
import { answerCode, answerSheetPlaces } from './answerSheetPlaces.ts';
import { arucoMarks } from './aruco.ts';
import { HANDOUT_GREY, POINT, rule, sizeToFit, wordsIn, type DrawnPage } from '../drawing/drawnPage.ts';
import { handoutWords } from '../words/handouts.ts';
import { qrMarks } from './qrCode.ts';

export interface AnswerSheetWish {
  readonly sheetSize: SheetSize;
  /** The task's id, and what it asks. */
  readonly task: string;
  readonly question: string;
  /** Never a name. */
  readonly pupil: string;
  /** From line to line, mm: about 24 in the first year, 8 in the last. */
  readonly lineHeight: number;
}

export const LINE_HEIGHTS = [8, 10, 12, 15, 18, 24] as const;
const LEAST_LINE = 6;
/** From this height on a dashed middle line helps to form letters, mm. */
const WITH_MIDDLE_LINE = 12;

/** A lined sheet that a camera straightens, sorts and crops by itself. Throws a RangeError in plain words for a code or line height that cannot be. */
export function answerSheet(fonts: Fonts, { sheetSize, task, question, pupil, lineHeight }: AnswerSheetWish): DrawnPage {
  const places = answerSheetPlaces(sheetSize);
  if (!(lineHeight >= LEAST_LINE && lineHeight <= places.writing.height / 3)) throw new RangeError(handoutWords.answerSheet.lines(lineHeight, LEAST_LINE));
  const marks: Mark[] = [
    ...places.markers.flatMap(({ id, box }) => arucoMarks(id, box.x, box.y, box.width)),
    ...qrMarks(answerCode(task, pupil), places.qr.x, places.qr.y, places.qr.width),
    ...wordsIn(fonts, pupil, places.code, sizeToFit(fonts, pupil, places.code, 16 * POINT, 9 * POINT, 'andika-bold'), { face: 'andika-bold' }).marks,
    ...wordsIn(fonts, question, places.question, sizeToFit(fonts, question, places.question, 13 * POINT, 8 * POINT)).marks,
    ...writingLines(places.writing, lineHeight),
  ];
  return { width: sheetSize.width, height: sheetSize.height, marks };
}

function writingLines({ x, y, width, height }: Rect, pitch: number): Mark[] {
  return Array.from({ length: Math.floor(height / pitch) }, (_, index) => y + (index + 1) * pitch).flatMap((at) => [
    rule(x, at, x + width, at, HANDOUT_GREY, 0.25),
    ...(pitch >= WITH_MIDDLE_LINE ? [rule(x, at - pitch * 0.4, x + width, at - pitch * 0.4, HANDOUT_GREY, 0.15, [1.5, 1.5])] : []),
  ]);
}
