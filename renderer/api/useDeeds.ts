import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApp } from '../../../api/app.tsx';

/** Something done to the papers that can be taken back. */
export interface Deed {
  readonly message: string;
  /** What it did can be overlooked, so a notice says it. */
  readonly told: boolean;
  run(): Promise<unknown>;
  back(): Promise<unknown>;
}

export interface Deeds {
  perform(deed: Deed): void;
  /** Null where there is nothing to take back or to do again. */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

/** Does deeds and takes them back: by the buttons, in the notice, and by Ctrl+Z, which on this screen never reaches the chart that nobody sees. */
export function useDeeds(): Deeds {
  const { say, complain } = useApp();
  const done = useRef<Deed[]>([]);
  const undone = useRef<Deed[]>([]);
  const [left, setLeft] = useState({ undo: false, redo: false });
  const count = useCallback(() => setLeft({ undo: done.current.length > 0, redo: undone.current.length > 0 }), []);

  const takeBack = useCallback(
    (deed: Deed | undefined) => {
      if (deed === undefined || !done.current.includes(deed)) return;
      done.current = done.current.filter((one) => one !== deed);
      undone.current.push(deed);
      count();
      deed.back().catch(complain);
    },
    [complain, count],
  );
  const perform = useCallback(
    (deed: Deed) => {
      deed.run().then(() => {
        done.current.push(deed);
        count();
        if (deed.told) say(deed.message, () => takeBack(deed));
      }, complain);
    },
    [say, complain, takeBack, count],
  );
  const undo = useCallback(() => takeBack(done.current.at(-1)), [takeBack]);
  const redo = useCallback(() => {
    const again = undone.current.pop();
    if (again !== undefined) perform(again);
  }, [perform]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      event.stopPropagation();
      if (key === 'z' && !event.shiftKey) undo();
      else redo();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [undo, redo]);

  const begin = useCallback(
    (deed: Deed) => {
      undone.current = [];
      perform(deed);
    },
    [perform],
  );
  return useMemo(() => ({ perform: begin, undo: left.undo ? undo : null, redo: left.redo ? redo : null }), [begin, undo, redo, left]);
}
