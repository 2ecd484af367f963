import { z } from 'zod';

/** A box from its top left corner; the unit is the owner's (mm, px, or fractions of 1). */
export const Rect = z.object({ x: z.number(), y: z.number(), width: z.number().min(0), height: z.number().min(0) });
export type Rect = z.infer<typeof Rect>;

/** `#rrggbb`. */
export const Colour = z.string().regex(/^#[0-9a-f]{6}$/);

/** True when the boxes share an area, not merely an edge; `slack` (same unit) is how deep they may run into each other. */
export function overlaps(a: Rect, b: Rect, slack = 1e-6): boolean {
  return a.x + a.width > b.x + slack && b.x + b.width > a.x + slack && a.y + a.height > b.y + slack && b.y + b.height > a.y + slack;
}

/** True when `inner` lies in `outer`, give or take `slack` (same unit). */
export function contains(outer: Rect, inner: Rect, slack = 1e-6): boolean {
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

/** The common area of two boxes, or null where they share none. */
export function intersection(a: Rect, b: Rect): Rect | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** The smallest box round all of `boxes`. */
export function bounds(boxes: readonly Rect[]): Rect | null {
  const first = boxes[0];
  if (first === undefined) return null;
  let { x, y } = first;
  let right = x + first.width;
  let bottom = y + first.height;
  for (const box of boxes) {
    x = Math.min(x, box.x);
    y = Math.min(y, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x, y, width: right - x, height: bottom - y };
}
