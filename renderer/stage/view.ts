import type { Rect } from '../../core/kernel/rect.ts';

/** How the strip lies in the window: `zoom` is pixels for a millimetre, `x` and `y` are where its corner is, in pixels of the stage. */
export interface View {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export interface Area {
  readonly width: number;
  readonly height: number;
}

/** A millimetre of the strip is a millimetre of a screen with 96 dots an inch. */
export const REAL_SIZE = 96 / 25.4;
const SMALLEST = 0.02;
const LARGEST = 24;

export function clampZoom(zoom: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, zoom));
}

/** The view in which `part` (mm) fills the stage, `air` pixels left round it. */
export function fitting(part: Rect, stage: Area, air = 34): View {
  const zoom = clampZoom(Math.min((stage.width - 2 * air) / Math.max(1, part.width), (stage.height - 2 * air) / Math.max(1, part.height)));
  return { zoom, x: (stage.width - part.width * zoom) / 2 - part.x * zoom, y: (stage.height - part.height * zoom) / 2 - part.y * zoom };
}

/** Zooms so that the millimetre under `point` (pixels of the stage) stays there. */
export function zoomedAt(view: View, point: { readonly x: number; readonly y: number }, zoom: number): View {
  const next = clampZoom(zoom);
  const share = next / view.zoom;
  return { zoom: next, x: point.x - (point.x - view.x) * share, y: point.y - (point.y - view.y) * share };
}

export function panned(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

/** Never lets the strip slip out of sight altogether: at least `least` pixels of it stay on the stage. */
export function keptInSight(view: View, strip: Area, stage: Area, least = 80): View {
  return {
    ...view,
    x: Math.min(stage.width - least, Math.max(least - strip.width * view.zoom, view.x)),
    y: Math.min(stage.height - least, Math.max(least - strip.height * view.zoom, view.y)),
  };
}

/** A box of the strip (mm) in pixels of the stage. */
export function onStage(box: Rect, { zoom, x, y }: View): Rect {
  return { x: box.x * zoom + x, y: box.y * zoom + y, width: box.width * zoom, height: box.height * zoom };
}

export function onStrip(point: { readonly x: number; readonly y: number }, { zoom, x, y }: View): { x: number; y: number } {
  return { x: (point.x - x) / zoom, y: (point.y - y) / zoom };
}

/** To the thousandth: good enough to tell whether anyone has moved it. */
export function sameView(one: View, other: View): boolean {
  return Math.abs(one.zoom - other.zoom) < 1e-3 && Math.abs(one.x - other.x) < 0.5 && Math.abs(one.y - other.y) < 0.5;
}
