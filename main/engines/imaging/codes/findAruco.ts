import type { Point, Quad } from '../../../../core/capture/cleaning.ts';
import { ARUCO_CELLS, arucoCell, type ArucoId } from '../../../../core/handouts/aruco.ts';
import type { GreyPixels } from '../decode/pixels.ts';
import { project, projection } from '../clean/warp.ts';

export interface FoundMarker {
  readonly id: ArucoId;
  /** Clockwise from the marker's own top left, px of the picture, by the centres of pixels. */
  readonly corners: Quad;
}

/** Half the window over which the paper's own brightness is taken, as a share of the picture's longer side. */
const WINDOW = 1 / 64;
/** Darker than this share of what is round it: ink. */
const INK = 0.82;
/** px; a marker smaller than this can't be told. */
const LEAST_SIDE = 12;
/** Of the picture's longer side: larger than this is no marker of ours. */
const LARGEST_SHARE = 0.2;
/** Grey levels between a marker's black and white. */
const LEAST_CONTRAST = 36;

/**
 * The markers 0 to 3 of our answer sheets in a picture of about 1600 px, wherever they are and however they lie: ink by a local
 * threshold, connected patches, the four corners of each, and the cells read through them (after Garrido-Jurado and others,
 * "Automatic generation and detection of highly reliable fiducial markers", 2014). A marker counts only if every cell is right.
 */
export function findAruco(picture: GreyPixels): FoundMarker[] {
  if (quadsIn(halved(picture), LEAST_SIDE / 2).length < 4) return [];
  return quadsIn(picture, LEAST_SIDE).flatMap((quad) => {
    const marker = readMarker(picture, quad);
    return marker === null ? [] : [marker];
  });
}

/** Every dark patch with four corners; its sides are no shorter than `least` px or so. */
function quadsIn(picture: GreyPixels, least: number): Quad[] {
  const most = Math.max(picture.width, picture.height) * LARGEST_SHARE;
  return patches(inkOf(picture), picture.width, picture.height, least, most)
    .map((outline) => cornersOf(outline, least))
    .filter((quad) => quad !== null);
}

/** Most pages have no four squares; that shows in a quarter of the pixels. */
function halved({ data: source, width, height }: GreyPixels): GreyPixels {
  const [across, down] = [width >> 1, height >> 1];
  const data = new Uint8Array(across * down);
  for (let y = 0; y < down; y++) {
    for (let x = 0, i = 2 * y * width; x < across; x++, i += 2)
      data[y * across + x] = (source[i]! + source[i + 1]! + source[i + width]! + source[i + width + 1]!) >> 2;
  }
  return { data, width: across, height: down };
}

function inkOf({ data, width, height }: GreyPixels): Uint8Array {
  const reach = Math.max(6, Math.round(Math.max(width, height) * WINDOW));
  const columns = new Int32Array(width);
  const dark = new Uint8Array(width * height);
  for (let y = -reach; y < height; y++) {
    const [above, below] = [(y - reach - 1) * width, (y + reach) * width];
    if (below < data.length) for (let x = 0; x < width; x++) columns[x]! += data[below + x]!;
    if (above >= 0) for (let x = 0; x < width; x++) columns[x]! -= data[above + x]!;
    if (y < 0) continue;
    const rows = Math.min(height, y + reach + 1) - Math.max(0, y - reach);
    let sum = 0;
    for (let x = 0; x < Math.min(reach, width); x++) sum += columns[x]!;
    for (let x = 0; x < width; x++) {
      if (x + reach < width) sum += columns[x + reach]!;
      if (x - reach > 0) sum -= columns[x - reach - 1]!;
      const count = rows * (Math.min(width, x + reach + 1) - Math.max(0, x - reach));
      if (data[y * width + x]! * count < sum * INK) dark[y * width + x] = 1;
    }
  }
  return dark;
}

/** The outline points of every connected patch of a likely size: the first and last of each of its rows and columns. */
function patches(dark: Uint8Array, width: number, height: number, least: number, most: number): Point[][] {
  const found: Point[][] = [];
  const stack: number[] = [];
  const members: number[] = [];
  for (let start = 0; start < dark.length; start++) {
    if (dark[start] !== 1) continue;
    stack.push(start);
    dark[start] = 2;
    members.length = 0;
    let [left, right, top, bottom] = [width, 0, height, 0];
    while (stack.length > 0) {
      const at = stack.pop()!;
      members.push(at);
      const x = at % width;
      const y = (at - x) / width;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      if (x > 0 && dark[at - 1] === 1) stack.push(mark(dark, at - 1));
      if (x < width - 1 && dark[at + 1] === 1) stack.push(mark(dark, at + 1));
      if (y > 0 && dark[at - width] === 1) stack.push(mark(dark, at - width));
      if (y < height - 1 && dark[at + width] === 1) stack.push(mark(dark, at + width));
    }
    const [wide, high] = [right - left + 1, bottom - top + 1];
    if (Math.min(wide, high) < least || Math.max(wide, high) > most || members.length < wide * high * 0.2) continue;
    found.push(outlineOf(members, { width, left, top, wide, high }));
  }
  return found;
}

