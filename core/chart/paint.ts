import type { Paper } from '../capture/shownPaper.ts';
import { badgeOutline, badgeRoom, type Point } from '../drawing/badgeShapes.ts';
import type { Mark } from '../drawing/mark.ts';
import { WALL } from '../drawing/palette.ts';
import { levelLook } from '../drawing/ramp.ts';
import { setText } from '../drawing/setText.ts';
import { tick, triangle } from '../drawing/symbols.ts';
import type { Fonts } from '../text/fonts.ts';
import { firstBaseline, layOutText, type TextLayout } from '../text/wrap.ts';
import type { Element, ElementOf, Strip } from './document.ts';
import type { PaintContext } from './paintPaper.ts';
import { dashedBox, heightOfTyped, paintPicture, paintTyped } from './paintPaper.ts';

/** In ems of the text: where the words start, and the side of the mark before them. */
const BULLET = { indent: 1.3, side: 0.6 };
/** In stroke widths: how long and how wide an arrow's point is. */
const ARROW_HEAD = { length: 4, width: 3.2 };

/** What an element looks like, for stage, projector and paper alike. */
export function paint(element: Element, context: PaintContext): readonly Mark[] {
  switch (element.kind) {
    case 'panel':
      return [paintPanel(element)];
    case 'text':
      return paintText(element, context.fonts);
    case 'badge':
      return paintBadge(element, context.fonts);
    case 'picture':
      return paintPicture(element, context);
    case 'typed':
      return paintTyped(element, context);
    case 'dock':
      return dashedBox(context.fonts, element, element.text, 3, WALL.dockInk);
    case 'arrow':
      return paintArrow(element);
  }
}

/** The whole strip on a white ground, in the order of its elements. */
export function paintStrip(strip: Strip, context: PaintContext): readonly Mark[] {
  const ground: Mark = {
    kind: 'box',
    box: { x: 0, y: 0, width: strip.width, height: strip.height },
    radius: 0,
    fill: WALL.sheet,
    stroke: null,
    strokeWidth: 0,
    dash: [],
  };
  return [ground, ...strip.elements.flatMap((element) => paint(element, context))];
}

/** The height in mm that a text needs at its width, the room for its bullet taken off. */
export function textHeight(fonts: Fonts, element: ElementOf<'text'>): number {
  return layOutElement(fonts, element).height;
}

/** The height in mm that a retyped page needs to show every line; `size` is the em in mm, `width` the page's in mm. */
export function typedHeight(fonts: Fonts, paper: Paper, size: number, width: number): number {
  return heightOfTyped(fonts, paper, size, width);
}

function paintPanel({ x, y, width, height, fill, stroke, strokeWidth, radius, dashed }: ElementOf<'panel'>): Mark {
  const dash = dashed && strokeWidth > 0 ? [strokeWidth * 4, strokeWidth * 3] : [];
  return {
    kind: 'box',
    box: { x, y, width, height },
    radius: Math.min(radius, width / 2, height / 2),
    fill,
    stroke: strokeWidth > 0 ? stroke : null,
    strokeWidth,
    dash,
  };
}

function paintText(element: ElementOf<'text'>, fonts: Fonts): Mark[] {
  const { x, y, size, colour } = element;
  return [...bulletOf(element, fonts), ...setText(fonts, layOutElement(fonts, element).lines, { x: x + indentOf(element), y, size, colour })];
}

function layOutElement(fonts: Fonts, element: ElementOf<'text'>): TextLayout {
  const { text, face, size, leading, align, width } = element;
  return layOutText(fonts, { text, face, size, leading, align, width: width - indentOf(element) });
}

function indentOf({ bullet, size }: ElementOf<'text'>): number {
  return bullet === 'none' ? 0 : BULLET.indent * size;
}

/** It stands in the middle of the first line's small letters and capitals. */
function bulletOf(element: ElementOf<'text'>, fonts: Fonts): Mark[] {
  const { x, y, size, face, bullet, colour } = element;
  const side = BULLET.side * size;
  const middle = y + firstBaseline(fonts, element) - (fonts[face].capHeight * size) / 2;
  const box = { x: x + 0.15 * size, y: middle - side / 2, width: side, height: side };
  return { none: [], new: [triangle(box, WALL.go)], kept: [tick(box, colour)] }[bullet];
}

function paintBadge(element: ElementOf<'badge'>, fonts: Fonts): Mark[] {
  const { label, step, steps } = element;
  const look = levelLook(Math.min(step, steps - 1), steps);
  const room = badgeRoom(look.shape, element);
  const face = 'lexend-bold';
  const across = layOutText(fonts, { text: label, face, size: 1, leading: 1, align: 'start', width: Number.MAX_VALUE }).widest;
  const size = Math.min(room.height * 0.95, across > 0 ? room.width / across : room.height);
  const { lines } = layOutText(fonts, { text: label, face, size, leading: 1, align: 'centre', width: room.width });
  const capitals = fonts[face].capHeight * size;
  const top = room.y + (room.height + capitals) / 2 - firstBaseline(fonts, { face, size, leading: 1 });
  const edge = Math.min(element.width, element.height) * 0.025;
  return [
    { kind: 'path', lines: [badgeOutline(look.shape, element)], closed: true, fill: look.badge, stroke: look.outline, strokeWidth: edge },
    ...setText(fonts, lines, { x: room.x, y: top, size, colour: look.badgeInk }),
  ];
}

function paintArrow({ x, y, width, height, head, colour, strokeWidth }: ElementOf<'arrow'>): Mark[] {
  const right = head.endsWith('right');
  const bottom = head.startsWith('bottom');
  const tip = { x: x + (right ? width : 0), y: y + (bottom ? height : 0) };
  const tail = { x: x + (right ? 0 : width), y: y + (bottom ? 0 : height) };
  const length = Math.hypot(width, height);
  if (length === 0) return [];
  const along = { x: (tip.x - tail.x) / length, y: (tip.y - tail.y) / length };
  const point = Math.min(ARROW_HEAD.length * strokeWidth, length);
  const half = (point / ARROW_HEAD.length) * (ARROW_HEAD.width / 2);
  const neck = { x: tip.x - along.x * point, y: tip.y - along.y * point };
  const wings: Point[] = [tip, { x: neck.x - along.y * half, y: neck.y + along.x * half }, { x: neck.x + along.y * half, y: neck.y - along.x * half }];
  return [
    { kind: 'path', lines: [[tail, neck]], closed: false, fill: null, stroke: colour, strokeWidth },
    { kind: 'path', lines: [wings], closed: true, fill: colour, stroke: null, strokeWidth: 0 },
  ];
}
