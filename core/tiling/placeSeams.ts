/** Sheets side by side, mm: how much art each has room for, and what they share out. */
export interface Run {
  readonly rooms: readonly number[];
  readonly total: number;
  readonly overlap: number;
}

/** What lies along the run from `from` to `to` (mm) and should not be cut. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const GRID = 1;
/** No sheet shows less than this share of what it could. */
const LEAST_SHOWN = 0.3;
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
 * sheets than before. Dynamic programming over the room that even sheets leave free; of equals, the most even.
 */
export function startsBetween(run: Run, stretches: readonly Stretch[]): number[] {
  const { rooms, total, overlap } = run;
  const steps = rooms.map((room) => room - overlap);
  const even = evenStarts(run);
  const cuts = (start: number) => stretches.filter(({ from, to }) => start + overlap > from + 0.01 && start < to - 0.01).length;
  let choices: Choice[] = [{ start: 0, cost: 0, before: null }];
  for (let sheet = 1; sheet < rooms.length; sheet++) {
    const [step = 0, own = 0, fair = 0] = [steps[sheet - 1], steps[sheet], even[sheet]];
    const earliest = total - overlap - sum(steps.slice(sheet));
    const latest = Math.min(sum(steps.slice(0, sheet)), total - overlap - LEAST_SHOWN * own);
    choices = [fair, ...gridBetween(earliest, latest)].flatMap((start) => {
      const before = cheapest(choices.filter((choice) => start - choice.start <= step + 1e-9 && start - choice.start >= LEAST_SHOWN * step));
      return before === null ? [] : [{ start, cost: before.cost + cuts(start) + EVENNESS * (start - fair) ** 2, before }];
    });
  }
  const starts: number[] = [];
  for (let choice = cheapest(choices); choice !== null; choice = choice.before) starts.unshift(choice.start);
  return starts.length === rooms.length ? starts : even;
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
