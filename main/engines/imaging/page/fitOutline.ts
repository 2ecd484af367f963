import type { Point, Quad } from '../../../../core/capture/cleaning.ts';
import type { RgbPixels } from '../decode/pixels.ts';
import type { SideKind } from './paperRegions.ts';
import { meet, through, type Line } from './straightEdges.ts';

/** Steps along a side at which the edge is looked for across it. */
const PROFILES = 96;
/** A step fainter than this, in levels, is no edge of a sheet. */
const LEAST_STEP = 4;
/** Yellow against blue is told in half levels, and differs less. */
const LEAST_TINT_STEP = 2.5;
/** Of a side's changes this share, at least, must go the same way; those of noise go either way. White slips on a white lid may have none that are clearer. */
const ONE_WAY = 0.3;
/** Paper that has been carried in a bag bows by this share of a side's length. */
const BOW = 0.006;
/** Longest side, in px, of the picture that all other lengths are told for. */
const USUAL_SIDE = 2000;
/** So near (px) to a sheet's edge most of its step is done, even in a blurred photo. */
const STEP_REACH = 5;
/** So far the light is looked at beside it. */
const BESIDE = 14;
/** The share of the step that is done within its reach; a shadow's edge takes longer. */
const LEAST_DONE = 0.7;

/** No line is laid through fewer places. */
const LEAST_POINTS = 6;
/** Nothing hides any side of most outlines. */
const ALL_SEEN: readonly SideKind[] = ['edge', 'edge', 'edge', 'edge'];

/** How a picture changes across a side at one place, px by px from -band to band. */
interface Steps {
  readonly brightness: Float64Array;
  /** Yellow against blue. */
  readonly tint: Float64Array;
}

/**
 * Moves each side of a coarse outline onto the edge seen in the full picture: across the side at many places the steepest step is
 * found to a fraction of a pixel, a line is laid through them that a finger, a bent corner or a stain does not pull away, and the
 * lines are crossed. `band` is how far (px) the coarse outline may be wrong; pictures of more than 2000 px are looked at every other px or so. A side without enough steps stays where it was, and so does one
 * that is no edge by its kind. `likely` is how far (px) the coarse outline mostly is wrong: of two steps the nearer one then counts for more.
 * `sharp` tells of each side the share with a step by that line: a shadow's edge, where there may be one, is too soft to have any.
 */
export function fitOutline(
  picture: RgbPixels,
  coarse: Quad,
  band: number,
  hasShadows = true,
  likely = Infinity,
  kinds: readonly SideKind[] = ALL_SEEN,
): { quad: Quad; sharp: number[] } {
  const sides = coarse.map((corner, i) => {
    const to = coarse[(i + 1) % 4]!;
    return kinds[i] === 'edge' ? fittedSide(picture, corner, to, band, hasShadows, likely) : { line: through([corner, to]), sharp: 0 };
  });
  const corners = coarse.map((corner, i) => {
    const crossing = meet(sides[(i + 3) % 4]!.line, sides[i]!.line);
    return crossing !== null && Math.hypot(crossing.x - corner.x, crossing.y - corner.y) < 4 * band ? crossing : corner;
  });
  return { quad: corners as Quad, sharp: sides.map((side) => side.sharp) };
}

function fittedSide(picture: RgbPixels, from: Point, to: Point, band: number, hasShadows: boolean, likely: number): { line: Line; sharp: number } {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const normal = { x: -along.y, y: along.x };
  const coarse: Line = { normal, distance: from.x * normal.x + from.y * normal.y };
  const unit = unitOf(picture);
  const reach = Math.max(3, Math.round(band / unit));
  const profiles: Steps[] = [];
  const places: Point[] = [];
  for (let k = 0; k < PROFILES; k++) {
    const t = length * (0.05 + (0.9 * k) / (PROFILES - 1));
    const place = { x: from.x + along.x * t, y: from.y + along.y * t };
    // A corner outside the picture takes a part of its sides with it.
    if (place.x < 0 || place.y < 0 || place.x > picture.width - 1 || place.y > picture.height - 1) continue;
    places.push(place);
    profiles.push(stepsAcross(picture, place, { x: normal.x * unit, y: normal.y * unit }, { x: along.x * unit, y: along.y * unit }, reach));
  }
  const way = {
    brightness: commonWay(
      profiles.map(({ brightness }) => brightness),
      0,
    ),
    tint: commonWay(
      profiles.map(({ tint }) => tint),
      ONE_WAY,
    ),
  };
  const points: Point[] = [];
  profiles.forEach((steps, k) => {
    const off = steepest(steps, way, reach, likely / unit);
    if (off !== null) points.push({ x: places[k]!.x + normal.x * off * unit, y: places[k]!.y + normal.y * off * unit });
  });
  const line = points.length < places.length / 4 || points.length < LEAST_POINTS ? coarse : robustLine(points);
  if (places.length === 0) return { line, sharp: 0 };
  if (hasShadows && isSoft(picture, line, places)) return { line, sharp: 0 };
  const near = points.filter((p) => Math.abs(p.x * line.normal.x + p.y * line.normal.y - line.distance) <= BOW * length);
  return { line, sharp: near.length / Math.max(1, places.length) };
}

/** px: what the lengths here are told in. */
function unitOf({ width, height }: RgbPixels): number {
  return Math.max(1, Math.max(width, height) / USUAL_SIDE);
}

