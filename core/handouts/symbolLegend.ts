import type { Mark } from '../drawing/mark.ts';
import type { Goal, GoalSymbol, SkillSet } from '../goals/goal.ts';
import type { Fonts } from '../text/fonts.ts';
import type { SheetSize } from '../sheets/sheetSize.ts';
import { fitWords } from '../drawing/fitWords.ts';
import { insideOf } from './listPages.ts';
import { POINT, type DrawnPage } from '../drawing/drawnPage.ts';
import { handoutWords } from '../words/handouts.ts';
import { symbolMarks } from './symbolMarks.ts';

export interface LegendSet {
  readonly set: SkillSet;
  readonly goals: readonly { readonly goal: Goal; readonly symbol: GoalSymbol }[];
}

const COLUMNS = 5;
const GAP = 3;
/** Of an A4 page; larger paper has everything larger. */
const HEAD = 15;
const SET_HEAD = 9;
const CELL = 27;
const SYMBOL = 14;

/** Every symbol with the words a child says, by skill set, so that everyone in the school reads a page alike. */
export function symbolLegend(fonts: Fonts, sheetSize: SheetSize, sets: readonly LegendSet[]): readonly DrawnPage[] {
  const inside = insideOf(sheetSize);
  const scale = Math.max(1, sheetSize.width / 210);
  const [setHead, cell, side] = [SET_HEAD * scale, CELL * scale, SYMBOL * scale];
  const width = (inside.width - (COLUMNS - 1) * GAP) / COLUMNS;
  const bottom = inside.y + inside.height;
  const title = fitWords(
    fonts,
    handoutWords.legend,
    { ...inside, height: HEAD * scale - 4 },
    { size: 24 * POINT * scale, least: 14 * POINT, face: 'andika-bold' },
  );
  const pages: Mark[][] = [[...title]];
  let y = inside.y + HEAD * scale;
  const room = (height: number): void => {
    if (y + height <= bottom + 1e-6) return;
    pages.push([]);
    y = inside.y;
  };
  const draw = (marks: readonly Mark[]): void => void pages.at(-1)?.push(...marks);
  for (const { set, goals } of sets) {
    for (let start = 0; start < goals.length; start += COLUMNS) {
      // A heading never stands alone at the foot of a page, and is said again on the next one.
      const first = start === 0 || y + cell > bottom + 1e-6;
      room(first ? setHead + cell : cell);
      if (first) {
        draw(
          fitWords(
            fonts,
            set.name,
            { ...inside, y: y + 1, height: setHead - 2 },
            { size: 13 * POINT * scale, least: 8 * POINT, face: 'andika-bold', stand: 'foot' },
          ),
        );
        y += setHead;
      }
      goals.slice(start, start + COLUMNS).forEach(({ goal, symbol }, index) => {
        const x = inside.x + index * (width + GAP);
        const words = { x, y: y + side + 0.5, width, height: cell - side - 2 };
        draw(symbolMarks(symbol, x + (width - side) / 2, y, side));
        draw(fitWords(fonts, goal.sayIt === '' ? goal.pupilText : goal.sayIt, words, { size: 10 * POINT * scale, least: 6.5 * POINT, align: 'centre' }));
      });
      y += cell;
    }
  }
  return pages.map((marks) => ({ width: sheetSize.width, height: sheetSize.height, marks }));
}
