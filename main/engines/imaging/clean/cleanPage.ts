import type { Cleaning, Point, Quad } from '../../../../core/capture/cleaning.ts';
import { WHOLE } from '../../../../core/capture/trueSize.ts';
import { intersection, type Rect } from '../../../../core/kernel/rect.ts';
import { flatten } from './flatten.ts';
import { lightenRules } from './lightenRules.ts';
import { takeOffOtherSide, type Side } from './otherSide.ts';
import { paperSize, type Size } from '../page/guessTrueSize.ts';
import { shrink, type RgbPixels } from '../decode/pixels.ts';
import type { SheetPlace } from './registerSides.ts';
import { burn, burnedMask, cover, paperColour, wholeBlocks } from './redact.ts';
import { ruleLayer } from './ruleLayer.ts';
import { reduceShowThrough } from './showThrough.ts';
import { frame, project, projection, warped } from './warp.ts';

/** How much longer than the page picture a straightened sheet may come out; corners dragged into a sliver ask for more than any memory has. */
const LARGEST_GROWTH = 1.5;

/** px beyond the crop that are whitened with it and then cut off: a shadow that ends at the crop's edge is judged by the paper on both sides. */
const AROUND = 96;

/** How clean the other side is made before its ink is looked for. */
const WHITE_ENOUGH = 0.5;

export interface CleanOptions {
  /** The paper's size in mm, either way up, where it is known. */
  readonly trueSize: Size | null;
  /** Longest side of the result in px. */
  readonly longestSide?: number | undefined;
  /** The paper's other side, for taking off what of it shines through. Its names are burned in before it is looked at. */
  readonly otherSide?: { readonly page: RgbPixels; readonly cleaning: Cleaning } | null;
}

/**
 * The response as it goes on the wall: redactions burned into the decoded pixels before anything else is done with them, then paper
 * straightened, turned, cropped and whitened. Straightening, turning and cropping are one map, so that every pixel is mixed only once.
 * `page` is used up, and so is the other side's. The same input gives the same output, to the byte.
 */
export function cleanPage(page: RgbPixels, cleaning: Cleaning, { trueSize, longestSide, otherSide }: CleanOptions): RgbPixels {
  const straight = straightened(page, cleaning, trueSize, longestSide ?? null);
  const { result, mask, view, kept } = straight;
  if (cleaning.flatten === null) return covered(result, mask, cleaning);
  const white = flatten(result, cleaning.flatten, mask);
  const rules = cleaning.lightenRules || cleaning.showThrough ? ruleLayer(white, mask) : null;
  if (cleaning.showThrough) {
    const front = { page: white, rules, keep: mask, place: straight.place };
    if (!otherSide || !takeOffOtherSide(front, whiteSide(otherSide.page, otherSide.cleaning, trueSize, white))) reduceShowThrough(white, rules, mask);
  }
  if (cleaning.lightenRules && rules !== null) lightenRules(white, rules, mask);
  return cut(covered(white, mask, cleaning), partOf(view, kept, result.width / view.width));
}

/** The page with what was burned in the colour that is wanted. */
function covered(page: RgbPixels, mask: Uint8Array | null, { cover: colour }: Cleaning): RgbPixels {
  if (mask !== null && colour === 'paper') cover(page, mask, paperColour(page, mask));
  return page;
}

/** The whole other side, whitened, at about the size of this one. */
function whiteSide(page: RgbPixels, cleaning: Cleaning, trueSize: Size | null, { width, height }: Size): Side {
  const whole = { ...cleaning, crop: WHOLE, flatten: WHITE_ENOUGH };
  const { result, mask, place } = straightened(page, whole, trueSize, Math.max(width, height));
  const white = flatten(result, WHITE_ENOUGH, mask);
  return { page: white, rules: ruleLayer(white, mask), keep: mask, place };
}

interface Straightened {
  /** With some paper round what is kept, where it is to be whitened. */
  readonly result: RgbPixels;
  /** 1 where names are covered. */
  readonly mask: Uint8Array | null;
  readonly view: View;
  readonly kept: View;
  readonly place: SheetPlace;
}

