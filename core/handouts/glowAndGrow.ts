import type { Mark } from '../drawing/mark.ts';
import { standIn } from '../drawing/symbols.ts';
import type { Rect } from '../kernel/rect.ts';
import type { Fonts } from '../text/fonts.ts';
import type { SheetSize } from '../sheets/sheetSize.ts';
import { pagesOf } from './nUp.ts';
import { HANDOUT_GREY, HANDOUT_INK, POINT, rule, sizeToFit, wordsIn, type DrawnPage } from '../drawing/drawnPage.ts';

/** Words for one pupil; an empty `glow` or `grow` leaves lines to write on. */
export interface Slip {
  readonly pupil: string;
  readonly glow: string;
  readonly grow: string;
}

export interface SlipWords {
  readonly glow: string;
  readonly grow: string;
}

/** 14 pt: what a child of six reads at arm's length. */
const SIZE = 14 * POINT;
const INSET = 10;
const LINE = 11;

/** Feedback slips, four on a page: a star for what went well, a triangle for the next step; shapes tell them apart without colour. */
export function glowAndGrow(fonts: Fonts, sheetSize: SheetSize, slips: readonly Slip[], words: SlipWords): readonly DrawnPage[] {
  return pagesOf({ sheetSize, orientation: 'portrait', columns: 2, rows: 2 }, slips, (slip, piece) => drawSlip(fonts, slip, words, piece));
}

function drawSlip(fonts: Fonts, { pupil, glow, grow }: Slip, words: SlipWords, piece: Rect): Mark[] {
  const box = { x: piece.x + INSET, y: piece.y + INSET, width: piece.width - 2 * INSET, height: piece.height - 2 * INSET };
  const head = 9;
  const half = (box.height - head) / 2;
  return [
    ...wordsIn(fonts, pupil, { ...box, height: head }, SIZE, { face: 'andika-bold' }).marks,
    ...drawHalf(fonts, '★', words.glow, glow, { ...box, y: box.y + head, height: half }),
    rule(box.x, box.y + head + half, box.x + box.width, box.y + head + half, HANDOUT_GREY),
    ...drawHalf(fonts, '▲', words.grow, grow, { ...box, y: box.y + head + half + 2, height: half - 2 }),
  ];
}

function drawHalf(fonts: Fonts, sign: '★' | '▲', heading: string, text: string, { x, y, width, height }: Rect): Mark[] {
  const side = SIZE * 1.1;
  const title = wordsIn(fonts, heading, { x: x + side * 1.4, y, width: width - side * 1.4, height }, SIZE, { face: 'andika-bold' });
  const rest = { x, y: y + title.height + 1, width, height: height - title.height - 1 };
  const marks = [standIn(sign, { x, y: y + (SIZE * 1.3 - side) / 2, width: side, height: side }, HANDOUT_INK), ...title.marks];
  if (text.trim() !== '') return [...marks, ...wordsIn(fonts, text, rest, sizeToFit(fonts, text, rest, SIZE * 1.3, SIZE)).marks];
  const lines = Array.from({ length: Math.floor(rest.height / LINE) }, (_, index) => rest.y + (index + 1) * LINE);
  return [...marks, ...lines.map((at) => rule(x, at, x + width, at, HANDOUT_GREY))];
}
