import { useEffect, useRef } from 'react';

/** What each key does; letters are written small. */
export type ConferKeys = Readonly<Record<string, (() => void) | null>>;

/** The keys of a conference, while no field, menu or question has the focus. Ctrl+Z takes the child before back. */
export function useConferKeys(keys: ConferKeys, undo: (() => void) | null): void {
  const latest = useRef({ keys, undo });
  useEffect(() => {
    latest.current = { keys, undo };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const within = (selector: string): boolean => (target?.closest(selector) ?? null) !== null;
      if (event.repeat || event.altKey || within('[role=dialog], [role=menu], textarea, select, input:not([type=radio])')) return;
      const key = event.key.toLowerCase();
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && key === 'z';
      // Enter belongs to whatever can be pressed; everywhere else it brings the next child.
      const isTheirs = event.ctrlKey || event.metaKey || (key === 'enter' && within('button, a'));
      const deed = isUndo ? latest.current.undo : isTheirs ? null : (latest.current.keys[key] ?? null);
      if (deed === null) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
