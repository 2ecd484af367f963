import { bounds, type Rect } from './rect.ts';

export type Edge = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** The boxes lined up on an edge or the middle of the box round all of them, in their order and unit. */
export function aligned(boxes: readonly Rect[], edge: Edge): Rect[] {
  const all = bounds(boxes);
  if (all === null) return [];
  return boxes.map((box) => {
    switch (edge) {
      case 'left':
        return { ...box, x: all.x };
      case 'centre':
        return { ...box, x: all.x + (all.width - box.width) / 2 };
      case 'right':
        return { ...box, x: all.x + all.width - box.width };
      case 'top':
        return { ...box, y: all.y };
      case 'middle':
        return { ...box, y: all.y + (all.height - box.height) / 2 };
      case 'bottom':
        return { ...box, y: all.y + all.height - box.height };
    }
  });
}

/** The boxes with equal gaps between them; the first and the last stay. Gaps are below zero where the boxes need more room than there is. */
export function distributed(boxes: readonly Rect[], direction: 'across' | 'down'): Rect[] {
  const [start, length] = direction === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const order = boxes.map((box, index) => ({ box, index })).sort((a, b) => a.box[start] - b.box[start] || a.index - b.index);
  const [first, last] = [order[0], order.at(-1)];
  if (first === undefined || last === undefined || order.length < 3) return [...boxes];
  const room = last.box[start] + last.box[length] - first.box[start];
  const gap = (room - order.reduce((sum, { box }) => sum + box[length], 0)) / (order.length - 1);
  const result = [...boxes];
  let at = first.box[start];
  for (const { box, index } of order) {
    result[index] = { ...box, [start]: at };
    at += box[length] + gap;
  }
  return result;
}
