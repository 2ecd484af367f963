import type { Strip } from '../chart/document.ts';
import type { Rect } from '../kernel/rect.ts';
import type { SheetSize } from '../sheets/sheetSize.ts';
import { planPageSize } from '../sheets/planPages.ts';

/** A piece of the strip and where it lies on the page, mm; both of one shape. */
export interface MiniBand {
  readonly strip: Rect;
  readonly page: Rect;
}

/** A page that a pupil has on the desk: the strip in pieces below each other (side by side, if it stands upright). */
export interface MiniChart {
  readonly width: number;
  readonly height: number;
  /** Millimetres on the page for one on the wall. */
  readonly scale: number;
  readonly bands: readonly MiniBand[];
}

const INSET = 10;
const GAP = 4;

/** The whole strip on one page, as large as it gets, broken only where a level's panel begins. */
export function miniChart(strip: Strip, sheetSize: SheetSize): MiniChart {
  const lying = strip.width >= strip.height;
  const page = planPageSize({ sheetSize, strip });
  const [length, breadth] = lying ? [strip.width, strip.height] : [strip.height, strip.width];
  const [roomAlong, roomAcross] = lying ? [page.width - 2 * INSET, page.height - 2 * INSET] : [page.height - 2 * INSET, page.width - 2 * INSET];
  const edges = levelEdges(strip, lying, length);
  const choices = edges.map((_, most) => {
    const pieces = sharedOut(edges, length, most + 1);
    const longest = Math.max(...pieces.map(({ from, to }) => to - from));
    return { pieces, scale: Math.min(1, roomAlong / longest, (roomAcross - (pieces.length - 1) * GAP) / (pieces.length * breadth)) };
  });
  const best = choices.reduce((a, b) => (b.scale > a.scale ? b : a));
  const bands = best.pieces.map(({ from, to }, index) => {
    const across = INSET + index * (breadth * best.scale + GAP);
    return lying
      ? {
          strip: { x: from, y: 0, width: to - from, height: breadth },
          page: { x: INSET, y: across, width: (to - from) * best.scale, height: breadth * best.scale },
        }
      : {
          strip: { x: 0, y: from, width: breadth, height: to - from },
          page: { x: across, y: INSET, width: breadth * best.scale, height: (to - from) * best.scale },
        };
  });
  return { ...page, scale: best.scale, bands };
}

/** Where levels begin along the strip, 0 first. */
function levelEdges({ elements }: Strip, lying: boolean, length: number): readonly number[] {
  const starts = elements.filter(({ kind }) => kind === 'panel').map(({ x, y, width, height }) => ({ at: lying ? x : y, long: lying ? width : height }));
  const edges = starts.filter(({ at, long }) => at > length * 0.02 && long > length * 0.05).map(({ at }) => at);
  return [...new Set([0, ...edges])].sort((a, b) => a - b);
}

/** At most so many pieces of about the same length. */
function sharedOut(edges: readonly number[], length: number, most: number): { from: number; to: number }[] {
  const cuts = Array.from({ length: most - 1 }, (_, index) => ((index + 1) * length) / most).map((aim) =>
    edges.reduce((best, edge) => (Math.abs(edge - aim) < Math.abs(best - aim) ? edge : best)),
  );
  const ends = [...new Set([0, ...cuts, length])].sort((a, b) => a - b);
  return ends.slice(1).map((to, index) => ({ from: ends[index] ?? 0, to }));
}
