import jsqr from 'jsqr';
import type { AnswerSheetSeen, Point, Quad } from '../../../../core/capture/cleaning.ts';
import type { Rect } from '../../../../core/kernel/rect.ts';
import { answerSheetPlaces, readAnswerCode, type AnswerSheetPlaces } from '../../../../core/handouts/answerSheetPlaces.ts';
import { SHEET_SIZES, type SheetSize } from '../../../../core/sheets/sheetSize.ts';
import { findAruco, type FoundMarker } from '../codes/findAruco.ts';
import { fitOutline } from './fitOutline.ts';
import { fitProjection, missOf } from './fitProjection.ts';
import { brightness, type RgbPixels } from '../decode/pixels.ts';
import { rescaled } from './polygons.ts';
import { frame, project, projection, warped, type Projection } from '../clean/warp.ts';

/** One of our answer sheets in a page picture. */
export interface AnswerSheetFound {
  /** The paper's corners from its own top left, px, by the centres of pixels; a corner may lie outside of the picture. */
  readonly quad: Quad;
  /** Where the lines to write on lie, in the same unit. */
  readonly writing: Quad;
  readonly seen: AnswerSheetSeen;
}

/** Sheets are printed on one of these. */
const PRINTED_ON: readonly SheetSize[] = [SHEET_SIZES.A4, SHEET_SIZES.Letter, SHEET_SIZES.A3, SHEET_SIZES.Legal, SHEET_SIZES.Tabloid];
/** mm by which the corners of the markers may miss the plan: paper bends, and printers stretch. */
const LARGEST_MISS = 1.2;
/** Markers of one number beyond this are noise. */
const MOST_ALIKE = 4;
/** mm: white round the QR code that is looked at with it, and what is kept beside and above the lines. */
const QUIET = 3;
const BESIDE = 6;
const ABOVE = 2;
/** px of the straightened QR code: one size may fall badly on its cells. */
const QR_SIDES = [360, 540, 280] as const;

/**
 * The answer sheets in a picture, each by its four markers. Outline, crop and name box follow from the plan that they were printed by;
 * task and pupil are null where the QR code can't be read.
 * @param copy the picture in small, about 1600 px
 */
export function findAnswerSheets(picture: RgbPixels, copy: RgbPixels): AnswerSheetFound[] {
  const markers = findAruco(brightness(copy));
  if (!hasAllFour(markers)) return [];
  const scale = { x: picture.width / copy.width, y: picture.height / copy.height };
  let left = markers.map((marker) => sharpened(marker, picture, scale));
  const found: AnswerSheetFound[] = [];
  while (hasAllFour(left)) {
    const best = likeliest(left);
    if (best === null) break;
    found.push(laidSheet(picture, best));
    left = left.filter((marker) => !best.markers.includes(marker));
  }
  return found;
}

const hasAllFour = (markers: readonly FoundMarker[]): boolean => new Set(markers.map(({ id }) => id)).size >= 4;

function laidSheet(picture: RgbPixels, { places, sheetSize, map }: Laid): AnswerSheetFound {
  const onPicture = (box: Rect): Quad => cornersOf(box).map((corner) => project(map, corner)) as unknown as Quad;
  const { x, y, width, height } = places.writing;
  const crop = { x: x - BESIDE, y: y - ABOVE, width: width + 2 * BESIDE, height: height + ABOVE };
  const code = readCode(
    picture,
    onPicture({ x: places.qr.x - QUIET, y: places.qr.y - QUIET, width: places.qr.width + 2 * QUIET, height: places.qr.height + 2 * QUIET }),
  );
  return {
    quad: onPicture({ x: 0, y: 0, width: sheetSize.width, height: sheetSize.height }),
    writing: onPicture(places.writing),
    seen: {
      task: code?.task ?? null,
      pupil: code?.pupil ?? null,
      crop: { x: crop.x / sheetSize.width, y: crop.y / sheetSize.height, width: crop.width / sheetSize.width, height: crop.height / sheetSize.height },
      codeBox: roundThe(onPicture(places.code), picture),
    },
  };
}

/** The corners in the full picture, to a fraction of a pixel. */
function sharpened({ id, corners }: FoundMarker, picture: RgbPixels, scale: Point): FoundMarker {
  const coarse = rescaled(corners, scale);
  const side = Math.min(...coarse.map((corner, i) => Math.hypot(corner.x - coarse[(i + 1) % 4]!.x, corner.y - coarse[(i + 1) % 4]!.y)));
  // Within half a cell no other edge of the marker is near.
  const band = Math.max(2, Math.min(Math.round(1.5 * scale.x) + 1, Math.floor(side / 12)));
  return { id, corners: fitOutline(picture, coarse, band, false).quad };
}

interface Laid {
  readonly sheetSize: SheetSize;
  readonly places: AnswerSheetPlaces;
  /** From mm on the sheet to px of the picture. */
  readonly map: Projection;
  readonly markers: readonly FoundMarker[];
}

/** The paper and the markers that agree best with the plan; null where nothing agrees with it. */
function likeliest(markers: readonly FoundMarker[]): Laid | null {
  let best: (Laid & { miss: number }) | null = null;
  const alike = [0, 1, 2, 3].map((id) => markers.filter((marker) => marker.id === id).slice(0, MOST_ALIKE));
  for (const sheetSize of PRINTED_ON) {
    const places = answerSheetPlaces(sheetSize);
    const from = places.markers.flatMap(({ box }) => cornersOf(box));
    for (const chosen of oneOfEach(alike)) {
      const to = chosen.flatMap(({ corners }) => corners);
      const map = fitProjection(from, to);
      const back = fitProjection(to, from);
      if (map === null || back === null) continue;
      const miss = missOf(back, to, from);
      if (miss <= LARGEST_MISS && (best === null || miss < best.miss)) best = { sheetSize, places, map, markers: chosen, miss };
    }
  }
  return best;
}

function oneOfEach<T>([first, ...rest]: readonly (readonly T[])[]): T[][] {
  if (first === undefined) return [[]];
  return oneOfEach(rest).flatMap((others) => first.map((one) => [one, ...others]));
}

function readCode(picture: RgbPixels, quad: Quad): { task: string; pupil: string } | null {
  const edges = quad.map(({ x, y }) => ({ x: x + 0.5, y: y + 0.5 })) as unknown as Quad;
  for (const side of QR_SIDES) {
    const { data } = warped(picture, projection(frame(side, side), edges), side, side);
    const rgba = new Uint8ClampedArray(side * side * 4).fill(255);
    for (let i = 0; i < side * side; i++) rgba.set(data.subarray(i * 3, i * 3 + 3), i * 4);
    const code = readAnswerCode(jsqr.default(rgba, side, side, { inversionAttempts: 'dontInvert' })?.data ?? '');
    if (code !== null) return code;
  }
  return null;
}

function cornersOf({ x, y, width, height }: Rect): Point[] {
  return frame(width, height).map((corner) => ({ x: corner.x + x, y: corner.y + y }));
}

/** The upright box round a quad, by the edges of pixels, cut to the picture. */
function roundThe(quad: Quad, { width, height }: RgbPixels): Rect {
  const inside = (value: number, most: number): number => Math.min(most, Math.max(0, value + 0.5));
  const [left, right] = [Math.min(...quad.map(({ x }) => x)), Math.max(...quad.map(({ x }) => x))].map((value) => inside(value, width)) as [number, number];
  const [top, bottom] = [Math.min(...quad.map(({ y }) => y)), Math.max(...quad.map(({ y }) => y))].map((value) => inside(value, height)) as [number, number];
  return { x: left, y: top, width: right - left, height: bottom - top };
}
