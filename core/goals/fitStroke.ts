import type { Point } from './strokes.ts';
import { PEN_WIDTH, SYMBOL_SIDE } from './symbolFile.ts';

/** How far the drawn line may be from the hand's, in units of the symbol: a fifth of a millimetre at 12 mm. */
const NEAR = 0.75;
/** Points nearer to each other than this say nothing new. */
const SAME = 0.4;
/** A pen-down smaller than this all over is a dot. */
const DOT = 1.5;
/** A stroke whose ends come as near as this was meant to close, unless it is hardly longer than that. */
const CLOSES = 3;
/** How far before and after a point its turn is looked at, and from which turn on (radians) it is a corner. */
const REACH = 3;
const CORNER = 1;
/** Path data that is longer would be refused by the bank; the line is then followed less closely. */
const MOST_LETTERS = 3000;

type Curve = readonly [Point, Point, Point, Point];

/**
 * One pen-down as path data of few lines and curves (M, L, C, Z; units of the symbol's square, which it never leaves).
 * Split at corners, then fitted by P. J. Schneider, "An Algorithm for Automatically Fitting Digitized Curves", Graphics Gems (1990).
 * @param drawn where the pen was, in order; at least one point
 */
export function fitStroke(drawn: readonly Point[]): string {
  const points = thinned(drawn.map(inside));
  const [first] = points;
  if (first === undefined) throw new Error('A stroke needs a point.');
  if (points.every((point) => distance(point, first) < DOT))
    return `M${text(first)}L${text({ x: first.x > SYMBOL_SIDE / 2 ? first.x - 0.5 : first.x + 0.5, y: first.y })}`;
  const closes = lengthOf(points) > 4 * CLOSES && distance(points.at(-1)!, first) < CLOSES;
  const line = closes ? [...points, first] : points;
  for (let near = NEAR; ; near *= 1.5) {
    const path = pathOf(line, near) + (closes ? 'Z' : '');
    if (path.length <= MOST_LETTERS) return path;
  }
}

function pathOf(line: readonly Point[], near: number): string {
  const corners = [0, ...cornersOf(line), line.length - 1];
  const pieces = corners.slice(1).map((end, index) => line.slice(corners[index], end + 1));
  const parts = pieces.flatMap((piece) => {
    const end = piece.at(-1)!;
    if (piece.every((point) => fromLine(point, piece[0]!, end) <= near)) return [`L${text(end)}`];
    return fitted(piece, directionAt(piece), directionAt(piece.toReversed()), near).map(
      ([, a, b, c]) => `C${[a, b, c].map((point) => text(inside(point))).join(' ')}`,
    );
  });
  return `M${text(line[0]!)}${parts.join('')}`;
}

/** The places where the line turns sharply, in order. */
function cornersOf(line: readonly Point[]): number[] {
  const turns = line.map((at, index) => {
    const [before, after] = [reached(line, index, -1), reached(line, index, 1)];
    if (distance(before, at) < REACH / 2 || distance(after, at) < REACH / 2) return 0;
    const turn = Math.atan2(after.y - at.y, after.x - at.x) - Math.atan2(at.y - before.y, at.x - before.x);
    return Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
  });
  const corners: number[] = [];
  for (const [index, turn] of turns.entries()) {
    if (turn < CORNER) continue;
    const last = corners.at(-1);
    if (last === undefined || distance(line[last]!, line[index]!) > REACH) corners.push(index);
    else if (turn > turns[last]!) corners[corners.length - 1] = index;
  }
  return corners;
}

/** The point about `REACH` further along the line, or its end. */
function reached(line: readonly Point[], from: number, step: 1 | -1): Point {
  let at = from;
  while (line[at + step] !== undefined && distance(line[at]!, line[from]!) < REACH) at += step;
  return line[at]!;
}

function fitted(points: readonly Point[], start: Point, end: Point, near: number): Curve[] {
  const [first, last] = [points[0]!, points.at(-1)!];
  if (points.length === 2) {
    const third = distance(first, last) / 3;
    return [[first, moved(first, start, third), moved(last, end, third), last]];
  }
  let places = placesAlong(points);
  let curve = bestCurve(points, places, start, end);
  let worst = farthest(points, places, curve);
  for (let round = 0; round < 4 && worst.far > near; round += 1) {
    places = places.map((place, index) => nearerPlace(curve, points[index]!, place));
    curve = bestCurve(points, places, start, end);
    worst = farthest(points, places, curve);
  }
  if (worst.far <= near) return [curve];
  const [before, after] = [points[worst.index - 1]!, points[worst.index + 1]!];
  const across = unit({ x: before.x - after.x, y: before.y - after.y });
  return [...fitted(points.slice(0, worst.index + 1), start, across, near), ...fitted(points.slice(worst.index), { x: -across.x, y: -across.y }, end, near)];
}

