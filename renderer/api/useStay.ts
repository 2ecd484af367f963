import { useCallback, useState } from 'react';

const stays = new Map<string, unknown>();

/** What a teacher chose on a screen; it is still chosen when they come back to it in this window. */
export function useStay<T extends object>(key: string, first: () => T): [T, (change: Partial<T> | ((now: T) => Partial<T>)) => void] {
  const [value, setValue] = useState<T>(() => (stays.get(key) as T | undefined) ?? first());
  const change = useCallback(
    (part: Partial<T> | ((now: T) => Partial<T>)) =>
      setValue((before) => {
        const next = { ...before, ...(typeof part === 'function' ? part(before) : part) };
        stays.set(key, next);
        return next;
      }),
    [key],
  );
  return [value, change];
}
