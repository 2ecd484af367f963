import { useCallback, useState } from 'react';

interface Deed {
  readonly what: string;
  readonly undo: () => void;
}

/** What was done since the screen was opened, the latest taken back first. */
export function useDeedStack(): { add: (what: string, undo: () => void) => void; undo: (() => void) | null; undoWhat: string | null } {
  const [deeds, setDeeds] = useState<readonly Deed[]>([]);
  const last = deeds.at(-1);
  const add = useCallback((what: string, undo: () => void) => setDeeds((done) => [...done, { what, undo }]), []);
  const undo = useCallback(() => {
    setDeeds((done) => done.slice(0, -1));
    last?.undo();
  }, [last]);
  return { add, undo: last === undefined ? null : undo, undoWhat: last?.what ?? null };
}
