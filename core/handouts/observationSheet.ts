import type { Mark } from '../drawing/mark.ts';
import type { Goal, GoalSymbol } from '../goals/goal.ts';
import type { Rect } from '../kernel/rect.ts';
import type { Fonts } from '../text/fonts.ts';
import type { SheetSize } from '../sheets/sheetSize.ts';
import { dayInWords } from '../words/dayInWords.ts';
import { fitWords } from '../drawing/fitWords.ts';
import { insideOf } from './listPages.ts';
import { HANDOUT_GREY, POINT, rule, type DrawnPage } from '../drawing/drawnPage.ts';
import { handoutWords } from '../words/handouts.ts';
import { symbolMarks } from './symbolMarks.ts';

const LINE = 9;

/** For a colleague who visits a lesson: what to look for, what was seen, one idea to take along. About the goal, never about a pupil. */
export function observationSheet(fonts: Fonts, sheetSize: SheetSize, date: string, goal: Goal | undefined, symbol: GoalSymbol | undefined): DrawnPage {
  const inside = insideOf(sheetSize);
  const part = (share: number, until: number): Rect => ({ ...inside, y: inside.y + inside.height * share, height: inside.height * (until - share) });
  const side = 22;
  const top = part(0.09, 0.2);
  const beside = { ...top, x: top.x + side + 6, width: top.width - side - 6 };
  return {
    width: sheetSize.width,
    height: sheetSize.height,
    marks: [
      ...fitWords(
        fonts,
        handoutWords.observation,
        { ...part(0, 0.07), width: inside.width * 0.65 },
        { size: 20 * POINT, least: 12 * POINT, face: 'andika-bold' },
      ),
      ...fitWords(
        fonts,
        dayInWords(date),
        { ...part(0, 0.05), x: inside.x + inside.width * 0.67, width: inside.width * 0.33 },
        { size: 12 * POINT, least: 8 * POINT, align: 'end', stand: 'middle' },
      ),
      ...(goal === undefined ? lined(fonts, handoutWords.observationGoal, top, '') : goalAtTop(fonts, goal, beside, symbolMarks(symbol, top.x, top.y, side))),
      ...lined(fonts, handoutWords.lookFor, part(0.22, 0.38), goal?.lookFor ?? ''),
      ...lined(fonts, handoutWords.saw, part(0.4, 0.74), ''),
      ...lined(fonts, handoutWords.idea, part(0.76, 0.95), ''),
      ...fitWords(fonts, handoutWords.noNames, part(0.965, 1), { size: 9 * POINT, least: 7 * POINT, stand: 'foot', colour: HANDOUT_GREY }),
    ],
  };
}

const goalAtTop = (fonts: Fonts, goal: Goal, box: Rect, symbol: readonly Mark[]): Mark[] => [
  ...symbol,
  ...fitWords(fonts, handoutWords.observationGoal, { ...box, height: 6 }, { size: 10 * POINT, least: 7 * POINT, colour: HANDOUT_GREY }),
  ...fitWords(fonts, goal.pupilText, { ...box, y: box.y + 6, height: box.height - 8 }, { size: 18 * POINT, least: 9 * POINT, stand: 'middle' }),
];

/** A heading, what is known already, and lines for the rest. */
function lined(fonts: Fonts, title: string, box: Rect, text: string): Mark[] {
  const head = 8;
  const rest = { ...box, y: box.y + head, height: box.height - head };
  const said = fitWords(fonts, text, { ...rest, height: rest.height * 0.55 }, { size: 12 * POINT, least: 8 * POINT });
  const from = said.reduce((lowest, mark) => (mark.kind === 'text' ? Math.max(lowest, mark.baseline + 2) : lowest), rest.y);
  const count = Math.floor((rest.y + rest.height - from) / LINE);
  return [
    ...fitWords(fonts, title, { ...box, height: head }, { size: 13 * POINT, least: 8 * POINT, face: 'andika-bold' }),
    ...said,
    ...Array.from({ length: count }, (_, index) => rule(box.x, from + (index + 1) * LINE, box.x + box.width, from + (index + 1) * LINE, HANDOUT_GREY)),
  ];
}
