import type { GreyPixels } from '../decode/pixels.ts';

export type Turn = 0 | 90 | 180 | 270;

/** Ink that runs straight on for longer than this share of the page is a rule, not a letter. */
const RULE_RUN = 0.12;
/** Text lines are told within upright strips, so that a lean of a few degrees doesn't blur them. */
const STRIPS = 8;
/** How much more contrast lines of text make across than along, to be sure of their direction. */
const CLEAR_DIRECTION = 1.7;
/** Of a text line's fullest row; above and below of it lie the long strokes. */
const CORE = 0.5;
/** Fewer lines of text tell nothing of their beginnings and ends. */
const LEAST_LINES = 4;
/** What each sign of standing upright counts; the sum stands for the logarithm of the odds. Set with care: real notes have fewer signs than made-up pages. */
const WEIGHTS = { ragged: 1.2, high: 7, ascenders: 3.2, margin: 0.7 };

/**
 * The clockwise turn that makes a page of writing upright, and how sure that is, 0 to 1. Lines of text tell the direction; that they
 * begin under each other and end raggedly, begin high on the page, have more strokes upwards than downwards, and that a margin line
 * lies on the left tells which end is up. `ink` is 0 where the paper is bare.
 */
export function uprightTurn(ink: GreyPixels): { turn: Turn; confidence: number } {
  const { letters, columns } = withoutRules(ink);
  const direction = lineContrast(letters) / Math.max(1e-9, lineContrast(quarter(letters)));
  if (!Number.isFinite(direction) || direction === 0) return { turn: 0, confidence: 0 };
  const lies = direction < 1;
  const clear = Math.max(direction, 1 / direction);
  if (clear < CLEAR_DIRECTION) return { turn: 0, confidence: 0 };
  const level = lies ? withoutRules(quarter(ink)) : { letters, columns };
  const odds = uprightOdds(level.letters, level.columns);
  const sure = Math.abs(Math.tanh(odds / 2));
  const upsideDown = odds < 0;
  // A quarter turn clockwise brought the lines level; half a turn more where they then stand on their heads.
  const turn: Turn = lies ? (upsideDown ? 270 : 90) : upsideDown ? 180 : 0;
  return { turn, confidence: sure * Math.min(1, clear / (2 * CLEAR_DIRECTION) + 0.5) };
}

/** The picture turned a quarter clockwise. */
function quarter({ data, width, height }: GreyPixels): GreyPixels {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) turned[x * height + height - 1 - y] = data[y * width + x]!;
  return { data: turned, width: height, height: width };
}

/** The ink without long straight runs, and how much of each column such upright runs took. */
function withoutRules({ data, width, height }: GreyPixels): { letters: GreyPixels; columns: Float64Array } {
  const letters = data.slice();
  const columns = new Float64Array(width);
  const clear = (start: number, step: number, length: number, least: number): number => {
    let cleared = 0;
    for (let k = 0; k < length;) {
      let end = k;
      while (end < length && data[start + end * step]! > 0) end++;
      if (end - k >= least) {
        cleared += end - k;
        for (let m = k; m < end; m++) letters[start + m * step] = 0;
      }
      k = end + 1;
    }
    return cleared;
  };
  for (let y = 0; y < height; y++) clear(y * width, 1, width, width * RULE_RUN);
  for (let x = 0; x < width; x++) columns[x] = clear(x, width, height, height * RULE_RUN) / height;
  return { letters: { data: letters, width, height }, columns };
}

/** How much neighbouring rows differ within strips, for the ink there is. */
function lineContrast({ data, width, height }: GreyPixels): number {
  let contrast = 0;
  let total = 0;
  const strip = Math.floor(width / STRIPS);
  for (let s = 0; s < STRIPS; s++) {
    const rows = new Float64Array(height);
    for (let y = 0; y < height; y++) for (let x = s * strip; x < (s + 1) * strip; x++) rows[y]! += data[y * width + x]!;
    for (let y = 6; y < height; y++) contrast += (rows[y]! - rows[y - 6]!) ** 2;
    for (const row of rows) total += row;
  }
  return total === 0 ? 0 : (contrast / total ** 2) * height;
}