/** The curve with these directions at its ends that lies nearest in the sense of least squares. */
function bestCurve(points: readonly Point[], places: readonly number[], start: Point, end: Point): Curve {
  const [first, last] = [points[0]!, points.at(-1)!];
  let [c00, c01, c11, x0, x1] = [0, 0, 0, 0, 0];
  for (const [index, t] of places.entries()) {
    const u = 1 - t;
    const [b0, b1, b2, b3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    const [a, b] = [scaled(start, b1), scaled(end, b2)];
    const rest = {
      x: points[index]!.x - first.x * (b0 + b1) - last.x * (b2 + b3),
      y: points[index]!.y - first.y * (b0 + b1) - last.y * (b2 + b3),
    };
    c00 += dot(a, a);
    c01 += dot(a, b);
    c11 += dot(b, b);
    x0 += dot(a, rest);
    x1 += dot(b, rest);
  }
  const whole = c00 * c11 - c01 * c01;
  const chord = distance(first, last);
  const [one, two] = Math.abs(whole) < 1e-9 ? [0, 0] : [(x0 * c11 - x1 * c01) / whole, (c00 * x1 - c01 * x0) / whole];
  // Arms that are backwards, or far longer than the piece, would make a loop that no hand drew.
  const sound = (arm: number): boolean => arm > chord * 1e-3 && arm < 3 * lengthOf(points);
  const [armA, armB] = sound(one) && sound(two) ? [one, two] : [chord / 3, chord / 3];
  return [first, moved(first, start, armA), moved(last, end, armB), last];
}

/** Newton's step towards the place on the curve that is nearest to the point. */
function nearerPlace(curve: Curve, point: Point, t: number): number {
  const at = onCurve(curve, t);
  const [p0, p1, p2, p3] = curve;
  const [d0, d1, d2] = [scaled(minus(p1, p0), 3), scaled(minus(p2, p1), 3), scaled(minus(p3, p2), 3)];
  const u = 1 - t;
  const first = { x: u * u * d0.x + 2 * u * t * d1.x + t * t * d2.x, y: u * u * d0.y + 2 * u * t * d1.y + t * t * d2.y };
  const second = { x: 2 * (u * (d1.x - d0.x) + t * (d2.x - d1.x)), y: 2 * (u * (d1.y - d0.y) + t * (d2.y - d1.y)) };
  const off = minus(at, point);
  const slope = dot(first, first) + dot(off, second);
  return Math.abs(slope) < 1e-9 ? t : Math.min(1, Math.max(0, t - dot(off, first) / slope));
}

function farthest(points: readonly Point[], places: readonly number[], curve: Curve): { far: number; index: number } {
  let worst = { far: 0, index: Math.floor(points.length / 2) };
  for (let index = 1; index < points.length - 1; index += 1) {
    const far = distance(points[index]!, onCurve(curve, places[index]!));
    if (far > worst.far) worst = { far, index };
  }
  return worst;
}

function onCurve([p0, p1, p2, p3]: Curve, t: number): Point {
  const u = 1 - t;
  const mix = (a: number, b: number, c: number, d: number): number => u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  return { x: mix(p0.x, p1.x, p2.x, p3.x), y: mix(p0.y, p1.y, p2.y, p3.y) };
}

/** How far along the line each point is, from 0 to 1. */
function placesAlong(points: readonly Point[]): number[] {
  const steps = points.map((point, index) => (index === 0 ? 0 : distance(point, points[index - 1]!)));
  const whole = steps.reduce((sum, step) => sum + step, 0);
  let gone = 0;
  return steps.map((step) => (gone += step) / whole);
}

/** Where the line sets out for, looked at over a little way so that a trembling hand doesn't decide. */
function directionAt(points: readonly Point[]): Point {
  const first = points[0]!;
  return unit(minus(points.find((point) => distance(point, first) > REACH / 2) ?? points.at(-1)!, first));
}

/** The last point is always kept: it is where the pen was lifted. */
function thinned(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const [index, point] of points.entries()) {
    const last = kept.at(-1);
    if (last === undefined || distance(last, point) >= SAME) kept.push(point);
    else if (index === points.length - 1 && kept.length > 1) kept[kept.length - 1] = point;
  }
  return kept;
}

function fromLine(point: Point, from: Point, until: Point): number {
  const along = minus(until, from);
  const length = dot(along, along);
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, dot(minus(point, from), along) / length));
  return distance(point, moved(from, along, t));
}

function inside({ x, y }: Point): Point {
  const kept = (value: number): number => Math.min(SYMBOL_SIDE - PEN_WIDTH / 2, Math.max(PEN_WIDTH / 2, value));
  return { x: kept(x), y: kept(y) };
}

const text = ({ x, y }: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
const scaled = (a: Point, by: number): Point => ({ x: a.x * by, y: a.y * by });
const moved = (from: Point, towards: Point, by: number): Point => ({ x: from.x + towards.x * by, y: from.y + towards.y * by });
const dot = (a: Point, b: Point): number => a.x * b.x + a.y * b.y;
const lengthOf = (points: readonly Point[]): number => points.reduce((sum, point, index) => sum + (index === 0 ? 0 : distance(point, points[index - 1]!)), 0);

function unit(a: Point): Point {
  const length = Math.hypot(a.x, a.y);
  return length === 0 ? { x: 1, y: 0 } : scaled(a, 1 / length);
}
