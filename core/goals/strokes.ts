import { Refusal } from '../kernel/refusal.ts';
import { goalWords } from '../words/goals.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Far outside of the square that symbols are drawn in, units. */
const FARTHEST = 10_000;
/** Straight pieces per curve: at 12 mm they are far finer than the pen. */
const PIECES = 12;

/**
 * A stroke as a line of points, in the units of its path.
 * @param path SVG path data of one pen-down: absolute M once, then L, C and Z
 * @throws Refusal where it is not that
 */
export function pointsOf(path: string): Point[] {
  const points: Point[] = [];
  for (const [, letter = '', rest = ''] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const corners = pairs(rest);
    const last = points.at(-1);
    if (letter === 'M' && points.length === 0 && corners.length === 1) points.push(...corners);
    else if (letter === 'L' && last && corners.length > 0) points.push(...corners);
    else if (letter === 'C' && last && corners.length > 0 && corners.length % 3 === 0) points.push(...alongCurves(last, corners));
    else if (letter === 'Z' && last && corners.length === 0) points.push(points[0]!);
    else throw notAStroke();
  }
  if (points.length < 2) throw notAStroke();
  return points;
}

/** Whether it is one pen-down that can be drawn. */
export function isStroke(path: string): boolean {
  try {
    return pointsOf(path).every(({ x, y }) => Math.abs(x) < FARTHEST && Math.abs(y) < FARTHEST);
  } catch {
    return false;
  }
}

function alongCurves(from: Point, corners: readonly Point[]): Point[] {
  const points: Point[] = [];
  let start = from;
  for (let index = 0; index < corners.length; index += 3) {
    const [a, b, end] = [corners[index]!, corners[index + 1]!, corners[index + 2]!];
    for (let piece = 1; piece <= PIECES; piece += 1) points.push(onCurve(start, a, b, end, piece / PIECES));
    start = end;
  }
  return points;
}

function onCurve(start: Point, a: Point, b: Point, end: Point, t: number): Point {
  const u = 1 - t;
  const blend = (p: number, q: number, r: number, s: number): number => u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
  return { x: blend(start.x, a.x, b.x, end.x), y: blend(start.y, a.y, b.y, end.y) };
}

function pairs(text: string): Point[] {
  const numbers =
    text.trim() === ''
      ? []
      : text
          .trim()
          .split(/[\s,]+/)
          .map(Number);
  if (numbers.length % 2 === 1 || numbers.some((value) => !Number.isFinite(value))) throw notAStroke();
  return Array.from({ length: numbers.length / 2 }, (_, index) => ({ x: numbers[2 * index]!, y: numbers[2 * index + 1]! }));
}

const notAStroke = (): Refusal => new Refusal('unreadable', goalWords.symbol.stroke);
