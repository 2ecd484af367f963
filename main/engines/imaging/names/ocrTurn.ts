import type { Rect } from '../../../../core/kernel/rect.ts';
import { findLines, readLine } from './ocrLines.ts';
import type { OcrModels } from './ocrModels.ts';
import type { RgbPixels } from '../decode/pixels.ts';

/** As many lines as are read both ways up before it is decided, of each so many heights. */
const ASKED = 4;
const PART = 5;
/** Boxes higher than this, in heights of the page's middle line, hold more than a line. */
const HIGHEST = 1.6;
/** How much better, of 1, lines must read the other way up. */
const CLEARLY = 0.06;
/** Where they read so much better one way, so many letters are enough. */
const BEYOND_DOUBT = 0.15;
const ENOUGH_LETTERS = 12;
/** A line of some letters that reads as well as this is upright. */
const PLAIN = 0.94;
const LEAST_LETTERS = 7;

export interface UprightPage {
  readonly page: RgbPixels;
  readonly lines: readonly Rect[];
  /** Clockwise turn that made it upright. */
  readonly turn: 0 | 90 | 180 | 270;
}

/** The page turned so that its lines can be read. Where that can't be told it stays as it is. */
export async function turnedToRead(models: OcrModels, page: RgbPixels): Promise<UprightPage> {
  const lines = await findLines(models, page);
  const tall = lines.reduce((sum, { width, height }) => sum + (height > width * 1.5 ? height : width > height * 1.5 ? -width : 0), 0);
  const lying = tall > 0 ? quarterTurned(page) : page;
  const found = lying === page ? lines : await findLines(models, lying);
  const over = await readsBetterUpsideDown(models, lying, found);
  const turn = (((lying === page ? 0 : 90) + (over ? 180 : 0)) % 360) as UprightPage['turn'];
  if (!over) return { page: lying, lines: found, turn };
  return { page: halfTurned(lying), lines: found.map((box) => halfTurnedBox(box, lying)).sort((a, b) => a.y - b.y || a.x - b.x), turn };
}

async function readsBetterUpsideDown(models: OcrModels, page: RgbPixels, lines: readonly Rect[]): Promise<boolean> {
  const heights = lines.map(({ height }) => height).sort((a, b) => a - b);
  const highest = HIGHEST * (heights[heights.length >> 1] ?? 0);
  const telling = lines.filter(({ width, height }) => width > height * 2.5 && height <= highest).sort((a, b) => usefulness(b) - usefulness(a));
  let [upright, over, letters] = [0, 0, 0];
  for (const line of telling.slice(0, ASKED)) {
    // A part of a long line tells as much.
    const part = { ...line, width: Math.min(line.width, line.height * PART) };
    const cut = cutOut(page, part);
    const whole = { x: 0, y: 0, width: cut.width, height: cut.height };
    const one = await readLine(models, cut, whole);
    if (one.sure > PLAIN && one.text.length >= LEAST_LETTERS) return false;
    const other = await readLine(models, halfTurned(cut), whole);
    const count = Math.max(one.text.length, other.text.length);
    letters += count;
    upright += one.sure * count;
    over += other.sure * count;
    if (letters >= ENOUGH_LETTERS && Math.abs(over - upright) > letters * BEYOND_DOUBT) break;
  }
  return letters > 0 && (over - upright) / letters > CLEARLY;
}

/** Large lines of some length are read best. */
const usefulness = ({ width, height }: Rect): number => Math.min(width, height * PART) * height;

function cutOut({ data, width }: RgbPixels, { x, y, width: w, height: h }: Rect): RgbPixels {
  const [left, top, across, down] = [Math.floor(x), Math.floor(y), Math.max(1, Math.floor(w)), Math.max(1, Math.floor(h))];
  const part = new Uint8Array(across * down * 3);
  for (let row = 0; row < down; row++) part.set(data.subarray(((top + row) * width + left) * 3, ((top + row) * width + left + across) * 3), row * across * 3);
  return { data: part, width: across, height: down };
}

function halfTurned({ data, width, height }: RgbPixels): RgbPixels {
  const turned = new Uint8Array(data.length);
  for (let i = 0, j = data.length - 3; j >= 0; i += 3, j -= 3) {
    turned[i] = data[j]!;
    turned[i + 1] = data[j + 1]!;
    turned[i + 2] = data[j + 2]!;
  }
  return { data: turned, width, height };
}

const halfTurnedBox = ({ x, y, width, height }: Rect, page: RgbPixels): Rect => ({ x: page.width - x - width, y: page.height - y - height, width, height });

/** Clockwise. */
function quarterTurned({ data, width, height }: RgbPixels): RgbPixels {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < height; x++) {
      const from = ((height - 1 - x) * width + y) * 3;
      const to = (y * height + x) * 3;
      turned[to] = data[from]!;
      turned[to + 1] = data[from + 1]!;
      turned[to + 2] = data[from + 2]!;
    }
  }
  return { data: turned, width: height, height: width };
}
