import { LEAST_PINNED, LEAST_SHOWN } from './placeSeams.ts';
import { pinOn, seamRuns, type SeamLine, type SeamRun } from './seamLines.ts';
import { roomOn, type PinnedSeam, type SheetPlan, type SheetRequest } from './sheets.ts';

/** A seam and how far it may be moved without one sheet more: whole mm from the strip's left edge (`right`) or top (`below`). */
export interface MovableSeam extends SeamLine {
  readonly least: number;
  readonly most: number;
  readonly pinned: boolean;
}

/** Two places this close are the same, mm. */
const SAME = 1e-3;

/** The seams of a plan with the room each of them has, between the ends of the strip, the pinned seams and others that are `kept` where they are. */
export function movableSeams(plan: SheetPlan, request: SheetRequest, kept: readonly PinnedSeam[] = []): readonly MovableSeam[] {
  return seamRuns(plan).flatMap((run) => movableIn(run, plan, request, kept));
}

/** The pins with this seam's own moved to `at` (mm), or taken out where it is null. */
export function pinnedAt(pins: readonly PinnedSeam[], seam: SeamLine, at: number | null): PinnedSeam[] {
  const others = pins.filter((pin) => !liesOn(pin, seam));
  return at === null ? others : [...others.map((pin) => onItsSide(pin, seam, at)), pinOn(seam, at)];
}

/** A seam between two rows that is moved over the pin of a seam within one: the pin stays in its row. */
function onItsSide(pin: PinnedSeam, seam: SeamLine, at: number): PinnedSeam {
  if (pin.side === seam.side) return pin;
  const across = pin.side === 'right' ? pin.y : pin.x;
  const passed = (across - seam.at) * (across - at) <= 0;
  if (!passed) return pin;
  const back = across >= seam.at ? at + 1 : at - 1;
  return pin.side === 'right' ? { ...pin, y: back } : { ...pin, x: back };
}

function liesOn(pin: PinnedSeam, seam: SeamLine): boolean {
  const [at, across] = pin.side === 'right' ? [pin.x, pin.y] : [pin.y, pin.x];
  return pin.side === seam.side && Math.abs(at - seam.at) < SAME && across >= seam.from - SAME && across <= seam.to + SAME;
}

function movableIn({ side, sheets, lines }: SeamRun, plan: SheetPlan, request: SheetRequest, kept: readonly PinnedSeam[]): MovableSeam[] {
  const { strip, overlap } = plan;
  const steps = sheets.map(({ orientation }) => {
    const room = roomOn(request, orientation);
    return (side === 'right' ? room.width : room.height) - overlap;
  });
  const pinned = lines.map((line) => (request.pinned ?? []).some((pin) => liesOn(pin, line)));
  const fixed = lines.map((line, index) => pinned[index] === true || kept.some((pin) => liesOn(pin, line)));
  const total = (side === 'right' ? strip.width : strip.height) - overlap;
  const startOf = (index: number) => (index === 0 ? 0 : (lines[index - 1] as SeamLine).at);
  const widest = (from: number, to: number) => steps.slice(from, to).reduce((sum, step) => sum + step, 0);
  const beside = Math.max(overlap, LEAST_PINNED);
  const narrowest = (from: number, to: number) => steps.slice(from, to).reduce((sum, step) => sum + Math.max(LEAST_SHOWN * step, beside), 0);
  return lines.map((line, index) => {
    const own = index + 1;
    const before = fixed.slice(0, index).lastIndexOf(true) + 1;
    const next = fixed.findIndex((stays, at) => stays && at > index) + 1;
    const [behind, end] = next === 0 ? [sheets.length, total] : [next, startOf(next)];
    const least = Math.max(startOf(before) + narrowest(before, own - 1) + beside, end - widest(own, behind));
    const most = Math.min(startOf(before) + widest(before, own), end - beside - narrowest(own + 1, behind));
    return { ...line, least: Math.min(Math.ceil(least - SAME), line.at), most: Math.max(Math.floor(most + SAME), line.at), pinned: pinned[index] === true };
  });
}
