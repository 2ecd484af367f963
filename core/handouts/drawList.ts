import type { Fonts } from '../text/fonts.ts';
import type { SheetSize } from '../sheets/sheetSize.ts';
import type { GoalOnHandout } from './classFacts.ts';
import { dayInWords } from '../words/dayInWords.ts';
import { fitWords } from '../drawing/fitWords.ts';
import { listPages } from './listPages.ts';
import { HANDOUT_GREY, POINT, type DrawnPage } from '../drawing/drawnPage.ts';
import { handoutWords } from '../words/handouts.ts';
import { symbolMarks } from './symbolMarks.ts';

const SYMBOL = 14;
const WHO = 42;

/** For whoever draws the symbols into the books by hand: book by book, the symbol and how it is drawn. */
export function drawList(fonts: Fonts, sheetSize: SheetSize, date: string, goals: readonly GoalOnHandout[]): readonly DrawnPage[] {
  return listPages(
    sheetSize,
    {
      headHeight: 14,
      rowHeight: SYMBOL + 3,
      head: (box) => [
        ...fitWords(fonts, handoutWords.drawThese, { ...box, width: box.width * 0.68, height: 9 }, { size: 16 * POINT, least: 9 * POINT, face: 'andika-bold' }),
        ...fitWords(
          fonts,
          dayInWords(date),
          { ...box, x: box.x + box.width * 0.7, width: box.width * 0.3, height: 9 },
          {
            size: 12 * POINT,
            least: 8 * POINT,
            align: 'end',
            stand: 'middle',
          },
        ),
      ],
      row: ({ who, goal, symbol }, box) => {
        const left = box.x + WHO + SYMBOL + 5;
        const words = { x: left, y: box.y + 1, width: box.x + box.width - left, height: box.height - 2 };
        const how = symbol === undefined ? [] : [symbol.title, symbol.recipe];
        return [
          ...fitWords(fonts, who, { ...box, width: WHO - 3 }, { size: 13 * POINT, least: 8 * POINT, face: 'andika-bold', stand: 'middle' }),
          ...symbolMarks(symbol, box.x + WHO, box.y + (box.height - SYMBOL) / 2, SYMBOL),
          ...fitWords(fonts, goal.pupilText, { ...words, height: words.height * 0.45 }, { size: 11 * POINT, least: 7 * POINT, stand: 'middle' }),
          ...fitWords(
            fonts,
            how.join(': '),
            { ...words, y: words.y + words.height * 0.45, height: words.height * 0.55 },
            {
              size: 9 * POINT,
              least: 6.5 * POINT,
              stand: 'middle',
              colour: HANDOUT_GREY,
            },
          ),
        ];
      },
    },
    goals,
  );
}
