import { useCallback, useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import { useKeys } from '../../../keys/useKeys.ts';

/** Where a paper in the hand would land: a place on the table, or the pile. */
export type Landing = { readonly at: 'table'; readonly index: number } | { readonly at: 'pile' } | null;

export interface PaperInHand {
  readonly paper: string;
  readonly x: number;
  readonly y: number;
  /** From the pointer to the card's corner, px. */
  readonly dx: number;
  readonly dy: number;
  readonly width: number;
  readonly landing: Landing;
}

const STARTS_AFTER = 6;
const SCROLL_ZONE = 90;

/**
 * Dragging a paper with a pointer (mouse, pen or finger): the table scrolls by itself near its ends, Escape lets go.
 * Cards carry `data-paper`; the one in the hand is left out when the place is counted.
 */
export function usePaperDrag({
  table,
  pile,
  onDrop,
}: {
  table: RefObject<HTMLElement | null>;
  pile: RefObject<HTMLElement | null>;
  onDrop: (paper: string, landing: NonNullable<Landing>) => void;
}): {
  hand: PaperInHand | null;
  grab: (event: ReactPointerEvent<HTMLElement>, paper: string) => void;
  justDropped: () => boolean;
} {
  const [hand, setHand] = useState<PaperInHand | null>(null);
  const current = useRef<PaperInHand | null>(null);
  const droppedAt = useRef(0);
  const letGo = useRef<(() => void) | null>(null);
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });

  useKeys('panel', [{ keys: 'Escape', words: null, run: () => letGo.current?.(), when: () => letGo.current !== null, over: [] }]);

  const grab = useCallback(
    (event: ReactPointerEvent<HTMLElement>, paper: string) => {
      if (event.button !== 0) return;
      const card = event.currentTarget.getBoundingClientRect();
      const start = { x: event.clientX, y: event.clientY };
      const grip = { paper, dx: card.left - start.x, dy: card.top - start.y, width: card.width };
      let scrolling = 0;

      const follow = (x: number, y: number): void => {
        current.current = { ...grip, x, y, landing: landingAt(x, y, paper, table.current, pile.current) };
        setHand(current.current);
      };
      const move = (to: PointerEvent): void => {
        if (current.current === null && Math.hypot(to.clientX - start.x, to.clientY - start.y) < STARTS_AFTER) return;
        to.preventDefault();
        follow(to.clientX, to.clientY);
      };
      const scroll = (): void => {
        const now = current.current;
        const box = table.current?.getBoundingClientRect();
        if (now !== null && box !== undefined && now.y > box.top && now.y < box.bottom) {
          const pull = now.x < box.left + SCROLL_ZONE ? now.x - box.left - SCROLL_ZONE : now.x > box.right - SCROLL_ZONE ? now.x - box.right + SCROLL_ZONE : 0;
          const sink =
            now.y < box.top + SCROLL_ZONE / 2
              ? now.y - box.top - SCROLL_ZONE / 2
              : now.y > box.bottom - SCROLL_ZONE / 2
                ? now.y - box.bottom + SCROLL_ZONE / 2
                : 0;
          if (pull !== 0 || sink !== 0) {
            table.current?.scrollBy(pull / 5, sink / 5);
            follow(now.x, now.y);
          }
        }
        scrolling = requestAnimationFrame(scroll);
      };
      const end = (keep: boolean): void => {
        window.removeEventListener('pointermove', move);
        window.removeEventListener('pointerup', up);
        window.removeEventListener('pointercancel', cancel);
        letGo.current = null;
        cancelAnimationFrame(scrolling);
        const now = current.current;
        current.current = null;
        setHand(null);
        if (now === null) return;
        droppedAt.current = performance.now();
        if (keep && now.landing !== null) drop.current(paper, now.landing);
      };
      const up = (): void => end(true);
      const cancel = (): void => end(false);
      window.addEventListener('pointermove', move, { passive: false });
      window.addEventListener('pointerup', up);
      window.addEventListener('pointercancel', cancel);
      letGo.current = cancel;
      scrolling = requestAnimationFrame(scroll);
    },
    [table, pile],
  );
  // The click that ends a drag is not meant for the card.
  const justDropped = useCallback(() => performance.now() - droppedAt.current < 80, []);
  return { hand, grab, justDropped };
}

function landingAt(x: number, y: number, paper: string, table: HTMLElement | null, pile: HTMLElement | null): Landing {
  const inside = (element: HTMLElement | null): element is HTMLElement => {
    const box = element?.getBoundingClientRect();
    return box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  };
  if (inside(pile)) return { at: 'pile' };
  if (!inside(table)) return null;
  const others = [...table.querySelectorAll<HTMLElement>('[data-paper]')].filter((card) => card.dataset['paper'] !== paper);
  const before = others.filter((card) => {
    const box = card.getBoundingClientRect();
    return box.bottom < y || (box.top <= y && box.left + box.width / 2 < x);
  });
  return { at: 'table', index: before.length };
}
