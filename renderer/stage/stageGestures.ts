import type { StageCanvas } from './StageCanvas.ts';
import { clampZoom, panned, zoomedAt, type View } from './view.ts';

interface Gestures {
  readonly view: () => View;
  readonly setView: (view: View) => void;
  /** A drag in hand is taken back, because it turned out to be a pan or a pinch. */
  readonly takeBack: () => void;
}

const NOTCH = 1.0015;
const RESTS_AFTER_MS = 180;

export interface StageGestures {
  /** While this is set a press moves the strip, whatever it meets. */
  grab(grabbing: boolean): void;
  stop(): void;
}

/** Wheel, middle button, two fingers and a grabbing hand move and zoom the strip. */
export function listenForGestures(host: HTMLElement, canvas: StageCanvas, { view, setView, takeBack }: Gestures): StageGestures {
  const stop = new AbortController();
  const signal = stop.signal;
  const fingers = new Map<number, { x: number; y: number }>();
  let panning: { pointer: number; x: number; y: number } | null = null;
  let grabbing = false;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const moveTo = (next: View): void => {
    canvas.setSharp(false);
    clearTimeout(rest);
    rest = setTimeout(() => canvas.setSharp(true), RESTS_AFTER_MS);
    setView(next);
  };
  const pointOf = (event: MouseEvent): { x: number; y: number } => {
    const box = host.getBoundingClientRect();
    return { x: event.clientX - box.x, y: event.clientY - box.y };
  };

  host.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      if (event.ctrlKey || event.metaKey)
        moveTo(zoomedAt(view(), pointOf(event), clampZoom(view().zoom * NOTCH ** (-event.deltaY * unit * (Math.abs(event.deltaY) < 50 ? 4 : 1)))));
      else if (event.shiftKey && event.deltaX === 0) moveTo(panned(view(), -event.deltaY * unit, 0));
      else moveTo(panned(view(), -event.deltaX * unit, -event.deltaY * unit));
    },
    { passive: false, signal, capture: true },
  );
  host.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType === 'touch') fingers.set(event.pointerId, pointOf(event));
      const pinches = fingers.size === 2;
      if (!pinches && event.button !== 1 && !(grabbing && event.button === 0)) return;
      event.preventDefault();
      event.stopPropagation();
      takeBack();
      if (pinches) return;
      panning = { pointer: event.pointerId, ...pointOf(event) };
      host.setPointerCapture(event.pointerId);
      host.toggleAttribute('data-grabbing', true);
    },
    { signal, capture: true },
  );
  host.addEventListener(
    'pointermove',
    (event) => {
      const now = pointOf(event);
      if (panning?.pointer === event.pointerId) {
        event.stopPropagation();
        moveTo(panned(view(), now.x - panning.x, now.y - panning.y));
        panning = { ...panning, ...now };
      } else if (fingers.has(event.pointerId)) {
        const before = [...fingers.values()];
        fingers.set(event.pointerId, now);
        if (fingers.size !== 2) return;
        event.stopPropagation();
        moveTo(pinched(view(), before, [...fingers.values()]));
      }
    },
    { signal, capture: true },
  );
  const lift = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    if (panning?.pointer !== event.pointerId) return;
    panning = null;
    host.toggleAttribute('data-grabbing', false);
  };
  window.addEventListener('pointerup', lift, { signal });
  window.addEventListener('pointercancel', lift, { signal });
  return {
    grab(now) {
      grabbing = now;
      host.toggleAttribute('data-grab', now);
    },
    stop() {
      clearTimeout(rest);
      stop.abort();
    },
  };
}

function pinched(view: View, before: readonly { x: number; y: number }[], now: readonly { x: number; y: number }[]): View {
  const [a, b] = before;
  const [c, d] = now;
  if (!a || !b || !c || !d) return view;
  const middle = { x: (c.x + d.x) / 2, y: (c.y + d.y) / 2 };
  const apart = Math.hypot(a.x - b.x, a.y - b.y);
  const moved = panned(view, middle.x - (a.x + b.x) / 2, middle.y - (a.y + b.y) / 2);
  return apart < 1 ? moved : zoomedAt(moved, middle, (view.zoom * Math.hypot(c.x - d.x, c.y - d.y)) / apart);
}
