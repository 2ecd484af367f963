import type { Mark } from '../drawing/mark.ts';
import type { Rect } from '../kernel/rect.ts';
import type { SheetSize } from '../sheets/sheetSize.ts';
import { pageSize, type Orientation } from '../sheets/sheets.ts';
import { HANDOUT_GREY, rule, type DrawnPage } from '../drawing/drawnPage.ts';
import { handoutWords } from '../words/handouts.ts';

export interface NUpRequest {
  readonly sheetSize: SheetSize;
  readonly orientation: Orientation;
  readonly columns: number;
  readonly rows: number;
  /** The size of one piece, mm, as label sheets have it; without it the pieces share the whole page. */
  readonly piece?: { readonly width: number; readonly height: number };
  /** White between neighbouring pieces, mm. */
  readonly gap?: { readonly across: number; readonly down: number };
  /** The sheet comes cut, as label sheets do: no lines to cut along. */
  readonly isCut?: boolean;
}

export interface NUp {
  readonly width: number;
  readonly height: number;
  /** The pieces, row by row. */
  readonly pieces: readonly Rect[];
  /** Dashed lines right through the page, where it is cut. */
  readonly cuts: readonly Mark[];
}

const NO_GAP = { across: 0, down: 0 };

/** Pieces of one size in the middle of a page. Throws a RangeError in plain words where they do not fit. */
export function nUp({ sheetSize, orientation, columns, rows, piece, gap = NO_GAP, isCut = false }: NUpRequest): NUp {
  const page = pageSize(sheetSize, orientation);
  if (!(Number.isInteger(columns) && Number.isInteger(rows) && columns > 0 && rows > 0)) throw new RangeError(handoutWords.pieces.none);
  const { width, height } = piece ?? { width: page.width / columns, height: page.height / rows };
  const [wide, high] = [columns * width + (columns - 1) * gap.across, rows * height + (rows - 1) * gap.down];
  if (wide > page.width + 1e-9 || high > page.height + 1e-9) throw new RangeError(handoutWords.pieces.noRoom(columns, rows, width, height, sheetSize.name));
  const left = (page.width - wide) / 2;
  const top = (page.height - high) / 2;
  const pieces = Array.from({ length: rows * columns }, (_, index) => ({
    x: left + (index % columns) * (width + gap.across),
    y: top + Math.floor(index / columns) * (height + gap.down),
    width,
    height,
  }));
  const inside = (at: number, length: number) => at > 0.5 && at < length - 0.5;
  const edges = (pieceEdges: readonly number[], length: number) => [...new Set(pieceEdges)].filter((at) => inside(at, length));
  const across = isCut
    ? []
    : edges(
        pieces
          .slice(0, columns)
          .flatMap(({ x }) => (gap.across === 0 ? [x] : [x, x + width]))
          .concat(left + wide),
        page.width,
      );
  const down = isCut
    ? []
    : edges(
        pieces
          .filter((_, index) => index % columns === 0)
          .flatMap(({ y }) => (gap.down === 0 ? [y] : [y, y + height]))
          .concat(top + high),
        page.height,
      );
  const cuts = [
    ...across.map((x) => rule(x, 0, x, page.height, HANDOUT_GREY, 0.2, [2, 2])),
    ...down.map((y) => rule(0, y, page.width, y, HANDOUT_GREY, 0.2, [2, 2])),
  ];
  return { ...page, pieces, cuts };
}

/** As many pages as the items take; `draw` gives the marks of one in its piece. `from` counts from 1: the piece that the first item goes on, where a sheet is begun already. */
export function pagesOf<T>(request: NUpRequest, items: readonly T[], draw: (item: T, piece: Rect) => readonly Mark[], from = 1): readonly DrawnPage[] {
  const { width, height, pieces, cuts } = nUp(request);
  if (!(Number.isInteger(from) && from >= 1 && from <= pieces.length)) throw new RangeError(handoutWords.pieces.noLabel(from, pieces.length));
  const used = from - 1;
  return Array.from({ length: Math.ceil((used + items.length) / pieces.length) }, (_, page) => {
    const start = page * pieces.length - used;
    const here = pieces.flatMap((piece, index) => (start + index >= 0 && start + index < items.length ? [draw(items[start + index] as T, piece)] : []));
    return { width, height, marks: [...cuts, ...here.flat()] };
  });
}
