import { useEffect, useRef } from 'react';

export interface CleanKeys {
  undo(): void;
  redo(): void;
  confirm(): void;
  step(by: 1 | -1): void;
  toggleHiding(): void;
  /** Leaves whatever is open. False when nothing was. */
  leave(): boolean;
}

/** The keys of the workbench. They are caught before anyone else: here Ctrl+Z belongs to the page, not to the chart. */
export function useCleanKeys(keys: CleanKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const within = (selector: string): boolean => (target?.closest(selector) ?? null) !== null;
      const typing = within('textarea, input:not([type=range], [type=checkbox])');
      const pressable = within('button, a, input, [role=slider]');
      if (within('[role=dialog], [role=menu]') || !handled(event, latest.current, typing, pressable)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

function handled(event: KeyboardEvent, keys: CleanKeys, typing: boolean, pressable: boolean): boolean {
  const key = event.key.toLowerCase();
  const command = event.ctrlKey || event.metaKey;
  if (command && key === 'enter') return run(keys.confirm);
  if (typing || event.altKey) return false;
  if (command && key === 'z') return run(event.shiftKey ? keys.redo : keys.undo);
  if (command && key === 'y') return run(keys.redo);
  if (command || event.shiftKey) return false;
  if (key === 'j') return run(() => keys.step(1));
  if (key === 'k') return run(() => keys.step(-1));
  if (key === 'n') return run(keys.toggleHiding);
  if (key === 'escape') return keys.leave();
  // Enter belongs to whatever can be pressed; everywhere else it says that no name is to be seen.
  if (key === 'enter' && !pressable) return run(keys.confirm);
  return false;
}

function run(deed: () => void): true {
  deed();
  return true;
}