interface TextLine {
  readonly first: number;
  readonly last: number;
  readonly above: number;
  readonly below: number;
}

/** Each sign from -1 to 1 or so, positive for upright. */
export function uprightSigns(letters: GreyPixels, columns: Float64Array): Record<keyof typeof WEIGHTS, number> {
  const { data, width, height } = letters;
  const lines = textLines(letters);
  let sum = 0;
  let moment = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x]!;
      sum += value;
      moment += value * y;
    }
  }
  const above = lines.reduce((total, line) => total + line.above, 0);
  const below = lines.reduce((total, line) => total + line.below, 0);
  const firsts = spread(lines.map(({ first }) => first)) / width;
  const lasts = spread(lines.map(({ last }) => last)) / width;
  const near = columns.subarray(0, Math.floor(width * 0.3)).filter((share) => share > 0.5).length;
  const far = columns.subarray(Math.ceil(width * 0.7)).filter((share) => share > 0.5).length;
  return {
    ragged: lines.length < LEAST_LINES ? 0 : Math.max(-1.5, Math.min(1.5, Math.log((lasts + 0.015) / (firsts + 0.015)))),
    high: sum === 0 ? 0 : 0.5 - moment / sum / height,
    ascenders: above + below === 0 ? 0 : (above - below) / (above + below),
    margin: near > 0 && far === 0 ? 1 : far > 0 && near === 0 ? -1 : 0,
  };
}

function uprightOdds(letters: GreyPixels, columns: Float64Array): number {
  const signs = uprightSigns(letters, columns);
  return WEIGHTS.ragged * signs.ragged + WEIGHTS.high * signs.high + WEIGHTS.ascenders * signs.ascenders + WEIGHTS.margin * signs.margin;
}

/** Half of the values lie within this of the middle one. */
function spread(values: readonly number[]): number {
  const middle = [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  return values.map((value) => Math.abs(value - middle)).sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Lines of text by the valleys between them: where they begin and end, and how much ink lies above and below their fullest rows. */
function textLines({ data, width, height }: GreyPixels): TextLine[] {
  const rows = new Float64Array(height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rows[y]! += data[y * width + x]!;
  const smooth = rows.map((_, y) => (rows[y - 2] ?? 0) + (rows[y - 1] ?? 0) + rows[y]! + (rows[y + 1] ?? 0) + (rows[y + 2] ?? 0));
  const full = [...smooth].sort((a, b) => a - b)[Math.floor(height * 0.9)]!;
  const lines: TextLine[] = [];
  for (let y = 0; y < height;) {
    if (smooth[y]! < full * 0.08) {
      y++;
      continue;
    }
    const top = y;
    let peak = y;
    // A line ends in bare paper, or where the rows grow full again after they had thinned out.
    let thinnest = Number.POSITIVE_INFINITY;
    for (; y < height && smooth[y]! >= full * 0.08; y++) {
      if (smooth[y]! > smooth[peak]! && thinnest > smooth[peak]! * 0.4) peak = y;
      if (y > peak) thinnest = Math.min(thinnest, smooth[y]!);
      if (thinnest < smooth[peak]! * 0.4 && smooth[y]! > thinnest * 1.5) break;
    }
    if (y - top >= 6) lines.push(lineBetween(data, width, smooth, { top, peak, bottom: y }));
  }
  return lines;
}

function lineBetween(data: Uint8Array, width: number, rows: Float64Array, { top, peak, bottom }: { top: number; peak: number; bottom: number }): TextLine {
  let [above, below] = [0, 0];
  let [coreTop, coreBottom] = [peak, peak];
  while (coreTop > top && rows[coreTop - 1]! >= rows[peak]! * CORE) coreTop--;
  while (coreBottom < bottom - 1 && rows[coreBottom + 1]! >= rows[peak]! * CORE) coreBottom++;
  for (let y = top; y < coreTop; y++) above += rows[y]!;
  for (let y = coreBottom + 1; y < bottom; y++) below += rows[y]!;
  let [first, last] = [width, 0];
  for (let y = coreTop; y <= coreBottom; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x]! === 0) continue;
      first = Math.min(first, x);
      last = Math.max(last, x);
    }
  }
  return { first, last, above, below };
}
