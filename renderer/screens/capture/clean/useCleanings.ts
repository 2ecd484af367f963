import { useCallback, useMemo, useRef, useState } from 'react';
import type { Cleaning } from '../../../../core/capture/cleaning.ts';
import type { PageFacts } from '../../../../core/capture/paperFacts.ts';
import { useApp } from '../../../api/app.tsx';
import { createKeeper } from './createKeeper.ts';
import { useKeepOnLeaving } from './useKeepOnLeaving.ts';

/** What is changed is kept after this much rest. */
const REST_MS = 800;

interface Draft {
  readonly past: readonly Cleaning[];
  readonly now: Cleaning;
  readonly future: readonly Cleaning[];
  /** Changes of one gesture that follow each other are one step of undo. */
  readonly gesture: string | null;
}

/** How every page is cleaned: what the teacher sees now, kept a moment later; each page with an undo of its own. */
export interface Cleanings {
  of(page: PageFacts): Cleaning;
  /** True while the page's newest settings are these. */
  stands(page: PageFacts, cleaning: Cleaning): boolean;
  /** Changed, and the wall has not yet heard of it. */
  isOpen(page: PageFacts): boolean;
  change(page: PageFacts, next: Cleaning, gesture?: string): void;
  canUndo(page: PageFacts): boolean;
  canRedo(page: PageFacts): boolean;
  undo(page: PageFacts): void;
  redo(page: PageFacts): void;
  /** Keeps the page's changes now. False when that could not be done; then what is kept is not what is seen. */
  keep(page: string): Promise<boolean>;
  /** Keeps the changes of all pages now. False when one could not be kept. */
  keepAll(): Promise<boolean>;
  /** What was changed here can't be undone any more: the pages are about to be changed elsewhere. */
  forget(): void;
  readonly saving: boolean;
}

export const sameCleaning = (a: Cleaning, b: Cleaning): boolean => JSON.stringify(a) === JSON.stringify(b);

export function useCleanings(): Cleanings {
  const { api, complain } = useApp();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const [unkept, setUnkept] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(drafts);
  const due = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const lost = useRef(new Set<string>());
  const keeper = useMemo(
    () =>
      createKeeper<Cleaning>(async (page, cleaning) => {
        await api.call('pages.clean', { page, cleaning }).then(
          () => lost.current.delete(page),
          (error: unknown) => {
            lost.current.add(page);
            complain(error);
          },
        );
        setUnkept((now) => new Set([...now].filter((id) => id !== page || due.current.has(id))));
      }),
    [api, complain],
  );

  const keep = useCallback(
    async (page: string) => {
      const waits = due.current.get(page);
      const draft = latest.current.get(page);
      if (draft !== undefined && (waits !== undefined || lost.current.has(page))) {
        clearTimeout(waits);
        due.current.delete(page);
        await keeper.put(page, draft.now);
      }
      await keeper.settled(page);
      return !lost.current.has(page);
    },
    [keeper],
  );

  const put = useCallback(
    (page: PageFacts, draft: Draft) => {
      latest.current = new Map(latest.current).set(page.id, draft);
      setDrafts(latest.current);
      setUnkept((now) => new Set(now).add(page.id));
      clearTimeout(due.current.get(page.id));
      due.current.set(
        page.id,
        setTimeout(() => void keep(page.id), REST_MS),
      );
    },
    [keep],
  );

  useKeepOnLeaving(due, keep);

  return useMemo(() => {
    const draftOf = (page: PageFacts): Draft => latest.current.get(page.id) ?? { past: [], now: page.cleaning, future: [], gesture: null };
    const seen = (page: PageFacts): Draft => drafts.get(page.id) ?? draftOf(page);
    return {
      of: (page) => seen(page).now,
      stands: (page, cleaning) => sameCleaning(draftOf(page).now, cleaning),
      isOpen: (page) => !sameCleaning(seen(page).now, page.cleaning),
      change(page, next, gesture) {
        const { past, now, gesture: before } = draftOf(page);
        if (sameCleaning(now, next)) return;
        const goesOn = gesture !== undefined && gesture === before;
        put(page, { past: goesOn ? past : [...past, now], now: next, future: [], gesture: gesture ?? null });
      },
      canUndo: (page) => seen(page).past.length > 0,
      canRedo: (page) => seen(page).future.length > 0,
      undo(page) {
        const { past, now, future } = draftOf(page);
        const before = past.at(-1);
        if (before !== undefined) put(page, { past: past.slice(0, -1), now: before, future: [now, ...future], gesture: null });
      },
      redo(page) {
        const { past, now, future } = draftOf(page);
        const [after, ...rest] = future;
        if (after !== undefined) put(page, { past: [...past, now], now: after, future: rest, gesture: null });
      },
      keep,
      keepAll: async () => (await Promise.all([...latest.current.keys()].map(keep))).every(Boolean),
      forget() {
        latest.current = new Map();
        setDrafts(latest.current);
      },
      saving: unkept.size > 0,
    };
  }, [drafts, unkept, put, keep]);
}
