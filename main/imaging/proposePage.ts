import type { Proposal, Quad } from '../../core/capture/cleaning.ts';
import { isBlank } from './blank.ts';
import { fitOutline } from './fitOutline.ts';
import { flatten } from './flatten.ts';
import { bestOutline, fromTopLeft } from './outline.ts';
import { brightness, shrink, type GreyPixels, type RgbPixels } from './pixels.ts';
import { paperSize } from './paperSize.ts';
import { skewOf } from './skew.ts';
import { frame, projection, warped } from './warp.ts';

/** Longest side, in px, of the copies in which outlines and text lines are looked for. */
const OUTLINE_SIDE = 640;
const TEXT_SIDE = 1600;
/** Nobody's camera makes smaller photos; what looks like an outline in one is a drawing. */
const LEAST_PHOTO_SIDE = 400;
/** A side of which less is seen may be a rule, a shadow or the edge of something else. */
const LEAST_OF_A_SIDE = 0.6;
const LEAST_OF_ALL_SIDES = 0.8;

/** More of a page than this in darkness deeper than a shade is a picture. */
const DARK_PICTURE_SHARE = 0.03;
const DARKEST_SHADE = 0.35;

/** What can be seen on an upright page picture without being told. The quad is in pixels of `picture`, the centre of its first pixel being (0, 0). */
export function proposePage(picture: RgbPixels): Proposal {
  const copy = shrink(picture, TEXT_SIDE);
  const outline = findPaper(picture, copy);
  const page = outline === null ? copy : straightened(picture, outline.quad);
  const ink = inkOf(page);
  const skewDegrees = skewOf(ink);
  return {
    quad: outline?.quad ?? null,
    confidence: outline?.confidence ?? 0,
    skewDegrees,
    turnDegrees: 0,
    blank: isPaper(page) && isBlank(ink, skewDegrees),
  };
}

function findPaper(picture: RgbPixels, copy: RgbPixels): { quad: Quad; confidence: number } | null {
  if (Math.max(picture.width, picture.height) < LEAST_PHOTO_SIDE) return null;
  const small = shrink(copy, OUTLINE_SIDE);
  const found = bestOutline(small);
  if (found === null) return null;
  const scale = { x: picture.width / small.width, y: picture.height / small.height };
  const coarse = found.quad.map(({ x, y }) => ({ x: (x + 0.5) * scale.x - 0.5, y: (y + 0.5) * scale.y - 0.5 })) as Quad;
  const band = Math.max(4, Math.round(3 * scale.x));
  const { quad, sharp } = fitOutline(brightness(picture), coarse, band);
  const sides = found.sides.map((side, k) => Math.min(side, sharp[k]!));
  const confidence = sides.reduce((sum, side) => sum + side, 0) / 4;
  return confidence < LEAST_OF_ALL_SIDES || Math.min(...sides) < LEAST_OF_A_SIDE ? null : { quad: fromTopLeft(quad), confidence };
}

function straightened(picture: RgbPixels, quad: Quad): RgbPixels {
  const { width, height } = paperSize(quad, picture, null, TEXT_SIDE);
  const edges = quad.map(({ x, y }) => ({ x: x + 0.5, y: y + 0.5 })) as Quad;
  return warped(picture, projection(frame(width, height), edges), width, height);
}

/** How much darker than white each pixel of the flattened page is; what is left of the paper's grain counts as nothing. */
function inkOf(page: RgbPixels): GreyPixels {
  const { data, width, height } = brightness(flatten(page, 0.6));
  return { data: data.map((value) => (value > 215 ? 0 : 255 - value)), width, height };
}

/** False for a picture with real darkness in it, which whitening takes for deep shadow and clears away; such a page is not empty. */
function isPaper(page: RgbPixels): boolean {
  const levels = brightness(page).data.slice().sort();
  const bright = levels[Math.floor(levels.length * 0.9)]!;
  return levels[Math.floor(levels.length * DARK_PICTURE_SHARE)]! > bright * DARKEST_SHADE;
}
