import type { Point, Quad } from '../../../../core/capture/cleaning.ts';
import type { Size } from './guessTrueSize.ts';
import type { PaperMaps } from './outlineNet.ts';
import { areaOf, hullOf } from './polygons.ts';
import { meet, through, type Line } from './straightEdges.ts';

/** A page that the net sees, with each side of its outline told apart. Lengths are px of the picture, the centre of its first pixel being (0, 0). */
export interface SeenPage {
  /** Clockwise on the screen. Corners may lie outside the picture. */
  readonly quad: Quad;
  /** What is known of the side from the corner of its number to the next. `edge`: paper ends there; `fold`: the facing page begins; `frame`: the picture ends before the paper does. */
  readonly sides: readonly SideKind[];
  /** Cells of the map that are paper here. */
  readonly cells: Uint32Array;
  /** Where the page meets the one facing it. */
  readonly fold: readonly [Point, Point] | null;
}

export type SideKind = 'edge' | 'fold' | 'frame';

/** px of a picture in a cell of its maps. */
interface Cell {
  readonly width: number;
  readonly height: number;
}

/** A smaller region, as a share of the picture, is a scrap. */
const LEAST_PAGE = 0.03;
/** And so is one of less than this share of the largest. */
const LEAST_OF_LARGEST = 0.3;
/** Cells by which points of the outline may lie beside their side. */
const BESIDE = 1.6;
/** So much of a side, at each end, is left to its corners. */
const ENDS = 0.08;
/** With fewer boundary points, as a share of those that its length has room for, a side isn't seen. */
const LEAST_SEEN = 0.2;
/** Cells that are so likely part of a fold make one, where they lie in one line as long as this share of the picture, ... */
const LEAST_FOLD = 0.35;
const LEAST_FOLD_LENGTH = 0.15;
/** ... no broader than twice so many cells, ... */
const FOLD_BREADTH = 3;
/** ... with hardly any elsewhere, ... */
const MOSTLY_IN_LINE = 0.7;
/** ... and along most of the way through the paper. */
const LEAST_OF_CHORD = 0.65;
/** A smaller share of two facing pages is but a sliver of one. */
const LEAST_FACING = 0.2;
/** Corners that lie farther from where the map has them, as a share of the picture, are none. */
const FARTHEST_CORNER = 0.3;
/** Cells from the picture's frame within which an outline ends with the picture. */
const AT_FRAME = 1.2;

/** The pages in the maps of a picture of `width` by `height` px, largest first; facing pages are cut apart at their fold. */
export function pagesIn(maps: PaperMaps, width: number, height: number): SeenPage[] {
  const cell = { width: width / maps.side, height: height / maps.side };
  const regions = regionsOf(maps.paper, maps.side).filter(({ length }) => length >= LEAST_PAGE * maps.side ** 2);
  const largest = regions[0]?.length ?? 0;
  return regions
    .filter(({ length }) => length >= LEAST_OF_LARGEST * largest)
    .flatMap((cells) => {
      const fold = foldIn(maps, cells, cell);
      if (fold === null) return pageOf(maps, cells, cell, null) ?? [];
      const beyond = (i: number): number => offLine(fold, centreOf(i, maps.side, cell));
      const halves = [cells.filter((i) => beyond(i) < 0), cells.filter((i) => beyond(i) >= 0)];
      // A sliver of the facing page is cut off; two pages of some size are two.
      const pages = halves.filter((half) => half.length >= LEAST_FACING * cells.length);
      return pages.flatMap((half) => pageOf(maps, half, cell, fold) ?? []);
    });
}

/** How far an outline (px of the picture) and a page in the maps cover each other, 0 to 1: the area that they share by the area of both. */
export function overlapOf(quad: Quad, { cells }: SeenPage, { paper, side }: PaperMaps, picture: Size): number {
  const cell = { width: picture.width / side, height: picture.height / side };
  const lines = quad.map((from, k) => through([from, quad[(k + 1) % 4]!])).map((line) => (offLine(line, middleOf(quad)) < 0 ? line : turnedRound(line)));
  const own = new Uint8Array(paper.length);
  for (const i of cells) own[i] = 1;
  let [shared, either] = [0, 0];
  for (let i = 0; i < paper.length; i++) {
    const value = own[i] === 1 ? paper[i]! : Math.min(0.5, paper[i]!);
    const at = centreOf(i, side, cell);
    const inside = lines.every((line) => offLine(line, at) <= 0);
    if (inside) shared += value;
    either += inside ? 1 : own[i] === 1 ? value : 0;
  }
  return either === 0 ? 0 : shared / either;
}

const turnedRound = ({ normal, distance }: Line): Line => ({ normal: { x: -normal.x, y: -normal.y }, distance: -distance });

const middleOf = (quad: Quad): Point => ({ x: quad.reduce((sum, { x }) => sum + x, 0) / 4, y: quad.reduce((sum, { y }) => sum + y, 0) / 4 });

