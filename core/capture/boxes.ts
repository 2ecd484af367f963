import type { Rect } from '../kernel/rect.ts';
import type { Size } from './trueSize.ts';

/** The box moved by `dx`, `dy`, kept whole inside the picture; all in the picture's unit. */
export function movedBox(box: Rect, dx: number, dy: number, { width, height }: Size): Rect {
  return { ...box, x: Math.min(Math.max(box.x + dx, 0), width - box.width), y: Math.min(Math.max(box.y + dy, 0), height - box.height) };
}

/** The box between two points, kept inside the picture and no smaller than `least` on a side. */
export function boxBetween(a: { x: number; y: number }, b: { x: number; y: number }, { width, height }: Size, least: number): Rect {
  const [x, right] = span(a.x, b.x, width, least);
  const [y, bottom] = span(a.y, b.y, height, least);
  return { x, y, width: right - x, height: bottom - y };
}

/** The same place on a picture of another size. */
export function boxOn(box: Rect, from: Size, to: Size): Rect {
  const [across, down] = [to.width / from.width, to.height / from.height];
  return { x: box.x * across, y: box.y * down, width: box.width * across, height: box.height * down };
}

/** The same part of a page, in fractions of it, after the page was turned clockwise. */
export function turnedBox({ x, y, width, height }: Rect, degrees: 90 | 270): Rect {
  return degrees === 90
    ? { x: Math.max(0, 1 - y - height), y: x, width: height, height: width }
    : { x: y, y: Math.max(0, 1 - x - width), width: height, height: width };
}

/** True when the boxes lie in the same place, give or take a `slack` part of their size. */
export function samePlace(a: Rect, b: Rect, slack = 0.02): boolean {
  const room = slack * Math.max(a.width, a.height, b.width, b.height);
  return (
    Math.abs(a.x - b.x) <= room &&
    Math.abs(a.y - b.y) <= room &&
    Math.abs(a.x + a.width - b.x - b.width) <= room &&
    Math.abs(a.y + a.height - b.y - b.height) <= room
  );
}

/** From the end that is held to the one that is pulled, as a low and a high end. */
function span(held: number, pulled: number, whole: number, least: number): [number, number] {
  const [a, b] = [Math.min(Math.max(held, 0), whole), Math.min(Math.max(pulled, 0), whole)];
  const size = Math.min(whole, Math.max(least, Math.abs(a - b)));
  const low = Math.min(Math.max(b < a ? a - size : a, 0), whole - size);
  return [low, low + size];
}
