import type { Element, Strip } from './document.ts';

export interface ClosedUp {
  readonly strip: Strip;
  /** What everything was made smaller by once no gap was left to close; 1 where closing gaps was enough. */
  readonly scale: number;
}

/** Lengths in mm. No gap gets smaller than this; a place to hold a page keeps this much. */
const LEAST_GAP = 3;
const LEAST_DOCK = 30;

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The strip `less` mm lower (or narrower). Gaps that run through the whole strip close, and places to hold a page get lower; what stood in
 * line still does, and nothing comes to lie over anything. Where that is not enough, everything gets smaller by the same share.
 */
export function closedUp(strip: Strip, side: 'width' | 'height', less: number): ClosedUp {
  const size = strip[side];
  const gaps = gapsBetween(solidSpans(strip, side), size);
  const room = gaps.map(({ from, to }) => Math.max(0, to - from - LEAST_GAP));
  const all = room.reduce((sum, mm) => sum + mm, 0);
  const share = all === 0 ? 0 : Math.min(1, less / all);
  const place = (at: number) => at - gaps.reduce((sum, { from, to }, index) => sum + share * (room[index] ?? 0) * within((at - from) / (to - from)), 0);
  const elements = strip.elements.map((element) => placedAlong(element, side, place));
  const closed = { ...strip, elements, [side]: size - share * all };
  const scale = Math.min(1, (size - less) / closed[side]);
  return { scale, strip: scale === 1 ? { ...closed, [side]: size - less } : { ...scaled(closed, scale), [side]: size - less } };
}

/** Where something stands that must not get lower, one span after the other. Grounds and arrows go with what they lie under. */
function solidSpans({ elements }: Strip, side: 'width' | 'height'): readonly Span[] {
  const spans = elements
    .filter(({ kind }) => kind !== 'panel' && kind !== 'arrow')
    .map((element): Span => {
      const [from, length] = side === 'height' ? [element.y, element.height] : [element.x, element.width];
      return { from, to: from + (element.kind === 'dock' && side === 'height' ? Math.min(LEAST_DOCK, length) : length) };
    });
  return spans
    .toSorted((a, b) => a.from - b.from)
    .reduce<Span[]>((joined, span) => {
      const last = joined.at(-1);
      if (last === undefined || span.from > last.to) return [...joined, span];
      return [...joined.slice(0, -1), { from: last.from, to: Math.max(last.to, span.to) }];
    }, []);
}

function gapsBetween(solid: readonly Span[], size: number): readonly Span[] {
  const starts = [0, ...solid.map(({ to }) => to)];
  const ends = [...solid.map(({ from }) => from), size];
  return starts.flatMap((from, index) => {
    const to = Math.min(size, ends[index] ?? size);
    return to > from ? [{ from: Math.max(0, from), to }] : [];
  });
}

function placedAlong<E extends Element>(element: E, side: 'width' | 'height', place: (at: number) => number): E {
  const at = side === 'height' ? 'y' : 'x';
  const start = place(element[at]);
  return { ...element, [at]: start, [side]: place(element[at] + element[side]) - start };
}

function scaled(strip: Strip, by: number): Strip {
  return { ...strip, width: strip.width * by, height: strip.height * by, elements: strip.elements.map((element) => smaller(element, by)) };
}

function smaller(element: Element, by: number): Element {
  const box = { x: element.x * by, y: element.y * by, width: element.width * by, height: element.height * by };
  switch (element.kind) {
    case 'text':
    case 'typed':
      return { ...element, ...box, size: element.size * by };
    case 'panel':
      return { ...element, ...box, radius: element.radius * by, strokeWidth: element.strokeWidth * by };
    case 'arrow':
      return { ...element, ...box, strokeWidth: element.strokeWidth * by };
    default:
      return { ...element, ...box };
  }
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
