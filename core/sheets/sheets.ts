import type { Rect } from '../kernel/rect.ts';
import { sheetWords } from '../words/sheets.ts';
import type { SheetEdges, SheetSize } from './sheetSize.ts';
import { planPages } from './planPages.ts';
import { evenStarts, startsBetween, type Run, type Stretch } from './placeSeams.ts';

export interface SheetRequest {
  /** The chart's strip, mm. */
  readonly strip: { readonly width: number; readonly height: number };
  readonly sheetSize: SheetSize;
  /** `auto` takes what needs the fewest sheets, and may turn some rows (or columns) of them. */
  readonly orientation: 'auto' | Orientation;
  /** How wide the glue flap is, mm. */
  readonly overlap: number;
  /** What is left white on every side of a sheet, mm. */
  readonly margin: number;
  /** A printer's own white edges, in the margin's stead: upright sheets lose no more than they must, turned ones the larger of two opposite edges. */
  readonly edges?: SheetEdges;
  /** What should not be cut, boxes on the strip in mm: seams go between them where the number of sheets allows. Without it all sheets are alike. */
  readonly keepWhole?: readonly WholeBox[];
  /** Seams that stay where they are, though it may cost sheets: any point on each of them. */
  readonly pinned?: readonly PinnedSeam[];
}

/** A box on the strip, mm; `weight` says how bad it is to cut it, 1 where it is not given. */
export interface WholeBox extends Rect {
  readonly weight?: number;
}

/** A seam on the right of a sheet or below it; mm on the strip. */
export interface PinnedSeam {
  readonly side: 'right' | 'below';
  readonly x: number;
  readonly y: number;
}

export type Orientation = 'portrait' | 'landscape';

/** One sheet; lengths in mm from the top left, of the strip or (only `at`) of the sheet. */
export interface Sheet {
  /** The page of the PDF, counted from 1. */
  readonly page: number;
  /** Row letter and column number. */
  readonly label: string;
  readonly orientation: Orientation;
  /** The part of the strip that the sheet shows. */
  readonly art: Rect;
  /** Where the art's corner lies on the sheet. */
  readonly at: { readonly x: number; readonly y: number };
  /** The part that stays uncovered once the next sheets are glued on: art without its flaps on the right and at the bottom. */
  readonly visible: Rect;
}

/** Sheets are in the order in which they are glued. */
export interface SheetPlan {
  readonly sheetSize: SheetSize;
  readonly strip: { readonly width: number; readonly height: number };
  readonly overlap: number;
  readonly margin: number;
  readonly sheets: readonly Sheet[];
}

/** The PDF begins with the page to measure and the page that shows how the sheets go together; a long chart's plan goes on for some pages more. */
export const PAGES_BEFORE_SHEETS = 2;

const MOST_SHEETS = 999;
const LEAST_ROOM = 10;
/** A strip this little longer (in sheets) than its sheets does not get one more. */
const ROUNDING = 1e-9;

/** A row of sheets of one orientation (or a column, seen turned by 90 degrees). `along` is its direction, `across` the other. */
interface Lane {
  readonly orientation: Orientation;
  readonly across: number;
  readonly along: number;
  readonly count: number;
}

interface Span {
  readonly start: number;
  /** Where the sheet's art ends, and where the next sheet begins to cover it. */
  readonly end: number;
  readonly covered: number;
}

/**
 * Lays a strip over sheets: fewest sheets, no blank one, all alike or with seams between what should stay whole, neighbours
 * sharing exactly the overlap. Throws a RangeError in plain words where margin and overlap leave no room, where the lengths make
 * no sense, or where pinned seams leave a sheet too narrow.
 */
