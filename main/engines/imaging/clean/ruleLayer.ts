import { along, down, findLines, type Line } from '../page/findRules.ts';
import type { GreyPixels, RgbPixels } from '../decode/pixels.ts';

/** A page's printed rules by themselves. */
export interface RuleLayer {
  readonly lines: readonly Line[];
  /** Half of a rule's greatest thickness, px. */
  readonly reach: number;
  /** The page as if nothing but its rules were on it, three bytes a pixel. */
  readonly colours: Uint8Array;
  /** How much darker than `colours` a pixel of a rule may be by the print's own roughness. */
  readonly slack: Uint8Array;
}

/** Rules come in families: one colour, together this many pages wide. A single long line is more likely to be somebody's own. */
const FAMILY = 2.4;
const SAME_COLOUR = 40;
/** The margin is one coloured line down nearly the whole page. */
const MARGIN_SPAN = 0.85;
const MARGIN_CHROMA = 40;
/** Steps a px in which a rule's colour is taken across it. */
const STEPS = 2;
/** Along a line the light and the lens change its colour a little; taken anew every so many px, and not trusted with more of a change. */
const PIECE = 320;
const MOST_CHANGE = 32;
const LEAST_SLACK = 16;
const MOST_SLACK = 44;

/** The printed rules of a whitened page; null where it has none. `keep` is 1 for pixels that are no part of the page. */
export function ruleLayer(page: RgbPixels, keep: Uint8Array | null): RuleLayer | null {
  const { width, height } = page;
  const reach = Math.min(12, Math.max(4, Math.round(Math.max(width, height) / 200)));
  const ink = darkest(page, keep);
  const rules = [along(page), down(page)].flatMap((direction, k) => {
    const seen = findLines(ink, direction, reach).map((line) => ({ line, look: lookOf(page, keep, line, reach) }));
    return seen.filter((one) => isPrinted(one, seen) || (k === 1 && isMargin(one)));
  });
  if (rules.length === 0) return null;
  const colours = new Uint8Array(page.data.length).fill(255);
  const slack = new Uint8Array(width * height).fill(LEAST_SLACK);
  for (const { line, look } of rules) {
    for (const piece of pieces(line)) {
      const here = nearTo(look.colours, lookOf(page, keep, piece, reach).colours);
      eachPixel(piece, reach, (i, step) => {
        slack[i] = Math.max(slack[i]!, look.slack);
        for (let c = 0; c < 3; c++) colours[i * 3 + c] = Math.round((colours[i * 3 + c]! * here[step * 3 + c]!) / 255);
      });
    }
  }
  return { lines: rules.map(({ line }) => line), reach, colours, slack };
}

/** How much darker than white each pixel is, by its darkest colour: a blue rule is dark in red. */
export function darkest({ data: source, width, height }: RgbPixels, keep: Uint8Array | null): GreyPixels {
  const data = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < data.length; i++, j += 3) {
    if (keep?.[i] !== 1) data[i] = 255 - Math.min(source[j]!, source[j + 1]!, source[j + 2]!);
  }
  return { data, width, height };
}

interface Look {
  /** Red, green, blue from one edge of the rule to the other, `STEPS` a px. */
  readonly colours: Uint8Array;
  readonly core: readonly [number, number, number];
  readonly slack: number;
}

interface Seen {
  readonly line: Line;
  readonly look: Look;
}

/** The middle colour along the whole line, so that what someone wrote on it does not count, nor what they underlined. */
function lookOf({ data }: RgbPixels, keep: Uint8Array | null, line: Line, reach: number): Look {
  const steps = 2 * reach * STEPS + 1;
  const counts = new Uint32Array(steps * 3 * 256);
  eachPixel(line, reach, (i, step) => {
    if (keep?.[i] === 1) return;
    for (let c = 0; c < 3; c++) counts[(step * 3 + c) * 256 + data[i * 3 + c]!]!++;
  });
  const colours = new Uint8Array(steps * 3).fill(255);
  let darkestStep = 0;
  let roughness = 0;
  for (let k = 0; k < colours.length; k++) {
    const levels = counts.subarray(k * 256, k * 256 + 256);
    colours[k] = levelAt(levels, 0.5);
    if (colours[k]! < colours[darkestStep]!) {
      darkestStep = k;
      // Writing only makes darker: the brighter side is the print's own.
      roughness = levelAt(levels, 0.84) - colours[k]!;
    }
  }
  const core = darkestStep - (darkestStep % 3);
  return {
    colours,
    core: [colours[core]!, colours[core + 1]!, colours[core + 2]!],
    slack: Math.min(MOST_SLACK, LEAST_SLACK + roughness),
  };
}

function levelAt(counts: Uint32Array, share: number): number {
  const wanted = counts.reduce((sum, count) => sum + count, 0) * share;
  if (wanted === 0) return 255;
  let seen = 0;
  let level = 0;
  for (; level < 255; level++) if ((seen += counts[level]!) >= wanted) break;
  return level;
}

function pieces({ direction, start, length, middle }: Line): Line[] {
  const count = Math.max(1, Math.floor(length / PIECE));
  return Array.from({ length: count }, (_, k) => {
    const [from, to] = [Math.round((k * length) / count), Math.round(((k + 1) * length) / count)];
    return { direction, start: start + from, length: to - from, middle: middle.subarray(from, to) };
  });
}

const nearTo = (whole: Uint8Array, here: Uint8Array): Uint8Array =>
  here.map((value, k) => Math.min(whole[k]! + MOST_CHANGE, Math.max(whole[k]! - MOST_CHANGE, value), 255));

function isPrinted({ look }: Seen, all: readonly Seen[]): boolean {
  const alike = all.filter((other) => other.look.core.every((value, c) => Math.abs(value - look.core[c]!) <= SAME_COLOUR));
  return alike.reduce((sum, { line }) => sum + line.length / line.direction.length, 0) >= FAMILY;
}

function isMargin({ line, look }: Seen): boolean {
  return line.length >= line.direction.length * MARGIN_SPAN && Math.max(...look.core) - Math.min(...look.core) >= MARGIN_CHROMA;
}

/** Every pixel within `reach` of the line, and at which step from one edge of it to the other. */
function eachPixel({ direction, start, length, middle }: Line, reach: number, told: (pixel: number, step: number) => void): void {
  for (let k = 0; k < length; k++) {
    const first = Math.ceil(middle[k]! - reach);
    for (let across = Math.max(0, first); across <= Math.min(direction.breadth - 1, middle[k]! + reach); across++) {
      const step = Math.round((across - middle[k]! + reach) * STEPS);
      told((start + k) * direction.stepAlong + across * direction.stepAcross, step);
    }
  }
}
