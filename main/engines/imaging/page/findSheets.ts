import type { Point, Quad } from '../../../../core/capture/cleaning.ts';
import { evidenceOf, withSharpness } from './evidence.ts';
import { fillDark } from '../clean/filters.ts';
import { fitOutline } from './fitOutline.ts';
import { OUTLINE_SIDE, type Found } from './findPaper.ts';
import type { PaperMaps } from './outlineNet.ts';
import { overlapOf, pagesIn } from './paperRegions.ts';
import { paperGradients } from './gradients.ts';
import { fromTopLeft, outlineAlong } from './outline.ts';
import { judged } from './outlineWeights.ts';
import { brightness, shrink, type GreyPixels, type RgbPixels } from '../decode/pixels.ts';
import { groundLevels } from './groundLevels.ts';
import { patchesOf, type Patch } from '../clean/patches.ts';
import { areaOf, largestQuad, leastRectangle, rescaled } from './polygons.ts';

/** Longest side, in px, of the copy in which sheets are told from the ground. */
const SHEETS_SIDE = 900;
/** px: rules and pen strokes are no broader than twice this, gaps between slips are. */
const RULE = 2;
/** Smaller patches, as a share of the picture, are no slips but scraps. */
const LEAST_SLIP = 0.008;
/** In a photo, only pages of some size are looked for beside each other. */
const LEAST_PAGE = 0.08;
/** A sheet fills its four corners; folded and curled ones a little less. */
const LEAST_FILLED = 0.9;
/** Sheets beside each other are of a kind: sizes and brightness differ by no more than this factor. */
const SLIPS_ALIKE = 0.2;
const PAGES_ALIKE = 0.55;
const AS_BRIGHT = 0.78;
/** Longer than this against their breadth are rulers, keyboards and pencil cases. */
const LONGEST_PAGE = 2.1;
/** More of the bright ground than this, as a share of the sheets, in other patches: whatever it is, it isn't just sheets. */
const MOST_OTHERWISE = 0.12;
/** Of each side at least this share must lie on an edge in the full picture. */
const LEAST_OF_A_SIDE = 0.6;
/** And of all sides together; patches of light on a desk have no edges. */
const LEAST_OF_ALL_SIDES = 0.75;
/** A side on a glass that is less clear is looked for nearer to its patch. */
const CLEAR_SIDE = 0.75;
/** A scanner's lid differs from itself by no more levels than this. */
const EVEN_LID = 7;
/** Levels by which a lid's red, green and blue differ at most, and what share of its brightness more. */
const MOST_TINT = 8;
const MOST_TINT_SHARE = 0.04;

/**
 * Every sheet of a picture that shows two or more: slips on a scanner's glass, or two pages side by side; otherwise none. A sheet is
 * a four-cornered patch brighter than the ground that is seen along the picture's border. In reading order, row by row.
 */
export function findSheets(picture: RgbPixels, copy: RgbPixels, maps: PaperMaps): Found[] {
  const small = shrink(copy, SHEETS_SIDE);
  const levels = fillDark(brightness(small), RULE);
  const ground = groundLevels(levels);
  if (ground === null) return [];
  const isGlass = ground.unevenness <= EVEN_LID;
  const whole = small.width * small.height;
  const patches = patchesOf(brighterThan(levels, ground.at, ground.threshold), small.width, small.height).filter(
    ({ area }) => area >= LEAST_SLIP * whole * 0.25,
  );
  // What reaches out of a photo may be anything; on a scanner's glass, slips do lie along the edge.
  const mayTouch = isGlass && isGreyAround(small);
  const likely = patches.filter((patch) => patch.area >= (isGlass ? LEAST_SLIP : LEAST_PAGE) * whole && (mayTouch || !patch.touchesBorder));
  const sheets = likely.flatMap((patch) => sheetOf(patch, isGlass));
  const largest = Math.max(...sheets.map(({ patch }) => patch.area));
  const alike = sheets.filter(({ patch }) => patch.area >= largest * (isGlass ? SLIPS_ALIKE : PAGES_ALIKE));
  if (alike.length < 2 || (isGlass && alike.length < likely.length)) return [];
  const rest = patches.filter((patch) => !alike.some((sheet) => sheet.patch === patch)).reduce((sum, { area }) => sum + area, 0);
  const covered = alike.reduce((sum, { patch }) => sum + patch.area, 0);
  if ((isGlass && rest > MOST_OTHERWISE * covered) || !areAsBright(alike, levels)) return [];
  const found = refined(picture, small, alike, !isGlass);
  if (isGlass) return mean(found.map(({ confidence }) => confidence)) >= LEAST_OF_ALL_SIDES ? inReadingOrder(found) : [];
  const haveEdges = found.length === alike.length && found.every(({ confidence }) => confidence >= LEAST_OF_ALL_SIDES);
  return haveEdges && areWhole(picture, copy, maps, found) ? inReadingOrder(found) : [];
}

