import { bounds, type Rect } from '../../../../core/kernel/rect.ts';

/** What stands at one height: pieces from left to right, with wide gaps between them. */
export interface Row {
  readonly pieces: readonly Piece[];
  readonly box: Rect;
}

/** Lines with no wide gap between them, from left to right. */
export interface Piece {
  readonly box: Rect;
  readonly lines: readonly Rect[];
}

/** A gap this wide, in heights of the line, divides a row into pieces. */
const WIDE_GAP = 1;
/** Pieces in a row of text, on average, at most. */
const MOST_BESIDE = 1.5;
/** The widest that a name gets, as a part of the page, and as one of the widest row. */
const WIDEST_NAME = 0.5;
/** Rows of names that may lie above or below the text, and how far down the page the upper ones may be. */
const MOST_ROWS = 2;
const HEAD = 0.34;
/** A row lies alone when it is so many row distances from the text. */
const ALONE_AT_HEAD = 1.3;
const ALONE_AT_FOOT = 1.7;

/** The lines found on a page as rows from top to bottom; specks are left out. */
export function rowsOf(lines: readonly Rect[]): Row[] {
  const rows: Rect[][] = [];
  for (const line of lines.filter(({ width, height }) => height >= 8 && width >= 12).sort((a, b) => middle(a) - middle(b))) {
    const row = rows.findLast((one) => one.some((other) => Math.abs(middle(other) - middle(line)) < 0.45 * Math.min(other.height, line.height)));
    if (row === undefined) rows.push([line]);
    else row.push(line);
  }
  return rows.map((row) => ({ pieces: piecesOf(row.sort((a, b) => a.x - b.x)), box: bounds(row)! })).sort((a, b) => middle(a.box) - middle(b.box));
}

function piecesOf(row: readonly Rect[]): Piece[] {
  const pieces: Piece[] = [];
  for (const line of row) {
    const last = pieces.at(-1);
    if (last !== undefined && line.x - last.box.x - last.box.width < WIDE_GAP * Math.max(last.box.height, line.height))
      pieces[pieces.length - 1] = { box: bounds([last.box, line])!, lines: [...last.lines, line] };
    else pieces.push({ box: line, lines: [line] });
  }
  return pieces;
}

/** True for a page of text: forms, tables, sums and drawings have many pieces beside each other. */
export const isText = (rows: readonly Row[]): boolean => rows.reduce((sum, { pieces }) => sum + pieces.length, 0) <= rows.length * MOST_BESIDE;

/** What is known of a piece besides its size. */
export interface Telling {
  /** It belongs to a label. */
  readonly labelled: (piece: Rect) => boolean;
  /** Nothing is written to its left and right. */
  readonly free: (piece: Rect) => boolean;
  /** What it says does not tell against a name. */
  readonly mayBeName: (piece: Rect) => boolean;
}

/** Short pieces at the head or the foot of a page. */
export interface Lone {
  /** They lie apart from the text. */
  readonly apart: readonly Rect[];
  /** Others might be names as well, but lie as the text does. */
  readonly others: boolean;
}

export function lonePieces(rows: readonly Row[], page: { readonly width: number; readonly height: number }, telling: Telling): Lone {
  const widest = Math.max(0, ...rows.map(({ box }) => box.width));
  const short = ({ width }: Rect): boolean => width < page.width * WIDEST_NAME && width < Math.max(widest * 0.72, page.width * 0.2);
  const unlabelled = rows.flatMap(({ box, pieces }): Candidates[] => {
    const boxes = pieces.map((piece) => piece.box).filter((piece) => !telling.labelled(piece));
    if (boxes.length === 0) return [];
    const some = boxes.filter(short);
    const names = some.filter(telling.mayBeName);
    return [
      { middle: middle(box), long: some.length < boxes.length, pieces: names.filter(telling.free), crowded: names.some((piece) => !telling.free(piece)) },
    ];
  });
  const distance = usualDistance(rows);
  const [head, foot] = [atHead(unlabelled, page.height * HEAD, distance), atFoot(unlabelled, page.height * HEAD, distance)];
  return { apart: [...head.apart, ...foot.apart], others: head.others || foot.others };
}

/** A row, whether more than a name stands in it, and those of its pieces that may be names by themselves. */
interface Candidates {
  readonly middle: number;
  readonly long: boolean;
  readonly pieces: readonly Rect[];
  /** Others might be, but for what stands beside them. */
  readonly crowded: boolean;
}

/** Rows of pieces above the text, which begins where no piece may be a name; between printed headings too. */
function atHead(rows: readonly Candidates[], limit: number, distance: number): Lone {
  const end = rows.findIndex(({ middle: y, pieces }) => y >= limit || pieces.length === 0);
  const found = rows.slice(0, end < 0 ? rows.length : end).map(({ pieces }) => pieces);
  if (found.length > MOST_ROWS) {
    // Short lines all the way down: only the first can lie apart from them.
    const firstIsApart = rows[1]!.middle - rows[0]!.middle > distance * ALONE_AT_HEAD;
    return { apart: firstIsApart ? found[0]! : [], others: true };
  }
  const below = found.length === 0 ? belowHeadings(rows, limit, distance) : { apart: [], others: false };
  return { apart: [...found.flat(), ...below.apart], others: below.others };
}

/** Under headings, which say something else, a piece is a name only where longer lines follow: with none the answer itself is short. */
function belowHeadings(rows: readonly Candidates[], limit: number, distance: number): Lone {
  const found: Rect[] = [];
  let others = rows[0]?.crowded === true && !rows[0].long;
  for (const [at, { middle: y, long, pieces }] of rows.entries()) {
    const next = rows[at + 1];
    if (y >= limit || (long && (next === undefined || next.long))) break;
    if (at === 0 || pieces.length === 0) continue;
    const before = rows[at - 1]!;
    const apart = !before.long || (y - before.middle > distance * ALONE_AT_HEAD && next !== undefined && next.middle - y > distance * ALONE_AT_HEAD);
    const follows = rows.slice(at + 1).some((row) => row.long);
    if (apart && follows && found.length < MOST_ROWS) found.push(...pieces);
    else others = true;
  }
  return { apart: found, others };
}

function atFoot(rows: readonly Candidates[], limit: number, distance: number): Lone {
  const found: Rect[] = [];
  for (let at = rows.length - 1; at > 0 && at >= rows.length - MOST_ROWS; at--) {
    const [row, above] = [rows[at]!, rows[at - 1]!];
    if (row.middle <= limit || row.pieces.length === 0) break;
    found.push(...row.pieces);
    if (row.middle - above.middle > distance * ALONE_AT_FOOT) return { apart: found, others: false };
  }
  return { apart: [], others: found.length > 0 };
}

/** From one row to the next, px: the median, where there are enough rows to tell. */
function usualDistance(rows: readonly Row[]): number {
  const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const high = 1.6 * median(rows.map(({ box }) => box.height));
  return Math.min(high, median(rows.slice(1).map(({ box }, k) => middle(box) - middle(rows[k]!.box))) || high);
}

const middle = ({ y, height }: Rect): number => y + height / 2;
