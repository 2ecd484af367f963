import type { Line } from '../page/findRules.ts';
import type { RgbPixels } from '../decode/pixels.ts';
import type { RuleLayer } from './ruleLayer.ts';

/** Paper with a rule on it; whatever is lighter is bare paper. */
const RULED = 250;
/** Beside a rule, anything this much darker than paper belongs to a stroke. */
const STROKE = 40;

const PAPER = 0;
const WRITTEN = 1;
/** Under a stroke of the rule's own colour, or at the edge of any stroke. */
const HELD = 2;

/**
 * Takes the printed rules off a whitened page, in place. A pixel darker than its rule belongs to a stroke and stays as it is; so does
 * what joins a stroke on one side of the rule to a stroke on the other, whatever its colour.
 */
export function lightenRules({ data, width, height }: RgbPixels, { lines, reach, colours, slack }: RuleLayer, keep: Uint8Array | null): void {
  const strokes = strokesOf({ data, width, height }, colours, slack, keep);
  withoutSpecks(strokes, colours, width, height);
  for (const line of lines) bridge(line, strokes, colours, reach);
  for (let i = 0, j = 0; i < strokes.length; i++, j += 3) {
    const ruled = Math.min(colours[j]!, colours[j + 1]!, colours[j + 2]!) < RULED;
    if (!ruled || strokes[i] !== PAPER || keep?.[i] === 1) continue;
    // The soft edge of a stroke keeps its share of the stroke and loses the rule's.
    const edge = touches(strokes, i, width);
    for (let c = 0; c < 3; c++) data[j + c] = edge ? Math.min(255, Math.round((data[j + c]! * 255) / Math.max(1, colours[j + c]!))) : 255;
  }
}

function strokesOf({ data, width, height }: RgbPixels, colours: Uint8Array, slack: Uint8Array, keep: Uint8Array | null): Uint8Array {
  const strokes = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < strokes.length; i++, j += 3) {
    if (keep?.[i] === 1) continue;
    const ruled = Math.min(colours[j]!, colours[j + 1]!, colours[j + 2]!) < RULED;
    const darker = Math.max(colours[j]! - data[j]!, colours[j + 1]! - data[j + 1]!, colours[j + 2]! - data[j + 2]!);
    if (darker > (ruled ? slack[i]! : STROKE)) strokes[i] = WRITTEN;
  }
  return strokes;
}

/** A dark pixel or two by themselves in a rule are the print's roughness. */
function withoutSpecks(strokes: Uint8Array, colours: Uint8Array, width: number, height: number): void {
  const specks: number[] = [];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      if (strokes[i] !== WRITTEN || Math.min(colours[i * 3]!, colours[i * 3 + 1]!, colours[i * 3 + 2]!) >= RULED) continue;
      let near = 0;
      for (const row of [i - width, i, i + width]) near += strokes[row - 1]! + strokes[row]! + strokes[row + 1]!;
      if (near < 4) specks.push(i);
    }
  }
  for (const i of specks) strokes[i] = PAPER;
}

function touches(strokes: Uint8Array, i: number, width: number): boolean {
  return strokes[i - 1] === WRITTEN || strokes[i + 1] === WRITTEN || strokes[i - width] === WRITTEN || strokes[i + width] === WRITTEN;
}

/** Holds the pixels of the line between a stroke that ends at one side of it and a stroke that goes on at the other. */
function bridge({ direction, start, length, middle }: Line, strokes: Uint8Array, colours: Uint8Array, reach: number): void {
  const { stepAlong, stepAcross, breadth } = direction;
  const pixel = (k: number, across: number): number => (start + k) * stepAlong + across * stepAcross;
  const isRuled = (i: number): boolean => Math.min(colours[i * 3]!, colours[i * 3 + 1]!, colours[i * 3 + 2]!) < RULED;
  /** The first px beyond the rule on one side of it, or null where the page ends. */
  const beside = (k: number, side: -1 | 1): number | null => {
    for (let off = 0, across = Math.round(middle[k]!); off <= reach + 1; off++, across += side) {
      if (across < 0 || across >= breadth) return null;
      if (!isRuled(pixel(k, across))) return across;
    }
    return null;
  };
  const uppers = Array.from({ length }, (_, k) => beside(k, -1));
  const lowers = Array.from({ length }, (_, k) => beside(k, 1));
  const isStroke = (k: number, across: number | null | undefined): across is number =>
    across !== null && across !== undefined && strokes[pixel(k, across)] === WRITTEN;
  for (let k = 0; k < length; k++) {
    const upper = uppers[k];
    if (!isStroke(k, upper)) continue;
    const thickness = (lowers[k] ?? upper + 2 * reach) - upper;
    for (let off = 0; off <= 2 * thickness; off++) {
      const to = k + (off % 2 === 0 ? off : -off - 1) / 2;
      const lower = lowers[to];
      if (to < 0 || to >= length || !isStroke(to, lower)) continue;
      for (let across = upper + 1; across < lower; across++) {
        const middleOfIt = Math.round(k + ((to - k) * (across - upper)) / (lower - upper));
        for (let near = Math.max(0, middleOfIt - 1); near <= Math.min(length - 1, middleOfIt + 1); near++) {
          const i = pixel(near, across);
          if (strokes[i] === PAPER) strokes[i] = HELD;
        }
      }
      break;
    }
  }
}
