import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import { parseJson } from '../../core/kernel/parseJson.ts';
import type { DraftName } from '../../core/library/draft.ts';
import { useApp } from './app.tsx';

/** Something that a screen keeps in the library, sealed, until it is done: it outlives the window, and no browser stores it. */
export interface Kept<T> {
  /** As it was when the screen opened, or as it was kept since; null where there is nothing. */
  readonly value: T | null;
  keep(value: T | null): void;
}

/** Null until it is known what was kept. What another version of the app wrote is forgotten. */
export function useKept<T>(name: DraftName, shape: z.ZodType<T>): Kept<T> | null {
  const { api, complain } = useApp();
  const [found, setFound] = useState<{ value: T | null } | null>(null);
  const shapeNow = useRef(shape);
  useEffect(() => {
    let current = true;
    const show = (value: T | null): void => void (current && setFound({ value }));
    // What is still on its way from this window is newer than what the service knows.
    const asked = (onTheirWay.get(name)?.done ?? Promise.resolve()).then(() => api.call('drafts.read', { name }));
    asked.then(
      ({ text }) => show(parse(text, shapeNow.current)),
      (error: unknown) => {
        complain(error);
        show(null);
      },
    );
    return () => {
      current = false;
    };
  }, [api, complain, name]);

  const keep = useCallback(
    (value: T | null) => {
      setFound({ value });
      send(name, value === null ? null : JSON.stringify(value), (text) => api.call('drafts.keep', { name, text }).catch(complain));
    },
    [api, complain, name],
  );
  return useMemo(() => (found === null ? null : { value: found.value, keep }), [found, keep]);
}

/** What this window sent and the service has not kept yet, with the one that goes next. */
const onTheirWay = new Map<DraftName, { next: { text: string | null } | null; readonly done: Promise<void> }>();

/** One after the other, and of those that wait only the last. */
function send(name: DraftName, text: string | null, keep: (text: string | null) => Promise<unknown>): void {
  const waiting = onTheirWay.get(name);
  if (waiting !== undefined) {
    waiting.next = { text };
    return;
  }
  const goOn = async (one: { text: string | null }): Promise<void> => {
    await keep(one.text);
    const next = onTheirWay.get(name)?.next ?? null;
    onTheirWay.delete(name);
    if (next !== null) send(name, next.text, keep);
  };
  onTheirWay.set(name, { next: null, done: goOn({ text }) });
}

function parse<T>(text: string | null, shape: z.ZodType<T>): T | null {
  if (text === null) return null;
  return shape.safeParse(parseJson(text)).data ?? null;
}
