import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FaceName } from '../../core/text/face.ts';
import { perFace } from '../../core/text/fontFiles.ts';
import { loadFonts } from '../../core/text/fonts.ts';
import { readable } from '../../core/text/shape.ts';
import { layOutText, type TextToSet } from '../../core/text/wrap.ts';
import { wallFonts } from '../support/wallFonts.ts';

const plain: TextToSet = { text: '', face: 'andika', size: 10, leading: 1.4, align: 'start', width: 100 };
const set = (setting: Partial<TextToSet>) => layOutText(wallFonts, { ...plain, ...setting });
const linesOf = (setting: Partial<TextToSet>) => set(setting).lines.map((line) => line.text);

const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'bees',
      'WATER',
      'AVATAR',
      'Tūī',
      'whānau',
      'because',
      'ten-year-old',
      'efficient',
      'T.',
      '“To',
      'LT',
      'Ōtautahi',
      'e\u0302',
      '—',
      '-5',
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 14 }) },
  { weight: 1, arbitrary: fc.constantFrom('🐝', '漢字', '\n', '\t', '  ', '\u00a0', 'Llanfairpwllgwyngyllgogerychwyrndrobwll') },
);
const prose = fc.array(word, { maxLength: 24 }).map((words) => words.join(' '));
const face = fc.constantFrom(...FaceName.options);
const unspaced = (text: string) => text.replace(/\s/gu, '');

describe('lines', () => {
  test('end at white space and after a dash inside a word, and a line break is obeyed', () => {
    expect(linesOf({ text: 'Bees help flowers grow', width: 60 })).toEqual(['Bees help', 'flowers grow']);
    expect(linesOf({ text: 'a ten-year-old', width: 40 })).toEqual(['a ten-', 'year-old']);
    expect(linesOf({ text: 'one\r\ntwo\n\nfour' })).toEqual(['one', 'two', '', 'four']);
  });

  test('keep a minus with its number and a no-break space with its words', () => {
    const widest = set({ text: '5 km' }).widest;
    expect(linesOf({ text: 'It was -5', width: set({ text: 'It was -' }).widest })).toEqual(['It was', '-5']);
    expect(linesOf({ text: 'a 5\u00a0km', width: widest + 0.1 })).toEqual(['a', '5\u00a0km']);
  });

  test('that no space can break are broken between characters, never inside one', () => {
    const lines = linesOf({ text: 'x\u0302\u0323'.repeat(30), width: 30 });
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toMatch(/^(x\p{M}+)+$/u);
  });

  test('start, centre and end stand where they are asked to', () => {
    const { widest } = set({ text: 'Two facts' });
    expect(set({ text: 'Two facts' }).lines[0]?.x).toBe(0);
    expect(set({ text: 'Two facts', align: 'centre' }).lines[0]?.x).toBeCloseTo((100 - widest) / 2);
    expect(set({ text: 'Two facts', align: 'end' }).lines[0]?.x).toBeCloseTo(100 - widest);
  });

  test('lie a leading apart, and their ink inside the block', () => {
    const { lines, height } = set({ text: 'Āg\nĀg', leading: 1.3 });
    const [first, second] = lines.map((line) => line.baseline);
    expect(height).toBeCloseTo(26);
    expect((second ?? 0) - (first ?? 0)).toBeCloseTo(13);
    expect((first ?? 0) - wallFonts.andika.rise * 10).toBeGreaterThan(0);
    expect((second ?? 0) + wallFonts.andika.fall * 10).toBeLessThan(height);
  });

  test('of no text are one empty line, so that a cursor has its height', () => {
    expect(set({ text: '' })).toMatchObject({ height: 14, widest: 0, lines: [{ text: '', width: 0 }] });
  });

  test('are never wider than the column', () => {
    fc.assert(
      fc.property(prose, face, fc.double({ min: 30, max: 300, noNaN: true }), (text, face, width) => {
        for (const line of set({ text, face, width }).lines) expect(line.width).toBeLessThanOrEqual(width + 1e-6);
      }),
    );
  });

  test('keep every character but the white space they break at', () => {
    fc.assert(
      fc.property(prose, face, fc.double({ min: 5, max: 300, noNaN: true }), (text, face, width) => {
        const lines = set({ text, face, width }).lines;
        expect(unspaced(lines.map((line) => line.text).join(''))).toBe(unspaced(readable(text)));
      }),
    );
  });

  test('do not become fewer in a narrower column', () => {
    fc.assert(
      fc.property(prose, face, fc.double({ min: 20, max: 200, noNaN: true }), fc.double({ min: 0.3, max: 1, noNaN: true }), (text, face, width, share) => {
        expect(set({ text, face, width: width * share }).height).toBeGreaterThanOrEqual(set({ text, face, width }).height);
      }),
    );
  });

  test('break at the same places whatever the size', () => {
    fc.assert(
      fc.property(prose, face, fc.double({ min: 3, max: 40, noNaN: true }), (text, face, ems) => {
        expect(linesOf({ text, face, size: 3, width: ems * 3 + 1e-7 })).toEqual(linesOf({ text, face, size: 48, width: ems * 48 + 1e-6 }));
      }),
    );
  });
});

describe('glyphs', () => {
  test('are kerned: Lexend pulls T and o together', () => {
    const apart = set({ face: 'lexend', text: 'T' }).widest + set({ face: 'lexend', text: 'o' }).widest;
    expect(set({ face: 'lexend', text: 'To' }).widest).toBeCloseTo(apart - 1);
  });

  test('spell their line, macrons and ligatures too, whichever words came before', () => {
    const fonts = loadFonts(perFace((face) => wallFonts[face].bytes));
    for (const text of ['Āporo', 'A Ā', 'efficient', 'Tūī wa\u0304hine', 'e\u0304\u0302']) {
      for (const face of FaceName.options) {
        const [line] = layOutText(fonts, { ...plain, text, face }).lines;
        expect(line?.runs.flatMap((run) => run.glyphs.map((glyph) => glyph.text)).join('')).toBe(text.normalize('NFC'));
      }
    }
  });

  test('of the ten macron vowels are in every face itself', () => {
    for (const face of FaceName.options) expect(set({ text: 'āēīōūĀĒĪŌŪ', face }).lines[0]?.runs.map((run) => run.face)).toEqual([face]);
  });

  test('that a face lacks come from Andika, and what no font has is marked so', () => {
    const [line] = set({ text: 'a→🐝b', face: 'lexend' }).lines;
    expect(line?.runs.map(({ face, text }) => ({ face, text }))).toEqual([
      { face: 'lexend', text: 'a' },
      { face: 'andika', text: '→' },
      { face: null, text: '🐝' },
      { face: 'lexend', text: 'b' },
    ]);
  });

  test('with two marks on one letter are stacked', () => {
    const glyphs = set({ text: 'e\u0304\u0302', face: 'lexend' }).lines[0]?.runs[0]?.glyphs ?? [];
    expect(glyphs.map((glyph) => glyph.y ?? 0)).toEqual([0, expect.closeTo(1.85)]);
  });

  test('come out of any string at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), face, fc.double({ min: 0, max: 50, noNaN: true }), (text, face, width) => {
        expect(set({ text, face, width }).lines.length).toBeGreaterThan(0);
      }),
    );
    expect(set({ text: '\ud800a' }).lines[0]?.text).toBe('\ufffda');
  });
});

test('a font that is no font is named', () => {
  expect(() => loadFonts(perFace((face) => new Uint8Array(face === 'andika' ? [1, 2, 3] : [])))).toThrow('The font “andika” cannot be read');
});
