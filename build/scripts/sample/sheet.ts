import sharp from 'sharp';
import { beeDrawing } from './beeDrawing.ts';
import { printedFont } from './hands.ts';
import { printedWords, writeByHand, type Ink } from './handwriting.ts';
import { TASK, type Pupil } from './pupils.ts';
import { mix, seeded, smoothNoise } from './random.ts';

/** Rows of red, green, blue bytes. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

export interface Sheet {
  readonly picture: Picture;
  readonly pxPerMm: number;
  /** Top and bottom of the response on the sheet, in mm. */
  readonly responseTop: number;
  readonly responseBottom: number;
}

const PX_PER_MM = 10;
const { widthMm: WIDTH, heightMm: HEIGHT } = TASK.paper;
const RULES = { first: 42, height: 10, count: 11 } as const;
const MARGIN = 25;
const RESPONSE_TOP = 30.5;
/** Name label, its line and room round the written name. Left, top, right, bottom in mm of the sheet. */
export const NAME_BOX = [8, 3.5, 108, 18.5] as const;

const COLOURS = { paper: [250, 248, 242], pencil: [62, 62, 68], 'blue pen': [28, 52, 138] } as const;

/** The ruled sheet with a pupil's name and response on it, flat and evenly lit. */
export async function writtenSheet(pupil: Pupil, seed: number): Promise<Sheet> {
  const random = seeded(seed);
  const nameHand = { ...pupil.hand, xHeight: Math.min(pupil.hand.xHeight, 4.4), unsteady: pupil.hand.unsteady * 0.7 };
  const name = writeByHand(pupil.name, nameHand, { left: 31, right: 110, firstBaseline: 14.2, lineHeight: RULES.height, count: 1 }, random);
  const response = writeByHand(
    pupil.written,
    pupil.hand,
    { left: MARGIN + 3, right: WIDTH - 7, firstBaseline: RULES.first, lineHeight: RULES.height, count: RULES.count },
    random,
  );
  const lastLine = RULES.first + (response.linesUsed - 1) * RULES.height;
  const drawing: Ink = pupil.drawsBee ? { letters: [], crossings: beeDrawing(150, lastLine + 31) } : { letters: [], crossings: [] };
  const print = await rasterised(printedParts());
  const pen = await rasterised([name.ink, response.ink, drawing].map((ink) => inked(ink, pupil.hand.press)).join(''));
  const drawnBelow = pupil.drawsBee ? 4 : 1;
  return {
    picture: {
      width: WIDTH * PX_PER_MM,
      height: HEIGHT * PX_PER_MM,
      rgb: printedAndWritten(print, pen, COLOURS[pupil.hand.ink], pupil.hand.ink === 'pencil', seed),
    },
    pxPerMm: PX_PER_MM,
    responseTop: RESPONSE_TOP,
    responseBottom: Math.min(HEIGHT, RULES.first + (Math.max(4, response.linesUsed + drawnBelow) - 0.55) * RULES.height),
  };
}

function printedParts(): string {
  const rules = Array.from({ length: RULES.count }, (_, line) => {
    const y = RULES.first + line * RULES.height;
    return `<path d="M0 ${y}H${WIDTH}" stroke="#9cbfe3" stroke-width=".32"/>`;
  });
  const question = printedWords(TASK.question, printedFont('Bold'), 6.4, 12, 26.5);
  const label = printedWords('Name:', printedFont('Regular'), 5, 12, 14);
  return `${rules.join('')}<path d="M${MARGIN} ${RESPONSE_TOP}V${HEIGHT}" stroke="#e59a9a" stroke-width=".36"/>
    <path d="M28.5 15H105" stroke="#7a7a80" stroke-width=".25"/><path d="${label}${question}" fill="#33343a"/>`;
}

function inked({ letters, crossings }: Ink, press: number): string {
  const breadth = press > 0 ? ` stroke="#000" stroke-width="${press * 2}" stroke-linejoin="round"` : '';
  const lines = crossings.map(
    (line) => `<path d="${line}" fill="none" stroke="#000" stroke-width="${0.38 + press}" stroke-linejoin="round" stroke-linecap="round"/>`,
  );
  return letters.map((letter) => `<path d="${letter}"${breadth}/>`).join('') + lines.join('');
}

/** Red, green, blue, alpha. */
async function rasterised(parts: string): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH * PX_PER_MM}" height="${HEIGHT * PX_PER_MM}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${parts}</svg>`;
  return await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
}

function printedAndWritten(print: Uint8Array, pen: Uint8Array, ink: readonly number[], grainy: boolean, seed: number): Uint8Array {
  const columns = WIDTH * PX_PER_MM;
  const rgb = new Uint8Array((print.length / 4) * 3);
  for (let pixel = 0; pixel * 4 < print.length; pixel++) {
    const x = pixel % columns;
    const y = Math.floor(pixel / columns);
    const fibre = (smoothNoise(x / 2.5, y / 2.5, seed) - 0.5) * 3.5;
    const printed = (print[pixel * 4 + 3] ?? 0) / 255;
    const written = ((pen[pixel * 4 + 3] ?? 0) / 255) * (grainy ? pencilCover(x, y, seed) : penCover(x, y, seed));
    for (let channel = 0; channel < 3; channel++) {
      const paper = (COLOURS.paper[channel] ?? 0) + fibre;
      const under = mix(paper, print[pixel * 4 + channel] ?? 0, printed);
      rgb[pixel * 3 + channel] = Math.min(255, mix(under, ink[channel] ?? 0, written));
    }
  }
  return rgb;
}

/** Graphite catches on the paper's grain and comes and goes with the pressure of the hand. */
function pencilCover(x: number, y: number, seed: number): number {
  const pressure = 0.72 + 0.22 * smoothNoise(x / 90, y / 90, seed + 1);
  return pressure * (0.55 + 0.45 * smoothNoise(x / 1.8, y / 1.8, seed + 2));
}

function penCover(x: number, y: number, seed: number): number {
  return 0.82 + 0.14 * smoothNoise(x / 30, y / 30, seed + 1);
}
