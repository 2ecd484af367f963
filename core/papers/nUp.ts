import type { Mark } from '../chart/mark.ts';
import type { Rect } from '../geometry/rect.ts';
import type { PaperSize } from '../tiling/paper.ts';
import { pageSize, type Orientation } from '../tiling/sheets.ts';
import { PAPER_GREY, rule, type PaperPage } from './paperPage.ts';

export interface NUpRequest {
  readonly paper: PaperSize;
  readonly orientation: Orientation;
  readonly columns: number;
  readonly rows: number;
  /** The size of one piece, mm, as label sheets have it; without it the pieces share the whole page. */
  readonly piece?: { readonly width: number; readonly height: number };
}

export interface NUp {
  readonly width: number;
  readonly height: number;
  /** The pieces, row by row. */
  readonly pieces: readonly Rect[];
  /** Dashed lines right through the page, where it is cut. */
  readonly cuts: readonly Mark[];
}

/** Pieces of one size on a page. Throws a RangeError in plain words where they do not fit. */
export function nUp({ paper, orientation, columns, rows, piece }: NUpRequest): NUp {
  const page = pageSize(paper, orientation);
  if (!(Number.isInteger(columns) && Number.isInteger(rows) && columns > 0 && rows > 0))
    throw new RangeError('A page needs one row and one column of pieces or more.');
  const { width, height } = piece ?? { width: page.width / columns, height: page.height / rows };
  if (columns * width > page.width + 1e-9 || rows * height > page.height + 1e-9)
    throw new RangeError(`${columns} × ${rows} pieces of ${width} × ${height} mm do not fit on ${paper.name} paper. Take fewer, or make them smaller.`);
  const left = (page.width - columns * width) / 2;
  const top = (page.height - rows * height) / 2;
  const pieces = Array.from({ length: rows * columns }, (_, index) => ({
    x: left + (index % columns) * width,
    y: top + Math.floor(index / columns) * height,
    width,
    height,
  }));
  const inside = (at: number, length: number) => at > 0.5 && at < length - 0.5;
  const across = Array.from({ length: columns + 1 }, (_, index) => left + index * width).filter((x) => inside(x, page.width));
  const down = Array.from({ length: rows + 1 }, (_, index) => top + index * height).filter((y) => inside(y, page.height));
  const cuts = [
    ...across.map((x) => rule(x, 0, x, page.height, PAPER_GREY, 0.2, [2, 2])),
    ...down.map((y) => rule(0, y, page.width, y, PAPER_GREY, 0.2, [2, 2])),
  ];
  return { ...page, pieces, cuts };
}

/** As many pages as the items take; `draw` gives the marks of one in its piece. */
export function pagesOf<T>(request: NUpRequest, items: readonly T[], draw: (item: T, piece: Rect) => readonly Mark[]): readonly PaperPage[] {
  const { width, height, pieces, cuts } = nUp(request);
  return Array.from({ length: Math.ceil(items.length / pieces.length) }, (_, page) => {
    const here = items.slice(page * pieces.length, (page + 1) * pieces.length);
    return { width, height, marks: [...cuts, ...here.flatMap((item, index) => draw(item, pieces[index] as Rect))] };
  });
}