export function planSheets(request: SheetRequest): SheetPlan {
  checkLengths(request);
  const { strip, sheetSize, overlap } = request;
  const margin = marginOf(request);
  const { lanes: wanted, inColumns } = bestLanes(request);
  if (sheetsIn(wanted) > MOST_SHEETS) throw new RangeError(sheetWords.plan.tooMany(sheetsIn(wanted)));
  const [along, across] = inColumns ? [strip.height, strip.width] : [strip.width, strip.height];
  const whole = (request.keepWhole ?? []).map((box) => (inColumns ? { ...box, x: box.y, y: box.x, width: box.height, height: box.width } : box));
  const pins = (request.pinned ?? []).map(({ side, x, y }) => ({ betweenLanes: (side === 'right') === inColumns, x: inColumns ? y : x, y: inColumns ? x : y }));
  const laneSpans = spansOf(
    { rooms: wanted.map((lane) => lane.across), total: across, overlap },
    whole.map(({ y, height, weight }) => stretch(y, height, weight)),
    pins.filter(({ betweenLanes }) => betweenLanes).map(({ y }) => y),
  );
  const sheets = laneSpans.flatMap((laneSpan, laneIndex) => {
    const lane = wanted[Math.min(laneIndex, wanted.length - 1)] as Lane;
    const here = whole.filter(({ y, height }) => y < laneSpan.end && y + height > laneSpan.start).map(({ x, width, weight }) => stretch(x, width, weight));
    const pinsHere = pins.filter(({ betweenLanes, y }) => !betweenLanes && y >= laneSpan.start && y < laneSpan.covered).map(({ x }) => x);
    return spansOf({ rooms: Array.from({ length: lane.count }, () => lane.along), total: along, overlap }, here, pinsHere).map((span, index) => {
      const [x, y, row, column] = inColumns ? [laneSpan, span, index, laneIndex] : [span, laneSpan, laneIndex, index];
      return {
        label: labelOf(row, column),
        orientation: lane.orientation,
        art: boxOf(x, y, 'end'),
        at: cornerOf(request, lane.orientation),
        visible: boxOf(x, y, 'covered'),
      };
    });
  });
  const plan = {
    sheetSize: { name: sheetSize.name, width: sheetSize.width, height: sheetSize.height },
    strip: { width: strip.width, height: strip.height },
    overlap,
    margin,
  };
  const pagesBefore = PAGES_BEFORE_SHEETS + planPages({ ...plan, sheets }).length - 1;
  return { ...plan, sheets: sheets.map((sheet, index) => ({ page: index + 1 + pagesBefore, ...sheet })) };
}

/** The narrowest white edge that a plan counts on, mm. */
function marginOf({ edges, margin }: SheetRequest): number {
  return edges === undefined ? margin : Math.min(edges.top, edges.right, edges.bottom, edges.left);
}

/** How many sheets there would be, without placing them. Throws a RangeError as `planSheets` does. */
export function sheetsNeeded(request: SheetRequest): number {
  checkLengths(request);
  return sheetsIn(bestLanes(request).lanes);
}

/** The size of a sheet's page as it lies, mm. */
export function pageSize(sheetSize: SheetSize, orientation: Orientation): { width: number; height: number } {
  return orientation === 'portrait' ? { width: sheetSize.width, height: sheetSize.height } : { width: sheetSize.height, height: sheetSize.width };
}

/** True where columns are glued first and then joined, false where rows are. */
export function gluedInColumns({ sheets: [first, second] }: SheetPlan): boolean {
  return first !== undefined && second !== undefined && second.art.x === first.art.x;
}

function checkLengths(request: SheetRequest): void {
  const { strip, sheetSize, overlap, margin, edges } = request;
  if (!(Number.isFinite(strip.width) && Number.isFinite(strip.height) && strip.width > 0 && strip.height > 0)) throw new RangeError(sheetWords.plan.noStrip);
  if (!(overlap >= 0 && margin >= 0 && Object.values(edges ?? {}).every((edge) => edge >= 0))) throw new RangeError(sheetWords.plan.belowZero);
  const room = Math.min(...(['portrait', 'landscape'] as const).flatMap((way) => Object.values(roomOn(request, way)))) - overlap;
  if (!(room >= LEAST_ROOM))
    throw new RangeError(
      sheetWords.plan.noRoom(
        edges === undefined ? margin : Math.max(edges.top, edges.right, edges.bottom, edges.left),
        overlap,
        sheetSize.name,
        sheetSize.width,
        sheetSize.height,
      ),
    );
}

function bestLanes(request: SheetRequest): { lanes: readonly Lane[]; inColumns: boolean } {
  const rows = fewestLanes(request, request.strip.width, request.strip.height, 'rows');
  const columns = fewestLanes(request, request.strip.height, request.strip.width, 'columns');
  const inColumns = sheetsIn(columns) < sheetsIn(rows);
  return { lanes: inColumns ? columns : rows, inColumns };
}

