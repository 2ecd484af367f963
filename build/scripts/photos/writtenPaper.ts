import sharp from 'sharp';
import type { RgbPixels } from '../../../main/engines/imaging/decode/pixels.ts';
import { printedFont, type Hand } from '../sample/hands.ts';
import { printedWords, writeByHand } from '../sample/handwriting.ts';
import { mix, seeded, smoothNoise, type Random } from '../sample/random.ts';
import { SHEET_SIZES, type HandoutKind } from './papers.ts';

/** A pupil's paper seen flat and upright, as if copied without any loss. */
export interface WrittenPaper {
  readonly picture: RgbPixels;
  /** mm */
  readonly width: number;
  readonly height: number;
  readonly pxPerMm: number;
}

interface Ruling {
  readonly kind: 'none' | 'lines' | 'squares';
  readonly every: number;
  readonly colour: string;
  readonly margin: boolean;
}

const WORDS = (
  'the bee went to a big yellow flower because it was hungry and my dog likes water so we looked at every little thing that grows near our school ' +
  'first I put the seed in soil then gave it light after three days there came up something green which was not what Pia thought would happen but ' +
  'plants need air too When you forget them they dry out quickly Today we measured how high it got about seven millimetres I think next week'
).split(' ');
const FONTS: readonly Hand['font'][] = ['caveat', 'gloria', 'gochi', 'indie', 'kalam', 'nanum', 'patrick', 'reenie', 'schoolbell', 'shadows'];
const INKS = ['#3e3e44', '#5a5a60', '#1c348a', '#20242c', '#77777c', '#1a3f6e'];
const RULE_COLOURS = ['#9cbfe3', '#b7cbe0', '#c3c3c8', '#a9d0c6'];

/** A page made up from `seed`: its size, its rules, a printed head on some, and how much is written on it in whose hand. */
export async function writtenPaper(seed: number, { kind, pxPerMm = 5 }: { kind?: HandoutKind; pxPerMm?: number } = {}): Promise<WrittenPaper> {
  const random = seeded(seed * 7919 + 13);
  const paper = SHEET_SIZES[kind ?? oneOf(random, Object.keys(SHEET_SIZES) as HandoutKind[])];
  const turned = paper.mayLie && random.next() < 0.25;
  const [width, height] = turned ? [paper.height, paper.width] : [paper.width, paper.height];
  const ruling = rulingOf(random);
  const parts = [rules(ruling, width, height)];
  const top = random.next() < 0.55 ? printedHead(parts, width, random) : 14;
  parts.push(written(random, ruling, { width, height, top }));
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(Math.round(width * pxPerMm))}" height="${String(Math.round(height * pxPerMm))}" ` +
    `viewBox="0 0 ${String(width)} ${String(height)}"><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { picture: onPaper(new Uint8Array(data), info.width, info.height, random, seed), width, height, pxPerMm };
}

export function oneOf<T>(random: Random, choices: readonly T[]): T {
  return choices[Math.floor(random.next() * choices.length)]!;
}

function rulingOf(random: Random): Ruling {
  const kind = oneOf(random, ['none', 'lines', 'lines', 'lines', 'squares'] as const);
  const every = kind === 'squares' ? 5 : random.between(7.5, 11);
  return { kind, every, colour: oneOf(random, RULE_COLOURS), margin: kind === 'lines' && random.next() < 0.6 };
}

function rules({ kind, every, colour, margin }: Ruling, width: number, height: number): string {
  const line = (d: string, stroke: string): string => `<path d="${d}" stroke="${stroke}" stroke-width=".3" fill="none"/>`;
  const lines: string[] = [];
  if (kind !== 'none') for (let y = 20; y < height - 6; y += every) lines.push(line(`M0 ${String(y)}H${String(width)}`, colour));
  if (kind === 'squares') for (let x = 5; x < width; x += every) lines.push(line(`M${String(x)} 20V${String(height - 6)}`, colour));
  if (margin) lines.push(line(`M25 0V${String(height)}`, '#e59a9a'));
  return lines.join('');
}

/** Name line and question; returns where the response may begin. */
function printedHead(parts: string[], width: number, random: Random): number {
  const question = oneOf(random, ['How does the bee find the flower?', 'What did you see?', 'Explain how you know.', 'My plant diary', 'Show your thinking.']);
  const size = Math.min(6.4, (width - 20) / 18);
  parts.push(`<path d="M28 13H${String(width * 0.55)}" stroke="#7a7a80" stroke-width=".25"/>`);
  parts.push(
    `<path d="${printedWords('Name:', printedFont('Regular'), 5, 11, 12.5)}${printedWords(question, printedFont('Bold'), size, 11, 24)}" fill="#33343a"/>`,
  );
  return 30;
}

function written(random: Random, { kind, every, margin }: Ruling, area: { width: number; height: number; top: number }): string {
  const hand: Hand = {
    font: oneOf(random, FONTS),
    xHeight: random.between(2.2, 4.2),
    ink: 'pencil',
    press: random.between(0, 0.12),
    unsteady: random.between(0.3, 1),
    gap: random.between(1.1, 1.7),
  };
  const lineHeight = kind === 'none' ? hand.xHeight * 2.9 : kind === 'squares' ? every * 2 : every;
  const first = kind === 'none' ? area.top + lineHeight : 20 + Math.ceil((area.top + 5 - 20) / lineHeight) * lineHeight;
  const count = Math.max(1, Math.floor((area.height - 10 - first) / lineHeight));
  const left = margin ? 28 : random.between(9, 18);
  const right = area.width - 9;
  const perLine = (right - left) / (hand.xHeight * 8.2);
  let said = Math.max(3, Math.round(perLine * count * random.between(0.15, 0.85)));
  const colour = oneOf(random, INKS);
  for (;;) {
    const text = sentences(random, said);
    try {
      const { ink } = writeByHand(text, hand, { left, right, firstBaseline: first, lineHeight, count }, random);
      const breadth = hand.press > 0 ? ` stroke="${colour}" stroke-width="${String(hand.press * 2)}"` : '';
      return ink.letters.map((letter) => `<path d="${letter}" fill="${colour}"${breadth}/>`).join('');
    } catch (error) {
      if (said <= 3) throw error;
      said = Math.floor(said * 0.7);
    }
  }
}

function sentences(random: Random, words: number): string {
  let starts = true;
  const said: string[] = [];
  for (let k = 0; k < words; k++) {
    const word = oneOf(random, WORDS);
    const ends = random.next() < 0.12 || k === words - 1;
    said.push((starts ? word[0]!.toUpperCase() + word.slice(1) : word) + (ends ? '.' : ''));
    starts = ends;
  }
  return said.join(' ');
}

/** Print and pen on paper of its own white, with fibres. */
function onPaper(data: Uint8Array, width: number, height: number, random: Random, seed: number): RgbPixels {
  const white = oneOf(random, [
    [250, 248, 242],
    [252, 252, 252],
    [246, 243, 230],
    [248, 250, 253],
  ]);
  for (let i = 0, pixel = 0; i < data.length; i += 3, pixel++) {
    const fibre = (smoothNoise((pixel % width) / 2.5, Math.floor(pixel / width) / 2.5, seed) - 0.5) * 3;
    for (let c = 0; c < 3; c++) data[i + c] = Math.min(255, mix(0, white[c]! + fibre, data[i + c]! / 255));
  }
  return { data, width, height };
}
