import type { Point } from '../../../../core/capture/cleaning.ts';
import type { RgbPixels } from '../decode/pixels.ts';
import { alignedTo, type Plane, type SheetPlace } from './registerSides.ts';
import { darkest, type RuleLayer } from './ruleLayer.ts';
import { reachOf, widened } from './showThrough.ts';

/** One side of a sheet, whitened and upright. */
export interface Side {
  readonly page: RgbPixels;
  readonly rules: RuleLayer | null;
  /** 1 for pixels that are no part of the paper: what covers a name. */
  readonly keep: Uint8Array | null;
  readonly place: SheetPlace;
}

/** Lighter than this the back's paper is only grain. */
const LEAST_INK = 36;
/** What is this dark on the front is its own; it tells nothing of the back. */
const OWN = 84;
/** Less than this is the paper's grain. */
const GRAIN = 30;
/** Through paper come at least and at most these shares of an ink's darkness. */
const LEAST_SHARE = 0.02;
const MOST_SHARE = 0.6;
/** Paper scatters what shines through it, px for every 1000 px of the page's longer side. */
const SCATTER = 1.6;

/**
 * Takes off, in place, what the other side's ink adds to this one: the other side is mirrored, laid over this one where the two agree,
 * softened as paper softens it, and divided out in the strength that fits. What covers a name there counts as ink all over.
 * @returns false, with nothing changed, where the two are not the sides of one sheet or nothing shines through
 */
export function takeOffOtherSide(front: Side, back: Side): boolean {
  const own = inkOf(front.page, front.rules, front.keep);
  const theirs = inkOf(back.page, back.rules, null);
  const whole = darkest(back.page, null).data;
  const seen: Plane = { ...front.page, values: own, unknown: unknownOf(own, front.page, front.keep), place: front.place };
  const ink: Plane = { ...back.page, values: theirs.map((dark, i) => (dark < LEAST_INK ? 0 : whole[i]!)), unknown: back.keep, place: back.place };
  const toBack = alignedTo(seen, ink);
  if (toBack === null) return false;
  const behind = softened(laidOver(ink, toBack, front.page), front.page);
  const share = shareThrough(seen, behind);
  if (share < LEAST_SHARE) return false;
  divideOut(front, behind, Math.min(MOST_SHARE, share));
  return true;
}

/** The darkness of what is written: printed rules taken off. */
function inkOf(page: RgbPixels, rules: RuleLayer | null, keep: Uint8Array | null): Uint8Array {
  const { data } = darkest(page, keep);
  if (rules === null) return data;
  const ruled = darkest({ ...page, data: rules.colours }, null).data;
  return data.map((dark, i) => (ruled[i]! < 6 ? dark : Math.max(0, dark - ruled[i]! - rules.slack[i]!)));
}

/** 1 where the front's own ink, or what covers a name, hides what might shine through; its soft edges too. */
function unknownOf(own: Uint8Array, { width, height }: RgbPixels, keep: Uint8Array | null): Uint8Array {
  const hiding = own.map((dark, i) => (dark >= OWN || keep?.[i] === 1 ? 1 : 0));
  return widened(hiding, width, reachOf(width, height));
}

/** The back's ink on the front's pixels. */
function laidOver({ values, width, height }: Plane, toBack: (at: Point) => Point, front: RgbPixels): Float32Array {
  const laid = new Float32Array(front.width * front.height);
  for (let y = 0, i = 0; y < front.height; y++) {
    for (let x = 0; x < front.width; x++, i++) {
      const at = toBack({ x: x + 0.5, y: y + 0.5 });
      const u = Math.floor(at.x);
      const v = Math.floor(at.y);
      if (u >= 0 && v >= 0 && u < width && v < height) laid[i] = values[v * width + u]!;
    }
  }
  return laid;
}

/** Two boxes, one after the other, rows and columns each: near enough to a Gaussian. */
function softened(values: Float32Array, { width, height }: RgbPixels): Float32Array {
  const radius = Math.max(1, Math.round((SCATTER * Math.max(width, height)) / 1000));
  let soft = values;
  for (let pass = 0; pass < 2; pass++) soft = boxed(boxed(soft, width, height, 1, width, radius), height, width, width, 1, radius);
  return soft;
}

/** Means over 2 * radius + 1 values along lines of `length` values `step` apart; there are `lines` of them, `other` apart. */
function boxed(values: Float32Array, length: number, lines: number, step: number, other: number, radius: number): Float32Array {
  const result = new Float32Array(values.length);
  for (let line = 0; line < lines; line++) {
    const start = line * other;
    let sum = 0;
    for (let k = 0; k < Math.min(length, radius); k++) sum += values[start + k * step]!;
    for (let k = 0; k < length; k++) {
      if (k + radius < length) sum += values[start + (k + radius) * step]!;
      if (k - radius - 1 >= 0) sum -= values[start + (k - radius - 1) * step]!;
      result[start + k * step] = sum / (2 * radius + 1);
    }
  }
  return result;
}

/** How much of the back's darkness comes through, by least squares. */
function shareThrough({ values, unknown }: Plane, behind: Float32Array): number {
  let both = 0;
  let square = 0;
  for (let i = 0; i < behind.length; i++) {
    if (behind[i]! < LEAST_INK || unknown?.[i] === 1) continue;
    both += values[i]! * behind[i]!;
    square += behind[i]! ** 2;
  }
  return square === 0 ? 0 : both / square;
}

/** Light goes through both inks, so that theirs is divided out; what is left of it where the front has none is no more than grain. */
function divideOut({ page, keep }: Side, behind: Float32Array, share: number): void {
  const { data } = page;
  for (let i = 0; i < behind.length; i++) {
    const dark = behind[i]! * share;
    if (dark < 1 || keep?.[i] === 1) continue;
    const through = 1 - dark / 255;
    let least = 255;
    for (let c = i * 3; c < i * 3 + 3; c++) {
      data[c] = Math.min(255, Math.round(data[c]! / through));
      least = Math.min(least, data[c]!);
    }
    if (255 - least < Math.max(GRAIN, 0.8 * dark)) data.fill(255, i * 3, i * 3 + 3);
  }
}
