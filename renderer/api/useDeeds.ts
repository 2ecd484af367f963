import { useCallback, useMemo, useRef, useState } from 'react';
import { useApp } from './app.tsx';

/** Something that is done and can be taken back. */
export interface Deed {
  /** What it is called: where undo offers it, and in the notice. */
  readonly message: string;
  /** What it did can be overlooked, so a notice says it. */
  readonly told: boolean;
  /** `false` where nothing came of it, so that there is nothing to take back. */
  run(): Promise<unknown>;
  back(): Promise<unknown>;
}

export interface Deeds {
  perform(deed: Deed): void;
  /** Null where there is nothing to take back or to do again. */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  readonly undoWhat: string | null;
  /** What was done here can't be taken back any more: something else was changed since. */
  forget(): void;
}

/** The one way in which a screen takes back what was done on it: the latest first, by its button, by key, or in the notice. */
export function useDeeds(): Deeds {
  const { say, complain } = useApp();
  const done = useRef<Deed[]>([]);
  const undone = useRef<Deed[]>([]);
  const [ends, setEnds] = useState<{ undo: Deed | null; redo: Deed | null }>({ undo: null, redo: null });
  const look = useCallback(() => setEnds({ undo: done.current.at(-1) ?? null, redo: undone.current.at(-1) ?? null }), []);

  const takeBack = useCallback(
    (deed: Deed | undefined) => {
      if (deed === undefined || !done.current.includes(deed)) return;
      done.current = done.current.filter((one) => one !== deed);
      undone.current.push(deed);
      look();
      deed.back().catch(complain);
    },
    [complain, look],
  );
  const again = useCallback(
    (deed: Deed) => {
      deed.run().then((result) => {
        if (result === false) return;
        done.current.push(deed);
        look();
        if (deed.told) say(deed.message, () => takeBack(deed));
      }, complain);
    },
    [say, complain, takeBack, look],
  );
  const perform = useCallback(
    (deed: Deed) => {
      undone.current = [];
      again(deed);
    },
    [again],
  );
  const undo = useCallback(() => takeBack(done.current.at(-1)), [takeBack]);
  const redo = useCallback(() => {
    const next = undone.current.pop();
    if (next !== undefined) again(next);
    look();
  }, [again, look]);
  const forget = useCallback(() => {
    done.current = [];
    undone.current = [];
    look();
  }, [look]);
  return useMemo(
    () => ({ perform, undo: ends.undo && undo, redo: ends.redo && redo, undoWhat: ends.undo && ends.undo.message, forget }),
    [perform, undo, redo, forget, ends],
  );
}
