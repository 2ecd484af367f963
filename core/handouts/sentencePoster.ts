import { tick } from '../drawing/symbols.ts';
import type { GoalSymbol, SentenceCard } from '../goals/goal.ts';
import type { Fonts } from '../text/fonts.ts';
import type { SheetSize } from '../sheets/sheetSize.ts';
import { fitWords } from '../drawing/fitWords.ts';
import { insideOf } from './listPages.ts';
import { HANDOUT_GREY, HANDOUT_INK, POINT, rule, type DrawnPage } from '../drawing/drawnPage.ts';
import { handoutWords } from '../words/handouts.ts';
import { symbolMarks } from './symbolMarks.ts';

export interface CardOnHandout {
  readonly card: SentenceCard;
  /** For each ingredient the symbols of the goals that teach it. */
  readonly symbols: readonly (readonly GoalSymbol[])[];
}

const MOST_SYMBOLS = 3;

/** What makes a good sentence in one year, for the wall: an example, and its ingredients with the symbols that lead to them. */
export function sentencePoster(fonts: Fonts, sheetSize: SheetSize, { card, symbols }: CardOnHandout): DrawnPage {
  const inside = insideOf(sheetSize);
  const scale = sheetSize.width / 210;
  const example = { x: inside.x, y: inside.y + 28 * scale, width: inside.width, height: 40 * scale };
  const top = card.example === '' ? example.y : example.y + example.height + 10 * scale;
  const row = Math.min(34 * scale, (inside.y + inside.height - top) / Math.max(1, card.ingredients.length));
  const side = Math.min(16 * scale, row * 0.72);
  const marks = [
    ...fitWords(
      fonts,
      card.title === '' ? handoutWords.sentence : card.title,
      { ...inside, height: 24 * scale },
      {
        size: 38 * POINT * scale,
        least: 14 * POINT,
        face: 'andika-bold',
      },
    ),
    ...(card.example === '' ? [] : [{ kind: 'box' as const, box: example, radius: 5 * scale, fill: null, stroke: HANDOUT_INK, strokeWidth: 0.8, dash: [] }]),
    ...fitWords(
      fonts,
      card.example,
      { x: example.x + 7 * scale, y: example.y + 4 * scale, width: example.width - 14 * scale, height: example.height - 8 * scale },
      {
        size: 30 * POINT * scale,
        least: 12 * POINT,
        stand: 'middle',
        align: 'centre',
      },
    ),
    ...card.ingredients.flatMap(({ text }, index) => {
      const y = top + index * row;
      const shown = (symbols[index] ?? []).slice(0, MOST_SYMBOLS);
      const right = inside.x + inside.width - shown.length * (side + 2 * scale);
      const left = inside.x + side + 5 * scale;
      return [
        tick({ x: inside.x + side * 0.15, y: y + (row - side * 0.7) / 2, width: side * 0.7, height: side * 0.7 }, HANDOUT_INK),
        ...fitWords(
          fonts,
          text,
          { x: left, y: y + 1, width: right - left - 4 * scale, height: row - 2 },
          { size: 24 * POINT * scale, least: 9 * POINT, stand: 'middle' },
        ),
        ...shown.flatMap((symbol, place) => symbolMarks(symbol, right + place * (side + 2 * scale), y + (row - side) / 2, side)),
        rule(inside.x, y + row, inside.x + inside.width, y + row, HANDOUT_GREY, 0.2),
      ];
    }),
  ];
  return { width: sheetSize.width, height: sheetSize.height, marks };
}
