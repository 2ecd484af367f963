/**
 * A pen with few strokes for the goal symbols: each function is one stroke, drawn with one pen-down, as SVG path data
 * in a square of 48 units. Numbers come in pairs, x then y, y down. Angles in degrees, 0 to the right, turning clockwise.
 */

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A symbol: its name, how to draw it by hand, and its strokes. */
export interface Sketch {
  readonly title: string;
  readonly recipe: string;
  readonly strokes: readonly string[];
}

/** The four-curve circle: https://spencermortensen.com/articles/bezier-circle/ gives the handle that keeps it roundest. */
const ROUND = 0.5519;
/** How far apart the arms of an arrow's head are from its shaft, and how long they are. */
const HEAD_ANGLE = (38 * Math.PI) / 180;
const HEAD_LENGTH = 8;

const EAR = [9, 18, 6, 14, 7, 9, 12, 8, 15, 11, 15, 11, 11, 7, 5, 9, 3, 14, 1, 9, 5, 2, 12, 0, 19, 4, 20, 12, 16, 19, 13, 26, 9, 30, 5, 28, 4, 23];
const CLOUD = [8, 25, 1, 22, 1, 14, 8, 12, 8, 12, 9, 3, 19, 0, 24, 6, 24, 6, 32, 2, 37, 8, 35, 14, 35, 14, 40, 17, 39, 24, 33, 25, 33, 25, 8, 25];

export const sketch = (title: string, recipe: string, ...strokes: readonly string[]): Sketch => ({ title, recipe, strokes });

export const line = (...numbers: readonly number[]): string => joined(spots(numbers));

export const shape = (...numbers: readonly number[]): string => `${joined(spots(numbers))}Z`;

export const box = (x: number, y: number, width: number, height: number): string => shape(x, y, x + width, y, x + width, y + height, x, y + height);

/** A rectangle about its middle, turned by `degrees`. */
export function tilted(x: number, y: number, width: number, height: number, degrees: number): string {
  const angle = (degrees * Math.PI) / 180;
  const corners = [-1, -1, 1, -1, 1, 1, -1, 1].map((side, index) => (side * (index % 2 === 0 ? width : height)) / 2);
  return shape(
    ...spots(corners).flatMap((corner) => [
      x + corner.x * Math.cos(angle) - corner.y * Math.sin(angle),
      y + corner.x * Math.sin(angle) + corner.y * Math.cos(angle),
    ]),
  );
}

/** A smooth line through the points; a point given twice in a row is a corner. */
export const curve = (...numbers: readonly number[]): string => smooth(spots(numbers));

/** A smooth closed line through the points. */
export function loop(...numbers: readonly number[]): string {
  const points = spots(numbers);
  const at = (index: number): Spot => points[(index + points.length) % points.length]!;
  return `M${place(at(0))}${points.map((_, index) => bend(at(index - 1), at(index), at(index + 1), at(index + 2))).join('')}Z`;
}

export function ring(x: number, y: number, across: number, down: number = across): string {
  const [a, b] = [across * ROUND, down * ROUND];
  return (
    `M${place({ x: x + across, y })}` +
    to(x + across, y + b, x + a, y + down, x, y + down) +
    to(x - a, y + down, x - across, y + b, x - across, y) +
    to(x - across, y - b, x - a, y - down, x, y - down) +
    to(x + a, y - down, x + across, y - b, x + across, y) +
    'Z'
  );
}

/** A part of a circle, turning clockwise where `until` is greater than `from`. */
export function arc(x: number, y: number, radius: number, from: number, until: number): string {
  return smooth(along(x, y, radius, from, until));
}

/** The smallest mark: the pen touches the paper once. */
export const dot = (x: number, y: number): string => line(x, y, x, y);

/** A round spot as big as `radius`, scribbled round and round so that no white is left. */
export function blob(x: number, y: number, radius = 3): string {
  const turns: Spot[] = [];
  for (let reach = radius - 1.5; reach > 0; reach -= 2) turns.push(...along(x, y, reach, 0, 360));
  return smooth([...turns, { x, y }]);
}

export const arrow = (...numbers: readonly number[]): string => `${line(...numbers)}${head(spots(numbers))}`;

/** A smooth line with an arrow's head at its end. */
export const swoop = (...numbers: readonly number[]): string => `${curve(...numbers)}${head(spots(numbers))}`;

