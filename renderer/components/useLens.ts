import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Binding } from '../keys/keyboard.ts';

const CLOSEST = 8;
const STEP = 1.4;
/** How far arrow keys go, in parts of what is shown. */
const ARROW = 0.15;

/** What of a picture is seen: at a zoom of 1 all of it; `x` and `y` are the point, in parts of the picture, in the middle of its place. */
export interface LensView {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

const WHOLE_VIEW: LensView = { zoom: 1, x: 0.5, y: 0.5 };

/** One way to look at a picture: whole at first, closer by wheel, pinch, keys and drag. */
export interface Lens {
  readonly view: LensView;
  change(next: (view: LensView) => LensView): void;
  /** Marks the place of the picture, on which the arrow keys belong to it. */
  readonly isWhole: boolean;
  closer(): void;
  further(): void;
  whole(): void;
  readonly bindings: readonly Binding[];
}

/** @param subject what is looked at: another one is seen whole again */
export function useLens(subject: string): Lens {
  const { t } = useTranslation();
  const [{ of, view }, set] = useState({ of: subject, view: WHOLE_VIEW });
  const now = of === subject ? view : WHOLE_VIEW;
  return useMemo(() => {
    const change: Lens['change'] = (next) => set((last) => ({ of: subject, view: next(last.of === subject ? last.view : WHOLE_VIEW) }));
    const zoomBy = (factor: number) => () => change((last) => zoomed(last, factor, last));
    const move = (x: number, y: number) => () => change((last) => shifted(last, (x * ARROW) / last.zoom, (y * ARROW) / last.zoom));
    const [closer, further, whole] = [zoomBy(STEP), zoomBy(1 / STEP), () => change(() => WHOLE_VIEW)];
    const onPicture = (): boolean => now.zoom > 1 && document.activeElement?.matches('[data-lens]') === true;
    return {
      view: now,
      change,
      isWhole: now.zoom === 1,
      closer,
      further,
      whole,
      bindings: [
        { keys: ['+', '='], words: t('lens.closer'), run: closer },
        { keys: '-', words: t('lens.further'), run: further },
        { keys: '0', words: t('lens.whole'), run: whole },
        { keys: 'ArrowLeft', words: null, run: move(-1, 0), when: onPicture },
        { keys: 'ArrowRight', words: null, run: move(1, 0), when: onPicture },
        { keys: 'ArrowUp', words: null, run: move(0, -1), when: onPicture },
        { keys: 'ArrowDown', words: null, run: move(0, 1), when: onPicture },
      ],
    };
  }, [subject, now, t]);
}

/** Closer or further, `at` (parts of the picture) staying where it is seen. */
export function zoomed(view: LensView, factor: number, at: { readonly x: number; readonly y: number }): LensView {
  const zoom = Math.min(CLOSEST, Math.max(1, view.zoom * factor));
  const keep = view.zoom / zoom;
  return inside({ zoom, x: at.x + (view.x - at.x) * keep, y: at.y + (view.y - at.y) * keep });
}

export const shifted = (view: LensView, x: number, y: number): LensView => inside({ ...view, x: view.x + x, y: view.y + y });

/** No further than the picture's edge comes to the edge of what it takes when it is seen whole. */
function inside({ zoom, x, y }: LensView): LensView {
  const half = 0.5 / zoom;
  return { zoom, x: Math.min(1 - half, Math.max(half, x)), y: Math.min(1 - half, Math.max(half, y)) };
}
