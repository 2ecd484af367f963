import { PDFHexString, PDFName, PDFString, type PDFContext, type PDFRef } from 'pdf-lib';
import type { Font, Subset } from '@cantoo/fontkit';
import { openFont, type Face } from '../../../core/text/fonts.ts';
import type { PlacedGlyph } from '../../../core/text/placedGlyph.ts';

/** How a glyph is written in a content stream: its code, four hex digits, and its width in thousandths of an em. */
export interface GlyphCode {
  readonly hex: string;
  readonly width: number;
}

interface UsedGlyph {
  readonly number: number;
  readonly code: GlyphCode;
  readonly text: string;
  readonly inSubset: number;
}

/**
 * The part of a font that a file uses. Glyphs are taken as `core/text` shaped them, by their index: pdf-lib's own embedder
 * shapes the text again and differently. A glyph that stands for several texts gets a code for each, so that copied text is right.
 */
export class FontSubset {
  readonly ref: PDFRef;
  readonly #context: PDFContext;
  readonly #name: string;
  readonly #font: Font;
  readonly #subset: Subset;
  readonly #used = new Map<string, UsedGlyph>();
  readonly #taken = new Set<number>();

  constructor(context: PDFContext, face: Face) {
    this.#context = context;
    this.#name = face.font.postscriptName ?? face.name;
    this.#font = openFont(face.name, face.bytes);
    this.#subset = this.#font.createSubset();
    this.ref = context.nextRef();
  }

  codeOf({ id, text }: PlacedGlyph): GlyphCode {
    const key = `${id} ${text}`;
    const known = this.#used.get(key);
    if (known !== undefined) return known.code;
    const advance = this.#font.getGlyph(id)?.advanceWidth ?? 0;
    const number = this.#numberFor(id, text);
    const code = { hex: number.toString(16).padStart(4, '0'), width: thousandths((advance / this.#font.unitsPerEm) * 1000) };
    this.#used.set(key, { number, code, text, inSubset: this.#subset.includeGlyph(id) });
    return code;
  }

  /**
   * The glyph's own index, so that a page's content does not hang on what was drawn before it; for the second text of a glyph (a
   * capital A as the Greek one) a number made from the text, above all glyphs.
   */
  #numberFor(id: number, text: string): number {
    const [usual] = this.#font.stringsForGlyph(id);
    let number = usual === undefined || text === usual ? id : this.#font.numGlyphs + (hashOf(`${id} ${text}`) % (0xffff - this.#font.numGlyphs));
    while (this.#taken.has(number)) number = number === 0xffff ? 1 : number + 1;
    this.#taken.add(number);
    return number;
  }

  /** Writes the font into the file, once everything is drawn. */
  embed(): void {
    const context = this.#context;
    const used = [...this.#used.values()].sort((a, b) => a.number - b.number);
    const name = `${this.#tag()}+${this.#name}`;
    const descendant = context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: context.register(this.#descriptor(name)),
      W: used.flatMap(({ number, code }) => [number, [code.width]]),
      CIDToGIDMap: context.register(context.flateStream(glyphIndexes(used))),
    });
    const toUnicode = context.register(context.flateStream(characterMap(used)));
    context.assign(
      this.ref,
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: 'Identity-H',
        DescendantFonts: [context.register(descendant)],
        ToUnicode: toUnicode,
      }),
    );
  }

  #descriptor(name: string) {
    const { bbox, ascent, descent, capHeight, xHeight, italicAngle, unitsPerEm } = this.#font;
    const scale = 1000 / unitsPerEm;
    const file = this.#subset.encode();
    return this.#context.obj({
      Type: 'FontDescriptor',
      FontName: PDFName.of(name),
      // Symbolic: its glyphs are chosen by index, not by a standard encoding.
      Flags: 4,
      FontBBox: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map((edge) => Math.round(edge * scale)),
      ItalicAngle: italicAngle,
      Ascent: Math.round(ascent * scale),
      Descent: Math.round(descent * scale),
      CapHeight: Math.round(capHeight * scale),
      XHeight: Math.round(xHeight * scale),
      StemV: 80,
      FontFile2: this.#context.register(this.#context.flateStream(file, { Length1: file.length })),
    });
  }

  /** Six capitals that tell different subsets of one font apart (PDF 1.7, 9.6.4), the same for the same glyphs. */
  #tag(): string {
    const hash = hashOf([...this.#used.keys()].sort().join(','));
    return Array.from({ length: 6 }, (_, index) => String.fromCharCode(65 + (Math.floor(hash / 26 ** index) % 26))).join('');
  }
}

function glyphIndexes(used: readonly UsedGlyph[]): Uint8Array {
  const map = new Uint8Array(((used.at(-1)?.number ?? 0) + 1) * 2);
  const view = new DataView(map.buffer);
  for (const { number, inSubset } of used) view.setUint16(number * 2, inSubset);
  return map;
}

/** A ToUnicode CMap (PDF 1.7, 9.10.3); at most 100 entries go into one block. */
function characterMap(used: readonly UsedGlyph[]): string {
  const entries = used
    .filter(({ text }) => text !== '')
    .map(
      ({ code, text }) =>
        `<${code.hex}> ${PDFHexString.fromText(text)
          .toString()
          .replace(/^<FEFF/u, '<')}`,
    );
  const blocks: string[] = [];
  for (let at = 0; at < entries.length; at += 100) {
    const block = entries.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange\n<0000> <ffff>\nendcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function hashOf(text: string): number {
  let hash = 0;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 26 ** 6;
  return hash;
}

function thousandths(width: number): number {
  return Math.round(width * 1000) / 1000;
}
