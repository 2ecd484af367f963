import type { Rect } from '../../../../core/kernel/rect.ts';
import type { RgbPixels } from '../decode/pixels.ts';
import { halfTurned, quarterTurned, readTurn } from '../page/readTurn.ts';
import type { Turn } from '../page/turn.ts';
import type { OcrModels } from './ocrModels.ts';

export interface UprightPage {
  readonly page: RgbPixels;
  readonly lines: readonly Rect[];
  /** Clockwise turn that made it upright. */
  readonly turn: Turn;
  /** False where a person has to be asked, and the page stays as it is. */
  readonly told: boolean;
}

/** The page turned so that its lines can be read. Where that can't be told it stays as it is. */
export async function turnedToRead(models: OcrModels, page: RgbPixels): Promise<UprightPage> {
  const { turn, lines } = await readTurn(models, page);
  const level = turn === 90 || turn === 270 ? quarterTurned(page) : page;
  return { page: turn === 180 || turn === 270 ? halfTurned(level) : level, lines, turn: turn ?? 0, told: turn !== null };
}