function straightened(page: RgbPixels, cleaning: Cleaning, trueSize: Size | null, longestSide: number | null): Straightened {
  const blocks = wholeBlocks(cleaning.redactions, page);
  burn(page, blocks);
  const kept = viewOf(page, cleaning, trueSize, 0);
  const view = cleaning.flatten === null ? kept : viewOf(page, cleaning, trueSize, AROUND);
  const straight = view.isWholePage ? page : warped(page, projection(frame(view.width, view.height), view.corners), view.width, view.height);
  const smaller = Math.min(1, (longestSide ?? Number.POSITIVE_INFINITY) / Math.max(kept.width, kept.height));
  const result = shrink(straight, Math.max(1, Math.round(Math.max(view.width, view.height) * smaller)));
  const toSource = projection(frame(result.width, result.height), view.corners);
  const fromSource = projection(view.corners, frame(result.width, result.height));
  // Mixing four pixels reaches one pixel beyond a block, shrinking as many as go into one.
  const reach = 1 + 1.5 * (view.width / result.width - 1);
  const mask = burnedMask(blocks, { toSource, fromSource, reach }, result);
  if (mask !== null) cover(result, mask);
  const scale = result.width / view.width;
  const longest = Math.max(view.sheet.width, view.sheet.height);
  const place = {
    left: view.left * scale,
    top: view.top * scale,
    perPx: 1 / (scale * longest),
    width: view.sheet.width / longest,
    height: view.sheet.height / longest,
  };
  return { result, mask, view, kept, place };
}

/** Where the kept part lies in the larger one, in px of the shrunk result. */
function partOf(view: View, kept: View, scale: number): Rect {
  return {
    x: Math.round((kept.left - view.left) * scale),
    y: Math.round((kept.top - view.top) * scale),
    width: Math.max(1, Math.round(kept.width * scale)),
    height: Math.max(1, Math.round(kept.height * scale)),
  };
}

function cut({ data, width, height }: RgbPixels, part: Rect): RgbPixels {
  const x = Math.min(part.x, width - 1);
  const y = Math.min(part.y, height - 1);
  const w = Math.min(part.width, width - x);
  const h = Math.min(part.height, height - y);
  if (w === width && h === height) return { data, width, height };
  const rows = new Uint8Array(w * h * 3);
  for (let row = 0; row < h; row++) rows.set(data.subarray(((y + row) * width + x) * 3, ((y + row) * width + x + w) * 3), row * w * 3);
  return { data: rows, width: w, height: h };
}

/** The part of the paper that is kept, before any shrinking. */
export interface View extends Size {
  /** Its top left corner on the straightened sheet, px. */
  readonly left: number;
  readonly top: number;
  /** Its corners in the page picture, by the edges of pixels. */
  readonly corners: Quad;
  /** The whole sheet, straightened and turned, px. */
  readonly sheet: Size;
  /** It is the page picture, pixel by pixel. */
  readonly isWholePage: boolean;
}

type Placed = Pick<Cleaning, 'quad' | 'turn' | 'degrees' | 'crop'>;

/** Where the kept part of the straightened, turned sheet lies; `around` px beyond it are taken with it. */
export function viewOf(page: Size, cleaning: Placed, trueSize: Size | null, around: number): View {
  // A quad is given by the centres of pixels, the maps by their edges.
  const corners = cleaning.quad === null ? frame(page.width, page.height) : (cleaning.quad.map(({ x, y }) => ({ x: x + 0.5, y: y + 0.5 })) as Quad);
  const longest = LARGEST_GROWTH * Math.max(page.width, page.height);
  const sheet = cleaning.quad === null ? { width: page.width, height: page.height } : paperSize(corners, page, trueSize, longest);
  const upright = cleaning.turn % 180 === 0 ? sheet : { width: sheet.height, height: sheet.width };
  const crop = intersection(cleaning.crop, WHOLE) ?? WHOLE;
  const cropped = { width: Math.max(1, Math.round(upright.width * crop.width)), height: Math.max(1, Math.round(upright.height * crop.height)) };
  const before = { x: Math.min(around, Math.floor(crop.x * upright.width)), y: Math.min(around, Math.floor(crop.y * upright.height)) };
  const left = crop.x * upright.width - before.x;
  const top = crop.y * upright.height - before.y;
  const width = cropped.width + before.x + Math.max(0, Math.min(around, Math.floor(upright.width - left - before.x - cropped.width)));
  const height = cropped.height + before.y + Math.max(0, Math.min(around, Math.floor(upright.height - top - before.y - cropped.height)));
  const kept = frame(width, height).map(({ x, y }) => ({ x: x + left, y: y + top }));
  const toSource = projection(frame(sheet.width, sheet.height), corners);
  const seen = kept.map((point) => project(toSource, turnedBack(rotatedBack(point, upright, cleaning.degrees), sheet, cleaning.turn))) as Quad;
  const isWholePage = cleaning.quad === null && cleaning.turn === 0 && cleaning.degrees === 0 && width === page.width && height === page.height;
  return { width, height, left, top, corners: seen, sheet: upright, isWholePage };
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