function pageOf(maps: PaperMaps, cells: Uint32Array, cell: Cell, fold: Line | null): SeenPage | null {
  const points = boundaryOf(maps, cells, cell, fold);
  const hull = hullOf([...points, ...cornersAtFrame(maps.side, cells, cell)]);
  const coarse = fourSided(hull, maps.side, cell);
  if (coarse === null) return null;
  const sides = coarse.map((from, k) => {
    const to = coarse[(k + 1) % 4]!;
    if (fold !== null && isAlong(fold, from, to, cell)) return { line: fold, kind: 'fold' as const };
    return sideThrough(points, from, to, maps.side, cell);
  });
  const far = FARTHEST_CORNER * maps.side * Math.max(cell.width, cell.height);
  const quad = coarse.map((corner, k) => {
    const crossing = meet(sides[(k + 3) % 4]!.line, sides[k]!.line);
    const { x, y } = crossing === null || Math.hypot(crossing.x - corner.x, crossing.y - corner.y) > far ? corner : crossing;
    return { x: x - 0.5, y: y - 0.5 };
  }) as unknown as Quad;
  const kinds = sides.map(({ kind }) => kind);
  const atFold = kinds.indexOf('fold');
  return { quad, sides: kinds, cells, fold: atFold < 0 ? null : [quad[atFold]!, quad[(atFold + 1) % 4]!] };
}

/** The line along which two facing pages meet within a region, px by the edges of pixels; null where none is plain. */
function foldIn({ paper, fold, side }: PaperMaps, cells: Uint32Array, cell: Cell): Line | null {
  const likely = [...cells].filter((i) => fold[i]! >= LEAST_FOLD);
  if (likely.length < LEAST_FOLD_LENGTH * side) return null;
  let near = likely;
  let line = through(near.map((i) => centreOf(i, side, cell)));
  for (let round = 0; round < 3; round++) {
    const reach = Math.hypot(line.normal.x * cell.width, line.normal.y * cell.height) * FOLD_BREADTH;
    near = likely.filter((i) => Math.abs(offLine(line, centreOf(i, side, cell))) <= reach);
    if (near.length < LEAST_FOLD_LENGTH * side) return null;
    line = through(near.map((i) => centreOf(i, side, cell)));
  }
  if (near.length < likely.length * MOSTLY_IN_LINE) return null;
  // It must run through the region from end to end.
  const way = { x: line.normal.y, y: -line.normal.x };
  const along = (i: number): number => {
    const { x, y } = centreOf(i, side, cell);
    return x * way.x + y * way.y;
  };
  const reach = Math.hypot(line.normal.x * cell.width, line.normal.y * cell.height);
  const chord = [...cells].filter((i) => paper[i]! >= 0.5 && Math.abs(offLine(line, centreOf(i, side, cell))) <= reach).map(along);
  const step = Math.hypot(way.x * cell.width, way.y * cell.height);
  const places = (all: readonly number[]): number => new Set(all.map((at) => Math.round(at / step))).size;
  return places(near.map(along)) >= LEAST_OF_CHORD * places(chord) ? line : null;
}

const centreOf = (i: number, side: number, cell: Cell): Point => ({ x: ((i % side) + 0.5) * cell.width, y: (Math.floor(i / side) + 0.5) * cell.height });

const offLine = ({ normal, distance }: Line, { x, y }: Point): number => x * normal.x + y * normal.y - distance;

function isAlong(line: Line, from: Point, to: Point, cell: Cell): boolean {
  const reach = 2 * Math.hypot(line.normal.x * cell.width, line.normal.y * cell.height);
  return Math.abs(offLine(line, from)) <= reach && Math.abs(offLine(line, to)) <= reach;
}

/** The connected parts of what is rather paper than not, largest first, without the specks. */
function regionsOf(paper: Float32Array, side: number): Uint32Array[] {
  const seen = new Uint8Array(paper.length);
  const stack = new Uint32Array(paper.length);
  const regions: Uint32Array[] = [];
  for (let start = 0; start < paper.length; start++) {
    if (seen[start] === 1 || paper[start]! < 0.5) continue;
    let count = 0;
    const push = (i: number): void => {
      if (seen[i] === 1 || paper[i]! < 0.5) return;
      seen[i] = 1;
      stack[count++] = i;
    };
    push(start);
    for (let next = 0; next < count; next++) {
      const i = stack[next]!;
      const x = i % side;
      if (x > 0) push(i - 1);
      if (x < side - 1) push(i + 1);
      if (i >= side) push(i - side);
      if (i < paper.length - side) push(i + side);
    }
    regions.push(stack.slice(0, count));
  }
  return regions.sort((a, b) => b.length - a.length);
}

