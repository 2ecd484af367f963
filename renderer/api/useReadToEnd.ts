import { useCallback, useState } from 'react';

/** Soft edges of a last line. */
const NEARLY_PX = 4;
/** Of what is seen, so much is gone on by: the last line stays in view. */
const STRIDE = 0.85;

/** Whether what scrolls was scrolled to its end, once `frame` is on the screen; what fits whole has been seen. */
export interface ReadToEnd {
  readonly frame: (element: HTMLElement | null) => (() => void) | undefined;
  readonly isAtEnd: boolean;
  /** Goes on by nearly as much as is seen at once. */
  readOn(): void;
}

/** `of` tells what is read: another one begins anew. */
export function useReadToEnd(of: string): ReadToEnd {
  const [ended, setEnded] = useState<string | null>(null);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const frame = useCallback(
    (shown: HTMLElement | null) => {
      setElement(shown);
      if (shown === null) return undefined;
      const look = (): void => {
        if (shown.scrollTop + shown.clientHeight >= shown.scrollHeight - NEARLY_PX) setEnded(of);
      };
      const observer = new ResizeObserver(look);
      observer.observe(shown);
      shown.addEventListener('scroll', look, { passive: true });
      return () => {
        observer.disconnect();
        shown.removeEventListener('scroll', look);
      };
    },
    [of],
  );
  return {
    frame,
    isAtEnd: ended === of,
    readOn: () => element?.scrollBy({ top: element.clientHeight * STRIDE }),
  };
}