function mark(dark: Uint8Array, at: number): number {
  dark[at] = 2;
  return at;
}

function outlineOf(members: readonly number[], { width, left, top, wide, high }: Record<'width' | 'left' | 'top' | 'wide' | 'high', number>): Point[] {
  const rows = Array.from({ length: high }, () => ({ from: Infinity, to: -1 }));
  const columns = Array.from({ length: wide }, () => ({ from: Infinity, to: -1 }));
  for (const at of members) {
    const x = at % width;
    const y = (at - x) / width;
    widen(rows[y - top]!, x);
    widen(columns[x - left]!, y);
  }
  return [
    ...rows.flatMap(({ from, to }, index) => [from, to].map((x) => ({ x, y: top + index }))),
    ...columns.flatMap(({ from, to }, index) => [from, to].map((y) => ({ x: left + index, y }))),
  ];
}

function widen(span: { from: number; to: number }, at: number): void {
  span.from = Math.min(span.from, at);
  span.to = Math.max(span.to, at);
}

/** The farthest point from the middle, the farthest from that one, and the farthest from their line on either side; null where that is no plain quadrangle. */
function cornersOf(outline: readonly Point[], least: number): Quad | null {
  const middle = { x: mean(outline.map(({ x }) => x)), y: mean(outline.map(({ y }) => y)) };
  const farthest = (weigh: (point: Point) => number): Point => outline.reduce((best, point) => (weigh(point) > weigh(best) ? point : best));
  const first = farthest((point) => Math.hypot(point.x - middle.x, point.y - middle.y));
  const third = farthest((point) => Math.hypot(point.x - first.x, point.y - first.y));
  const away = (point: Point): number => (third.x - first.x) * (point.y - first.y) - (third.y - first.y) * (point.x - first.x);
  // Right of the way from the first to the third (y down) comes the fourth of a clockwise round.
  const second = farthest((point) => -away(point));
  const fourth = farthest(away);
  const quad: Quad = [first, second, third, fourth];
  const lengths = quad.map((corner, i) => Math.hypot(corner.x - quad[(i + 1) % 4]!.x, corner.y - quad[(i + 1) % 4]!.y));
  const slack = Math.max(2, Math.max(...lengths) * 0.09);
  const isPlain = outline.every((point) => quad.some((corner, i) => distanceTo(point, corner, quad[(i + 1) % 4]!) <= slack));
  return Math.min(...lengths) >= least * 0.7 && Math.max(...lengths) < 3 * Math.min(...lengths) && isPlain ? quad : null;
}

function distanceTo(point: Point, from: Point, to: Point): number {
  return Math.abs((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)) / Math.max(1e-9, Math.hypot(to.x - from.x, to.y - from.y));
}

/** Which marker it is, if it is one. */
function readMarker(picture: GreyPixels, quad: Quad): FoundMarker | null {
  const toPicture = projection(CELLS, quad);
  const levels = Array.from({ length: ARUCO_CELLS * ARUCO_CELLS }, (_, index) =>
    levelAt(picture, toPicture, index % ARUCO_CELLS, Math.floor(index / ARUCO_CELLS)),
  );
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  if (most - least < LEAST_CONTRAST) return null;
  const white = levels.map((level) => level > (least + most) / 2);
  for (const id of [0, 1, 2, 3] as const) {
    for (let turns = 0; turns < 4; turns++) {
      const fits = white.every((value, index) => {
        const [row, column] = turned(Math.floor(index / ARUCO_CELLS), index % ARUCO_CELLS, turns);
        return value === arucoCell(id, row, column);
      });
      // After so many turns the marker's own top left is this corner.
      if (fits) return { id, corners: [0, 1, 2, 3].map((k) => quad[(k + turns) % 4]!) as unknown as Quad };
    }
  }
  return null;
}

const CELLS: Quad = [
  { x: 0, y: 0 },
  { x: ARUCO_CELLS, y: 0 },
  { x: ARUCO_CELLS, y: ARUCO_CELLS },
  { x: 0, y: ARUCO_CELLS },
];

/** Where a cell read from the first corner lies on the marker, if the marker's own top left is `turns` corners further on. */
function turned(row: number, column: number, turns: number): [number, number] {
  const last = ARUCO_CELLS - 1;
  let [r, c] = [row, column];
  for (let turn = 0; turn < turns; turn++) [r, c] = [last - c, r];
  return [r, c];
}

/** The mean of nine places in the middle of a cell. */
function levelAt({ data, width, height }: GreyPixels, toPicture: ReturnType<typeof projection>, column: number, row: number): number {
  let sum = 0;
  for (const v of [0.35, 0.5, 0.65]) {
    for (const u of [0.35, 0.5, 0.65]) {
      const { x, y } = project(toPicture, { x: column + u, y: row + v });
      sum += data[Math.min(height - 1, Math.max(0, Math.round(y))) * width + Math.min(width - 1, Math.max(0, Math.round(x)))]!;
    }
  }
  return sum / 9;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
