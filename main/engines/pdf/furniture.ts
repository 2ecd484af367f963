import type { Mark } from '../../../core/drawing/mark.ts';
import { setText } from '../../../core/drawing/setText.ts';
import type { Rect } from '../../../core/kernel/rect.ts';
import type { FaceName } from '../../../core/text/face.ts';
import type { Fonts } from '../../../core/text/fonts.ts';
import { layOutText } from '../../../core/text/wrap.ts';

/** The marks that help with printing and gluing. Lengths in mm. */
export const HAIRLINE = 0.15;
export const GREY = '#6b7180';
export const BLACK = '#1f2430';

type Point = readonly [x: number, y: number];

export function line(from: Point, to: Point, stroke: string = BLACK, strokeWidth: number = HAIRLINE): Mark {
  return { kind: 'path', lines: [[from, to].map(([x, y]) => ({ x, y }))], closed: false, fill: null, stroke, strokeWidth };
}

/** Dashed, as a box without height or width. */
export function dashedLine([x, y]: Point, [toX, toY]: Point, stroke: string): Mark {
  return { kind: 'box', box: { x, y, width: toX - x, height: toY - y }, radius: 0, fill: null, stroke, strokeWidth: 0.2, dash: [2, 2] };
}

export function frame(box: Rect, stroke: string, strokeWidth: number, fill: string | null = null, radius = 0): Mark {
  return { kind: 'box', box, radius, fill, stroke, strokeWidth, dash: [] };
}

/** A full circle, or the half of it on one side of its middle. */
export function arc(x: number, y: number, radius: number, part: 'whole' | 'left' | 'right' | 'top' | 'bottom', stroke: string): Mark {
  const from = { whole: 0, right: -90, bottom: 0, left: 90, top: 180 }[part];
  const turn = part === 'whole' ? 360 : 180;
  const steps = 12;
  const corners = Array.from({ length: steps + 1 }, (_, index) => {
    const angle = ((from + (turn * index) / steps) * Math.PI) / 180;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
  return { kind: 'path', lines: [corners], closed: false, fill: null, stroke, strokeWidth: HAIRLINE };
}

interface Words {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width?: number;
  readonly align?: 'start' | 'centre' | 'end';
  readonly face?: FaceName;
  readonly colour?: string;
}

/** Words below (`x`, `y`), the block's top left corner, and the height they take. */
export function block(
  fonts: Fonts,
  text: string,
  { x, y, size, width = 10_000, align = 'start', face = 'lexend', colour = BLACK }: Words,
): { marks: Mark[]; height: number } {
  const { lines, height } = layOutText(fonts, { text, face, size, leading: 1.35, align, width });
  return { marks: setText(fonts, lines, { x, y, size, colour }), height };
}

/** One line of words round the point (`x`, `y`): it starts, ends or has its middle there, half its capitals above and half below. */
export function label(fonts: Fonts, text: string, { x, y, size, align = 'centre', face = 'lexend', colour = BLACK }: Words): { marks: Mark[]; box: Rect } {
  const { lines, widest, height } = layOutText(fonts, { text, face, size, leading: 1, align: 'start', width: 10_000 });
  const left = x - { start: 0, centre: widest / 2, end: widest }[align];
  const top = y + (fonts[face].capHeight * size) / 2 - (lines[0]?.baseline ?? 0);
  return { marks: setText(fonts, lines, { x: left, y: top, size, colour }), box: { x: left, y: y - height / 2, width: widest, height } };
}

/** A line of words on a white plate, so that it reads on any ground. */
export function plate(fonts: Fonts, text: string, words: Words): Mark[] {
  return [frameless(plateBox(fonts, text, words)), ...label(fonts, text, words).marks];
}

/** How large the plate is, and where. */
export function plateBox(fonts: Fonts, text: string, words: Words): Rect {
  const { x, y, width, height } = label(fonts, text, words).box;
  return { x: x - 0.6, y: y - 0.2, width: width + 1.2, height: height + 0.4 };
}

function frameless(box: Rect): Mark {
  return { kind: 'box', box, radius: 0, fill: '#ffffff', stroke: null, strokeWidth: 0, dash: [] };
}
