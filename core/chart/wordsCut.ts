import type { Fonts } from '../text/fonts.ts';
import type { SheetPlan } from '../sheets/sheets.ts';
import type { Strip } from './document.ts';
import type { LineOfTextMark, Mark } from '../drawing/mark.ts';

/** Where one sheet ends and the next begins, once they are glued; mm on the strip. */
export interface Seam {
  /** `x`: an upright seam. */
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The edges between sheets that can be seen on the finished strip. */
export function visibleSeams({ sheets, strip }: Pick<SheetPlan, 'sheets' | 'strip'>): Seam[] {
  return sheets.flatMap(({ visible: { x, y, width, height } }): Seam[] => [
    ...(x + width < strip.width - 1e-3 ? [{ axis: 'x' as const, at: x + width, from: y, to: y + height }] : []),
    ...(y + height < strip.height - 1e-3 ? [{ axis: 'y' as const, at: y + height, from: x, to: x + width }] : []),
  ]);
}

/** A word's ink, mm on the strip. */
interface Word {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How many words of the strip lie under a seam: `marks` is what the strip was painted with. */
export function wordsCut(marks: readonly Mark[], seams: readonly Seam[], fonts: Fonts): number {
  return marks.flatMap((mark) => (mark.kind === 'text' ? wordsOf(mark, fonts) : [])).filter((word) => seams.some((seam) => cuts(seam, word))).length;
}

/** How many pictures of papers lie under a seam. */
export function papersCut({ elements }: Strip, seams: readonly Seam[]): number {
  return elements.filter((element) => (element.kind === 'picture' || element.kind === 'typed') && seams.some((seam) => cuts(seam, element))).length;
}

function wordsOf(mark: LineOfTextMark, fonts: Fonts): Word[] {
  const { capHeight, fall } = fonts[mark.face];
  const y = mark.baseline - capHeight * mark.size;
  const height = (capHeight + fall) * mark.size;
  const words: Word[] = [];
  let start: number | null = null;
  let end = 0;
  for (const glyph of [...mark.glyphs, { text: ' ', x: mark.width, advance: 0 }]) {
    if (glyph.text.trim() === '') {
      if (start !== null) words.push({ x: mark.x + start, y, width: end - start, height });
      start = null;
    } else {
      start ??= glyph.x;
      end = glyph.x + glyph.advance;
    }
  }
  return words;
}

/** A hair's breadth is no cut. */
const HAIR = 0.2;

function cuts({ axis, at, from, to }: Seam, { x, y, width, height }: Word): boolean {
  return axis === 'x'
    ? at > x + HAIR && at < x + width - HAIR && to > y + HAIR && from < y + height - HAIR
    : at > y + HAIR && at < y + height - HAIR && to > x + HAIR && from < x + width - HAIR;
}
