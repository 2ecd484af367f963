import sharp from 'sharp';
import { Tensor, type InferenceSession } from 'onnxruntime-web';
import type { Rect } from '../../../../core/kernel/rect.ts';
import type { OcrModels } from './ocrModels.ts';
import type { RgbPixels } from '../decode/pixels.ts';

/** Longest side, in px, of the copy in which lines are looked for. */
const FINDING_SIDE = 800;
/** The network wants sides that are multiples of this. */
const STEP = 32;
/** A pixel is text from here on, and a patch of it where its mean is so high. */
const LEAST_PIXEL = 0.3;
const LEAST_PATCH = 0.45;
const LEAST_PATCH_PIXELS = 16;
/** The network marks the core of a line; this is how much larger the line is (area over perimeter, as in DB, Liao et al. 2020). */
const UNCLIP = 1.6;
/** ImageNet's means and deviations of red, green and blue, on which the network was taught. */
const MEANS = [0.485, 0.456, 0.406] as const;
const DEVIATIONS = [0.229, 0.224, 0.225] as const;

/** Height in px at which lines are read, and the longest that one may be. */
const READING_HEIGHT = 48;
const LONGEST_LINE = 1600;

/** A line of text as it was read: `at` holds the middle of each letter, in px of the page. */
export interface ReadLine {
  readonly box: Rect;
  readonly text: string;
  readonly at: readonly number[];
  /** What the network thinks of each letter, 0 to 1. */
  readonly letters: readonly number[];
  /** The mean of them. */
  readonly sure: number;
}

/** Boxes round what looks like lines of text or single words, top to bottom, in px of `page`. */
export async function findLines({ finding }: OcrModels, page: RgbPixels): Promise<Rect[]> {
  const scale = Math.min(1, FINDING_SIDE / Math.max(page.width, page.height));
  const side = (length: number): number => Math.max(STEP, Math.round((length * scale) / STEP) * STEP);
  const [width, height] = [side(page.width), side(page.height)];
  const pixels = await resized(page, null, width, height);
  const input = planes(pixels, width, height, (value, channel) => (value / 255 - MEANS[channel]!) / DEVIATIONS[channel]!);
  const { data } = await run(finding, input, [1, 3, height, width]);
  const [across, down] = [page.width / width, page.height / height];
  return patches(data, width, height)
    .map(({ x, y, width: w, height: h }) => {
      const more = (w * h * UNCLIP) / (2 * (w + h));
      const [left, top] = [Math.max(0, (x - more) * across), Math.max(0, (y - more) * down)];
      return { x: left, y: top, width: Math.min(page.width, (x + w + more) * across) - left, height: Math.min(page.height, (y + h + more) * down) - top };
    })
    .sort((a, b) => a.y - b.y || a.x - b.x);
}

/** Boxes round the connected patches that are text. */
function patches(likely: Float32Array, width: number, height: number): Rect[] {
  const seen = new Uint8Array(width * height);
  const found: Rect[] = [];
  const waiting: number[] = [];
  const visit = (at: number): void => {
    if (seen[at] === 1 || likely[at]! < LEAST_PIXEL) return;
    seen[at] = 1;
    waiting.push(at);
  };
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] === 1 || likely[start]! < LEAST_PIXEL) continue;
    let [left, right, top, bottom, count, sum] = [width, 0, height, 0, 0, 0];
    visit(start);
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      count++;
      sum += likely[at]!;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      if (x > 0) visit(at - 1);
      if (x < width - 1) visit(at + 1);
      if (y > 0) visit(at - width);
      if (y < height - 1) visit(at + width);
    }
    if (count >= LEAST_PATCH_PIXELS && sum / count >= LEAST_PATCH) found.push({ x: left, y: top, width: right - left + 1, height: bottom - top + 1 });
  }
  return found;
}

/** What stands in the box, in Latin letters. */
export async function readLine({ reading, letters }: OcrModels, page: RgbPixels, line: Rect): Promise<ReadLine> {
  const box = wholePixels(line, page);
  const width = Math.min(LONGEST_LINE, Math.max(READING_HEIGHT, Math.round((box.width / box.height) * READING_HEIGHT)));
  const pixels = await resized(page, box, width, READING_HEIGHT);
  const input = planes(pixels, width, READING_HEIGHT, (value) => value / 127.5 - 1);
  const { data, dims } = await run(reading, input, [1, 3, READING_HEIGHT, width]);
  const [, steps = 0, classes = 0] = dims;
  const latin = latinClasses(letters, classes);
  let [text, last] = ['', 0];
  const at: number[] = [];
  const sure: number[] = [];
  for (let step = 0; step < steps; step++) {
    let best = 0;
    for (const one of latin) if (data[step * classes + one]! > data[step * classes + best]!) best = one;
    if (best !== 0 && best !== last) {
      text += letters[best] ?? ' ';
      sure.push(data[step * classes + best]!);
      at.push(box.x + ((step + 0.5) / steps) * box.width);
    }
    last = best;
  }
  return { box, text, at, letters: sure, sure: sure.reduce((sum, one) => sum + one, 0) / Math.max(1, sure.length) };
}

/** Classes that are Latin letters, digits, marks or the space, which comes after all that the list names. */
function latinClasses(letters: readonly string[], classes: number): number[] {
  const known = latinOf.get(letters);
  if (known !== undefined) return known;
  const latin = Array.from({ length: classes }, (_, k) => k).filter((k) => k > 0 && /^[\u0020-\u024f\u2018\u2019]?$/u.test(letters[k] ?? ''));
  latinOf.set(letters, latin);
  return latin;
}

const latinOf = new WeakMap<readonly string[], number[]>();

function wholePixels({ x, y, width, height }: Rect, page: RgbPixels): Rect {
  const left = Math.min(Math.max(0, Math.floor(x)), page.width - 1);
  const top = Math.min(Math.max(0, Math.floor(y)), page.height - 1);
  return {
    x: left,
    y: top,
    width: Math.max(1, Math.min(page.width, Math.ceil(x + width)) - left),
    height: Math.max(1, Math.min(page.height, Math.ceil(y + height)) - top),
  };
}

function resized({ data, width, height }: RgbPixels, part: Rect | null, toWidth: number, toHeight: number): Promise<Uint8Array> {
  const picture = sharp(data, { raw: { width, height, channels: 3 } });
  if (part !== null) picture.extract({ left: part.x, top: part.y, width: part.width, height: part.height });
  return picture.resize(toWidth, toHeight, { fit: 'fill', kernel: 'linear' }).raw().toBuffer();
}

/** Red, green and blue one after the other, as networks want them. */
function planes(pixels: Uint8Array, width: number, height: number, level: (value: number, channel: number) => number): Float32Array {
  const size = width * height;
  const table = [0, 1, 2].map((channel) => Float32Array.from({ length: 256 }, (_, value) => level(value, channel)));
  const input = new Float32Array(3 * size);
  for (let channel = 0; channel < 3; channel++) {
    const levels = table[channel]!;
    for (let i = 0, j = channel; i < size; i++, j += 3) input[channel * size + i] = levels[pixels[j]!]!;
  }
  return input;
}

async function run(network: InferenceSession, input: Float32Array, dims: number[]): Promise<{ data: Float32Array; dims: readonly number[] }> {
  const answers = await network.run({ [network.inputNames[0]!]: new Tensor('float32', input, dims) });
  const answer = answers[network.outputNames[0]!]!;
  return { data: answer.data as Float32Array, dims: answer.dims };
}
