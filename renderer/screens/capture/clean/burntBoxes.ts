import { uniformBoxes } from '../../../../core/capture/uniformBoxes.ts';
import type { Rect } from '../../../../core/kernel/rect.ts';
import type { SheetPage } from './useNameSheet.ts';

/** The boxes as they will be burned in, box for box: names in the text have a size of their own. */
export function burntBoxes(pages: readonly SheetPage[], uniform: boolean): ReadonlyMap<SheetPage, readonly Rect[]> {
  const alike = (inText: boolean): Rect[][] =>
    uniformBoxes(
      pages.map(({ listed, boxes }) => ({
        size: listed.page,
        boxes: boxes.filter(({ reason }) => (reason === 'class-list') === inText).map(({ box }) => box),
      })),
    );
  const [apart, inText] = uniform ? [alike(false), alike(true)] : [[], []];
  return new Map(
    pages.map((page, index) => {
      const grown = { apart: [...(apart[index] ?? [])], inText: [...(inText[index] ?? [])] };
      return [page, page.boxes.map(({ box, reason }) => (reason === 'class-list' ? grown.inText : grown.apart).shift() ?? box)];
    }),
  );
}
