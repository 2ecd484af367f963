import type { Mark } from './mark.ts';
import { contrast, fromLab, toLab } from './oklab.ts';

/** How a chart is printed: as it looks on the screen, without coloured ink, or with grounds as outlines. Papers are always kept. */
export type InkLook = 'colour' | 'grey' | 'ink-saver';

const WHITE = '#ffffff';
const INK = '#1f2430';
/** What stays of a ground, mm wide, and how dark a light ground's outline becomes (OKLab). */
const OUTLINE = { width: 0.5, darkest: 0.62 };

/** A mark in another look. The pixels of pictures are not its business. */
export function inLook(mark: Mark, look: InkLook): Mark {
  switch (look) {
    case 'colour':
      return mark;
    case 'grey':
      return recoloured(mark, greyOf);
    case 'ink-saver':
      return outlined(mark);
  }
}

function greyOf(colour: string): string {
  return `#${fromLab({ lightness: toLab(colour).lightness, a: 0, b: 0 })
    .slice(1, 3)
    .repeat(3)}`;
}

function recoloured(mark: Mark, change: (colour: string) => string): Mark {
  switch (mark.kind) {
    case 'picture':
      return mark;
    case 'text':
      return { ...mark, colour: change(mark.colour) };
    case 'box':
    case 'path':
      return { ...mark, fill: mark.fill === null ? null : change(mark.fill), stroke: mark.stroke === null ? null : change(mark.stroke) };
  }
}

function outlined(mark: Mark): Mark {
  switch (mark.kind) {
    case 'picture':
      return mark;
    case 'text':
      return contrast(mark.colour, WHITE) >= 4.5 ? mark : { ...mark, colour: INK };
    case 'box':
    case 'path': {
      if (mark.fill === null || mark.fill === WHITE) return mark;
      const stroke = mark.stroke ?? darkEnough(mark.fill);
      return { ...mark, fill: WHITE, stroke, strokeWidth: mark.stroke === null ? OUTLINE.width : mark.strokeWidth };
    }
  }
}

function darkEnough(colour: string): string {
  const lab = toLab(colour);
  return fromLab({ ...lab, lightness: Math.min(lab.lightness, OUTLINE.darkest) });
}
