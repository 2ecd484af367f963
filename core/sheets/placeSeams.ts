/** Sheets side by side, mm: how much art each has room for, and what they share out. */
export interface Run {
  readonly rooms: readonly number[];
  readonly total: number;
  readonly overlap: number;
}

/** What lies along the run from `from` to `to` (mm) and should not be cut; `weight` says how bad a cut is, 1 where it is not given. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly weight?: number;
}

const GRID = 1;
/** No sheet shows less than this share of what it could. */
export const LEAST_SHOWN = 0.3;
/** Beside a seam that somebody put there it may be less, mm, but more than the flap under it. */
export const LEAST_PINNED = 20;
/** Lengths this close are the same, mm. */
const SAME = 1e-6;
/** Weighs millimetres off the even share so little that it only decides between equals. */
const EVENNESS = 1e-7;

interface Choice {
  readonly start: number;
  readonly cost: number;
  readonly before: Choice | null;
}

/** Where each sheet starts, mm, when all are shortened by the same share. */
export function evenStarts({ rooms, total, overlap }: Run): number[] {
  const steps = rooms.map((room) => room - overlap);
  const share = rooms.length === 1 ? 0 : (total - overlap) / sum(steps);
  return steps.map((_, index) => sum(steps.slice(0, index)) * share);
}

/**
 * Where each sheet starts, mm, so that the seams (the flaps' whole width) touch as few stretches as they can, with no more
 * sheets than before. A sheet starts at every one of `pins` (mm). Dynamic programming over the room that even sheets leave free;
 * of equals, the most even. Null where the pins cannot be kept with as many sheets.
 */
export function startsBetween(run: Run, stretches: readonly Stretch[], pins: readonly number[] = []): number[] | null {
  const { rooms, total, overlap } = run;
  const steps = rooms.map((room) => room - overlap);
  const even = evenStarts(run);
  const isPin = (start: number) => pins.some((pin) => Math.abs(pin - start) < SAME);
  const skipsPin = (from: number, to: number) => pins.some((pin) => pin > from + SAME && pin < to - SAME);
  const leastFrom = (start: number, next: number, own: number) => (isPin(start) || isPin(next) ? Math.max(overlap, LEAST_PINNED) : LEAST_SHOWN * own);
  // Where pins leave less than the grid's step, only sheets pulled out to their full length reach from one to the next.
  const pulledOut = (sheet: number, earliest: number) => {
    const farthest = Math.min(sum(steps.slice(0, sheet)), total - overlap) + SAME;
    const starts = [0, ...pins].flatMap((from) =>
      steps.slice(0, sheet).flatMap((_, first) => {
        const start = from + sum(steps.slice(first, sheet));
        return start < earliest || start > farthest || skipsPin(from, start) ? [] : [start];
      }),
    );
    return [...new Set(starts)];
  };
  const tight = (sheet: number, earliest: number) => (pins.length === 0 ? [] : [earliest, ...pulledOut(sheet, earliest)]);
  let choices: Choice[] = [{ start: 0, cost: 0, before: null }];
  for (let sheet = 1; sheet < rooms.length; sheet++) {
    const [step = 0, own = 0, fair = 0] = [steps[sheet - 1], steps[sheet], even[sheet]];
    const earliest = total - overlap - sum(steps.slice(sheet));
    const latest = Math.min(sum(steps.slice(0, sheet)), total - overlap - LEAST_SHOWN * own);
    const pinned = pins.filter((pin) => pin >= earliest - SAME && pin <= total - overlap - LEAST_PINNED);
    choices = [fair, ...gridBetween(earliest, latest), ...pinned, ...tight(sheet, earliest)].flatMap((start) => {
      const before = cheapest(
        choices.filter(
          (choice) => start - choice.start <= step + SAME && start - choice.start >= leastFrom(choice.start, start, step) && !skipsPin(choice.start, start),
        ),
      );
      return before === null ? [] : [{ start, cost: before.cost + cutBy(start, overlap, stretches) + EVENNESS * (start - fair) ** 2, before }];
    });
  }
  const starts: number[] = [];
  for (let choice = cheapest(choices.filter(({ start }) => !skipsPin(start, total))); choice !== null; choice = choice.before) starts.unshift(choice.start);
  if (starts.length === rooms.length) return starts;
  return pins.length === 0 ? even : null;
}

function cutBy(start: number, overlap: number, stretches: readonly Stretch[]): number {
  let cost = 0;
  for (const { from, to, weight = 1 } of stretches) if (start + overlap > from + 0.01 && start < to - 0.01) cost += weight;
  return cost;
}

function cheapest(choices: readonly Choice[]): Choice | null {
  return choices.reduce<Choice | null>((best, choice) => (best === null || choice.cost < best.cost ? choice : best), null);
}

function gridBetween(from: number, to: number): number[] {
  const first = Math.ceil(from / GRID);
  return Array.from({ length: Math.max(0, Math.floor(to / GRID) - first + 1) }, (_, index) => (first + index) * GRID);
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}
