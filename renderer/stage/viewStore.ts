import { useSyncExternalStore } from 'react';
import type { View } from './view.ts';

/** The view as it changes many times a second: only what shows it is drawn again, not the whole screen. */
export interface ViewStore {
  get(): View;
  set(view: View): void;
  subscribe(listener: () => void): () => void;
}

export function createViewStore(first: View): ViewStore {
  let view = first;
  const listeners = new Set<() => void>();
  return {
    get: () => view,
    set(next) {
      view = next;
      listeners.forEach((listener) => listener());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const useView = (store: ViewStore): View => useSyncExternalStore(store.subscribe, store.get);
