import { bounds, type Rect } from '../../core/geometry/rect.ts';

/** What stands at one height: pieces from left to right, with wide gaps between them. */
export interface Row {
  readonly pieces: readonly Rect[];
  readonly box: Rect;
}

/** A gap this wide, in heights of the line, divides a row into pieces. */
const WIDE_GAP = 1.3;
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

function piecesOf(row: readonly Rect[]): Rect[] {
  const pieces: Rect[] = [];
  for (const line of row) {
    const last = pieces.at(-1);
    if (last !== undefined && line.x - last.x - last.width < WIDE_GAP * Math.max(last.height, line.height) * 0.75)
      pieces[pieces.length - 1] = bounds([last, line])!;
    else pieces.push(line);
  }
  return pieces;
}

/** What is known of a piece besides its size. */
export interface Telling {
  /** It belongs to a label. */
  readonly labelled: (piece: Rect) => boolean;
  /** Nothing is written to its left and right. */
  readonly free: (piece: Rect) => boolean;
  /** What it says does not tell against a name. */
  readonly mayBeName: (piece: Rect) => boolean;
}

/** Short pieces at the head or the foot of a page that lie apart from its text. */
export function lonePieces(rows: readonly Row[], page: { readonly width: number; readonly height: number }, telling: Telling): Rect[] {
  const widest = Math.max(0, ...rows.map(({ box }) => box.width));
  const short = ({ width }: Rect): boolean => width < page.width * WIDEST_NAME && width < Math.max(widest * 0.72, page.width * 0.2);
  const distance = usualDistance(rows);
  const unlabelled = rows
    .map(({ pieces, box }) => ({ box, pieces: pieces.filter((piece) => !telling.labelled(piece)) }))
    .filter(({ pieces }) => pieces.length > 0);
  const lone = ({ pieces }: Row): Rect[] => pieces.filter((piece) => short(piece) && telling.free(piece) && telling.mayBeName(piece));
  return [...atHead(unlabelled, lone, page.height, distance), ...atFoot(unlabelled, lone, page.height, distance)];
}

function atHead(rows: readonly Row[], lone: (row: Row) => Rect[], height: number, distance: number): Rect[] {
  const found: Rect[][] = [];
  for (const row of rows) {
    const pieces = middle(row.box) < height * HEAD ? lone(row) : [];
    if (pieces.length === 0) break;
    found.push(pieces);
  }
  if (found.length <= MOST_ROWS) return found.flat();
  // Short lines all the way down: only the first can lie apart from them.
  return middle(rows[1]!.box) - middle(rows[0]!.box) > distance * ALONE_AT_HEAD ? found[0]! : [];
}

function atFoot(rows: readonly Row[], lone: (row: Row) => Rect[], height: number, distance: number): Rect[] {
  const found: Rect[] = [];
  for (let at = rows.length - 1; at > 0 && at >= rows.length - MOST_ROWS; at--) {
    const [row, above] = [rows[at]!, rows[at - 1]!];
    const pieces = middle(row.box) > height * HEAD ? lone(row) : [];
    if (pieces.length === 0) break;
    found.push(...pieces);
    if (middle(row.box) - middle(above.box) > distance * ALONE_AT_FOOT) return found;
  }
  return [];
}

/** From one row to the next, px: the median, where there are enough rows to tell. */
function usualDistance(rows: readonly Row[]): number {
  const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const high = 1.6 * median(rows.map(({ box }) => box.height));
  return Math.min(high, median(rows.slice(1).map(({ box }, k) => middle(box) - middle(rows[k]!.box))) || high);
}

const middle = ({ y, height }: Rect): number => y + height / 2;
