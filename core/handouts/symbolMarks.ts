import type { Mark } from '../drawing/mark.ts';
import type { GoalSymbol } from '../goals/goal.ts';
import { pointsOf, type Point } from '../goals/strokes.ts';
import { PEN_WIDTH, SYMBOL_SIDE } from '../goals/symbolFile.ts';
import { HANDOUT_INK } from '../drawing/drawnPage.ts';

/** Corners of a dot; at 12 mm it is less than a millimetre wide. */
const ROUND = 16;

/** A symbol's strokes as drawn by hand, in a square of `side` mm with its top left corner at (`x`, `y`); nothing where there is no symbol yet. */
export function symbolMarks(symbol: GoalSymbol | undefined, x: number, y: number, side: number, colour: string = HANDOUT_INK): Mark[] {
  const scale = side / SYMBOL_SIDE;
  const pen = PEN_WIDTH * scale;
  return (symbol?.strokes ?? []).map((stroke): Mark => {
    const points = pointsOf(stroke).map((point) => ({ x: x + point.x * scale, y: y + point.y * scale }));
    const [first] = points as [Point];
    // A touch of the pen has no length, and not every program draws a line of none.
    if (points.every((point) => Math.hypot(point.x - first.x, point.y - first.y) < pen / 10)) return dot(first, pen / 2, colour);
    return { kind: 'path', lines: [points], closed: false, fill: null, stroke: colour, strokeWidth: pen };
  });
}

function dot(middle: Point, radius: number, colour: string): Mark {
  const corners = Array.from({ length: ROUND }, (_, index) => {
    const angle = (2 * Math.PI * index) / ROUND;
    return { x: middle.x + radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) };
  });
  return { kind: 'path', lines: [corners], closed: true, fill: colour, stroke: null, strokeWidth: 0 };
}
