import { useSyncExternalStore } from 'react';
import type { Goal } from '../../../../core/goals/goal.ts';

/** Goals that somebody is writing and has not saved: kept while the teacher looks something up on another screen. */
let copies: ReadonlyMap<string, Goal> = new Map();
const listeners = new Set<() => void>();

function setCopies(next: ReadonlyMap<string, Goal>): void {
  copies = next;
  listeners.forEach((listener) => listener());
}

export const keepCopy = (goal: Goal): void => setCopies(new Map(copies).set(goal.code, goal));
export const forgetCopy = (code: string): void => setCopies(new Map([...copies].filter(([known]) => known !== code)));

export function useCopies(): ReadonlyMap<string, Goal> {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => copies,
  );
}
