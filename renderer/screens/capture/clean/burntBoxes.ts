import { uniformBoxes } from '../../../../core/capture/uniformBoxes.ts';
import type { Rect } from '../../../../core/kernel/rect.ts';
import type { SheetPage } from './useNameSheet.ts';

export interface BurntBoxes {
  /** Box for box, as they will be burned in; a guess that nobody took is none of them, but has its place. */
  readonly of: (page: SheetPage) => readonly Rect[];
  /** So many hold more than a name, and are larger than the others. */
  readonly larger: number;
}

/** The boxes of the stack as they will be burned in: all of one size, those of names in the text of another. `longest`: letters of the class's longest name. */
export function burntBoxes(pages: readonly SheetPage[], uniform: boolean, longest: number): BurntBoxes {
  if (!uniform) return { of: ({ boxes }) => boxes.map(({ box }) => box), larger: 0 };
  const alike = (inText: boolean) =>
    uniformBoxes(
      pages.map(({ listed: { page }, turn, boxes }) => ({
        size: page,
        quad: page.cleaning.quad,
        turn,
        boxes: boxes.filter(({ reason, taken }) => taken && (reason === 'class-list') === inText).map(({ box }) => box),
      })),
      longest,
    );
  const [apart, inText] = [alike(false), alike(true)];
  const burnt = new Map(
    pages.map((page, index) => {
      const grown = { apart: [...apart.boxes[index]!], inText: [...inText.boxes[index]!] };
      return [page, page.boxes.map(({ box, reason, taken }) => (taken ? ((reason === 'class-list' ? grown.inText : grown.apart).shift() ?? box) : box))];
    }),
  );
  return { of: (page) => burnt.get(page) ?? [], larger: apart.larger + inText.larger };
}
