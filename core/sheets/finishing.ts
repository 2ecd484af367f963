import type { Rect } from '../kernel/rect.ts';
import { bounds } from '../kernel/rect.ts';
import { sheetWords } from '../words/sheets.ts';
import { flapsOf } from './flaps.ts';
import { gluedInColumns, type Sheet, type SheetPlan, type SheetRequest } from './sheets.ts';

/** What happens to the sheets after printing. */
export type Finishing = 'join' | 'join-then-laminate' | 'laminate-then-join';

/** Film of one size: a pouch, or a roll as wide as said; mm. */
export type Film =
  { readonly kind: 'pouch'; readonly name: string; readonly width: number; readonly height: number } | { readonly kind: 'roll'; readonly width: number };

export const POUCHES = {
  A4: { kind: 'pouch', name: 'A4', width: 216, height: 303 },
  A3: { kind: 'pouch', name: 'A3', width: 303, height: 426 },
  Letter: { kind: 'pouch', name: 'Letter', width: 228.6, height: 292.1 },
} as const satisfies Record<string, Film>;

/** What is laminated in: a pouch by its name, or a roll by its width in mm; null where nothing is laminated. */
export function filmFor({ finishing, film }: { finishing?: Finishing | undefined; film?: keyof typeof POUCHES | number | undefined }): Film | null {
  if (film === undefined || finishing === undefined || finishing === 'join') return null;
  return typeof film === 'number' ? { kind: 'roll', width: film } : POUCHES[film];
}

/** Clear film round the paper that keeps the seal shut, mm. */
export const LEAST_RIM = 3;
/** Laminated sheets are cut to the picture; it goes on this far beyond the cut, mm, so that a cut a hair off shows no white. */
export const BLEED = 1.5;

/** Sheets that go into one piece of film; `box` is what they show, mm on the strip. */
export interface Panel {
  readonly sheets: readonly Sheet[];
  readonly box: Rect;
  /** The narrowest clear edge that is left, mm. */
  readonly rim: number;
}

export interface Needs {
  readonly sheets: number;
  readonly pouches: number;
  readonly filmMetres: number;
  /** Along all seams that are glued; laminated pieces are joined with clear tape instead. */
  readonly glueMetres: number;
  readonly tapeMetres: number;
  readonly cuts: number;
}

export type Edge = 'left' | 'top' | 'right' | 'below';

/** What is cut off a sheet: white edges along the corner marks, and slanting corners of its flaps. */
export interface Cut {
  readonly sheet: Sheet;
  readonly edges: readonly Edge[];
  readonly corners: number;
}

/** The request for sheets that are laminated one by one: they meet edge to edge, and need room for a little more picture than is seen. */
export function requestFor(finishing: Finishing, request: SheetRequest): SheetRequest {
  if (finishing !== 'laminate-then-join') return request;
  const { edges, margin } = request;
  const wider =
    edges === undefined ? {} : { edges: { top: edges.top + BLEED, right: edges.right + BLEED, bottom: edges.bottom + BLEED, left: edges.left + BLEED } };
  return { ...request, ...wider, overlap: 0, margin: margin + BLEED };
}

/**
 * How the sheets go into film: one by one, or joined to pieces as large as fit. Empty where nothing is laminated.
 * Throws a RangeError in plain words where a sheet does not fit the film with its clear edge.
 */
export function panelsOf(plan: SheetPlan, finishing: Finishing, film: Film | null): readonly Panel[] {
  if (finishing === 'join' || film === null) return [];
  if (finishing === 'laminate-then-join') return plan.sheets.map((sheet) => panelFrom([sheet], film));
  const lanes = lanesOf(plan);
  if (film.kind === 'roll') return groupLanes(lanes, film).map((sheets) => panelFrom(sheets, film));
  return lanes.flatMap((lane) => grouped(lane, (sheets) => rimOf(boxOf(sheets), film) >= LEAST_RIM - 1e-6).map((sheets) => panelFrom(sheets, film)));
}

/** What to cut off each sheet, in gluing order. */
export function cutsOf(plan: SheetPlan, finishing: Finishing = 'join', panels: readonly Panel[] = []): readonly Cut[] {
  const flaps = flapsOf(plan);
  return plan.sheets.map((sheet) => {
    if (finishing === 'laminate-then-join') return { sheet, edges: ['left', 'top', 'right', 'below'], corners: 0 };
    const { right, below } = flaps.get(sheet) ?? { right: null, below: null };
    const edges: Edge[] = ['left', 'top'];
    let corners = 0;
    for (const [flap, edge] of [
      [right, 'right'],
      [below, 'below'],
    ] as const) {
      const kept = flap !== null && !endsPanel(sheet, edge, panels);
      if (!kept || flap.trimmed) edges.push(edge);
      if (kept) corners += 2;
    }
    return { sheet, edges, corners };
  });
}