/** A part of a circle with an arrow's head at its end. */
export function turn(x: number, y: number, radius: number, from: number, until: number): string {
  const path = along(x, y, radius, from, until);
  return `${smooth(path)}${head(path)}`;
}

/** The outline of an eye, `across` to each side and `down` from its middle. */
export const eye = (x: number, y: number, across: number, down: number): string =>
  curve(
    x - across,
    y,
    x - across,
    y,
    x - across / 2,
    y - down * 0.8,
    x,
    y - down,
    x + across / 2,
    y - down * 0.8,
    x + across,
    y,
    x + across,
    y,
    x + across / 2,
    y + down * 0.8,
    x,
    y + down,
    x - across / 2,
    y + down * 0.8,
    x - across,
    y,
  );

/** An ear in a box of 20 by 30 times `size`, its rim curled in at the end. */
export const ear = (x: number, y: number, size: number): string => scaled(EAR, x, y, size, size);

/** A cloud of four bumps on a flat bottom. */
export const cloud = (x: number, y: number, width: number, height: number): string => scaled(CLOUD, x, y, width / 40, height / 25);

/** A five-pointed star in one line. */
export function star(x: number, y: number, radius: number): string {
  const corners = Array.from({ length: 10 }, (_, index) => {
    const angle = (index * Math.PI) / 5 - Math.PI / 2;
    const reach = index % 2 === 0 ? radius : radius * 0.45;
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
  return shape(...corners.flat());
}

function scaled(numbers: readonly number[], x: number, y: number, across: number, down: number): string {
  return curve(...numbers.map((value, index) => (index % 2 === 0 ? x + value * across : y + value * down)));
}

function along(x: number, y: number, radius: number, from: number, until: number): Spot[] {
  const steps = Math.max(2, Math.ceil(Math.abs(until - from) / 30));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = ((from + ((until - from) * step) / steps) * Math.PI) / 180;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
}

function spots(numbers: readonly number[]): Spot[] {
  if (numbers.length < 2 || numbers.length % 2 === 1) throw new Error(`A stroke needs pairs of numbers, not ${numbers.join(' ')}.`);
  return Array.from({ length: numbers.length / 2 }, (_, index) => ({ x: numbers[2 * index]!, y: numbers[2 * index + 1]! }));
}

const joined = (points: readonly Spot[]): string => points.map((point, index) => `${index === 0 ? 'M' : 'L'}${place(point)}`).join('');

/** Catmull-Rom through the points, each run between two corners for itself. */
function smooth(points: readonly Spot[]): string {
  const isCorner = (index: number): boolean => index > 0 && same(points[index - 1]!, points[index]!);
  const path = points.slice(1).map((_, index) => {
    if (isCorner(index + 1)) return '';
    const [start, end] = [points[index]!, points[index + 1]!];
    const before = index === 0 || isCorner(index) ? start : points[index - 1]!;
    const after = index + 2 >= points.length || isCorner(index + 2) ? end : points[index + 2]!;
    return bend(before, start, end, after);
  });
  return `M${place(points[0]!)}${path.join('')}`;
}

function bend(before: Spot, start: Spot, end: Spot, after: Spot): string {
  return to(start.x + (end.x - before.x) / 6, start.y + (end.y - before.y) / 6, end.x - (after.x - start.x) / 6, end.y - (after.y - start.y) / 6, end.x, end.y);
}

/** From the tip to one arm, back over the tip, to the other. */
function head(points: readonly Spot[]): string {
  const [tip, before] = [points.at(-1)!, points.at(-2)!];
  const back = Math.atan2(before.y - tip.y, before.x - tip.x);
  const arm = (side: number): Spot => ({
    x: tip.x + HEAD_LENGTH * Math.cos(back + side * HEAD_ANGLE),
    y: tip.y + HEAD_LENGTH * Math.sin(back + side * HEAD_ANGLE),
  });
  return `L${place(arm(1))}L${place(tip)}L${place(arm(-1))}`;
}

const same = (a: Spot, b: Spot): boolean => a.x === b.x && a.y === b.y;
const to = (...numbers: readonly number[]): string => `C${spots(numbers).map(place).join(' ')}`;
const place = ({ x, y }: Spot): string => `${tidy(x)} ${tidy(y)}`;
const tidy = (value: number): string => String(Math.round(value * 10) / 10);
