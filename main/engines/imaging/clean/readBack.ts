import { namesInLine } from '../../../../core/class/classList.ts';
import { findLines, readLine } from '../names/ocrLines.ts';
import type { OcrModels } from '../names/ocrModels.ts';
import { shrink, type RgbPixels } from '../decode/pixels.ts';

/** Longest side, in px, at which a copy is read. */
export const READING_SIDE = 1600;

/** How many names of the class list can be read on a clean copy: none, where all are hidden. */
export async function readBack(models: OcrModels, copy: RgbPixels, names: readonly string[]): Promise<number> {
  const page = shrink(copy, READING_SIDE);
  let seen = 0;
  for (const line of await findLines(models, page)) seen += namesInLine((await readLine(models, page, line)).text, names).length;
  return seen;
}
