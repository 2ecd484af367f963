import type { Rect } from '../kernel/rect.ts';
import type { Element, ElementOf } from './document.ts';
import { textHeight, typedHeight } from './paint.ts';
import type { PaintContext } from './paintPaper.ts';

/** The smallest side that anything on the strip may have, in mm. */
export const SMALLEST = 4;

/** Which sides of a box a handle moves. */
export interface Handle {
  readonly x: 'left' | 'right' | null;
  readonly y: 'top' | 'bottom' | null;
}

/** The element `dx` to the right and `dy` down (mm), from now on where a person put it. */
export function moved(element: Element, dx: number, dy: number): Element {
  return { ...element, x: element.x + dx, y: element.y + dy, byHand: true };
}

export function boxOf({ x, y, width, height }: Rect): Rect {
  return { x, y, width, height };
}

/** Pictures and badges keep their shape, words choose their height; everything else is as large as a person drew it. */
export function keepsShape(element: Element): boolean {
  return element.kind === 'picture' || element.kind === 'badge';
}

/** The handles that an element has: words only grow sideways. */
export function handlesOf(element: Element): readonly Handle[] {
  const corners: Handle[] = (['left', 'right'] as const).flatMap((x) => (['top', 'bottom'] as const).map((y) => ({ x, y })));
  const sides: Handle[] = [
    { x: 'left', y: null },
    { x: 'right', y: null },
  ];
  if (element.kind === 'text' || element.kind === 'typed') return sides;
  return keepsShape(element) ? corners : [...corners, ...sides, { x: null, y: 'top' }, { x: null, y: 'bottom' }];
}

/** The box after a handle was pulled by `dx`, `dy` (mm): the sides it does not move stay, no side gets shorter than `SMALLEST`. */
export function pulled(box: Rect, handle: Handle, dx: number, dy: number): Rect {
  const x = pulledSide(box.x, box.width, handle.x === 'left' ? 'start' : handle.x === 'right' ? 'end' : null, dx);
  const y = pulledSide(box.y, box.height, handle.y === 'top' ? 'start' : handle.y === 'bottom' ? 'end' : null, dy);
  return { x: x.start, width: x.length, y: y.start, height: y.length };
}

function pulledSide(start: number, length: number, end: 'start' | 'end' | null, by: number): { start: number; length: number } {
  if (end === 'end') return { start, length: Math.max(SMALLEST, length + by) };
  if (end === 'start') {
    const kept = Math.max(SMALLEST, length - by);
    return { start: start + length - kept, length: kept };
  }
  return { start, length };
}

/** The element after one of its handles was pulled by `dx`, `dy` (mm); the corner or side opposite the handle stays where it is. */
export function resized(element: Element, handle: Handle, dx: number, dy: number, context: PaintContext): Element {
  const box = pulled(element, handle, dx, dy);
  if (keepsShape(element)) return { ...element, ...inShape(element, handle, box), byHand: true };
  return { ...atWidth(element, box.width, context), x: box.x, ...(fitsItsWords(element) ? {} : { y: box.y, height: box.height }), byHand: true };
}

/** The element with this width in mm, its left top corner where it was; its height follows where it keeps its shape or holds words. */
export function atWidth(element: Element, width: number, context: PaintContext): Element {
  const wide = { ...element, width: Math.max(SMALLEST, width), byHand: true };
  if (wide.kind === 'text') return { ...wide, height: textHeight(context.fonts, wide) };
  if (wide.kind === 'typed') {
    const paper = context.papers.get(wide.paper);
    return paper === undefined || paper.text === null ? wide : { ...wide, height: typedHeight(context.fonts, paper, wide.size, wide.width) };
  }
  return keepsShape(element) ? { ...wide, height: (element.height * wide.width) / element.width } : wide;
}

const fitsItsWords = ({ kind }: Element): boolean => kind === 'text' || kind === 'typed';

/** The larger of the two pulls wins. */
function inShape(before: Rect, handle: Handle, box: Rect): Rect {
  const scale = Math.max(box.width / before.width, box.height / before.height, SMALLEST / Math.min(before.width, before.height));
  const width = before.width * scale;
  const height = before.height * scale;
  return {
    x: handle.x === 'left' ? before.x + before.width - width : before.x,
    y: handle.y === 'top' ? before.y + before.height - height : before.y,
    width,
    height,
  };
}

type Picture = ElementOf<'picture'>;

/** Where the whole copy would lie if nothing were cropped off, mm. */
export function wholePicture({ x, y, width, height, crop }: Picture): Rect {
  const full = { width: width / crop.width, height: height / crop.height };
  return { x: x - crop.x * full.width, y: y - crop.y * full.height, ...full };
}

/** The picture cropped to the part of its copy that lies in `box` (mm); what is shown stays where it is. */
export function croppedTo(picture: Picture, box: Rect): Picture {
  const whole = wholePicture(picture);
  const [x, width] = within(box.x, box.width, whole.x, whole.width);
  const [y, height] = within(box.y, box.height, whole.y, whole.height);
  const crop = {
    x: share(x - whole.x, whole.width),
    y: share(y - whole.y, whole.height),
    width: share(width, whole.width),
    height: share(height, whole.height),
  };
  return { ...picture, x, y, width, height, crop, byHand: true };
}

/** The copy moved by `dx`, `dy` (mm) behind the same frame, as far as it reaches. */
export function pannedCrop(picture: Picture, dx: number, dy: number): Picture {
  const whole = wholePicture(picture);
  const { crop } = picture;
  const x = Math.min(1 - crop.width, Math.max(0, crop.x - dx / whole.width));
  const y = Math.min(1 - crop.height, Math.max(0, crop.y - dy / whole.height));
  return { ...picture, crop: { ...crop, x: Math.max(0, x), y: Math.max(0, y) }, byHand: true };
}

/** Shows all of the copy again, at the same scale. */
export function uncropped(picture: Picture): Picture {
  return { ...picture, ...wholePicture(picture), crop: { x: 0, y: 0, width: 1, height: 1 }, byHand: true };
}

function within(start: number, length: number, wholeStart: number, wholeLength: number): [number, number] {
  const from = Math.min(Math.max(start, wholeStart), wholeStart + wholeLength - Math.min(SMALLEST, wholeLength));
  const to = Math.max(Math.min(start + length, wholeStart + wholeLength), from + Math.min(SMALLEST, wholeLength));
  return [from, to - from];
}

function share(part: number, whole: number): number {
  return Math.min(1, Math.max(0, part / whole));
}

/** How large a picture is shown beside how large it was written: 1 is as it was written; null where nobody knows the paper's size. */
export function scaleOf(picture: Picture, context: PaintContext): number | null {
  const wide = writtenWidth(picture, context);
  return wide === null ? null : wholePicture(picture).width / wide;
}

/** The picture as large as it was written, its left top corner where it was; null where nobody knows the paper's size. */
export function asWritten(picture: Picture, context: PaintContext): Element | null {
  const wide = writtenWidth(picture, context);
  return wide === null ? null : atWidth(picture, wide * picture.crop.width, context);
}

function writtenWidth({ paper, page }: Picture, { papers }: PaintContext): number | null {
  return papers.get(paper)?.pages.find((one) => one.page === page)?.widthMm ?? null;
}
