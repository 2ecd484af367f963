import { useEffect, type RefObject } from 'react';

/** Nothing is lost by leaving, the screen or the window: what still waits is kept at once. */
export function useKeepOnLeaving(unkept: RefObject<ReadonlyMap<string, unknown>>, keep: (id: string) => Promise<unknown>): void {
  useEffect(() => {
    const waiting = unkept.current;
    const keepAll = (): void => [...waiting.keys()].forEach((id) => void keep(id));
    window.addEventListener('pagehide', keepAll);
    return () => {
      window.removeEventListener('pagehide', keepAll);
      keepAll();
    };
  }, [unkept, keep]);
}
