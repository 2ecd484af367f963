import { useEffect } from 'react';

/** Ctrl+Z everywhere but in a text field, which undoes its own typing. */
export function useUndoKey(undo: (() => void) | null): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (undo === null || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest('input:not([type=range], [type=checkbox], [type=radio]), textarea') !== null) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo]);
}
