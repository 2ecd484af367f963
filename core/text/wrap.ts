import type { FaceName } from './face.ts';
import type { Fonts } from './fonts.ts';
import type { PlacedGlyph } from './placedGlyph.ts';
import { graphemesOf, readable, shapeWord } from './shape.ts';

/** Text to set; lengths in mm, `leading` (the distance of the lines) in ems. */
export interface TextToSet {
  readonly text: string;
  readonly face: FaceName;
  /** The em. */
  readonly size: number;
  readonly leading: number;
  readonly align: 'start' | 'centre' | 'end';
  readonly width: number;
}

/** Glyphs of one face that stand side by side in a line. Lengths in mm; the glyphs' from the start of the run. */
export interface RunOfText {
  /** Null where no face has the characters: draw a plain box for each glyph. */
  readonly face: FaceName | null;
  readonly text: string;
  /** From the start of the line. */
  readonly x: number;
  readonly width: number;
  readonly glyphs: readonly PlacedGlyph[];
}

/** Lengths in mm from the block's top left corner. */
export interface LineOfText {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly runs: readonly RunOfText[];
}

export interface TextLayout {
  readonly lines: readonly LineOfText[];
  readonly height: number;
  /** The width of the longest line. */
  readonly widest: number;
}

/** A line may be this much wider than asked, in ems, so that a text set to its own width does not break. */
const ROUNDING = 1e-9;

/** A stretch that is not broken without need, with the white space before it. */
interface Piece {
  readonly gap: string;
  readonly text: string;
}

/**
 * Breaks text into lines and places every glyph, the same for screen and paper. Lines end at line breaks, at white space,
 * and after hyphens and dashes inside a word; a word that is wider than a whole line is broken between characters.
 * No line is wider than `width`, unless a single character is. Never throws: any text can be set.
 */
export function layOutText(fonts: Fonts, setting: TextToSet): TextLayout {
  const { face, size, leading, align, width } = setting;
  const texts = readable(setting.text)
    .split('\n')
    .flatMap((paragraph) => breakLines(paragraph, (text) => widthOf(fonts, face, text) <= width / size + ROUNDING));
  const first = firstBaseline(fonts, setting);
  const room = { start: 0, centre: 0.5, end: 1 }[align];
  const lines = texts.map((text, index): LineOfText => {
    const runs = placeLine(fonts, face, size, text);
    const length = runs.reduce((sum, run) => sum + run.width, 0);
    return { text, x: (width - length) * room, baseline: first + index * size * leading, width: length, runs };
  });
  return { lines, height: lines.length * size * leading, widest: Math.max(0, ...lines.map((line) => line.width)) };
}

/** Where the first baseline lies under the block's top, in mm: the ink of a full line stands in the middle of its leading. */
export function firstBaseline(fonts: Fonts, { face, size, leading }: Pick<TextToSet, 'face' | 'size' | 'leading'>): number {
  const { rise, fall } = fonts[face];
  return ((leading - rise - fall) / 2 + rise) * size;
}

function widthOf(fonts: Fonts, face: FaceName, text: string): number {
  return wordsAndSpaces(text).reduce((sum, word) => sum + shapeWord(fonts, face, word).width, 0);
}

/** First fit. A word that needs breaking starts on its own line, or a narrower column could end up with fewer lines. */
function breakLines(paragraph: string, fits: (text: string) => boolean): string[] {
  const lines: string[] = [];
  let line: string | null = null;
  for (const { gap, text } of piecesOf(paragraph)) {
    const longer: string = line === null ? text : line + gap + text;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== null) lines.push(line);
    const chunks = fits(text) ? [text] : breakWord(text, fits);
    lines.push(...chunks.slice(0, -1));
    line = chunks.at(-1) ?? null;
  }
  lines.push(line ?? '');
  return lines;
}

function breakWord(word: string, fits: (text: string) => boolean): string[] {
  const chunks: string[] = [];
  let chunk = '';
  for (const grapheme of graphemesOf(word)) {
    if (chunk !== '' && !fits(chunk + grapheme)) {
      chunks.push(chunk);
      chunk = '';
    }
    chunk += grapheme;
  }
  return [...chunks, chunk];
}

/** White space that may not break (U+00A0, U+202F) belongs to its word. A dash breaks after a letter and before a letter: “ten-year-old”, but neither “-5” nor “3-2”. */
function piecesOf(paragraph: string): Piece[] {
  return Array.from(paragraph.matchAll(/([^\S\u00a0\u202f]*)((?:[^\s]|[\u00a0\u202f])+)/gu)).flatMap(([, gap = '', word = '']) =>
    word.split(/(?<=[\p{L}\p{M}][-\u2010–—])(?=[\p{L}\p{P}])/u).map((text, index) => ({ gap: index === 0 ? gap : '', text })),
  );
}

function wordsAndSpaces(text: string): string[] {
  return text.match(/\s+|\S+/gu) ?? [];
}

function placeLine(fonts: Fonts, face: FaceName, size: number, text: string): RunOfText[] {
  const runs: { face: FaceName | null; text: string; x: number; width: number; glyphs: PlacedGlyph[] }[] = [];
  let pen = 0;
  for (const word of wordsAndSpaces(text)) {
    for (const shaped of shapeWord(fonts, face, word).runs) {
      let run = runs.at(-1);
      if (run === undefined || run.face !== shaped.face) {
        run = { face: shaped.face, text: '', x: pen, width: 0, glyphs: [] };
        runs.push(run);
      }
      const start = run.width;
      run.glyphs.push(...shaped.glyphs.map((glyph) => inMillimetres(glyph, size, start)));
      run.text += shaped.text;
      run.width += shaped.width * size;
      pen += shaped.width * size;
    }
  }
  return runs;
}

function inMillimetres({ id, text, x, y, advance }: PlacedGlyph, size: number, start: number): PlacedGlyph {
  const placed = { id, text, x: start + x * size, advance: advance * size };
  return y === undefined ? placed : { ...placed, y: y * size };
}