/** Every number of upright lanes is tried, the rest filled with turned ones; of equals, the one with lanes all alike, then with fewer lanes. */
function fewestLanes(request: SheetRequest, along: number, across: number, direction: 'rows' | 'columns'): Lane[] {
  const { overlap, orientation } = request;
  const [upright, turned] = (['portrait', 'landscape'] as const).map((way) => laneOf(request, way, along, direction));
  if (upright === undefined || turned === undefined) return [];
  if (orientation !== 'auto') {
    const lane = orientation === 'portrait' ? upright : turned;
    return Array.from({ length: lanesNeeded(across - overlap, lane.across - overlap) }, () => lane);
  }
  const most = lanesNeeded(across - overlap, upright.across - overlap);
  const choices = Array.from({ length: most + 1 }, (_, count) => {
    const left = across - overlap - count * (upright.across - overlap);
    const rest = count === most ? 0 : lanesNeeded(left, turned.across - overlap);
    return [...Array.from({ length: count }, () => upright), ...Array.from({ length: rest }, () => turned)];
  });
  const kinds = (lanes: Lane[]) => new Set(lanes).size;
  return choices.sort((a, b) => sheetsIn(a) - sheetsIn(b) || kinds(a) - kinds(b) || a.length - b.length)[0] ?? [];
}

function laneOf(request: SheetRequest, orientation: Orientation, along: number, direction: 'rows' | 'columns'): Lane {
  const { width, height } = roomOn(request, orientation);
  const room = direction === 'rows' ? { along: width, across: height } : { along: height, across: width };
  return { orientation, ...room, count: lanesNeeded(along - request.overlap, room.along - request.overlap) };
}

/** How much art an upright or a turned sheet has room for, mm. */
export function roomOn(request: SheetRequest, orientation: Orientation): { width: number; height: number } {
  const page = pageSize(request.sheetSize, orientation);
  const { top, right, bottom, left } = whiteOn(request, orientation);
  return { width: page.width - left - right, height: page.height - top - bottom };
}

/** Where the art's corner lies on a sheet, mm. */
export function cornerOf(request: SheetRequest, orientation: Orientation): { x: number; y: number } {
  const { left, top } = whiteOn(request, orientation);
  return { x: left, y: top };
}

/** Nobody knows which way a printer turns a page: on turned sheets both edges are the larger one. */
function whiteOn({ edges, margin }: SheetRequest, orientation: Orientation): SheetEdges {
  if (edges === undefined) return { top: margin, right: margin, bottom: margin, left: margin };
  if (orientation === 'portrait') return edges;
  const [aside, upDown] = [Math.max(edges.top, edges.bottom), Math.max(edges.left, edges.right)];
  return { top: upDown, right: aside, bottom: upDown, left: aside };
}

function lanesNeeded(length: number, step: number): number {
  return Math.max(1, Math.ceil(length / step - ROUNDING));
}

function sheetsIn(lanes: readonly Lane[]): number {
  return lanes.reduce((sum, lane) => sum + lane.count, 0);
}

/** Shares the strip out over the sheets of a run, round what should not be cut; a pinned seam may need one sheet more. */
function spansOf(run: Run, keepWhole: readonly Stretch[], pins: readonly number[]): Span[] {
  const inside = [...new Set(pins.map(tidy))].filter((pin) => pin > 1e-4 && pin < run.total - 1e-4).sort((a, b) => a - b);
  const starts = startsOf(run, keepWhole, inside).map(tidy);
  return starts.map((start, index) => {
    const next = starts[index + 1];
    return next === undefined ? { start, end: run.total, covered: run.total } : { start, end: tidy(next + run.overlap), covered: next };
  });
}

function startsOf(run: Run, keepWhole: readonly Stretch[], pins: readonly number[]): readonly number[] {
  if (keepWhole.length === 0 && pins.length === 0) return evenStarts(run);
  const last = run.rooms.at(-1) ?? run.total;
  for (let more = 0; more <= pins.length; more++) {
    const starts = startsBetween({ ...run, rooms: [...run.rooms, ...Array.from({ length: more }, () => last)] }, keepWhole, pins);
    if (starts !== null) return starts;
  }
  throw new RangeError(sheetWords.plan.pinsTooClose);
}

function stretch(from: number, length: number, weight: number | undefined): Stretch {
  return { from, to: from + length, ...(weight === undefined ? {} : { weight }) };
}

function boxOf(x: Span, y: Span, until: 'end' | 'covered'): Rect {
  return { x: x.start, y: y.start, width: tidy(x[until] - x.start), height: tidy(y[until] - y.start) };
}

/** To the nearest nanometre: sums of tenths of millimetres stay tenths. */
function tidy(length: number): number {
  return Math.round(length * 1e6) / 1e6;
}

/** A1, A2 … B1 …; after Z come AA, AB … */
function labelOf(row: number, column: number): string {
  const letter = String.fromCharCode(65 + (row % 26));
  return `${row >= 26 ? String.fromCharCode(64 + Math.floor(row / 26)) : ''}${letter}${column + 1}`;
}
