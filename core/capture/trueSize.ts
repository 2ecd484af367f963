import type { Rect } from '../kernel/rect.ts';
import type { Cleaning, Proposal } from './cleaning.ts';
import type { TrueSize } from './task.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Sides in mm of the papers a class writes on, as they lie upright. */
export const trueSizes: Record<Exclude<TrueSize['name'], 'custom' | 'unknown' | 'not-asked'>, Size> = {
  a4: { width: 210, height: 297 },
  a5: { width: 148, height: 210 },
  'half-a4': { width: 210, height: 148.5 },
  'exercise-book': { width: 175, height: 245 },
  letter: { width: 215.9, height: 279.4 },
};

/** The paper's sides in mm, or null where the team could not say. */
export function sizeOf(trueSize: TrueSize): Size | null {
  if (trueSize.widthMm !== null && trueSize.heightMm !== null) return { width: trueSize.widthMm, height: trueSize.heightMm };
  return trueSize.name in trueSizes ? trueSizes[trueSize.name as keyof typeof trueSizes] : null;
}

/**
 * How large the response was written, in mm: the cropped part of the paper, the paper's long side along the page's long side.
 * @param copy pixels of the cleaned copy
 * @param crop the part of the straightened, turned page that the copy shows, in fractions
 */
export function writtenSize(trueSize: Size | null, crop: Rect, copy: Size): Size | null {
  if (trueSize === null || crop.width === 0 || crop.height === 0) return null;
  const lies = copy.width / crop.width > copy.height / crop.height;
  const long = Math.max(trueSize.width, trueSize.height);
  const short = Math.min(trueSize.width, trueSize.height);
  return { width: crop.width * (lies ? long : short), height: crop.height * (lies ? short : long) };
}

export const WHOLE: Rect = { x: 0, y: 0, width: 1, height: 1 };

/** The picture is the page; only whitened, half way between the faintest pencil and the cleanest paper. */
const UNTOUCHED: Cleaning = {
  quad: null,
  turn: 0,
  degrees: 0,
  crop: WHOLE,
  flatten: 0.5,
  lightenRules: false,
  showThrough: false,
  redactions: [],
  cover: 'paper',
};

/** What is done to a page before anyone has looked at it: nothing is hidden and nothing is cut off, but on an answer sheet, whose places are known. */
export function firstCleaning(proposal: Proposal): Cleaning {
  const { answerSheet } = proposal;
  if (answerSheet !== undefined)
    return { ...UNTOUCHED, quad: proposal.quad, turn: proposal.turnDegrees ?? 0, crop: answerSheet.crop, redactions: [answerSheet.codeBox] };
  const lean = proposal.quad === null && proposal.skewDegrees !== null && Math.abs(proposal.skewDegrees) <= 15 ? -proposal.skewDegrees : 0;
  return { ...UNTOUCHED, quad: proposal.quad, turn: proposal.turnDegrees ?? 0, degrees: lean };
}
