import { bounds, type Rect } from '../kernel/rect.ts';
import type { Mark } from './mark.ts';

/** How far letters may reach above and below their baseline and out at the ends, in ems: more than any of our fonts does. */
const REACH = { above: 1.4, below: 0.7, aside: 0.4 };

/** A box that holds all a mark can colour, in mm; null where it colours nothing. */
export function markBounds(mark: Mark): Rect | null {
  switch (mark.kind) {
    case 'box':
      return grown(mark.box, mark.stroke === null ? 0 : mark.strokeWidth / 2);
    case 'path': {
      const around = bounds(mark.lines.flatMap((line) => line.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))));
      // A sharp corner's mitre reaches further than half the stroke.
      return around === null ? null : grown(around, mark.stroke === null ? 0 : mark.strokeWidth * 2);
    }
    case 'text': {
      const { x, baseline, width, size } = mark;
      return { x: x - REACH.aside * size, y: baseline - REACH.above * size, width: width + 2 * REACH.aside * size, height: (REACH.above + REACH.below) * size };
    }
    case 'picture':
      return mark.box;
  }
}

function grown({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
