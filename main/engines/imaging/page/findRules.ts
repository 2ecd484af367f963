import type { GreyPixels } from '../decode/pixels.ts';

/** Which way rules run: where their pixels lie in the picture's rows. */
interface Direction {
  /** px along the rules, and px across them. */
  readonly length: number;
  readonly breadth: number;
  readonly stepAlong: number;
  readonly stepAcross: number;
}

/** A straight, thin line that runs over much of the page. */
export interface Line {
  readonly direction: Direction;
  /** The first px along the line, and how many it is long. */
  readonly start: number;
  readonly length: number;
  /** Its middle, px across, for each px along from `start`. */
  readonly middle: Float32Array;
}

/** Writing fills less than half of every row of so short a strip (px), so that its middle value is the paper or a rule. */
const STRIP = 24;
/** Fainter than this, whitening has cleared the rule away. */
const FAINTEST = 12;
/** Beside a rule lies paper, not more ink. */
const SHOULDER = 0.5;
/** px that a rule may stray from where it was heading, from strip to strip. */
const STRAY = 2.5;
/** How many of its last strips tell where a rule is heading. */
const MEMORY = 16;
/** A rule runs over most of the page, and can be seen in most of the strips it runs through. */
const SHORTEST = 0.55;
const SEEN = 0.5;

export const along = ({ width, height }: { width: number; height: number }): Direction => ({
  length: width,
  breadth: height,
  stepAlong: 1,
  stepAcross: width,
});

export const down = ({ width, height }: { width: number; height: number }): Direction => ({
  length: height,
  breadth: width,
  stepAlong: width,
  stepAcross: 1,
});

/**
 * Long, thin lines on a whitened page, also where they lean or bend a little. In each strip across them the rows' middle values show
 * rules as peaks and leave writing out; peaks that follow one another from strip to strip are a line.
 * @param ink darkness of each pixel, 0: paper
 * @param reach half of a rule's greatest thickness, px
 */
export function findLines(ink: GreyPixels, direction: Direction, reach: number): Line[] {
  const strips = Math.floor(direction.length / STRIP);
  const seen = Array.from({ length: strips }, (_, strip) => peaks(stripRows(ink, direction, strip), reach));
  const done: Trail[] = [];
  let open: Trail[] = [];
  for (let strip = 0; strip < strips; strip++) {
    const free = [...seen[strip]!];
    open = open.filter((trail) => {
      const lost = strip - trail.strips.at(-1)! > strips / 4;
      if (lost) done.push(trail);
      return !lost;
    });
    for (const trail of open.sort((a, b) => b.strips.length - a.strips.length)) {
      const nearest = closest(free, heading(trail, strip));
      if (nearest === null) continue;
      trail.strips.push(strip);
      trail.places.push(free[nearest]!);
      free.splice(nearest, 1);
    }
    open.push(...free.map((place) => ({ strips: [strip], places: [place] })));
  }
  const long = [...done, ...open].filter((trail) => isLong(trail, strips)).sort((a, b) => b.strips.length - a.strips.length);
  const lines = long.map((trail) => lineOf(runOn(trail, seen), direction, strips));
  return lines.filter((line, k) => !lines.slice(0, k).some((longer) => areOne(longer, line)));
}

/** A line that was lost on its first strips, where it was not yet known which way it runs, is followed back from where it is known. */
function runOn(trail: Trail, seen: readonly (readonly number[])[]): Trail {
  const back = followed({ strips: trail.strips.toReversed(), places: trail.places.toReversed() }, seen, -1);
  return followed({ strips: back.strips.toReversed(), places: back.places.toReversed() }, seen, 1);
}

function followed({ strips, places }: Trail, seen: readonly (readonly number[])[], step: -1 | 1): Trail {
  const trail = { strips: [...strips], places: [...places] };
  for (let strip = trail.strips.at(-1)! + step; strip >= 0 && strip < seen.length; strip += step) {
    const nearest = closest(seen[strip]!, heading(trail, strip));
    if (nearest === null) continue;
    trail.strips.push(strip);
    trail.places.push(seen[strip]![nearest]!);
  }
  return trail;
}

/** Two halves of one rule that have both been followed to its ends. */
function areOne(a: Line, b: Line): boolean {
  const middle = Math.round(b.start + b.length / 2) - a.start;
  const there = a.middle[middle];
  return there !== undefined && Math.abs(there - b.middle[b.length >> 1]!) <= 2 * STRAY;
}

