import { create, type Font } from '@cantoo/fontkit';
import type { FaceName } from './face.ts';
import { perFace } from './fontFiles.ts';
import { troubleWords } from '../words/trouble.ts';

/** One parsed font file. Heights in ems: `rise` from the baseline to the top of an accented capital, `fall` (positive) to the bottom of a g. */
export interface Face {
  readonly name: FaceName;
  /** For shaping only: fontkit keeps glyphs with the characters they were first asked for, so whoever looks at outlines or subsets opens `bytes` anew. */
  readonly font: Font;
  readonly bytes: Uint8Array;
  readonly rise: number;
  readonly fall: number;
  readonly capHeight: number;
  readonly xHeight: number;
}

export type Fonts = Readonly<Record<FaceName, Face>>;

/** Who lends a face the letters it lacks, first choice first. */
const LENDERS: Readonly<Record<FaceName, readonly FaceName[]>> = {
  andika: [],
  'andika-bold': ['andika'],
  lexend: ['andika'],
  'lexend-bold': ['andika-bold', 'andika'],
  hand: ['andika'],
};

/** Parses the fonts once; the same bytes go to the screen and into the PDF. Throws an Error that names the font which cannot be read. */
export function loadFonts(bytes: Readonly<Record<FaceName, Uint8Array>>): Fonts {
  return perFace((face) => parse(face, bytes[face]));
}

/** The face itself or the lender that has every one of these characters; null where none has. */
export function faceFor(fonts: Fonts, wanted: FaceName, characters: string): Face | null {
  for (const name of [wanted, ...LENDERS[wanted]]) {
    const face = fonts[name];
    if (has(face.font, characters)) return face;
  }
  return null;
}

function has(font: Font, characters: string): boolean {
  for (const character of characters) if (!font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return false;
  return true;
}

function parse(name: FaceName, bytes: Uint8Array): Face {
  const measured = openFont(name, bytes);
  const em = measured.unitsPerEm;
  const rise = inkOf(measured, 'ÁĀÅ').top / em;
  const fall = -inkOf(measured, 'gjpqyç').bottom / em;
  return { name, font: openFont(name, bytes), bytes, rise, fall, capHeight: measured.capHeight / em, xHeight: measured.xHeight / em };
}

/** A fresh reading of a font file. Throws an Error that names the font which cannot be read. */
export function openFont(name: FaceName, bytes: Uint8Array): Font {
  let font;
  try {
    font = create(bytes);
  } catch (cause) {
    throw new Error(troubleWords.fontNotRead(name), { cause });
  }
  if (font === null || !('layout' in font)) throw new Error(troubleWords.fontNotRead(name));
  return font;
}

function inkOf(font: Font, letters: string): { top: number; bottom: number } {
  const boxes = font.layout(letters).glyphs.map((glyph) => glyph.bbox);
  return { top: Math.max(...boxes.map((box) => box.maxY)), bottom: Math.min(...boxes.map((box) => box.minY)) };
}
