import type { Proposal, Quad } from '../../../../core/capture/cleaning.ts';
import { findAnswerSheets, type AnswerSheetFound } from './answerSheet.ts';
import { isBlank } from './blank.ts';
import { findPaper, guessedOutline, type Found } from './findPaper.ts';
import { findSheets } from './findSheets.ts';
import { flatten, isLightOnDark } from '../clean/flatten.ts';
import { brightness, shrink, type GreyPixels, type RgbPixels } from '../decode/pixels.ts';
import { fromTopLeft } from './outline.ts';
import { lookForPaper } from './outlineNet.ts';
import { paperSize } from './guessTrueSize.ts';
import { showThroughOf } from '../clean/showThrough.ts';
import { skewOf } from './skew.ts';
import { uprightTurn } from './turn.ts';
import { frame, projection, warped } from '../clean/warp.ts';

/** Longest side, in px, of the copy in which text lines are looked for. */
const TEXT_SIDE = 1600;

/** Nearly every page comes upright: where its lines say so plainly, nothing needs to be read. */
const SURE_TURN = 0.95;

/** More of a page than this in darkness deeper than a shade is a picture. */
const DARK_PICTURE_SHARE = 0.03;
const DARKEST_SHADE = 0.35;

/** What can be seen on an upright page picture without being told. The quad is in pixels of `picture`, the centre of its first pixel being (0, 0). */
export async function proposePage(picture: RgbPixels): Promise<Proposal> {
  const copy = shrink(picture, TEXT_SIDE);
  const [sheet, ...more] = findAnswerSheets(picture, copy);
  if (sheet !== undefined) return { ...proposedSheet(picture, sheet), ...(more.length === 0 ? {} : { others: more.map(({ quad }) => fromTopLeft(quad)) }) };
  const maps = await lookForPaper(copy);
  const sheets = findSheets(picture, copy, maps);
  const [outline = null, ...others] = sheets.length > 0 ? sheets : findPaper(picture, copy, maps);
  const guess = outline === null ? guessedOutline(picture, maps) : null;
  return {
    ...described(outline === null ? copy : straightened(picture, outline.quad), outline),
    ...(others.length === 0 ? {} : { others: others.map(({ quad }) => quad) }),
    ...(outline?.fold ? { fold: outline.fold } : {}),
    ...(guess === null ? {} : { guess }),
  };
}

/** The same of one sheet whose outline is known. */
export function proposeSheet(picture: RgbPixels, outline: Pick<Found, 'quad' | 'confidence'>): Proposal {
  const [sheet] = findAnswerSheets(picture, shrink(picture, TEXT_SIDE));
  return sheet === undefined ? described(straightened(picture, outline.quad), outline) : proposedSheet(picture, sheet);
}

function described(seen: RgbPixels, outline: Pick<Found, 'quad' | 'confidence'> | null): Proposal {
  // Chalk and light pens are writing, too.
  const page = isLightOnDark(seen) ? { ...seen, data: seen.data.map((value) => 255 - value) } : seen;
  const white = flatten(page, 0.6);
  const ink = inkOf(white);
  const behind = showThroughOf(white);
  const skewDegrees = skewOf(ink);
  const upright = uprightTurn(ink);
  const blank = isPaper(page) && isBlank(ink, skewDegrees);
  return {
    quad: outline?.quad ?? null,
    confidence: outline?.confidence ?? 0,
    skewDegrees,
    turnDegrees: blank ? 0 : upright.confidence >= SURE_TURN && upright.turn === 0 ? 0 : null,
    blank,
    ...(behind === 0 ? {} : { showThrough: behind }),
  };
}

/** The plan of an answer sheet says more than its edges do. */
function proposedSheet(picture: RgbPixels, { quad, writing, seen }: AnswerSheetFound): Proposal {
  const round = fromTopLeft(quad);
  const turns = quad.findIndex((corner) => corner === round[0]);
  return {
    quad: round,
    confidence: 1,
    skewDegrees: 0,
    turnDegrees: ([0, 90, 180, 270] as const)[turns] ?? 0,
    blank: isBlank(inkOf(flatten(straightened(picture, writing), 0.6)), 0),
    answerSheet: seen,
  };
}

function straightened(picture: RgbPixels, quad: Quad): RgbPixels {
  const { width, height } = paperSize(quad, picture, null, TEXT_SIDE);
  const edges = quad.map(({ x, y }) => ({ x: x + 0.5, y: y + 0.5 })) as Quad;
  return warped(picture, projection(frame(width, height), edges), width, height);
}

/** How much darker than white each pixel of a whitened page is; what is left of the paper's grain counts as nothing. */
function inkOf(white: RgbPixels): GreyPixels {
  const { data, width, height } = brightness(white);
  return { data: data.map((value) => (value > 215 ? 0 : 255 - value)), width, height };
}

/** False for a picture with real darkness in it, which whitening takes for deep shadow and clears away; such a page is not empty. */
function isPaper(page: RgbPixels): boolean {
  const levels = brightness(page).data;
  const counts = new Uint32Array(256);
  for (const level of levels) counts[level]!++;
  const levelAt = (share: number): number => {
    let level = 0;
    for (let seen = counts[0]!; seen <= Math.floor(levels.length * share); seen += counts[level]!) level++;
    return level;
  };
  return levelAt(DARK_PICTURE_SHARE) > levelAt(0.9) * DARKEST_SHADE;
}
