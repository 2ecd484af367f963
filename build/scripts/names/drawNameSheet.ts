import sharp from 'sharp';
import type { RgbPixels } from '../../../main/engines/imaging/decode/pixels.ts';
import { handwritingFont, printedFont, type Hand } from '../sample/hands.ts';
import { printedWords, writeByHand } from '../sample/handwriting.ts';
import { seeded, smoothNoise } from '../sample/random.ts';
import type { NameSheet, Written } from './planNameSheet.ts';

/** A scan, and where on it the ink of names lies. */
export interface DrawnSheet {
  readonly picture: RgbPixels;
  /** 1 where a name's ink is, row by row. */
  readonly nameInk: Uint8Array;
}

const MM_PER_INCH = 25.4;
/** Of 255: fainter than this nobody reads. */
const LEAST_INK = 64;
const LINE_HEIGHT = 9.5;

export async function drawNameSheet(sheet: NameSheet, seed: number, dpi = 200): Promise<DrawnSheet> {
  const pxPerMm = dpi / MM_PER_INCH;
  const random = seeded(seed * 31 + 7);
  const { hand, colour } = sheet;
  const breadth = ` stroke="${colour}" stroke-width="${String(hand.press * 2)}"`;
  const drawn = (letters: readonly string[]): string => letters.map((letter) => `<path d="${letter}" fill="${colour}"${breadth}/>`).join('');
  const nameHand = { ...hand, xHeight: sheet.nameXHeight };
  const written = ({ text, at }: Written): string =>
    drawn(
      writeByHand(
        writable(text, hand),
        nameHand,
        { left: at.x, right: Math.max(sheet.width + 40, at.x + 200), firstBaseline: at.y, lineHeight: LINE_HEIGHT, count: 1 },
        random,
      ).ink.letters,
    );
  const names = sheet.names.map(written).join('');
  const rest = [rules(sheet), printed(sheet), sheet.besides.map(written).join(''), body(sheet, drawn, random)].join('');
  const name = await rasterised(sheet, names, pxPerMm);
  const nameInk = Uint8Array.from({ length: name.data.length / 4 }, (_, i) => (name.data[i * 4 + 3]! >= LEAST_INK ? 1 : 0));
  const { data, width, height } = await rasterised(sheet, rest + names, pxPerMm);
  const picture = new Uint8Array(width * height * 3);
  for (let i = 0, j = 0; j < picture.length; i += 4, j += 3) {
    const cover = data[i + 3]! / 255;
    const at = j / 3;
    const paper =
      250 + (smoothNoise((at % width) / 2.5, Math.floor(at / width) / 2.5, seed) - 0.5) * 5 + (random.next() + random.next() - 1) * 2.4 * sheet.noise;
    for (let c = 0; c < 3; c++) picture[j + c] = Math.max(0, Math.min(255, paper * (1 - cover) + data[i + c]! * cover));
  }
  const jpeg = await sharp(picture, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 82 })
    .toBuffer();
  return { picture: { data: await sharp(jpeg).raw().toBuffer(), width, height }, nameInk };
}

/** Letters that the font lacks lose their marks. */
function writable(text: string, hand: Hand): string {
  const font = handwritingFont(hand.font);
  return [...text.normalize('NFC')].map((letter) => (font.hasGlyphForCodePoint(letter.codePointAt(0)!) ? letter : letter.normalize('NFD')[0]!)).join('');
}

function rules({ ruled, width, height, textTop, lines }: NameSheet): string {
  const line = (x: number, y: number, to: number, stroke: string): string =>
    `<path d="M${String(x)} ${String(y)}H${String(to)}" stroke="${stroke}" stroke-width=".3"/>`;
  const under = ruled
    ? Array.from({ length: Math.floor((height - textTop - 4) / LINE_HEIGHT) }, (_, k) => line(0, textTop + k * LINE_HEIGHT + 0.4, width, '#a9c6e3'))
    : [];
  return [...under, ...lines.map(({ x, y, width: long }) => line(x, y, x + long, '#6a6a70'))].join('');
}

const printed = ({ printed: words }: NameSheet): string =>
  words
    .map(({ text, at, size, bold }) => `<path d="${printedWords(text, printedFont(bold ? 'Bold' : 'Regular'), size, at.x, at.y)}" fill="#33343a"/>`)
    .join('');

function body(sheet: NameSheet, drawn: (letters: readonly string[]) => string, random: ReturnType<typeof seeded>): string {
  const atFoot = sheet.names.some(({ at }) => at.y > sheet.height / 2);
  const count = Math.max(1, Math.floor((sheet.height - sheet.textTop - (atFoot ? 38 : 12)) / LINE_HEIGHT));
  for (let words = sheet.text.split(' '); ; words = words.slice(0, Math.floor(words.length * 0.7))) {
    try {
      const lines = { left: 16, right: sheet.width - 10, firstBaseline: sheet.textTop, lineHeight: LINE_HEIGHT, count };
      return drawn(writeByHand(words.join(' '), sheet.hand, lines, random).ink.letters);
    } catch (error) {
      if (words.length < 3) throw error;
    }
  }
}

/** Red, green, blue, alpha of the sheet as it lies on the glass. */
async function rasterised(
  { width, height, skewDegrees, upsideDown }: NameSheet,
  parts: string,
  pxPerMm: number,
): Promise<{ data: Uint8Array; width: number; height: number }> {
  const turn = `rotate(${String(skewDegrees + (upsideDown ? 180 : 0))} ${String(width / 2)} ${String(height / 2)})`;
  const size = `width="${String(Math.round(width * pxPerMm))}" height="${String(Math.round(height * pxPerMm))}" viewBox="0 0 ${String(width)} ${String(height)}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><g transform="${turn}">${parts}</g></svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
