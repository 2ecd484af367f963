import sharp from 'sharp';
import { writeByHand } from '../../build/scripts/sample/handwriting.ts';
import type { Hand } from '../../build/scripts/sample/hands.ts';
import { seeded } from '../../build/scripts/sample/random.ts';
import type { RgbPixels } from '../../main/engines/imaging/decode/pixels.ts';
import { randomFrom } from './syntheticPhoto.ts';

type Colour = readonly [red: number, green: number, blue: number];

export interface RuledPage {
  readonly picture: RgbPixels;
  /** 1 where at least half of the pixel is a stroke of the front, a rule, or a stroke of the back with nothing of the front over it. */
  readonly strokes: Uint8Array;
  readonly rules: Uint8Array;
  readonly behind: Uint8Array;
  /** The other side of the sheet as a scanner feeds it: a little shifted and askew. Null where nothing shines through. */
  readonly otherSide: RgbPixels | null;
}

/** 150 x 110 mm at 300 dpi. */
const PX_PER_MM = 11.8;
const MM = { width: 150, height: 110 };
/** Where the first line stands, mm: on a rule, or in the room between, where the front leaves the back to be seen. */
export const ON_RULES = 21;
const BETWEEN = 25.8;
const TEXT =
  'the bee went to a big yellow flower because it was hungry and my dog likes water so we looked at every little thing that grows near our school and put down what it was';
const PAPER: Colour = [247, 244, 238];
const BLUE: Colour = [150, 186, 226];
const PEN: Colour = [40, 60, 140];
const MARGIN: Colour = [232, 150, 150];

/** A page of handwriting on rules, whose true strokes and rules are known. `behind` shines through, mirrored and softened, as dark as said (0 to 1). */
export async function ruledPage({
  ink,
  font,
  ruling = 'lines',
  rule = BLUE,
  grain = 0,
  behind = 0,
  under = BETWEEN,
  turnedOver = 'at its long side',
  backText = TEXT,
  seed = 1,
}: {
  ink: Colour;
  font: Hand['font'];
  ruling?: 'lines' | 'squares' | 'none';
  rule?: Colour;
  /** The share of a pencil's colour that the paper's grain may leave out. */
  grain?: number;
  behind?: number;
  /** Where the back's first line stands as seen from the front, mm. */
  under?: number;
  /** How the sheet was turned over to be written on. */
  turnedOver?: 'at its long side' | 'at its short side';
  backText?: string;
  seed?: number;
}): Promise<RuledPage> {
  const front = await coverage(handwriting(font, seed, ON_RULES));
  const lines = ruling === 'none' ? null : await coverage(rulesOf(ruling));
  const margin = ruling === 'lines' ? await coverage('<path d="M20.3 0V110" stroke="#000" stroke-width=".3"/>') : null;
  const written = behind > 0 ? handwriting('gochi', seed + 5, under, backText) : null;
  const mirrored = turnedOver === 'at its long side' ? 'translate(150 0) scale(-1 1)' : 'translate(0 110) scale(1 -1)';
  const back = written === null ? null : await coverage(`<g transform="${mirrored}">${written}</g>`, 2.5);
  const { width, height } = front;
  const data = new Uint8Array(width * height * 3);
  const random = randomFrom(seed);
  for (let i = 0; i < width * height; i++) {
    const pencil = (front.data[i]! / 255) * (1 - grain * random());
    const noise = (random() + random() - 1) * 4;
    for (let c = 0; c < 3; c++) {
      const ruled = mix(mix(1, rule[c]! / 255, (lines?.data[i] ?? 0) / 255), MARGIN[c]! / 255, (margin?.data[i] ?? 0) / 255);
      const shone = 1 - (behind * (back?.data[i] ?? 0)) / 255;
      data[i * 3 + c] = Math.min(255, PAPER[c]! * ruled * shone * mix(1, ink[c]! / 255, pencil) + noise);
    }
  }
  const half = (value: number | undefined): 0 | 1 => (value !== undefined && value >= 128 ? 1 : 0);
  return {
    picture: { data, width, height },
    strokes: front.data.map(half),
    rules: front.data.map((value, i) => (value > 0 ? 0 : half(Math.max(lines?.data[i] ?? 0, margin?.data[i] ?? 0)))),
    behind: front.data.map((value, i) => (value > 0 ? 0 : half(back?.data[i]))),
    otherSide: written === null ? null : await asFed(written, seed),
  };
}

/** The back by itself, in blue pen on the same rules. */
async function asFed(written: string, seed: number): Promise<RgbPixels> {
  const { data: inked, width, height } = await coverage(`<g transform="translate(1.4 -.9) rotate(.25 75 55)">${written}</g>`);
  const lines = await coverage(rulesOf('lines'));
  const random = randomFrom(seed + 1);
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < inked.length; i++) {
    const noise = (random() + random() - 1) * 4;
    for (let c = 0; c < 3; c++) data[i * 3 + c] = PAPER[c]! * mix(1, BLUE[c]! / 255, lines.data[i]! / 255) * mix(1, PEN[c]! / 255, inked[i]! / 255) + noise;
  }
  return { data, width, height };
}

const mix = (a: number, b: number, share: number): number => a + (b - a) * share;

function rulesOf(ruling: 'lines' | 'squares'): string {
  const every = ruling === 'lines' ? 9 : 5;
  let d = '';
  for (let y = 12; y < MM.height - 4; y += every) d += `M0 ${String(y)}H${String(MM.width)}`;
  if (ruling === 'squares') for (let x = 5; x < MM.width; x += every) d += `M${String(x)} 0V${String(MM.height)}`;
  return `<g transform="rotate(.4 75 55)"><path d="${d}" stroke="#000" stroke-width=".3" fill="none"/></g>`;
}

function handwriting(font: Hand['font'], seed: number, firstBaseline: number, text = TEXT): string {
  const hand: Hand = { font, xHeight: 3, ink: 'pencil', press: 0.08, unsteady: 0.8, gap: 1.4 };
  const { ink } = writeByHand(text, hand, { left: 24, right: 146, firstBaseline, lineHeight: 9, count: 9 }, seeded(seed));
  return ink.letters.map((letter) => `<path d="${letter}" stroke="#000" stroke-width=".16"/>`).join('');
}

/** How much of each pixel (0 to 255) the drawing covers; drawn in mm, softened by `blur` px. */
async function coverage(drawing: string, blur = 0): Promise<{ data: Uint8Array; width: number; height: number }> {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(Math.round(MM.width * PX_PER_MM))}" height="${String(Math.round(MM.height * PX_PER_MM))}" ` +
    `viewBox="0 0 ${String(MM.width)} ${String(MM.height)}"><rect width="100%" height="100%" fill="#fff"/>${drawing}</svg>`;
  const picture = sharp(Buffer.from(svg)).removeAlpha().toColourspace('b-w');
  const { data, info } = await (blur > 0 ? picture.blur(blur) : picture).raw().toBuffer({ resolveWithObject: true });
  return { data: Uint8Array.from(data, (value) => 255 - value), width: info.width, height: info.height };
}
