import type { RgbPixels } from '../decode/pixels.ts';
import { ruleLayer, type RuleLayer } from './ruleLayer.ts';

/** Paper softens what shines through it: on the whitened page it is never darker than this, nor its edges steeper (levels from px to px). */
const FAINT = 70;
const SOFT = 44;
/** Less than this is the paper's grain. */
const GRAIN = 20;
/** Lighter than this, a rule is only paper; on a rule, nothing that shines through can be told from the faintest pencil. */
const RULED = 250;
/** Of all pixels, those of a page whose back is written full and can be read with ease. */
const FULL_SHARE = 0.02;
/** Faint strokes are at most this thick, in px for each px of a soft edge, and this much darker than the paper beside them. */
const THICKNESS = 4;
const STANDS_OUT = 14;
/** px of a dot of the front, for each px of its soft edge. */
const SPECK = 5;
/** So little of it is no writing. */
const NOTHING_SHARE = 0.0015;

/**
 * How much writing of the back shines through, 0 (none) to 1 (a full page that can be read with ease), by the faint, soft-edged
 * strokes that belong to no darker one.
 * @param page a whitened page
 */
export function showThroughOf(page: RgbPixels): number {
  const plain = shareBehind(page, null);
  if (plain < NOTHING_SHARE) return 0;
  // The faintest rules are soft lines as well.
  const rules = ruleLayer(page, null);
  const share = rules === null ? plain : shareBehind(page, rules);
  return share < NOTHING_SHARE ? 0 : Math.min(1, share / FULL_SHARE);
}

/** Whitens what shines through from the back, in place; strokes of the front stay as they are, to their softest edge, and so do rules. */
export function reduceShowThrough(page: RgbPixels, rules: RuleLayer | null, keep: Uint8Array | null): void {
  const front = frontOf(page, rules, keep);
  for (let i = 0; i < front.length; i++) {
    if (front[i] === 0 && keep?.[i] !== 1 && !isRuled(rules, i)) page.data.fill(255, i * 3, i * 3 + 3);
  }
}

/** The share of pixels in faint strokes. Paper in uneven light is faint and soft too, but no darker than what is a stroke's thickness away. */
function shareBehind({ data, width, height }: RgbPixels, rules: RuleLayer | null): number {
  const front = frontOf({ data, width, height }, rules, null);
  const away = THICKNESS * reachOf(width, height);
  const marks = new Uint8Array(width * height);
  for (let y = away; y < height - away; y++) {
    for (let x = away, i = y * width + away; x < width - away; x++, i++) {
      const dark = darkness(data, i);
      if (front[i] === 1 || dark < GRAIN || isRuled(rules, i)) continue;
      const across = Math.max(darkness(data, i - away), darkness(data, i + away));
      const down = Math.max(darkness(data, i - away * width), darkness(data, i + away * width));
      if (dark - Math.min(across, down) >= STANDS_OUT) marks[i] = 1;
    }
  }
  const strokes = withoutDust(marks, width, 2 * SPECK * reachOf(width, height));
  return strokes.reduce((sum, mark) => sum + mark, 0) / strokes.length;
}

/** 1 for strokes of the front and the few pixels round them: what is dark or has steep edges, other than the rules. */
function frontOf({ data, width, height }: RgbPixels, rules: RuleLayer | null, keep: Uint8Array | null): Uint8Array {
  const dark = new Uint8Array(width * height);
  for (let i = 0; i < dark.length; i++) if (keep?.[i] !== 1) dark[i] = Math.max(0, darkness(data, i) - ruleDarkness(rules, i));
  const sure = new Uint8Array(width * height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const slope = Math.max(Math.abs(dark[i + 1]! - dark[i - 1]!), Math.abs(dark[i + width]! - dark[i - width]!));
      if (dark[i]! >= FAINT || (dark[i]! >= GRAIN && slope >= SOFT)) sure[i] = 1;
    }
  }
  const reach = reachOf(width, height);
  return widened(withoutDust(sure, width, SPECK * reach), width, reach);
}

/** How far, px, a stroke's soft edge reaches from its core. */
export const reachOf = (width: number, height: number): number => Math.max(2, Math.round(Math.max(width, height) / 800));

const darkness = (data: Uint8Array, i: number): number => 255 - Math.min(data[i * 3]!, data[i * 3 + 1]!, data[i * 3 + 2]!);

function isRuled(rules: RuleLayer | null, i: number): boolean {
  return rules !== null && 255 - darkness(rules.colours, i) < RULED;
}

function ruleDarkness(rules: RuleLayer | null, i: number): number {
  if (rules === null) return 0;
  const dark = darkness(rules.colours, i);
  return dark <= 255 - RULED ? 0 : dark + rules.slack[i]!;
}

/** Specks of fewer than `least` pixels are taken out, in place: dust, or the darkest crumbs of what shines through. */
function withoutDust(sure: Uint8Array, width: number, least: number): Uint8Array {
  const beside = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
  const seen = new Uint8Array(sure.length);
  for (let i = 0; i < sure.length; i++) {
    if (sure[i] === 0 || seen[i] === 1) continue;
    const speck = [i];
    seen[i] = 1;
    for (let k = 0; k < speck.length; k++) {
      for (const step of beside) {
        const next = speck[k]! + step;
        if (sure[next] !== 1 || seen[next] === 1) continue;
        seen[next] = 1;
        speck.push(next);
      }
    }
    if (speck.length < least) for (const pixel of speck) sure[pixel] = 0;
  }
  return sure;
}

/** Every 1 of a picture of this width spread to the square round it, `reach` pixels each way. */
export const widened = (marks: Uint8Array, width: number, reach: number): Uint8Array => spread(spread(marks, 1, width, reach), width, 1, reach);

/** Every 1 spread by `reach` pixels to both sides, along rows (`step` 1) or columns (`step` the width); `other` is the step of the lines. */
function spread(marks: Uint8Array, step: number, other: number, reach: number): Uint8Array {
  const wide = new Uint8Array(marks.length);
  const length = step === 1 ? other : marks.length / step;
  const lines = marks.length / length;
  for (let line = 0; line < lines; line++) {
    let until = -1;
    for (let k = -reach, i = line * other - reach * step; k < length; k++, i += step) {
      if (k + reach < length && marks[i + reach * step] === 1) until = k + 2 * reach;
      if (k >= 0 && k <= until) wide[i] = 1;
    }
  }
  return wide;
}