/** Where a line was seen: the strips, and its place in each, px across. */
interface Trail {
  readonly strips: number[];
  readonly places: number[];
}

function isLong({ strips }: Trail, all: number): boolean {
  const span = strips.at(-1)! - strips[0]! + 1;
  return all >= 4 && span >= all * SHORTEST && strips.length >= span * SEEN;
}

/** Where the line is going to be, by its last strips; of a new line nobody knows yet which way it leans. */
function heading({ strips, places }: Trail, strip: number): number {
  const from = Math.max(0, strips.length - MEMORY);
  return strips.length - from < 4 ? places.at(-1)! : leaning(strips.slice(from), places.slice(from), strip);
}

function closest(places: readonly number[], wanted: number): number | null {
  let nearest: number | null = null;
  places.forEach((place, k) => {
    const near = Math.abs(place - wanted);
    if (near <= STRAY && (nearest === null || near < Math.abs(places[nearest]! - wanted))) nearest = k;
  });
  return nearest;
}

/** The middle value of every row of one strip. */
function stripRows({ data }: GreyPixels, { breadth, stepAlong, stepAcross }: Direction, strip: number): Uint8Array {
  const rows = new Uint8Array(breadth);
  const papers = new Uint8Array(STRIP / 2);
  for (let row = 0; row < breadth; row++) {
    let count = 0;
    for (let k = 0, i = strip * STRIP * stepAlong + row * stepAcross; k < STRIP; k += 2, i += 2 * stepAlong) {
      const value = data[i]!;
      let place = count++;
      for (; place > 0 && papers[place - 1]! > value; place--) papers[place] = papers[place - 1]!;
      papers[place] = value;
    }
    rows[row] = papers[count >> 1]!;
  }
  return rows;
}

function peaks(rows: Uint8Array, reach: number): number[] {
  const found: number[] = [];
  for (let row = 1; row < rows.length - 1; row++) {
    const height = rows[row]!;
    if (height < FAINTEST || height <= rows[row - 1]! || height < rows[row + 1]!) continue;
    const [above, below] = [rows.subarray(Math.max(0, row - reach), row), rows.subarray(row + 1, row + 1 + reach)];
    if (above.some((value) => value > height) || below.some((value) => value > height)) continue;
    if (Math.min(...above) > height * SHOULDER || Math.min(...below) > height * SHOULDER) continue;
    let weights = 0;
    let sum = 0;
    for (let k = Math.max(0, row - reach); k <= Math.min(rows.length - 1, row + reach); k++) {
      const weight = Math.max(0, rows[k]! - height * SHOULDER);
      weights += weight;
      sum += weight * k;
    }
    found.push(sum / weights);
  }
  return found;
}

/** Drawn through its places, each smoothed by its neighbours; near the page's edges it runs on to them. */
function lineOf({ strips, places }: Trail, direction: Direction, all: number): Line {
  const at = strips.map((strip) => (strip + 0.5) * STRIP);
  const smooth = places.map((_, k) => {
    const from = Math.max(0, Math.min(places.length - 5, k - 2));
    return leaning(at.slice(from, from + 5), places.slice(from, from + 5), at[k]!);
  });
  const start = strips[0]! <= 2 ? 0 : strips[0]! * STRIP;
  const end = strips.at(-1)! >= all - 3 ? direction.length : (strips.at(-1)! + 1) * STRIP;
  const middle = new Float32Array(end - start);
  let k = 0;
  for (let x = start; x < end; x++) {
    while (k < at.length - 2 && x > at[k + 1]!) k++;
    const share = (x - at[k]!) / (at[k + 1]! - at[k]!);
    middle[x - start] = smooth[k]! + (smooth[k + 1]! - smooth[k]!) * share;
  }
  return { direction, start, length: end - start, middle };
}

/** The place at `x` of the straight line through all of these (least squares). */
function leaning(at: readonly number[], places: readonly number[], x: number): number {
  const count = at.length;
  const middle = at.reduce((sum, value) => sum + value, 0) / count;
  const height = places.reduce((sum, value) => sum + value, 0) / count;
  let [rise, run] = [0, 0];
  at.forEach((value, k) => {
    rise += (value - middle) * (places[k]! - height);
    run += (value - middle) ** 2;
  });
  return height + (rise / run) * (x - middle);
}
