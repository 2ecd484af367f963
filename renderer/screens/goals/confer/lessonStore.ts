import { z } from 'zod';
import { contract, type Input } from '../../../../core/contract/contract.ts';
import { Lesson, lessonOn } from './lesson.ts';

/**
 * What outlives a reload. Ids only: no name and no word a teacher typed. The round belongs to this window; what is on its way to the
 * disk is kept on the computer until the service has said that it is written down.
 */
const ROUND = 'stepwall.confer.round';
const UNSENT = 'stepwall.confer.unsent';

export const Unsent = z.object({
  id: z.string(),
  /** How often the child had been seen before: whoever has been seen more often since is written down already. */
  seen: z.number(),
  talk: contract['goals.confer'].input,
});
export type Unsent = z.infer<typeof Unsent>;

/** The round of this day as it was left, or a new one. */
export function readLesson(day: string): Lesson {
  const kept = read(sessionStorage, ROUND, Lesson);
  if (kept?.day !== day) return lessonOn(day);
  return { ...kept, last: kept.last !== null && kept.last.entry !== null ? kept.last : null };
}

export const keepLesson = (lesson: Lesson): void => sessionStorage.setItem(ROUND, JSON.stringify(lesson));

export const readUnsent = (): Unsent[] => read(localStorage, UNSENT, z.array(Unsent)) ?? [];

export function addUnsent(id: string, seen: number, talk: Input<'goals.confer'>): void {
  keepUnsent([...readUnsent(), { id, seen, talk }]);
}

export const dropUnsent = (id: string): void => keepUnsent(readUnsent().filter((one) => one.id !== id));

function keepUnsent(unsent: readonly Unsent[]): void {
  if (unsent.length === 0) localStorage.removeItem(UNSENT);
  else localStorage.setItem(UNSENT, JSON.stringify(unsent));
}

function read<T>(store: Storage, key: string, shape: z.ZodType<T>): T | null {
  try {
    return shape.parse(JSON.parse(store.getItem(key) ?? 'null'));
  } catch {
    // Another version of the app wrote it: a round is begun anew, which loses nothing that was saved.
    return null;
  }
}