/** False where one of them lies half under something: its edges don't end at its corners, and it isn't what was photographed. */
function areWhole(picture: RgbPixels, copy: RgbPixels, maps: PaperMaps, found: readonly FoundSheet[]): boolean {
  const channels = paperGradients(shrink(copy, OUTLINE_SIDE));
  const scale = { x: channels.thin.width / picture.width, y: channels.thin.height / picture.height };
  const pages = pagesIn(maps, picture.width, picture.height);
  return found.every(({ quad, sharp }) => {
    const small = rescaled(quad, scale);
    const seen = Math.max(0, ...pages.map((page) => overlapOf(quad, page, maps, picture)));
    return judged(withSharpness(evidenceOf(outlineAlong(small, channels), channels, seen), sharp)) > 0;
  });
}

interface FoundSheet extends Found {
  readonly sharp: readonly number[];
}

/** True where the picture's border has no tint: scanners' lids are white, grey or black, most desks are not. */
function isGreyAround({ data, width, height }: RgbPixels): boolean {
  const border: number[] = [];
  for (let y = 0; y < height; y += 3)
    for (let x = 0; x < width; x += 3) if (Math.min(x, y, width - 1 - x, height - 1 - y) < 6) border.push((y * width + x) * 3);
  const tint = [0, 1, 2].map((c) => border.map((i) => data[i + c]!).sort((a, b) => a - b)[border.length >> 1]!);
  return Math.max(...tint) - Math.min(...tint) <= MOST_TINT + MOST_TINT_SHARE * Math.max(...tint);
}

interface Sheet {
  readonly patch: Patch;
  readonly quad: Quad;
}

function sheetOf(patch: Patch, isGlass: boolean): Sheet[] {
  const quads = [largestQuad(patch.hull), ...(isGlass ? [leastRectangle(patch.hull)] : [])].filter((quad) => quad !== null);
  // Where writing or a rule has bitten off a corner, no four corners of the patch are the slip's, but the rectangle round it is.
  const [quad] = quads.sort((a, b) => Math.abs(1 - patch.area / areaOf(a)) - Math.abs(1 - patch.area / areaOf(b)));
  if (quad === undefined) return [];
  const filled = patch.area / areaOf(quad);
  const sides = quad.map((corner, k) => Math.hypot(quad[(k + 1) % 4]!.x - corner.x, quad[(k + 1) % 4]!.y - corner.y));
  const [long, short] = [Math.max(sides[0]! + sides[2]!, sides[1]! + sides[3]!), Math.min(sides[0]! + sides[2]!, sides[1]! + sides[3]!)];
  if (filled < LEAST_FILLED || filled > 2 - LEAST_FILLED || (!isGlass && long / short > LONGEST_PAGE)) return [];
  return [{ patch, quad }];
}

function brighterThan({ data, width }: GreyPixels, ground: (x: number, y: number) => number, by: number): Uint8Array {
  return data.map((value, i) => (value - ground(i % width, Math.floor(i / width)) > by ? 1 : 0));
}

/** Two sheets of paper in the same light; a coloured folder or a tablet is darker. */
function areAsBright(sheets: readonly Sheet[], { data }: GreyPixels): boolean {
  const bright = sheets.map(({ patch }) => {
    const levels = patch.pixels.map((i) => data[i]!).sort();
    return levels[Math.floor(levels.length * 0.7)]!;
  });
  return Math.min(...bright) >= AS_BRIGHT * Math.max(...bright);
}

function refined(picture: RgbPixels, small: RgbPixels, sheets: readonly Sheet[], hasShadows: boolean): FoundSheet[] {
  const scale = { x: picture.width / small.width, y: picture.height / small.height };
  const band = Math.max(5, 3.5 * scale.x);
  return sheets.flatMap(({ quad }) => {
    const coarse = rescaled(quad, scale);
    const wide = fitOutline(picture, coarse, band, hasShadows);
    if (hasShadows && Math.min(...wide.sharp) < LEAST_OF_A_SIDE) return [];
    // Writing that runs over the edge where slips were cut apart has steps of its own; the patch itself is nearly exact.
    const { quad: fitted, sharp } = Math.min(...wide.sharp) < CLEAR_SIDE ? fitOutline(picture, coarse, Math.max(3, band / 2.5), hasShadows) : wide;
    return [{ quad: fromTopLeft(fitted), sharp, confidence: mean(sharp), fold: null }];
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function inReadingOrder(found: readonly Found[]): Found[] {
  const middle = ({ quad }: Found): Point => ({ x: quad.reduce((sum, p) => sum + p.x, 0) / 4, y: quad.reduce((sum, p) => sum + p.y, 0) / 4 });
  const tall = ({ quad }: Found): number => Math.max(...quad.map((p) => p.y)) - Math.min(...quad.map((p) => p.y));
  const left = [...found].sort((a, b) => middle(a).y - middle(b).y);
  const ordered: Found[] = [];
  while (left.length > 0) {
    const first = left[0]!;
    const row = left.filter((one) => middle(one).y - middle(first).y < tall(first) * 0.5);
    ordered.push(...row.sort((a, b) => middle(a).x - middle(b).x));
    for (const one of row) left.splice(left.indexOf(one), 1);
  }
  return ordered;
}
