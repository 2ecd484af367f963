import type { Rect } from '../kernel/rect.ts';
import type { Mark, PathMark } from './mark.ts';
import type { Point } from './badgeShapes.ts';

/** Signs that our fonts lack or draw unlike each other, as outlines in a square of side 1. */
const TRIANGLE: readonly Point[] = [
  { x: 0.5, y: 0.08 },
  { x: 0.98, y: 0.92 },
  { x: 0.02, y: 0.92 },
];
const TICK: readonly Point[] = [
  { x: 0.06, y: 0.56 },
  { x: 0.38, y: 0.9 },
  { x: 0.94, y: 0.12 },
];
/** The inner corners of a five-pointed star lie at (3 - √5) / 2 of its radius. */
const STAR: readonly Point[] = Array.from({ length: 10 }, (_, index) => {
  const radius = index % 2 === 0 ? 0.52 : 0.52 * ((3 - Math.sqrt(5)) / 2);
  const angle = (index * Math.PI) / 5 - Math.PI / 2;
  return { x: 0.5 + radius * Math.cos(angle), y: 0.54 + radius * Math.sin(angle) };
});

export function triangle(box: Rect, colour: string): PathMark {
  return { kind: 'path', lines: [stretched(TRIANGLE, box)], closed: true, fill: colour, stroke: null, strokeWidth: 0 };
}

export function tick(box: Rect, colour: string): PathMark {
  return { kind: 'path', lines: [stretched(TICK, box)], closed: false, fill: null, stroke: colour, strokeWidth: box.height * 0.16 };
}

/** What stands for a character that no font has: its sign, or a plain box. Lengths in mm. */
export function standIn(character: string, box: Rect, colour: string): Mark {
  const side = Math.min(box.width, box.height);
  const square = { x: box.x + (box.width - side) / 2, y: box.y + (box.height - side) / 2, width: side, height: side };
  switch (character) {
    case '★':
    case '⭐':
      return { kind: 'path', lines: [stretched(STAR, square)], closed: true, fill: colour, stroke: null, strokeWidth: 0 };
    case '▲':
      return triangle(square, colour);
    case '✓':
    case '✔':
      return tick(square, colour);
    default:
      return { kind: 'box', box, radius: 0, fill: null, stroke: colour, strokeWidth: box.height * 0.06, dash: [] };
  }
}

function stretched(outline: readonly Point[], box: Rect): readonly Point[] {
  return outline.map(({ x, y }) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));
}
