import type { Point, Quad } from '../../core/capture/cleaning.ts';
import type { GreyPixels } from './pixels.ts';
import { meet, through, type Line } from './straightEdges.ts';

/** Steps along a side at which the edge is looked for across it. */
const PROFILES = 96;
/** A step fainter than this, in grey levels, is no edge of a sheet. */
const LEAST_STEP = 4;
/** Paper that has been carried in a bag bows by this share of a side's length. */
const BOW = 0.006;
/** For a picture whose longer side is 2000 px: so near (px) to a sheet's edge most of its step is done, even in a blurred photo. */
const STEP_REACH = 5;
/** So far the light is looked at beside it. */
const BESIDE = 14;
/** The share of the step that is done within its reach; a shadow's edge takes longer. */
const LEAST_DONE = 0.7;

/**
 * Moves each side of a coarse outline onto the edge seen in the full picture: across the side at many places the steepest step is
 * found to a fraction of a pixel, a line is laid through them that a finger, a bent corner or a stain does not pull away, and the
 * lines are crossed. `band` is how far (px) the coarse outline may be wrong. A side without enough steps stays where it was.
 * `sharp` tells of each side the share with a step by that line: a shadow's edge, where there may be one, is too soft to have any.
 */
export function fitOutline(picture: GreyPixels, coarse: Quad, band: number, hasShadows = true): { quad: Quad; sharp: number[] } {
  const sides = coarse.map((corner, i) => fittedSide(picture, corner, coarse[(i + 1) % 4]!, band, hasShadows));
  const corners = coarse.map((corner, i) => {
    const crossing = meet(sides[(i + 3) % 4]!.line, sides[i]!.line);
    return crossing !== null && Math.hypot(crossing.x - corner.x, crossing.y - corner.y) < 4 * band ? crossing : corner;
  });
  return { quad: corners as Quad, sharp: sides.map((side) => side.sharp) };
}

function fittedSide(picture: GreyPixels, from: Point, to: Point, band: number, hasShadows: boolean): { line: Line; sharp: number } {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const normal = { x: -along.y, y: along.x };
  const coarse: Line = { normal, distance: from.x * normal.x + from.y * normal.y };
  const profiles: Float64Array[] = [];
  const places: Point[] = [];
  for (let k = 0; k < PROFILES; k++) {
    const t = length * (0.05 + (0.9 * k) / (PROFILES - 1));
    const place = { x: from.x + along.x * t, y: from.y + along.y * t };
    places.push(place);
    profiles.push(stepsAcross(picture, place, normal, along, band));
  }
  const rising = Math.sign(profiles.reduce((sum, steps) => sum + polarity(steps), 0));
  const points: Point[] = [];
  profiles.forEach((steps, k) => {
    const off = steepest(steps, rising, band);
    if (off !== null) points.push({ x: places[k]!.x + normal.x * off, y: places[k]!.y + normal.y * off });
  });
  const line = points.length < PROFILES / 4 ? coarse : robustLine(points);
  if (hasShadows && isSoft(picture, line, places)) return { line, sharp: 0 };
  const reach = BOW * length;
  const near = points.filter((p) => Math.abs(p.x * line.normal.x + p.y * line.normal.y - line.distance) <= reach);
  return { line, sharp: near.length / PROFILES };
}

/** True where the light changes slowly across the line, taken over the whole side: a shadow ends there, not a sheet. */
function isSoft(picture: GreyPixels, line: Line, places: readonly Point[]): boolean {
  const { data, width, height } = picture;
  const unit = Math.max(1, Math.max(width, height) / 2000);
  // The middle one of many places, so that writing that comes near the edge here and there doesn't count.
  const level = (off: number): number => {
    const levels = places.map((place) => {
      const away = place.x * line.normal.x + place.y * line.normal.y - line.distance;
      let sum = 0;
      for (let k = -1; k <= 1; k++) {
        const x = Math.round(place.x + line.normal.x * (off * unit - away) - line.normal.y * 3 * k);
        const y = Math.round(place.y + line.normal.y * (off * unit - away) + line.normal.x * 3 * k);
        sum += data[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))]!;
      }
      return sum / 3;
    });
    return levels.sort((a, b) => a - b)[levels.length >> 1]!;
  };
  // A rule beside the edge may darken one of three places, not all.
  const step = Math.max(...[-1, 0, 1].map((more) => Math.abs(level(STEP_REACH + more) - level(-STEP_REACH - more))));
  let whole = step;
  for (let off = STEP_REACH + 2; off <= BESIDE; off += 2) whole = Math.max(whole, Math.abs(level(off) - level(-off)));
  return whole > LEAST_STEP && step < LEAST_DONE * whole;
}

/** The change of brightness at each whole pixel from -band to band across the side, averaged over a few pixels along it. */
function stepsAcross({ data, width, height }: GreyPixels, place: Point, normal: Point, along: Point, band: number): Float64Array {
  const reach = band + 3;
  const profile = new Float64Array(2 * reach + 1);
  for (let off = -reach; off <= reach; off++) {
    let sum = 0;
    for (let k = -3; k <= 3; k++) {
      const x = Math.min(width - 1, Math.max(0, Math.round(place.x + normal.x * off + along.x * k)));
      const y = Math.min(height - 1, Math.max(0, Math.round(place.y + normal.y * off + along.y * k)));
      sum += data[y * width + x]!;
    }
    profile[off + reach] = sum / 7;
  }
  const steps = new Float64Array(2 * band + 1);
  for (let i = 0; i < steps.length; i++) {
    const j = i + 3;
    steps[i] = (profile[j + 1]! + profile[j + 2]! + profile[j + 3]! - profile[j - 1]! - profile[j - 2]! - profile[j - 3]!) / 3;
  }
  return steps;
}

/** The strongest step's own sign and size: the sides vote whether paper is brighter than desk. */
function polarity(steps: Float64Array): number {
  return steps.reduce((best, step) => (Math.abs(step) > Math.abs(best) ? step : best), 0);
}

/** Where, from -band to band, the steepest step of the wanted polarity lies; a parabola through its neighbours gives the fraction of a pixel. */
function steepest(steps: Float64Array, rising: number, band: number): number | null {
  let best = -1;
  for (let i = 0; i < steps.length; i++) if (steps[i]! * rising >= LEAST_STEP && (best < 0 || steps[i]! * rising > steps[best]! * rising)) best = i;
  if (best < 0) return null;
  const [before, here, after] = [steps[best - 1], steps[best]!, steps[best + 1]];
  if (before === undefined || after === undefined) return best - band;
  const bend = before - 2 * here + after;
  return best - band + (bend === 0 ? 0 : (0.5 * (before - after)) / bend);
}

/** Least squares over the points that stay near the line, narrowed four times (iteratively trimmed). */
function robustLine(points: readonly Point[]): Line {
  let near = points;
  let line = through(points);
  for (let round = 0; round < 5; round++) {
    const misses = points.map((p) => Math.abs(p.x * line.normal.x + p.y * line.normal.y - line.distance));
    const middle = [...misses].sort((a, b) => a - b)[misses.length >> 1]!;
    near = points.filter((_, i) => misses[i]! <= Math.max(1, 2 * middle));
    if (near.length < 12) return line;
    line = through(near);
  }
  return line;
}
