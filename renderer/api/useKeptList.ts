import { useCallback, useEffect, useRef, useState } from 'react';
import type { EventName } from '../../core/contract/events.ts';
import { canonicalText, compare } from '../../core/kernel/versions.ts';
import { useApp } from './app.tsx';
import { useDeeds, type Deeds } from './useDeeds.ts';

/** Where a list is kept. */
interface Shelf<T> {
  load(): Promise<readonly T[]>;
  save(item: T): Promise<unknown>;
  remove(id: string): Promise<unknown>;
  /** Told after every change, here or in another window. */
  readonly told: EventName;
}

export interface KeptList<T> extends Pick<Deeds, 'undo' | 'redo' | 'undoWhat'> {
  /** Null until it is there. */
  readonly items: readonly T[] | null;
  /** Shows the list at once and keeps what is different; `what` is what undo calls it. */
  change(next: readonly T[], what: string): void;
}

const sameItems = <T extends { readonly id: string }>(a: readonly T[], b: readonly T[]): boolean => {
  const [one, other] = [a, b].map((items) => canonicalText(items.toSorted((x, y) => compare(x.id, y.id))));
  return one === other;
};

/** A short list of things that are kept one by one, with undo. Read once: give its owner a new key to read another. */
export function useKeptList<T extends { readonly id: string }>(shelf: Shelf<T>): KeptList<T> {
  const { api, complain } = useApp();
  const [items, setItems] = useState<readonly T[] | null>(null);
  const { perform, undo, redo, undoWhat, forget } = useDeeds();
  const latest = useRef<readonly T[]>([]);
  // What is kept goes one after the other, so that the last word is the last.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [kept] = useState(shelf);
  const read = useCallback(async () => {
    latest.current = await kept.load();
    setItems(latest.current);
  }, [kept]);
  useEffect(() => {
    read().catch(complain);
  }, [read, complain]);
  // Another window changed something: an earlier list knows nothing of it, and undo would take it away.
  const readAnew = useCallback(async () => {
    const before = latest.current;
    const now = await kept.load();
    // What is changed here meanwhile is kept after this, and stays on the screen.
    if (latest.current !== before || sameItems(now, before)) return;
    latest.current = now;
    setItems(now);
    forget();
  }, [kept, forget]);
  // How many changes of this window have not been told yet: what is told beyond them comes from another one.
  const own = useRef(0);
  // What was kept just before may never be told.
  useEffect(
    () =>
      api.on('services.restarted', () => {
        own.current = 0;
        queue.current = queue.current.then(readAnew).catch(complain);
      }),
    [api, readAnew, complain],
  );
  useEffect(
    () =>
      api.on(kept.told, () => {
        if (own.current > 0) own.current -= 1;
        else queue.current = queue.current.then(readAnew).catch(complain);
      }),
    [api, kept, readAnew, complain],
  );

  const put = useCallback(
    (next: readonly T[]): Promise<void> => {
      const before = latest.current;
      latest.current = next;
      setItems(next);
      const gone = before.filter(({ id }) => !next.some((item) => item.id === id));
      const changed = next.filter((item) => !before.includes(item));
      const once = async (work: () => Promise<unknown>): Promise<void> => {
        own.current += 1;
        try {
          await work();
        } catch (error) {
          own.current = Math.max(0, own.current - 1);
          throw error;
        }
      };
      const keep = async (): Promise<void> => {
        for (const { id } of gone) await once(() => kept.remove(id));
        for (const item of changed) await once(() => kept.save(item));
      };
      queue.current = queue.current.then(keep).catch((error: unknown) => {
        complain(error);
        return read().catch(complain);
      });
      // It is on the screen already; whoever takes it back need not wait until it is kept.
      return Promise.resolve();
    },
    [kept, read, complain],
  );
  const change = useCallback(
    (next: readonly T[], what: string) => {
      const before = latest.current;
      perform({ message: what, told: false, run: () => put(next), back: () => put(before) });
    },
    [perform, put],
  );
  return { items, change, undo, redo, undoWhat };
}
