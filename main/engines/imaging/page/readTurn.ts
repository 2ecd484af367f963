import type { Rect } from '../../../../core/kernel/rect.ts';
import { findLines, readLine } from '../names/ocrLines.ts';
import type { OcrModels } from '../names/ocrModels.ts';
import type { RgbPixels } from '../decode/pixels.ts';
import type { Turn } from './turn.ts';

/** As many lines as are read both ways up before it is decided, of each so many heights. */
const ASKED = 10;
const PART = 6;
/** After so many lines that give no more letters than this nothing more is read. */
const GIVEN_UP = 4;
const HARDLY_ANYTHING = 0.5;
/** With fewer lines a page isn't printed small. */
const PRINTED = 12;
/** A line is so many times longer than high; what is rounder may be a word or a picture. */
const LONG = 1.5;
/** Boxes higher than this, in heights of the page's middle line, hold more than a line. */
const HIGHEST = 1.8;
/** Lines agree on how they lie where those that do outweigh the others by this share of all, by their lengths. */
const ALL_AGREE = 0.9;
/** Letters in a piece of a line as long as it is high: words give more than the first, and less than the second is no reading at all. */
const LIKE_WORDS = 0.75;
const LEAST_DENSITY = 0.06;
/** By so many of its own deviations must one way up read better, and by so many that nothing more is read. */
const CLEARLY = 0.5;
const BEYOND_DOUBT = 2.6;

/** What lines of writing say of how a page lies. */
export interface ReadTurn {
  /** The clockwise turn that makes it upright; null where a person has to be asked. */
  readonly turn: Turn | null;
  /** How many deviations speak for it, from 0. */
  readonly clearness: number;
  /** The lines as they were found, in px of the page turned by `turn`, or as it lay where that is null. */
  readonly lines: readonly Rect[];
}

/**
 * How a page of writing lies. Lines that are found tell whether it lies on a side; which end is up is told by reading some of them both
 * ways: on their heads they give hardly any letters. One decision for all: what is shown of a page, what comes in, and where names are looked for.
 */
export async function readTurn(models: OcrModels, page: RgbPixels): Promise<ReadTurn> {
  const whole = await readBothWays(models, page);
  if (whole.best.density >= LEAST_DENSITY || whole.best.lines.length < PRINTED) return whole.read;
  // Small print runs together where the whole page is looked at.
  const closer = await readBothWays(models, middleOf(page));
  const { turn, clearness } = closer.read;
  return turn === null || whole.best.sideways !== (turn % 180 === 90) ? { ...whole.read, turn: null } : { ...asTurned(whole.best, turn), clearness };
}

async function readBothWays(models: OcrModels, page: RgbPixels): Promise<{ best: ReadWay; read: ReadTurn }> {
  const lines = await findLines(models, page);
  const [tall, wide] = [lengthOf(lines, ({ width, height }) => height / width), lengthOf(lines, ({ width, height }) => width / height)];
  const first = tall > wide ? 'sideways' : 'level';
  const one = await readWay(models, page, lines, first);
  // Columns of figures look like lines, too: unless it reads like words, the other way is read as well, and what reads better has it.
  const readsWell = Math.abs(tall - wide) >= ALL_AGREE * (tall + wide) && one.density >= LIKE_WORDS && Math.abs(one.clearness) >= CLEARLY;
  const other = readsWell ? null : await readWay(models, page, lines, first === 'level' ? 'sideways' : 'level');
  const best = other !== null && other.density > one.density ? other : one;
  const clearness = Math.abs(best.clearness);
  if (clearness < CLEARLY) return { best, read: { turn: null, clearness, lines } };
  const over = best.clearness < 0;
  return { best, read: { ...asTurned(best, best.sideways ? (over ? 270 : 90) : over ? 180 : 0), clearness } };
}

