import type { Rect } from '../kernel/rect.ts';
import type { FaceName } from '../text/face.ts';
import type { Fonts } from '../text/fonts.ts';
import { layOutText } from '../text/wrap.ts';
import type { Mark } from './mark.ts';
import { setText } from './setText.ts';

/** One page of whatever a class needs on paper; lengths in mm from its top left corner. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** Black and one grey, so that every printer and copier shows it. */
export const HANDOUT_INK = '#1f2430';
export const HANDOUT_GREY = '#6b7180';

/** A point of type in mm. */
export const POINT = 25.4 / 72;

export function rule(x: number, y: number, toX: number, toY: number, stroke: string = HANDOUT_INK, strokeWidth = 0.25, dash: readonly number[] = []): Mark {
  return { kind: 'box', box: { x, y, width: toX - x, height: toY - y }, radius: 0, fill: null, stroke, strokeWidth, dash };
}

export function filled({ x, y, width, height }: Rect, fill: string): Mark {
  return { kind: 'box', box: { x, y, width, height }, radius: 0, fill, stroke: null, strokeWidth: 0, dash: [] };
}

/** Words from the top left corner of `box`, wrapped to its width; `size` is the em in mm. The height is what they take, which may be more than the box has. */
export function wordsIn(
  fonts: Fonts,
  text: string,
  box: Rect,
  size: number,
  { face = 'andika', align = 'start', colour = HANDOUT_INK }: { face?: FaceName; align?: 'start' | 'centre' | 'end'; colour?: string } = {},
): { marks: Mark[]; height: number } {
  const { lines, height } = layOutText(fonts, { text, face, size, leading: 1.3, align, width: box.width });
  return { marks: setText(fonts, lines, { x: box.x, y: box.y, size, colour }), height };
}

/** The largest em in mm, from `size` down to `least`, at which the words fit the box; `least` where they never do. */
export function sizeToFit(fonts: Fonts, text: string, box: Rect, size: number, least: number, face: FaceName = 'andika'): number {
  let fits = size;
  while (fits > least && wordsIn(fonts, text, box, fits, { face }).height > box.height) fits = Math.max(least, fits * 0.94);
  return fits;
}
