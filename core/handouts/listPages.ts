import type { Mark } from '../drawing/mark.ts';
import type { Rect } from '../kernel/rect.ts';
import type { SheetSize } from '../sheets/sheetSize.ts';
import { HANDOUT_GREY, rule, type DrawnPage } from '../drawing/drawnPage.ts';

/** White round a page for a person's folder, mm; the foot is where printers need most. */
const EDGE = { aside: 12, top: 11, bottom: 14 };

/** What the white edges of a page leave free. */
export function insideOf({ width, height }: SheetSize): Rect {
  return { x: EDGE.aside, y: EDGE.top, width: width - 2 * EDGE.aside, height: height - EDGE.top - EDGE.bottom };
}

interface ListLook<T> {
  readonly headHeight: number;
  /** No lower than this, mm; rows share out what is left of a full page. */
  readonly rowHeight: number;
  readonly head: (box: Rect) => readonly Mark[];
  readonly row: (item: T, box: Rect) => readonly Mark[];
}

/** One line below the other, a thin rule under each, as many pages as they take; the head stands on each. */
export function listPages<T>(sheetSize: SheetSize, { headHeight, rowHeight, head, row }: ListLook<T>, items: readonly T[]): readonly DrawnPage[] {
  const inside = insideOf(sheetSize);
  const most = Math.floor((inside.height - headHeight) / rowHeight);
  const height = (inside.height - headHeight) / most;
  return Array.from({ length: Math.max(1, Math.ceil(items.length / most)) }, (_, page) => {
    const here = items.slice(page * most, (page + 1) * most);
    const boxes = here.map((_item, index) => ({ ...inside, y: inside.y + headHeight + index * height, height }));
    const marks = here.flatMap((item, index) => row(item, boxes[index] as Rect));
    const rules = boxes.map(({ x, y, width }) => rule(x, y + height, x + width, y + height, HANDOUT_GREY, 0.2));
    return { width: sheetSize.width, height: sheetSize.height, marks: [...head({ ...inside, height: headHeight }), ...marks, ...rules] };
  });
}
