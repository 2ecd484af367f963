import { useSyncExternalStore } from 'react';
import type { CurriculumRef } from '../../../../../core/goals/goal.ts';

/** The curriculum text that lies beside the goals while they are written; it is kept in the bank only where it is tied to a goal. */
let source: CurriculumRef = { document: '', version: '', year: '', place: '', text: '' };
const listeners = new Set<() => void>();

export function setSource(part: Partial<CurriculumRef>): void {
  source = { ...source, ...part };
  listeners.forEach((listener) => listener());
}

export function useSource(): CurriculumRef {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => source,
  );
}
