import type { Paper } from '../../../../core/capture/shownPaper.ts';
import type { Element, ElementOf } from '../../../../core/chart/document.ts';
import { textHeight, typedHeight } from '../../../../core/chart/paint.ts';
import { WALL } from '../../../../core/drawing/palette.ts';
import { onStrip } from '../../../stage/view.ts';
import type { Designer } from './useDesigner.ts';

/** How wide a paper is shown whose true size nobody knows, in mm; the automatic layout does the same. */
const UNKNOWN_WIDTH = 180;
/** The size of retyped words, in mm. */
const TYPED = 9;
/** How far apart things are put that would lie on each other, in mm. */
const CASCADE = 10;

/** The corner of a new box in the middle of what is seen of the strip, kept on the strip, and off the corner of anything else; mm. */
function place({ strip, views, area }: Designer, width: number, height: number): { x: number; y: number; width: number; height: number } {
  const middle = onStrip({ x: area.current.width / 2, y: area.current.height / 2 }, views.get());
  const kept = (at: number, length: number, whole: number): number => Math.max(0, Math.min(whole - length, at - length / 2));
  let [x, y] = [kept(middle.x, width, strip.width), kept(middle.y, height, strip.height)];
  while (strip.elements.some((element) => Math.abs(element.x - x) < 1 && Math.abs(element.y - y) < 1)) {
    x += CASCADE;
    y += CASCADE;
  }
  return { x, y, width, height };
}

export function newText(designer: Designer, text: string): ElementOf<'text'> {
  const draft: ElementOf<'text'> = {
    id: crypto.randomUUID(),
    kind: 'text',
    text,
    face: 'andika-bold',
    size: 12,
    leading: 1.3,
    align: 'start',
    colour: WALL.ink,
    bullet: 'none',
    x: 0,
    y: 0,
    width: 120,
    height: 1,
  };
  const height = textHeight(designer.context.fonts, draft);
  return { ...draft, ...place(designer, draft.width, height) };
}

export function newArrow(designer: Designer): Element {
  return { id: crypto.randomUUID(), kind: 'arrow', head: 'top-right', colour: WALL.go, strokeWidth: 3, ...place(designer, 60, 30) };
}

export function newBox(designer: Designer): Element {
  return { id: crypto.randomUUID(), kind: 'panel', fill: null, stroke: WALL.go, strokeWidth: 1.5, radius: 4, dashed: false, ...place(designer, 120, 60) };
}

export function newDock(designer: Designer, text: string): Element {
  return { id: crypto.randomUUID(), kind: 'dock', text, ...place(designer, 150, 46) };
}

/** The paper's pages side by side, as large as they were written. */
export function newPaper(designer: Designer, shown: Paper): Element[] {
  const { paper, text, pages } = shown;
  if (text !== null)
    return [
      {
        id: crypto.randomUUID(),
        kind: 'typed',
        paper,
        size: TYPED,
        ...place(designer, UNKNOWN_WIDTH, typedHeight(designer.context.fonts, shown, TYPED, UNKNOWN_WIDTH)),
      },
    ];
  return pages.map((page, index) => {
    const width = page.widthMm ?? UNKNOWN_WIDTH;
    const box = place(designer, width, (width * page.height) / page.width);
    return {
      id: crypto.randomUUID(),
      kind: 'picture',
      paper,
      page: page.page,
      crop: { x: 0, y: 0, width: 1, height: 1 },
      frame: true,
      ...box,
      x: box.x + index * CASCADE,
      y: box.y + index * CASCADE,
    };
  });
}