/** Where paper passes into what is none, to a fraction of a cell, px by the edges of pixels. The picture's frame is no such place. */
function boundaryOf({ paper, side }: PaperMaps, cells: Uint32Array, cell: Cell, fold: Line | null): Point[] {
  const points: Point[] = [];
  const own = new Uint8Array(paper.length);
  for (const i of cells) own[i] = 1;
  for (const i of cells) {
    const [x, y] = [i % side, Math.floor(i / side)];
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      if (x + dx < 0 || y + dy < 0 || x + dx >= side || y + dy >= side) continue;
      const next = i + dx + dy * side;
      if (own[next] === 1) continue;
      const beside = paper[next]!;
      // Paper that isn't this page's lies beyond the fold.
      const t = beside < 0.5 ? (paper[i]! - 0.5) / Math.max(1e-6, paper[i]! - beside) : fold === null ? 0.5 : crossedAt(fold, i, next, side, cell);
      points.push({ x: (x + 0.5 + dx * t) * cell.width, y: (y + 0.5 + dy * t) * cell.height });
    }
  }
  return points;
}

function crossedAt(fold: Line, from: number, to: number, side: number, cell: Cell): number {
  const [here, there] = [offLine(fold, centreOf(from, side, cell)), offLine(fold, centreOf(to, side, cell))];
  return here === there ? 0.5 : Math.min(1, Math.max(0, here / (here - there)));
}

/** The outer corners of cells at the picture's frame. */
function cornersAtFrame(side: number, cells: Uint32Array, cell: Cell): Point[] {
  const points: Point[] = [];
  for (const i of cells) {
    const [x, y] = [i % side, Math.floor(i / side)];
    if (x > 0 && y > 0 && x < side - 1 && y < side - 1) continue;
    const across = x === 0 ? [0] : x === side - 1 ? [side] : [x + 0.5];
    const down = y === 0 ? [0] : y === side - 1 ? [side] : [y + 0.5];
    for (const u of across) for (const v of down) points.push({ x: u * cell.width, y: v * cell.height });
  }
  return points;
}

/** The four-sided outline round a hull that adds least to it: sides are left out one by one and their neighbours drawn out until they meet. */
function fourSided(hull: readonly Point[], side: number, cell: Cell): Quad | null {
  let corners = [...hull];
  const slack = 0.35 * side * Math.max(cell.width, cell.height);
  while (corners.length > 4) {
    let best: { at: number; corner: Point; added: number } | null = null;
    for (let k = 0; k < corners.length; k++) {
      const n = corners.length;
      const [before, from, to, after] = [corners[(k + n - 1) % n]!, corners[k]!, corners[(k + 1) % n]!, corners[(k + 2) % n]!];
      const corner = meet(through([before, from]), through([to, after]));
      if (corner === null) continue;
      // They must meet beyond this side, not behind it.
      if (turn(from, to, corner) >= 0 || Math.hypot(corner.x - from.x, corner.y - from.y) > 2 * slack) continue;
      const added = areaOf([from, corner, to]) * (isAtFrame(from, to, side, cell) ? 0.6 : 1);
      if (best === null || added < best.added) best = { at: k, corner, added };
    }
    if (best === null) return null;
    const { at, corner } = best;
    const next = (at + 1) % corners.length;
    corners = corners.flatMap((one, k) => (k === at ? [corner] : k === next ? [] : [one]));
  }
  return corners.length === 4 ? (corners as unknown as Quad) : null;
}

/** Negative for what lies to the left of the way from a to b, outside of a hull that goes clockwise on the screen. */
function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function isAtFrame(from: Point, to: Point, side: number, cell: Cell): boolean {
  const near = (value: number, end: number): boolean => Math.abs(value) <= AT_FRAME || Math.abs(value - end) <= AT_FRAME;
  const [u, v, s, t] = [from.x / cell.width, to.x / cell.width, from.y / cell.height, to.y / cell.height];
  return (near(u, side) && Math.abs(u - v) <= AT_FRAME) || (near(s, side) && Math.abs(s - t) <= AT_FRAME);
}

/** The line through the boundary points along a coarse side that bent corners, fingers and noise don't pull away. */
function sideThrough(points: readonly Point[], from: Point, to: Point, side: number, cell: Cell): { line: Line; kind: SideKind } {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const way = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const coarse = { normal: { x: -way.y, y: way.x }, distance: -from.x * way.y + from.y * way.x };
  const reach = Math.hypot(coarse.normal.x * cell.width, coarse.normal.y * cell.height);
  const step = Math.hypot(way.x * cell.width, way.y * cell.height);
  const along = points.filter(({ x, y }) => {
    const t = ((x - from.x) * way.x + (y - from.y) * way.y) / length;
    return t > ENDS && t < 1 - ENDS;
  });
  let line: Line = coarse;
  let near: Point[] = [];
  for (const width of [3, 2, BESIDE, BESIDE]) {
    near = along.filter(({ x, y }) => Math.abs(x * line.normal.x + y * line.normal.y - line.distance) <= width * reach);
    if (near.length < LEAST_SEEN * (length / step)) return { line: coarse, kind: 'frame' };
    line = through(near);
  }
  return { line, kind: isAtFrame(from, to, side, cell) && near.length < 0.6 * (length / step) ? 'frame' : 'edge' };
}
