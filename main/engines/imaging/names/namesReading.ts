import { labelsIn } from '../../../../core/class/nameWords.ts';
import { intersection, type Rect } from '../../../../core/kernel/rect.ts';
import { inkRuns, type InkMask } from './namesInk.ts';
import type { Row } from './namesRows.ts';
import { readLine, type ReadLine } from './ocrLines.ts';
import type { OcrModels } from './ocrModels.ts';
import type { RgbPixels } from '../decode/pixels.ts';

/** Labels are looked for in these parts of a page, from its top and its foot. */
export const HEAD = 0.34;
export const FOOT = 0.2;
/** A piece wider than this part of the page, and so many times as wide as high, is more than a name. */
const LONG = 0.5;
const LONG_SHAPE = 8;
/** A label is found within so many heights from where a piece of a line begins, which is behind a gap as wide as the line is high. */
const LABEL_ROOM = 6;
const GAP = 1;

/** So many long rows without a label on end are the text: what stands behind them is its next line. */
const TEXT_AT_HEAD = 4;
const TEXT_AT_FOOT = 2;

/**
 * Reads the lines at the head of a page down to its text, and those at the foot up to it. Of a line that is too long for a name only the beginnings are
 * read, behind every wide gap, unless a label is among them: reading is what takes longest on a page.
 */
export async function readEdges(models: OcrModels, page: RgbPixels, ink: InkMask, rows: readonly Row[]): Promise<ReadLine[]> {
  const head = rows.filter(({ box }) => isAtHead(box, page));
  const foot = rows.filter(({ box }) => isAtEdge(box, page) && !isAtHead(box, page)).reverse();
  return [...(await readUntilText(models, page, ink, head, TEXT_AT_HEAD)), ...(await readUntilText(models, page, ink, foot, TEXT_AT_FOOT))];
}

async function readUntilText(models: OcrModels, page: RgbPixels, ink: InkMask, rows: readonly Row[], most: number): Promise<ReadLine[]> {
  const read: ReadLine[] = [];
  let long = 0;
  for (const { pieces } of rows) {
    let isText = true;
    for (const { box, lines } of pieces) {
      if (isLong(box, page) && !(await beginsWithLabel(models, page, ink, box))) continue;
      isText = false;
      read.push(...(await readAll(models, page, lines)));
    }
    long = isText ? long + 1 : 0;
    if (long === most) break;
  }
  return read;
}

export async function readAll(models: OcrModels, page: RgbPixels, lines: readonly Rect[]): Promise<ReadLine[]> {
  const read: ReadLine[] = [];
  for (const line of lines) read.push(await readLine(models, page, line));
  return read;
}

const isAtHead = ({ y, height }: Rect, page: RgbPixels): boolean => y + height / 2 < page.height * HEAD;

export const isAtEdge = (box: Rect, page: RgbPixels): boolean => isAtHead(box, page) || box.y + box.height / 2 > page.height * (1 - FOOT);

const isLong = ({ width, height }: Rect, page: RgbPixels): boolean => width > page.width * LONG && width > height * LONG_SHAPE;

async function beginsWithLabel(models: OcrModels, page: RgbPixels, ink: InkMask, piece: Rect): Promise<boolean> {
  for (const run of inkRuns(ink, piece, piece.height * GAP)) {
    const beginning = intersection(
      { ...run, x: run.x - piece.height * 0.2, width: Math.min(run.width + piece.height * 0.4, piece.height * LABEL_ROOM) },
      piece,
    );
    if (beginning !== null && labelsIn((await readLine(models, page, beginning)).text).length > 0) return true;
  }
  return false;
}
