import type { Cleaning, Point, Quad } from '../../core/capture/cleaning.ts';
import { intersection } from '../../core/geometry/rect.ts';
import { flatten } from './flatten.ts';
import { paperSize, type Size } from './paperSize.ts';
import { shrink, type RgbPixels } from './pixels.ts';
import { burn, burnedMask, cover, wholeBlocks } from './redact.ts';
import { frame, project, projection, warped } from './warp.ts';

/** How much longer than the page picture a straightened sheet may come out; corners dragged into a sliver ask for more than any memory has. */
const LARGEST_GROWTH = 1.5;

export interface CleanOptions {
  /** The paper's size in mm, either way up, where it is known. */
  readonly paper: Size | null;
  /** Longest side of the result in px. */
  readonly longestSide?: number | undefined;
}

/**
 * The response as it goes on the wall: redactions burned into the decoded pixels before anything else is done with them, then paper
 * straightened, turned, cropped and whitened. Straightening, turning and cropping are one map, so that every pixel is mixed only once.
 * `page` is used up. The same input gives the same output, to the byte.
 */
export function cleanPage(page: RgbPixels, cleaning: Cleaning, { paper, longestSide }: CleanOptions): RgbPixels {
  const blocks = wholeBlocks(cleaning.redactions, page);
  burn(page, blocks);
  const view = viewOf(page, cleaning, paper);
  const straight = view.isWholePage ? page : warped(page, projection(frame(view.width, view.height), view.corners), view.width, view.height);
  const result = shrink(straight, longestSide ?? Number.POSITIVE_INFINITY);
  const toSource = projection(frame(result.width, result.height), view.corners);
  const fromSource = projection(view.corners, frame(result.width, result.height));
  // Mixing four pixels reaches one pixel beyond a block, shrinking as many as go into one.
  const reach = 1 + 1.5 * (view.width / result.width - 1);
  const mask = burnedMask(blocks, { toSource, fromSource, reach }, result);
  if (mask !== null) cover(result, mask);
  return cleaning.flatten === null ? result : flatten(result, cleaning.flatten, mask);
}

/** The part of the paper that is kept, before any shrinking. */
interface View extends Size {
  /** Its corners in the page picture, by the edges of pixels. */
  readonly corners: Quad;
  /** It is the page picture, pixel by pixel. */
  readonly isWholePage: boolean;
}

function viewOf(page: RgbPixels, cleaning: Cleaning, paper: Size | null): View {
  // A quad is given by the centres of pixels, the maps by their edges.
  const corners = cleaning.quad === null ? frame(page.width, page.height) : (cleaning.quad.map(({ x, y }) => ({ x: x + 0.5, y: y + 0.5 })) as Quad);
  const longest = LARGEST_GROWTH * Math.max(page.width, page.height);
  const sheet = cleaning.quad === null ? { width: page.width, height: page.height } : paperSize(corners, page, paper, longest);
  const upright = cleaning.turn % 180 === 0 ? sheet : { width: sheet.height, height: sheet.width };
  const whole = { x: 0, y: 0, width: 1, height: 1 };
  const crop = intersection(cleaning.crop, whole) ?? whole;
  const width = Math.max(1, Math.round(upright.width * crop.width));
  const height = Math.max(1, Math.round(upright.height * crop.height));
  const left = crop.x * upright.width;
  const top = crop.y * upright.height;
  const kept = frame(width, height).map(({ x, y }) => ({ x: x + left, y: y + top }));
  const toSource = projection(frame(sheet.width, sheet.height), corners);
  const seen = kept.map((point) => project(toSource, turnedBack(rotatedBack(point, upright, cleaning.degrees), sheet, cleaning.turn))) as Quad;
  const isWholePage = cleaning.quad === null && cleaning.turn === 0 && cleaning.degrees === 0 && width === page.width && height === page.height;
  return { width, height, corners: seen, isWholePage };
}

/** Where a point of the sheet lay before the sheet was rotated clockwise about its middle. */
function rotatedBack({ x, y }: Point, { width, height }: Size, degrees: number): Point {
  const cosine = Math.cos((degrees * Math.PI) / 180);
  const sine = Math.sin((degrees * Math.PI) / 180);
  const [u, v] = [x - width / 2, y - height / 2];
  return { x: width / 2 + u * cosine + v * sine, y: height / 2 - u * sine + v * cosine };
}

/** Where a point of the turned sheet lay on the sheet, whose size before the turn is given. */
function turnedBack({ x, y }: Point, { width, height }: Size, turn: Cleaning['turn']): Point {
  switch (turn) {
    case 0:
      return { x, y };
    case 90:
      return { x: y, y: height - x };
    case 180:
      return { x: width - x, y: height - y };
    case 270:
      return { x: width - y, y: x };
  }
}
