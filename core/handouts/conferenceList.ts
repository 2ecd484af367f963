import type { Mark } from '../drawing/mark.ts';
import type { Rect } from '../kernel/rect.ts';
import type { Goal, GoalSymbol } from '../goals/goal.ts';
import type { Fonts } from '../text/fonts.ts';
import type { SheetSize } from '../sheets/sheetSize.ts';
import { dayInWords } from '../words/dayInWords.ts';
import { fitWords } from '../drawing/fitWords.ts';
import { tickBox } from './headerStrips.ts';
import { insideOf, listPages } from './listPages.ts';
import { HANDOUT_GREY, POINT, rule, type DrawnPage } from '../drawing/drawnPage.ts';
import { goalWords } from '../words/goals.ts';
import { handoutWords } from '../words/handouts.ts';
import { symbolMarks } from './symbolMarks.ts';

interface ListedPupil {
  readonly who: string;
  readonly goal: Goal | undefined;
  readonly symbol: GoalSymbol | undefined;
}

/** A whole class is on one page of A4 or Letter. */
const ROWS = 28;
const HEAD = 24;
const WHO = 32;
const BOX = 4;
/** “creativity” in one piece is the widest that stands above a box. */
const COLUMN = 8.8;
const NAME_SIZE = 5.5;
const BETWEEN = 2.6;

/** Conferences on paper: one line a pupil, boxes for how it went, for praise, and for whether the pupil can say the goal. */
export function conferenceList(fonts: Fonts, sheetSize: SheetSize, date: string, pupils: readonly ListedPupil[]): readonly DrawnPage[] {
  const inside = insideOf(sheetSize);
  const places = columnsOf(inside);
  const look = {
    headHeight: HEAD,
    rowHeight: (inside.height - HEAD) / ROWS - 1e-6,
    head: (box: Rect): Mark[] => [
      ...fitWords(fonts, handoutWords.conferences, { ...box, width: 90, height: 9 }, { size: 16 * POINT, least: 9 * POINT, face: 'andika-bold' }),
      ...fitWords(
        fonts,
        dayInWords(date),
        { x: box.x + box.width - 70, y: box.y, width: 70, height: 9 },
        { size: 11 * POINT, least: 8 * POINT, align: 'end', stand: 'middle' },
      ),
      ...places.flatMap(({ title, columns }) => [
        ...fitWords(
          fonts,
          title,
          { x: columns[0]!.x, y: box.y + 9, width: columns.length * COLUMN, height: 5 },
          { size: 8.5 * POINT, least: 6 * POINT, face: 'andika-bold', align: 'centre' },
        ),
        ...columns.flatMap(({ x, name }) =>
          fitWords(
            fonts,
            name,
            { x, y: box.y + 14, width: COLUMN, height: HEAD - 15 },
            { size: NAME_SIZE * POINT, least: 4.5 * POINT, align: 'centre', stand: 'foot', colour: HANDOUT_GREY },
          ),
        ),
      ]),
      rule(box.x, box.y + HEAD, box.x + box.width, box.y + HEAD, HANDOUT_GREY, 0.4),
    ],
    row: ({ who, goal, symbol }: ListedPupil, box: Rect): Mark[] => {
      const side = box.height - 1.4;
      const left = box.x + WHO + side + 2;
      const words = { x: left, y: box.y + 0.4, width: (places[0]?.columns[0]?.x ?? left) - left - 2, height: box.height - 0.8 };
      return [
        ...fitWords(fonts, who, { ...box, width: WHO - 2 }, { size: 11 * POINT, least: 6.5 * POINT, face: 'andika-bold', stand: 'middle' }),
        ...symbolMarks(symbol, box.x + WHO, box.y + 0.7, side),
        ...fitWords(fonts, goal === undefined ? handoutWords.noGoal : goal.sayIt === '' ? goal.pupilText : goal.sayIt, words, {
          size: 9 * POINT,
          least: 6 * POINT,
          stand: 'middle',
          ...(goal === undefined && { colour: HANDOUT_GREY }),
        }),
        ...places.flatMap(({ columns }) => columns.map(({ x }) => tickBox(x + (COLUMN - BOX) / 2, box.y + (box.height - BOX) / 2, BOX, 0.3))),
      ];
    },
  };
  return listPages(sheetSize, look, pupils);
}

/** The groups of boxes from the right edge inwards. */
function columnsOf({ x, width }: Rect): { title: string; columns: { x: number; name: string }[] }[] {
  const groups = [
    { title: handoutWords.outcome, names: handoutWords.outcomes },
    { title: handoutWords.praise, names: Object.values(goalWords.praise).map((word) => word.toLowerCase()) },
    { title: handoutWords.says, names: handoutWords.saying },
  ];
  const all = groups.reduce((sum, { names }) => sum + names.length * COLUMN, 0) + (groups.length - 1) * BETWEEN;
  let left = x + width - all;
  return groups.map(({ title, names }) => {
    const columns = names.map((name, index) => ({ x: left + index * COLUMN, name }));
    left += names.length * COLUMN + BETWEEN;
    return { title, columns };
  });
}
