import type { Rect } from '../kernel/rect.ts';

/** A line that things click onto; lengths in mm. `from` and `to` say how far along the line its owner reaches, so that a guide can be drawn between them. */
export interface Stop {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** `x` holds upright lines, `y` level ones. */
export interface Stops {
  readonly x: readonly Stop[];
  readonly y: readonly Stop[];
}

/** Which lines of a box look for a stop: its edges and its middle when it moves, one edge when it grows. */
export type Part = 'start' | 'middle' | 'end';
export const EVERY_PART: readonly Part[] = ['start', 'middle', 'end'];

/** The line on which a box came to rest, long enough to reach both the box and what it lines up with; mm. */
export interface Guide extends Stop {
  readonly axis: 'x' | 'y';
}

export interface Snap {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
}

/** Edges and middles of boxes, for use throughout one drag. */
export function stopsOf(boxes: readonly Rect[]): Stops {
  return {
    x: boxes.flatMap(({ x, width, y, height }) => [x, x + width / 2, x + width].map((at) => ({ at, from: y, to: y + height }))),
    y: boxes.flatMap(({ x, width, y, height }) => [y, y + height / 2, y + height].map((at) => ({ at, from: x, to: x + width }))),
  };
}

export function joinStops(...all: readonly Stops[]): Stops {
  return { x: all.flatMap(({ x }) => x), y: all.flatMap(({ y }) => y) };
}

/**
 * How far a box has to go so that one of its lines lies on the nearest stop no further than `reach` (mm); 0 where there is none.
 * The two directions are looked at apart. Of equally near stops the first wins.
 */
export function snap(box: Rect, parts: { readonly x: readonly Part[]; readonly y: readonly Part[] }, stops: Stops, reach: number): Snap {
  const dx = nearest(box.x, box.width, parts.x, stops.x, reach);
  const dy = nearest(box.y, box.height, parts.y, stops.y, reach);
  const rested = { x: box.x + (dx ?? 0), y: box.y + (dy ?? 0), width: box.width, height: box.height };
  return {
    dx: dx ?? 0,
    dy: dy ?? 0,
    guides: [
      ...(dx === null ? [] : guidesOn('x', parts.x, stops.x, { start: rested.x, length: rested.width }, { start: rested.y, length: rested.height })),
      ...(dy === null ? [] : guidesOn('y', parts.y, stops.y, { start: rested.y, length: rested.height }, { start: rested.x, length: rested.width })),
    ],
  };
}

interface Span {
  readonly start: number;
  readonly length: number;
}

const SHARE: Readonly<Record<Part, number>> = { start: 0, middle: 0.5, end: 1 };
const SAME = 1e-6;

function nearest(start: number, length: number, parts: readonly Part[], stops: readonly Stop[], reach: number): number | null {
  let best: number | null = null;
  for (const part of parts) {
    const line = start + length * SHARE[part];
    for (const { at } of stops) {
      const way = at - line;
      if (Math.abs(way) <= reach && (best === null || Math.abs(way) < Math.abs(best) - SAME)) best = way;
    }
  }
  return best;
}

/** Every line of the box that lies on a stop shows one guide, whoever else is on it. */
function guidesOn(axis: 'x' | 'y', parts: readonly Part[], stops: readonly Stop[], along: Span, across: Span): Guide[] {
  return parts.flatMap((part) => {
    const line = along.start + along.length * SHARE[part];
    const met = stops.filter(({ at }) => Math.abs(at - line) < SAME);
    if (met.length === 0) return [];
    return [
      { axis, at: line, from: Math.min(across.start, ...met.map(({ from }) => from)), to: Math.max(across.start + across.length, ...met.map(({ to }) => to)) },
    ];
  });
}
