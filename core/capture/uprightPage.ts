import type { Rect } from '../kernel/rect.ts';
import { bounds } from '../kernel/rect.ts';
import type { Cleaning, Point, Quad } from './cleaning.ts';
import { turnedSize, type Turn } from './turnedOn.ts';
import type { Size } from './trueSize.ts';

/** A projective map of the plane, row by row. */
export type Plane = readonly [number, number, number, number, number, number, number, number, number];

/** A page as it is read: its paper cut out of the picture, straightened and turned. */
export interface UprightPage {
  /** px, about as large as the paper is in its picture. */
  readonly size: Size;
  /** From px of the page picture to px of the upright page, and back. */
  readonly fromPicture: Plane;
  readonly toPicture: Plane;
}

/**
 * How the page lies with `turn`, clockwise, in place of the one that is in force. `sheet`: the straightened paper's size, before any turn, where it is known.
 */
export function uprightPage(picture: Size, { quad, degrees }: Pick<Cleaning, 'quad' | 'degrees'>, turn: Turn, sheet: Size | null): UprightPage {
  const lying = quad === null ? { width: picture.width, height: picture.height } : (sheet ?? sidesOf(quad));
  const size = turnedSize(lying, turn);
  const back = together(quad === null ? SAME : ofSquare(quad, lying), together(leaning(lying, -degrees), turnedBy(lying, turn)));
  return { size, toPicture: back, fromPicture: inverse(back) };
}

/** From fractions of a copy to px of the picture that it was made of; `corners`: where the copy's corners lie in that. */
export const planeOf = (corners: Quad): Plane => ofSquare(corners, { width: 1, height: 1 });

export function onPlane([a, b, c, d, e, f, g, h, i]: Plane, { x, y }: Point): Point {
  const depth = g * x + h * y + i;
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
}

/** The smallest upright box round what becomes of `box`. */
export function boxOnPlane(plane: Plane, { x, y, width, height }: Rect): Rect {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  return bounds(corners.map((corner) => ({ ...onPlane(plane, corner), width: 0, height: 0 })))!;
}

/** `first` comes after `second`. */
export const together = (first: Plane, second: Plane): Plane =>
  [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) => first[row * 3]! * second[column]! + first[row * 3 + 1]! * second[3 + column]! + first[row * 3 + 2]! * second[6 + column]!),
  ) as unknown as Plane;

const SAME: Plane = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** The map the other way round. By the adjugate; a projective map has no scale of its own. */
export function inverse([a, b, c, d, e, f, g, h, i]: Plane): Plane {
  return [e * i - f * h, c * h - b * i, b * f - c * e, f * g - d * i, a * i - c * g, c * d - a * f, d * h - e * g, b * g - a * h, a * e - b * d];
}

/** From a rectangle of this size to the quad (Heckbert, "Fundamentals of texture mapping and image warping", 1989, 2.2.3). */
function ofSquare([p, q, r, s]: Quad, { width, height }: Size): Plane {
  const sum = { x: p.x - q.x + r.x - s.x, y: p.y - q.y + r.y - s.y };
  const [one, two] = [
    { x: q.x - r.x, y: q.y - r.y },
    { x: s.x - r.x, y: s.y - r.y },
  ];
  const area = one.x * two.y - two.x * one.y;
  const g = (sum.x * two.y - two.x * sum.y) / area;
  const h = (one.x * sum.y - sum.x * one.y) / area;
  const square: Plane = [q.x - p.x + g * q.x, s.x - p.x + h * s.x, p.x, q.y - p.y + g * q.y, s.y - p.y + h * s.y, p.y, g, h, 1];
  return together(square, [1 / width, 0, 0, 0, 1 / height, 0, 0, 0, 1]);
}

/** Clockwise about the middle of the sheet. */
function leaning({ width, height }: Size, degrees: number): Plane {
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [u, v] = [width / 2, height / 2];
  return [cosine, -sine, u - u * cosine + v * sine, sine, cosine, v - u * sine - v * cosine, 0, 0, 1];
}

/** From the turned sheet back to the sheet, whose size is given. */
function turnedBy({ width, height }: Size, turn: Turn): Plane {
  if (turn === 90) return [0, 1, 0, -1, 0, height, 0, 0, 1];
  if (turn === 180) return [-1, 0, width, 0, -1, height, 0, 0, 1];
  if (turn === 270) return [0, -1, width, 1, 0, 0, 0, 0, 1];
  return SAME;
}

function sidesOf([a, b, c, d]: Quad): Size {
  const length = (p: Point, q: Point): number => Math.hypot(p.x - q.x, p.y - q.y);
  return { width: Math.max(length(a, b), length(d, c)), height: Math.max(length(a, d), length(b, c)) };
}
