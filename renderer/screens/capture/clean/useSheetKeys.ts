import { useCallback, useRef, type KeyboardEvent, type RefObject } from 'react';

/** Arrow keys lead from page to page of a sheet of pages, whatever its number of columns. Each page carries `data-page`. */
export function useSheetKeys(): { sheet: RefObject<HTMLUListElement | null>; onKeyDown: (event: KeyboardEvent<HTMLElement>) => boolean } {
  const sheet = useRef<HTMLUListElement>(null);
  const onKeyDown = useCallback((event: KeyboardEvent<HTMLElement>): boolean => {
    const pages = [...(sheet.current?.querySelectorAll<HTMLElement>('[data-page]') ?? [])];
    const now = pages.findIndex((page) => page.contains(event.target as Node));
    const next = pages[stepFrom(event.key, now, pages)];
    if (now < 0 || next === undefined) return false;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
    return true;
  }, []);
  return { sheet, onKeyDown };
}

function stepFrom(key: string, now: number, pages: readonly HTMLElement[]): number {
  const columns = Math.max(1, pages.filter(({ offsetTop }) => offsetTop === pages[0]?.offsetTop).length);
  const steps: Record<string, number> = { ArrowLeft: now - 1, ArrowRight: now + 1, ArrowUp: now - columns, ArrowDown: now + columns, Home: 0 };
  return key === 'End' ? pages.length - 1 : (steps[key] ?? -1);
}
