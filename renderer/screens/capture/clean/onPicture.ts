import type { CSSProperties, PointerEvent } from 'react';
import type { Point } from '../../../../core/capture/cleaning.ts';
import type { Size } from '../../../../core/capture/trueSize.ts';
import type { Rect } from '../../../../core/kernel/rect.ts';

/** Where a box lies on a picture shown at any size. */
export function placed(box: Rect, size: Size): CSSProperties {
  return {
    left: percent(box.x / size.width),
    top: percent(box.y / size.height),
    width: percent(box.width / size.width),
    height: percent(box.height / size.height),
  };
}

export const placedAt = ({ x, y }: Point, size: Size): CSSProperties => ({ left: percent(x / size.width), top: percent(y / size.height) });

const percent = (part: number): string => `${part * 100}%`;

/** Where a pointer is on the picture, in the picture's unit. */
export function pointOn(frame: Element, { clientX, clientY }: { clientX: number; clientY: number }, size: Size): Point {
  const { left, top, width, height } = frame.getBoundingClientRect();
  return { x: ((clientX - left) / width) * size.width, y: ((clientY - top) / height) * size.height };
}

/** Follows a pressed pointer until it is let go; `move` is told where it is and where it began, in the picture's unit. */
export function follow(
  event: PointerEvent,
  frame: Element | null,
  size: Size,
  move: (to: Point, from: Point) => void,
  end: () => void = () => undefined,
): void {
  if (event.button !== 0 || frame === null) return;
  event.stopPropagation();
  const { currentTarget: held, pointerId } = event;
  const from = pointOn(frame, event, size);
  const stop = new AbortController();
  held.setPointerCapture(pointerId);
  const on = { signal: stop.signal };
  held.addEventListener('pointermove', (at) => move(pointOn(frame, at as globalThis.PointerEvent, size), from), on);
  for (const over of ['pointerup', 'pointercancel'] as const) {
    held.addEventListener(
      over,
      () => {
        stop.abort();
        end();
      },
      on,
    );
  }
}

let gestures = 0;
/** A name for one gesture, so that all its changes are one step of undo. */
export const newGesture = (): string => `gesture ${(gestures += 1)}`;

const arrows: Record<string, Point> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };

/** How far an arrow key moves: one unit, with Shift ten; null for other keys. */
export function arrowStep({ key, shiftKey }: { key: string; shiftKey: boolean }, unit = 1): Point | null {
  const way = arrows[key];
  const far = unit * (shiftKey ? 10 : 1);
  return way === undefined ? null : { x: way.x * far, y: way.y * far };
}
