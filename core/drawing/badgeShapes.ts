import type { Rect } from '../kernel/rect.ts';
import type { BadgeShape } from './ramp.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The part of each shape where the label goes, in shares of its box: the middle's height and the side. */
const ROOM: Readonly<Record<BadgeShape, { readonly y: number; readonly side: number }>> = {
  circle: { y: 0.5, side: 0.68 },
  square: { y: 0.5, side: 0.74 },
  hexagon: { y: 0.5, side: 0.64 },
  house: { y: 0.6, side: 0.68 },
  diamond: { y: 0.5, side: 0.52 },
  octagon: { y: 0.5, side: 0.7 },
  shield: { y: 0.42, side: 0.66 },
  flower: { y: 0.5, side: 0.64 },
  ticket: { y: 0.5, side: 0.7 },
  star: { y: 0.5, side: 0.56 },
};

/** The corners of a badge's outline (curves as short lines), stretched over `box`; in the box's unit. */
export function badgeOutline(shape: BadgeShape, box: Rect): readonly Point[] {
  return OUTLINES[shape].map(({ x, y }) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));
}

/** The part of the badge where its label fits. */
export function badgeRoom(shape: BadgeShape, box: Rect): Rect {
  const { y, side } = ROOM[shape];
  return { x: box.x + ((1 - side) / 2) * box.width, y: box.y + (y - side / 2) * box.height, width: side * box.width, height: side * box.height };
}

/** In a square of side 1. */
const OUTLINES: Readonly<Record<BadgeShape, readonly Point[]>> = {
  circle: round(72, () => 0.5),
  square: rounded(0.2, [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)]),
  hexagon: [corner(0.25, 0.067), corner(0.75, 0.067), corner(1, 0.5), corner(0.75, 0.933), corner(0.25, 0.933), corner(0, 0.5)],
  house: [corner(0.5, 0), corner(1, 0.32), corner(1, 1), corner(0, 1), corner(0, 0.32)],
  diamond: [corner(0.5, 0), corner(1, 0.5), corner(0.5, 1), corner(0, 0.5)],
  octagon: [corner(0.3, 0), corner(0.7, 0), corner(1, 0.3), corner(1, 0.7), corner(0.7, 1), corner(0.3, 1), corner(0, 0.7), corner(0, 0.3)],
  shield: [corner(0.06, 0), corner(0.94, 0), corner(0.94, 0.55), ...arc(0.5, 0.55, 0.44, 0.45, 0, 180), corner(0.06, 0.55)],
  flower: round(144, (angle) => 0.455 + 0.045 * Math.cos(8 * angle)),
  ticket: [...notch(0, 0, 0), ...notch(1, 0, 90), ...notch(1, 1, 180), ...notch(0, 1, 270)],
  star: Array.from({ length: 24 }, (_, index) => polar(index % 2 === 0 ? 0.5 : 0.4, index * 15 - 90)),
};

function corner(x: number, y: number): Point {
  return { x, y };
}

/** A point round the middle, at `angle` degrees clockwise from the right. */
function polar(radius: number, angle: number): Point {
  const radians = (angle * Math.PI) / 180;
  return { x: 0.5 + radius * Math.cos(radians), y: 0.5 + radius * Math.sin(radians) };
}

function round(corners: number, radius: (angle: number) => number): Point[] {
  return Array.from({ length: corners }, (_, index) => polar(radius((index * 2 * Math.PI) / corners), (index * 360) / corners));
}

function arc(x: number, y: number, width: number, height: number, from: number, to: number): Point[] {
  return Array.from({ length: 19 }, (_, index) => {
    const radians = ((from + ((to - from) * index) / 18) * Math.PI) / 180;
    return { x: x + width * Math.cos(radians), y: y + height * Math.sin(radians) };
  });
}

/** A bite out of a corner, drawn clockwise round the shape. */
function notch(x: number, y: number, turn: number): Point[] {
  return arc(x, y, 0.18, 0.18, 90 + turn, turn);
}

function rounded(radius: number, corners: readonly Point[]): Point[] {
  return corners.flatMap(({ x, y }, index) =>
    arc(x === 0 ? radius : 1 - radius, y === 0 ? radius : 1 - radius, radius, radius, 180 + index * 90, 270 + index * 90),
  );
}
