import type { Font } from '@cantoo/fontkit';
import { handwritingFont, type Hand } from './hands.ts';
import type { Random } from './random.ts';

/** What a pen has left on the sheet: SVG path data in mm from the sheet's top left corner, y down. */
export interface Ink {
  /** Outlines, to be filled. */
  readonly letters: readonly string[];
  /** Lines drawn across what was written, to be stroked. */
  readonly crossings: readonly string[];
}

/** Where a hand may write, in mm. */
export interface Lines {
  readonly left: number;
  readonly right: number;
  readonly firstBaseline: number;
  readonly lineHeight: number;
  readonly count: number;
}

/** What remains to be read: crossed-out words, marked `~so~` in `written`, left out. */
export function readable(written: string): string {
  return written
    .split(' ')
    .filter((word) => !isCrossedOut(word))
    .join(' ');
}

/**
 * Writes `written` in one hand, breaking lines as it goes, every word and letter a little off its place.
 * @returns the ink and how many lines it took.
 * @throws Error when it runs past the last line, or when the hand has no shape for a letter.
 */
export function writeByHand(written: string, hand: Hand, lines: Lines, random: Random): { ink: Ink; linesUsed: number } {
  const font = handwritingFont(hand.font);
  const scale = hand.xHeight / smallXHeight(font);
  const letters: string[] = [];
  const crossings: string[] = [];
  let line = 0;
  let x = lines.left + random.between(0, 2);
  let rightEdge = lines.right - random.between(0, 8);
  let drift = random.around() * 0.006 * hand.unsteady;
  for (const token of written.split(' ')) {
    const word = token.replaceAll('~', '');
    const size = scale * (1 + random.around() * 0.045 * hand.unsteady);
    const run = font.layout(word);
    if (run.glyphs.some((glyph) => glyph.id === 0)) throw new Error(`The hand "${hand.font}" cannot write "${word}".`);
    if (x + run.advanceWidth * size > rightEdge) {
      line += 1;
      x = lines.left + random.between(0, 3) * hand.unsteady;
      rightEdge = lines.right - random.between(0, 8);
      drift = random.around() * 0.006 * hand.unsteady;
    }
    if (line >= lines.count) throw new Error(`"${written}" is too long for its sheet.`);
    const baseline = lines.firstBaseline + line * lines.lineHeight - 0.3 + (x - lines.left) * drift + random.around() * 0.3 * hand.unsteady;
    const turn = radians(random.around() * 1.1 * hand.unsteady);
    const start = x;
    run.glyphs.forEach((glyph, index) => {
      const offset = run.positions?.[index]?.xOffset ?? 0;
      const wobble = radians(random.around() * 1.6 * hand.unsteady);
      const grow = size * (1 + random.around() * 0.035 * hand.unsteady);
      const lift = random.around() * 0.13 * hand.unsteady + (x - start) * Math.sin(turn);
      const [cos, sin] = [Math.cos(turn + wobble) * grow, Math.sin(turn + wobble) * grow];
      const [originX, originY] = [x + offset * size, baseline + lift];
      letters.push(glyph.path.mapPoints((px, py) => [tidy(originX + px * cos + py * sin), tidy(originY + px * sin - py * cos)]).toSVG());
      x += (run.positions?.[index]?.xAdvance ?? glyph.advanceWidth) * size;
    });
    if (isCrossedOut(token)) crossings.push(scribble(start, x, baseline - hand.xHeight * 0.5, hand.xHeight, random));
    x += hand.xHeight * hand.gap * (1 + random.around() * 0.12 * hand.unsteady);
  }
  return { ink: { letters, crossings }, linesUsed: line + 1 };
}

/** Printed words, straight and even: `size` is the em in mm. */
export function printedWords(text: string, font: Font, size: number, x: number, baseline: number): string {
  const scale = size / font.unitsPerEm;
  const run = font.layout(text);
  let pen = x;
  return run.glyphs
    .map((glyph, index) => {
      const at = pen;
      pen += (run.positions?.[index]?.xAdvance ?? glyph.advanceWidth) * scale;
      return glyph.path.mapPoints((px, py) => [tidy(at + px * scale), tidy(baseline - py * scale)]).toSVG();
    })
    .join('');
}

function isCrossedOut(word: string): boolean {
  return word.startsWith('~') && word.endsWith('~');
}

/** There and back again across a word, as children cross out. */
function scribble(left: number, right: number, middle: number, height: number, random: Random): string {
  const passes = 4;
  const corners = Array.from({ length: passes + 1 }, (_, pass) => {
    const x = pass % 2 === 0 ? left - 0.6 + random.around() * 0.4 : right + 0.6 + random.around() * 0.4;
    return `${tidy(x)} ${tidy(middle + random.around() * height * 0.28)}`;
  });
  return `M${corners.join('L')}`;
}

// The height a font states for its x is wrong in several of these fonts; the letter itself is not.
function smallXHeight(font: Font): number {
  const height = font.glyphForCodePoint(0x78)?.bbox.maxY ?? 0;
  if (height <= 0) throw new Error(`The font ${font.postscriptName ?? ''} has no small x.`);
  return height;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function tidy(millimetres: number): number {
  return Math.round(millimetres * 1000) / 1000;
}
