import type { Rect } from '../kernel/rect.ts';
import type { SheetSize } from './sheetSize.ts';

/** A piece of the strip and where it is drawn on a plan page: `strip` in mm of the strip, `page` in mm of the page. */
export interface Band {
  readonly strip: Rect;
  readonly page: Rect;
}

/** One page of the plan, lying as the strip does. */
export interface PlanPage {
  /** Millimetres on the page for one on the strip. */
  readonly scale: number;
  readonly bands: readonly Band[];
}

interface Laid {
  readonly sheetSize: SheetSize;
  readonly strip: { readonly width: number; readonly height: number };
  readonly sheets: readonly { readonly visible: Rect }[];
}

/** A sheet on the plan is at least this wide and high, mm: its thumbnail is still told from the others. */
export const LEAST_CELL = 18;
export const PLAN_INSET = 10;
const GAP = 6;
/** The first page's drawing leaves the rest to words. */
const FIRST_PAGE = { top: 24, share: 0.55 };

/**
 * Where the strip is drawn on the plan's pages: in bands one below the other (an upright strip's side by side), broken at seams.
 * One page where every sheet is large enough on it; else a small map of the whole and pages with sheets of at least 18 x 18 mm.
 */
export function planPages(plan: Laid): readonly PlanPage[] {
  const page = planPageSize(plan);
  const unit = planUnit(page);
  const [inset, top] = [PLAN_INSET * unit, FIRST_PAGE.top * unit];
  const width = page.width - 2 * inset;
  const first = { x: inset, y: top, width, height: page.height * FIRST_PAGE.share };
  const least = leastScale(plan);
  const overview = largestMap(plan, first);
  if (overview.scale >= least) return [overview];
  const whole = { x: inset, y: inset + 6 * unit, width, height: page.height - 2 * inset - 6 * unit };
  return [overview, ...mapsAt(plan, least, whole)];
}

/** The plan lies as the strip does, mm. */
export function planPageSize({ sheetSize, strip }: Pick<Laid, 'sheetSize' | 'strip'>): { width: number; height: number } {
  return strip.width >= strip.height ? { width: sheetSize.height, height: sheetSize.width } : { width: sheetSize.width, height: sheetSize.height };
}

/** How much smaller everything on the plan is on small paper. */
export function planUnit({ width, height }: { width: number; height: number }): number {
  return Math.min(1, width / 200, height / 200);
}

function leastScale({ sheets }: Laid): number {
  const least = Math.min(...sheets.flatMap(({ visible }) => [visible.width, visible.height]));
  return Math.min(1, LEAST_CELL / least);
}

/** As large as the room allows, in as many bands as it takes. */
function largestMap(plan: Laid, room: Rect): PlanPage {
  let best: PlanPage | null = null;
  for (let count = 1; count <= 8; count++) {
    const scale = scaleFor(plan, room, count);
    const bands = bandsAt(plan, scale, room, count);
    // More bands are harder to read: they must make the drawing this much larger.
    if (best === null || scale > best.scale * 1.15) best = { scale, bands };
  }
  return best ?? { scale: 1, bands: [] };
}

function scaleFor(plan: Laid, room: Rect, count: number): number {
  const { length, breadth, roomAlong, roomAcross } = lengthsOf(plan, room);
  const longest = Math.max(...piecesOf(plan, length / count, count).map(({ to, from }) => to - from));
  return Math.min(roomAlong / longest, (roomAcross - (count - 1) * GAP) / (count * breadth), 1);
}

/** Pages of one scale; a strip too broad for the page is drawn as large as fits. */
function mapsAt(plan: Laid, wanted: number, room: Rect): PlanPage[] {
  const { length, breadth, roomAlong, roomAcross } = lengthsOf(plan, room);
  const scale = Math.min(wanted, roomAcross / breadth);
  const pieces = piecesOf(plan, roomAlong / scale, Number.POSITIVE_INFINITY);
  const perPage = Math.max(1, Math.floor((roomAcross + GAP) / (breadth * scale + GAP)));
  return Array.from({ length: Math.ceil(pieces.length / perPage) }, (_, page) => ({
    scale,
    bands: pieces.slice(page * perPage, (page + 1) * perPage).map((piece, index) => bandOf(plan, piece, index, scale, room)),
  })).filter(({ bands }) => bands.length > 0 && length > 0);
}

function bandsAt(plan: Laid, scale: number, room: Rect, count: number): Band[] {
  const { length } = lengthsOf(plan, room);
  return piecesOf(plan, length / count, count).map((piece, index) => bandOf(plan, piece, index, scale, room));
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** The strip's length in pieces of at most `longest` mm (a little more where there may be no more than `most`), broken at the seams of its first run of sheets. */
function piecesOf({ strip, sheets }: Laid, longest: number, most: number): Piece[] {
  const lying = strip.width >= strip.height;
  const edges = sheets
    .filter(({ visible }) => (lying ? visible.y : visible.x) === 0)
    .map(({ visible }) => (lying ? visible.x + visible.width : visible.y + visible.height));
  const pieces: Piece[] = [];
  let from = 0;
  let to = 0;
  for (const edge of edges.sort((a, b) => a - b)) {
    const aim = Number.isFinite(most) ? (pieces.length + 1) * longest : from + longest;
    const closer = Number.isFinite(most) ? (to + edge) / 2 > aim : edge > aim + 1e-6;
    if (to > from && closer && pieces.length + 1 < most) {
      pieces.push({ from, to });
      from = to;
    }
    to = edge;
  }
  return [...pieces, { from, to }];
}

function bandOf({ strip }: Laid, { from, to }: Piece, index: number, scale: number, room: Rect): Band {
  const lying = strip.width >= strip.height;
  const breadth = lying ? strip.height : strip.width;
  const across = index * (breadth * scale + GAP);
  return lying
    ? {
        strip: { x: from, y: 0, width: to - from, height: breadth },
        page: { x: room.x, y: room.y + across, width: (to - from) * scale, height: breadth * scale },
      }
    : {
        strip: { x: 0, y: from, width: breadth, height: to - from },
        page: { x: room.x + across, y: room.y, width: breadth * scale, height: (to - from) * scale },
      };
}

function lengthsOf({ strip }: Laid, room: Rect): { length: number; breadth: number; roomAlong: number; roomAcross: number } {
  return strip.width >= strip.height
    ? { length: strip.width, breadth: strip.height, roomAlong: room.width, roomAcross: room.height }
    : { length: strip.height, breadth: strip.width, roomAlong: room.height, roomAcross: room.width };
}
