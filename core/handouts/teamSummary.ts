import type { Mark } from '../drawing/mark.ts';
import type { Rect } from '../kernel/rect.ts';
import type { Goal, GoalSymbol } from '../goals/goal.ts';
import type { Fonts } from '../text/fonts.ts';
import type { SheetSize } from '../sheets/sheetSize.ts';
import { dayInWords } from '../words/dayInWords.ts';
import { fitWords } from '../drawing/fitWords.ts';
import { insideOf } from './listPages.ts';
import { HANDOUT_GREY, POINT, rule, type DrawnPage } from '../drawing/drawnPage.ts';
import { handoutWords } from '../words/handouts.ts';
import { symbolMarks } from './symbolMarks.ts';

/** Goals with how many pupils, as the team looks at them; never who. */
export interface CountedGoals {
  readonly title: string;
  /** What is said where there are none. */
  readonly none: string;
  readonly goals: readonly { readonly goal: Goal; readonly symbol: GoalSymbol | undefined; readonly pupils: number }[];
}

export interface TeamSummaryPage {
  readonly from: string;
  readonly until: string;
  /** What the weeks were like, one sentence each. */
  readonly sentences: readonly string[];
  readonly parts: readonly CountedGoals[];
}

const HEAD = 22;
const SENTENCE = 8;
const TITLE = 9;
const ROW = 11;
const SYMBOL = 9;
/** Lines to write on in the meeting, mm apart. */
const LINE = 9;
const LINES = 4;
/** More goals than this in one part nobody talks through in a meeting. */
const MOST = 6;

/** One page for a team's meeting, mm: what the weeks were like, in counts, and lines to write on. Nobody is named, neither by name nor by code. */
export function teamSummary(fonts: Fonts, sheetSize: SheetSize, { from, until, sentences, parts }: TeamSummaryPage): DrawnPage {
  const inside = insideOf(sheetSize);
  const marks: Mark[] = [];
  let y = inside.y;
  const take = (height: number): Rect => {
    const box = { ...inside, y, height };
    y += height;
    return box;
  };
  const title = take(HEAD);
  marks.push(
    ...fitWords(fonts, handoutWords.team.title, { ...title, height: 12 }, { size: 24 * POINT, least: 14 * POINT, face: 'andika-bold' }),
    ...fitWords(
      fonts,
      handoutWords.team.days(dayInWords(from), dayInWords(until)),
      { ...title, y: title.y + 12, height: 7 },
      { size: 12 * POINT, least: 9 * POINT, colour: HANDOUT_GREY },
    ),
  );
  for (const sentence of sentences) marks.push(...fitWords(fonts, sentence, take(SENTENCE), { size: 13 * POINT, least: 9 * POINT, stand: 'middle' }));
  const room = inside.y + inside.height - y - (TITLE + 4 + LINES * LINE) - parts.length * (TITLE + 4);
  const rows = Math.min(MOST, Math.floor(room / ROW / Math.max(1, parts.length)));
  for (const part of parts) marks.push(...partMarks(fonts, take(TITLE + 4 + rowsOf(part, rows) * ROW), part, rows));
  const decided = take(TITLE + 4);
  marks.push(
    ...fitWords(fonts, handoutWords.team.next, { ...decided, y: decided.y + 4, height: TITLE }, { size: 14 * POINT, least: 9 * POINT, face: 'andika-bold' }),
  );
  for (let line = 0; line < LINES; line += 1) {
    const box = take(LINE);
    marks.push(rule(box.x, box.y + LINE, box.x + box.width, box.y + LINE, HANDOUT_GREY, 0.2));
  }
  return { width: sheetSize.width, height: sheetSize.height, marks };
}

const rowsOf = ({ goals }: CountedGoals, most: number): number => Math.max(1, Math.min(most, goals.length));

function partMarks(fonts: Fonts, box: Rect, part: CountedGoals, most: number): Mark[] {
  const { title, none, goals } = part;
  const head = fitWords(fonts, title, { ...box, y: box.y + 4, height: TITLE }, { size: 14 * POINT, least: 9 * POINT, face: 'andika-bold' });
  const rowBox = (index: number): Rect => ({ ...box, y: box.y + 4 + TITLE + index * ROW, height: ROW });
  if (goals.length === 0) return [...head, ...fitWords(fonts, none, rowBox(0), { size: 12 * POINT, least: 9 * POINT, stand: 'middle', colour: HANDOUT_GREY })];
  const shown = goals.slice(0, goals.length > most ? most - 1 : most);
  const rows = shown.flatMap(({ goal, symbol, pupils }, index) => {
    const row = rowBox(index);
    return [
      ...symbolMarks(symbol, row.x, row.y + (ROW - SYMBOL) / 2, SYMBOL),
      ...fitWords(
        fonts,
        goal.pupilText,
        { ...row, x: row.x + SYMBOL + 4, width: row.width - SYMBOL - 36 },
        { size: 13 * POINT, least: 8 * POINT, stand: 'middle' },
      ),
      ...fitWords(
        fonts,
        handoutWords.team.writers(pupils),
        { ...row, x: row.x + row.width - 30, width: 30 },
        { size: 12 * POINT, least: 9 * POINT, align: 'end', stand: 'middle', colour: HANDOUT_GREY },
      ),
    ];
  });
  const left = goals.length - shown.length;
  const more =
    left > 0
      ? fitWords(fonts, handoutWords.team.more(left), rowBox(shown.length), { size: 12 * POINT, least: 9 * POINT, stand: 'middle', colour: HANDOUT_GREY })
      : [];
  return [...head, ...rows, ...more];
}