/** True where the light changes slowly across the line, taken over the whole side, and its tint not at all: a shadow ends there, not a sheet. */
function isSoft(picture: RgbPixels, line: Line, places: readonly Point[]): boolean {
  const { data, width, height } = picture;
  const unit = unitOf(picture);
  // The middle one of many places, so that writing that comes near the edge here and there doesn't count.
  const levels = (off: number, red: number, green: number, blue: number): number => {
    const all = Float64Array.from(places, (place) => {
      const away = place.x * line.normal.x + place.y * line.normal.y - line.distance;
      let sum = 0;
      for (let k = -1; k <= 1; k++) {
        const x = Math.round(place.x + line.normal.x * (off * unit - away) - line.normal.y * 3 * k);
        const y = Math.round(place.y + line.normal.y * (off * unit - away) + line.normal.x * 3 * k);
        const i = (Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))) * 3;
        sum += data[i]! * red + data[i + 1]! * green + data[i + 2]! * blue;
      }
      return sum / 3;
    });
    return all.sort()[all.length >> 1]!;
  };
  const isSlow = (least: number, red: number, green: number, blue: number): boolean | null => {
    const across = (off: number): number => Math.abs(levels(off, red, green, blue) - levels(-off, red, green, blue));
    // A rule beside the edge may darken one of three places, not all.
    const step = Math.max(across(STEP_REACH - 1), across(STEP_REACH), across(STEP_REACH + 1));
    let whole = step;
    for (let off = STEP_REACH + 2; off <= BESIDE; off += 2) whole = Math.max(whole, across(off));
    return whole <= least ? null : step < LEAST_DONE * whole;
  };
  return isSlow(LEAST_STEP, 0.299, 0.587, 0.114) === true && isSlow(LEAST_TINT_STEP, 0.25, 0.25, -0.5) !== false;
}

/** The change at each step of `normal` from -band to band across the side, averaged over a few steps along it. */
function stepsAcross({ data, width, height }: RgbPixels, place: Point, normal: Point, along: Point, band: number): Steps {
  const reach = band + 3;
  const brightness = new Float64Array(2 * reach + 1);
  const tint = new Float64Array(2 * reach + 1);
  for (let off = -reach; off <= reach; off++) {
    let [red, green, blue] = [0, 0, 0];
    for (let k = -3; k <= 3; k++) {
      const x = Math.min(width - 1, Math.max(0, Math.round(place.x + normal.x * off + along.x * k)));
      const y = Math.min(height - 1, Math.max(0, Math.round(place.y + normal.y * off + along.y * k)));
      const i = (y * width + x) * 3;
      red += data[i]!;
      green += data[i + 1]!;
      blue += data[i + 2]!;
    }
    brightness[off + reach] = (red * 0.299 + green * 0.587 + blue * 0.114) / 7;
    tint[off + reach] = (red + green - 2 * blue) / 28;
  }
  return { brightness: stepsOf(brightness), tint: stepsOf(tint) };
}

function stepsOf(profile: Float64Array): Float64Array {
  const steps = new Float64Array(profile.length - 6);
  for (let i = 0; i < steps.length; i++) {
    const j = i + 3;
    steps[i] = (profile[j + 1]! + profile[j + 2]! + profile[j + 3]! - profile[j - 1]! - profile[j - 2]! - profile[j - 3]!) / 3;
  }
  return steps;
}

/** 1 or -1: the sides vote, by their strongest steps, which way paper differs from desk; 0 where they are less at one than by the share `least`. */
function commonWay(profiles: readonly Float64Array[], least: number): number {
  let sum = 0;
  let sizes = 0;
  for (const steps of profiles) {
    let strongest = 0;
    for (const step of steps) if (Math.abs(step) > Math.abs(strongest)) strongest = step;
    sum += strongest;
    sizes += Math.abs(strongest);
  }
  return Math.abs(sum) >= least * sizes ? Math.sign(sum) : 0;
}

/** Where, from -band to band, the steepest step that goes the common way lies; a parabola through its neighbours gives the fraction of a pixel. */
function steepest({ brightness, tint }: Steps, way: { brightness: number; tint: number }, band: number, likely: number): number | null {
  const sizes = new Float64Array(brightness.length);
  let best = 0;
  for (let i = 0; i < sizes.length; i++) {
    const lit = brightness[i]! * way.brightness;
    const tinted = tint[i]! * way.tint;
    const seen = (lit >= LEAST_STEP ? lit : 0) + (tinted >= LEAST_TINT_STEP ? 2 * tinted : 0);
    sizes[i] = seen * Math.exp(-(((i - band) / likely) ** 2) / 2);
    if (sizes[i]! > sizes[best]!) best = i;
  }
  if (sizes[best] === 0) return null;
  const [before, here, after] = [sizes[best - 1], sizes[best]!, sizes[best + 1]];
  if (before === undefined || after === undefined) return best - band;
  const bend = before - 2 * here + after;
  return best - band + (bend === 0 ? 0 : (0.5 * (before - after)) / bend);
}

/** Least squares over the points that stay near the line, narrowed four times (iteratively trimmed). */
function robustLine(points: readonly Point[]): Line {
  let near = points;
  let line = through(points);
  for (let round = 0; round < 5; round++) {
    const misses = Float64Array.from(points, (p) => Math.abs(p.x * line.normal.x + p.y * line.normal.y - line.distance));
    const middle = misses.toSorted()[misses.length >> 1]!;
    near = points.filter((_, i) => misses[i]! <= Math.max(1, 2 * middle));
    if (near.length < 12) return line;
    line = through(near);
  }
  return line;
}
