import type { Rect } from '../kernel/rect.ts';
import { gluedInColumns, pageSize, type Sheet, type SheetPlan } from './sheets.ts';

export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** The part of a sheet that another one is glued on; mm on the strip. */
export interface Flap {
  readonly side: 'right' | 'below';
  /** Along the edge that shows: y for a flap on the right, x for one below. Between `from` and `to` the flap is as deep as it gets. */
  readonly from: number;
  readonly to: number;
  /** How far the paper goes on beyond the edge that shows (less where the slanting cuts meet before). */
  readonly depth: number;
  /** True where the white edge beyond the printed flap has to go, or it would reach under a second sheet. */
  readonly trimmed: boolean;
  /** What is left of it once its corners are cut off slantwise, clockwise or not, convex. */
  readonly outline: readonly Corner[];
}

export interface SheetFlaps {
  readonly right: Flap | null;
  readonly below: Flap | null;
}

/** A white edge deeper than this share of the narrowest sheet is cut off; mm at most. */
const LEFT_ON = { share: 0.5, most: 40 };
const SAME = 1e-4;

/**
 * Every sheet's flaps, cut so that no point of the chart has more than two layers of paper. Flaps within a row of sheets and
 * flaps between rows meet at 45 degrees where their seams meet, as the boards of a picture frame do; where the rows' seams are
 * not in line, a flap within a row begins below the flap of the row above.
 */
export function flapsOf(plan: SheetPlan): ReadonlyMap<Sheet, SheetFlaps> {
  const { sheets, overlap } = plan;
  const swapped = gluedInColumns(plan);
  const views = sheets.map((sheet) => viewOf(plan, sheet, swapped));
  const [narrowest, lowest] = [Math.min(...views.map(({ visible }) => visible.width)), Math.min(...views.map(({ visible }) => visible.height))];
  const flaps = views.map((view): SheetFlaps => {
    const { visible, more, left } = view;
    const [right, bottom] = [visible.x + visible.width, visible.y + visible.height];
    const across = more.down && overlap > 0 ? flapFrom('down', visible.x, right, bottom, depthOf(left.down, overlap, lowest)) : null;
    const inLine = views.some(({ visible: other }) => same(other.y + other.height, visible.y) && same(other.x + other.width, right));
    const above = views.filter(({ visible: other }) => same(other.y + other.height, visible.y) && !inLine);
    const start = visible.y + Math.max(0, ...above.map((other) => depthOf(other.left.down, overlap, lowest).depth));
    const along = more.along && overlap > 0 ? flapFrom('along', Math.min(start, bottom), bottom, right, depthOf(left.along, overlap, narrowest)) : null;
    return { right: onStrip(swapped ? across : along, 'right', swapped), below: onStrip(swapped ? along : across, 'below', swapped) };
  });
  return new Map(sheets.map((sheet, index) => [sheet, flaps[index] as SheetFlaps]));
}

/** A sheet seen with its row running along x, whichever way it runs. */
interface View {
  readonly visible: Rect;
  readonly more: { readonly along: boolean; readonly down: boolean };
  /** Paper beyond the edges that show, mm. */
  readonly left: { readonly along: number; readonly down: number };
}

function viewOf(plan: SheetPlan, { visible, art, at, orientation }: Sheet, swapped: boolean): View {
  const page = pageSize(plan.sheetSize, orientation);
  const more = { right: art.width - visible.width > SAME, below: art.height - visible.height > SAME };
  const left = { right: page.width - at.x - visible.width, below: page.height - at.y - visible.height };
  return swapped
    ? {
        visible: { x: visible.y, y: visible.x, width: visible.height, height: visible.width },
        more: { along: more.below, down: more.right },
        left: { along: left.below, down: left.right },
      }
    : { visible, more: { along: more.right, down: more.below }, left: { along: left.right, down: left.below } };
}

function depthOf(left: number, overlap: number, narrowest: number): { depth: number; trimmed: boolean } {
  const trimmed = left > Math.min(LEFT_ON.most, narrowest * LEFT_ON.share);
  return { depth: trimmed ? overlap : left, trimmed };
}

/** A flap along the line at `edge` from `from` to `to`, its outer corners cut off at 45 degrees. */
function flapFrom(way: 'along' | 'down', from: number, to: number, edge: number, { depth, trimmed }: { depth: number; trimmed: boolean }): Omit<Flap, 'side'> {
  const taper = Math.min(depth, (to - from) / 2);
  const places = [
    { along: from, out: 0 },
    { along: from + taper, out: taper },
    { along: to - taper, out: taper },
    { along: to, out: 0 },
  ];
  const outline = places.map(({ along, out }) => (way === 'along' ? { x: edge + out, y: along } : { x: along, y: edge + out }));
  return { from: from + taper, to: to - taper, depth: taper, trimmed, outline };
}

/** Back from the view in which rows run along x. */
function onStrip(flap: Omit<Flap, 'side'> | null, side: Flap['side'], swapped: boolean): Flap | null {
  if (flap === null) return null;
  return { side, ...flap, outline: swapped ? flap.outline.map(({ x, y }) => ({ x: y, y: x })) : flap.outline };
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) < SAME;
}
