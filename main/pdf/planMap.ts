import type { Rect } from '../../core/geometry/rect.ts';

/** A piece of the strip and where it is drawn on the plan: `strip` in mm of the strip, `page` in mm of the page. */
export interface Band {
  readonly strip: Rect;
  readonly page: Rect;
}

export interface PlanMap {
  /** Millimetres on the page for one on the strip. */
  readonly scale: number;
  readonly bands: readonly Band[];
}

const GAP = 6;
const MOST_BANDS = 8;
/** More bands are harder to read: they must make the drawing this much larger. */
const WORTH_ANOTHER = 1.15;

/** Draws a long strip in several pieces, one below the other (an upright one side by side), as large as `room` allows. */
export function mapOf(strip: { width: number; height: number }, room: Rect): PlanMap {
  const lying = strip.width >= strip.height;
  const [length, breadth] = lying ? [strip.width, strip.height] : [strip.height, strip.width];
  const [roomAlong, roomAcross] = lying ? [room.width, room.height] : [room.height, room.width];
  const scaleOf = (count: number) => Math.min(roomAlong / (length / count), (roomAcross - (count - 1) * GAP) / (count * breadth), 1);
  let best = 1;
  for (let count = 2; count <= MOST_BANDS; count++) if (scaleOf(count) > scaleOf(best) * WORTH_ANOTHER) best = count;
  const scale = scaleOf(best);
  const piece = length / best;
  const bands = Array.from({ length: best }, (_, index): Band => {
    const across = index * (breadth * scale + GAP);
    return lying
      ? {
          strip: { x: index * piece, y: 0, width: piece, height: breadth },
          page: { x: room.x, y: room.y + across, width: piece * scale, height: breadth * scale },
        }
      : {
          strip: { x: 0, y: index * piece, width: breadth, height: piece },
          page: { x: room.x + across, y: room.y, width: breadth * scale, height: piece * scale },
        };
  });
  return { scale, bands };
}