/** What to buy and to do. */
export function needsOf(plan: SheetPlan, finishing: Finishing = 'join', panels: readonly Panel[] = [], film: Film | null = null): Needs {
  const cuts = cutsOf(plan, finishing, panels);
  const joined = jointsOf(plan).map(({ sheet, edge, length }) => ({
    length,
    taped: finishing === 'laminate-then-join' || endsPanel(sheet, edge, panels) || plan.overlap === 0,
  }));
  const metres = (taped: boolean) => joined.filter((joint) => joint.taped === taped).reduce((sum, { length }) => sum + length, 0) / 1000;
  return {
    sheets: plan.sheets.length,
    pouches: film?.kind === 'pouch' ? panels.length : 0,
    filmMetres: film?.kind === 'roll' ? panels.reduce((sum, { box }) => sum + Math.max(box.width, box.height) + 2 * LEAST_RIM, 0) / 1000 : 0,
    glueMetres: metres(false),
    tapeMetres: metres(true),
    cuts: cuts.reduce((sum, { edges, corners }) => sum + edges.length + corners, 0),
  };
}

/** True where the sheet's neighbour on that side is in another piece of film: no flap there. */
export function endsPanel(sheet: Sheet, edge: 'right' | 'below', panels: readonly Panel[]): boolean {
  const panel = panels.find(({ sheets }) => sheets.includes(sheet));
  if (panel === undefined) return false;
  const { visible } = sheet;
  return edge === 'right'
    ? visible.x + visible.width > panel.box.x + panel.box.width - 1e-3
    : visible.y + visible.height > panel.box.y + panel.box.height - 1e-3;
}

function jointsOf({ sheets, strip }: SheetPlan): { sheet: Sheet; edge: 'right' | 'below'; length: number }[] {
  return sheets.flatMap((sheet) => {
    const { x, y, width, height } = sheet.visible;
    return [
      ...(x + width < strip.width - 1e-4 ? [{ sheet, edge: 'right', length: height } as const] : []),
      ...(y + height < strip.height - 1e-4 ? [{ sheet, edge: 'below', length: width } as const] : []),
    ];
  });
}

function lanesOf(plan: SheetPlan): readonly (readonly Sheet[])[] {
  const columns = gluedInColumns(plan);
  const lanes = new Map<number, Sheet[]>();
  for (const sheet of plan.sheets) {
    const at = columns ? sheet.visible.x : sheet.visible.y;
    lanes.set(at, [...(lanes.get(at) ?? []), sheet]);
  }
  return [...lanes.values()];
}

/** One after the other into the same group for as long as they fit it. */
function grouped<T>(items: readonly T[], fits: (group: readonly T[]) => boolean): T[][] {
  const groups: T[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last !== undefined && fits([...last, item])) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

function groupLanes(lanes: readonly (readonly Sheet[])[], film: Film): Sheet[][] {
  return grouped(lanes, (group) => rimOf(boxOf(group.flat()), film) >= LEAST_RIM - 1e-6).map((group) => group.flat());
}

function panelFrom(sheets: readonly Sheet[], film: Film): Panel {
  const box = boxOf(sheets);
  const rim = rimOf(box, film);
  if (rim < LEAST_RIM - 1e-6) {
    const names = sheets.map(({ label }) => label);
    const size = `${Math.round(box.width)} × ${Math.round(box.height)} mm`;
    const where = film.kind === 'pouch' ? sheetWords.film.ofPouch(film.width, film.height) : sheetWords.film.ofRoll(film.width);
    throw new RangeError(sheetWords.film.tooSmall(names[0] ?? '', size, where, LEAST_RIM));
  }
  return { sheets, box, rim };
}

/** Turned the way that leaves more; on a roll only the edges along it are short of film. */
function rimOf({ width, height }: Rect, film: Film): number {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  if (film.kind === 'roll') return (film.width - short) / 2;
  return Math.min(Math.min(film.width, film.height) - short, Math.max(film.width, film.height) - long) / 2;
}

function boxOf(sheets: readonly Sheet[]): Rect {
  return bounds(sheets.map(({ visible }) => visible)) ?? { x: 0, y: 0, width: 0, height: 0 };
}
