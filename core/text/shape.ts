import type { FaceName } from './face.ts';
import { faceFor, type Face, type Fonts } from './fonts.ts';
import type { PlacedGlyph } from './placedGlyph.ts';

/** Neighbouring characters out of one face. All lengths in ems, from the start of the run. */
export interface ShapedRun {
  /** Null where no face has the characters: draw a plain box. */
  readonly face: FaceName | null;
  readonly text: string;
  readonly width: number;
  readonly glyphs: readonly PlacedGlyph[];
}

export interface ShapedWord {
  readonly width: number;
  readonly runs: readonly ShapedRun[];
}

/** The width of the box that stands for a character no face has, in ems. */
const MISSING_WIDTH = 0.72;

/** Shaping costs milliseconds, and a chart says the same words often; an evening's typing must not fill the memory. */
const CACHED_WORDS = 20_000;
const caches = new WeakMap<Fonts, Map<string, ShapedWord>>();

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Text as the whole of `core/text` takes it: composed (NFC), line ends as `\n`, other control characters as spaces,
 * without characters that never show (soft hyphens, joiners, byte order marks).
 */
export function readable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n|[\r\u0085\u2028\u2029]/gu, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFC');
}

/** What a reader takes for one character each. */
export function graphemesOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Kerned glyphs of a word (or of spaces), with what the face lacks borrowed from another. None of our fonts kerns with the space, so words shape alone. */
export function shapeWord(fonts: Fonts, face: FaceName, word: string): ShapedWord {
  const cache = cacheOf(fonts);
  const key = `${face} ${word}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const runs = runsOf(fonts, face, word).map((run) => (run.face === null ? boxesFor(run.text) : shapeRun(run.face, run.text)));
  const shaped = { runs, width: runs.reduce((sum, run) => sum + run.width, 0) };
  if (cache.size >= CACHED_WORDS) cache.clear();
  cache.set(key, shaped);
  return shaped;
}

function cacheOf(fonts: Fonts): Map<string, ShapedWord> {
  const known = caches.get(fonts);
  if (known !== undefined) return known;
  const fresh = new Map<string, ShapedWord>();
  caches.set(fonts, fresh);
  return fresh;
}

function runsOf(fonts: Fonts, wanted: FaceName, word: string): { face: Face | null; text: string }[] {
  const whole = faceFor(fonts, wanted, word);
  if (whole?.name === wanted) return [{ face: whole, text: word }];
  const runs: { face: Face | null; text: string }[] = [];
  for (const grapheme of graphemesOf(word)) {
    const face = faceFor(fonts, wanted, grapheme);
    const last = runs.at(-1);
    if (last !== undefined && last.face === face) last.text += grapheme;
    else runs.push({ face, text: grapheme });
  }
  return runs;
}

function shapeRun(face: Face, text: string): ShapedRun {
  const em = face.font.unitsPerEm;
  const { glyphs, positions } = face.font.layout(text);
  const texts = textsOf(
    text,
    glyphs.map((glyph) => glyph.codePoints.length),
  );
  let pen = 0;
  const placed = glyphs.map((glyph, index): PlacedGlyph => {
    const position = positions?.[index] ?? { xAdvance: glyph.advanceWidth, xOffset: 0, yOffset: 0 };
    const at = { id: glyph.id, text: texts[index] ?? '', x: (pen + position.xOffset) / em, advance: glyph.advanceWidth / em };
    pen += position.xAdvance;
    return position.yOffset === 0 ? at : { ...at, y: position.yOffset / em };
  });
  return { face: face.name, text, width: pen / em, glyphs: placed };
}

/** The characters behind each glyph. Only their number is taken from fontkit, whose glyphs may remember another character of the same look. */
function textsOf(text: string, counts: readonly number[]): string[] {
  const characters = Array.from(text);
  if (counts.reduce((sum, count) => sum + count, 0) !== characters.length) return [text];
  let next = 0;
  return counts.map((count) => characters.slice(next, (next += count)).join(''));
}

function boxesFor(text: string): ShapedRun {
  const glyphs = graphemesOf(text).map((grapheme, index): PlacedGlyph => ({ id: 0, text: grapheme, x: index * MISSING_WIDTH, advance: MISSING_WIDTH }));
  return { face: null, text, width: glyphs.length * MISSING_WIDTH, glyphs };
}