function asTurned({ page, lines }: ReadWay, turn: Turn): Pick<ReadTurn, 'turn' | 'lines'> {
  if (turn < 180) return { turn, lines };
  return { turn, lines: lines.map((box) => halfTurnedBox(box, page)).sort((a, b) => a.y - b.y || a.x - b.x) };
}

function middleOf(page: RgbPixels): RgbPixels {
  return cutOut(page, { x: page.width * 0.25, y: page.height * 0.25, width: page.width * 0.5, height: page.height * 0.5 });
}

interface ReadWay {
  readonly sideways: boolean;
  readonly page: RgbPixels;
  readonly lines: readonly Rect[];
  /** By how many deviations lines read better as they stand than on their heads; negative where they read better so. */
  readonly clearness: number;
  /** Letters in a piece of a line as long as it is high, each by how sure it is. */
  readonly density: number;
}

async function readWay(models: OcrModels, lying: RgbPixels, found: readonly Rect[], way: 'level' | 'sideways'): Promise<ReadWay> {
  const sideways = way === 'sideways';
  const page = sideways ? quarterTurned(lying) : lying;
  const lines = sideways ? await findLines(models, page) : found;
  const heights = lines.map(({ height }) => height).sort((a, b) => a - b);
  const highest = HIGHEST * (heights[heights.length >> 1] ?? 0);
  const telling = lines.filter(({ width, height }) => width > height * LONG && height <= highest).sort((a, b) => usefulness(b) - usefulness(a));
  let [upright, over, pieces] = [0, 0, 0];
  for (const [tried, line] of telling.slice(0, ASKED).entries()) {
    if (tried === GIVEN_UP && upright + over < HARDLY_ANYTHING) break;
    // A part of a long line tells as much.
    const cut = cutOut(page, { ...line, width: Math.min(line.width, line.height * PART) });
    upright += await lettersIn(models, cut);
    over += await lettersIn(models, halfTurned(cut));
    pieces += cut.width / cut.height;
    if (Math.abs(upright - over) / Math.sqrt(upright + over + 1) > BEYOND_DOUBT) break;
  }
  return { sideways, page, lines, clearness: (upright - over) / Math.sqrt(upright + over + 1), density: Math.max(upright, over) / Math.max(1, pieces) };
}

/** px of lines that are long this way. */
function lengthOf(lines: readonly Rect[], shape: (line: Rect) => number): number {
  return lines.reduce((sum, line) => (shape(line) > LONG ? sum + Math.max(line.width, line.height) : sum), 0);
}

async function lettersIn(models: OcrModels, line: RgbPixels): Promise<number> {
  const { text, sure } = await readLine(models, line, { x: 0, y: 0, width: line.width, height: line.height });
  return text.length * sure * sure;
}
/** Large lines of some length are read best. */
const usefulness = ({ width, height }: Rect): number => Math.min(width, height * PART) * height;

function cutOut({ data, width }: RgbPixels, { x, y, width: w, height: h }: Rect): RgbPixels {
  const [left, top, across, down] = [Math.floor(x), Math.floor(y), Math.max(1, Math.floor(w)), Math.max(1, Math.floor(h))];
  const part = new Uint8Array(across * down * 3);
  for (let row = 0; row < down; row++) part.set(data.subarray(((top + row) * width + left) * 3, ((top + row) * width + left + across) * 3), row * across * 3);
  return { data: part, width: across, height: down };
}

export function halfTurned({ data, width, height }: RgbPixels): RgbPixels {
  const turned = new Uint8Array(data.length);
  for (let i = 0, j = data.length - 3; j >= 0; i += 3, j -= 3) {
    turned[i] = data[j]!;
    turned[i + 1] = data[j + 1]!;
    turned[i + 2] = data[j + 2]!;
  }
  return { data: turned, width, height };
}

/** Clockwise. */
export function quarterTurned({ data, width, height }: RgbPixels): RgbPixels {
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

const halfTurnedBox = ({ x, y, width, height }: Rect, page: RgbPixels): Rect => ({ x: page.width - x - width, y: page.height - y - height, width, height });
