import { z } from 'zod';
import { contract } from '../../../../core/contract/contract.ts';
import { useKept, type Kept } from '../../../api/useKept.ts';
import { Lesson, lessonOn } from './lesson.ts';

export const Unsent = z.object({
  id: z.string(),
  /** How often the child had been seen before: whoever has been seen more often since is written down already. */
  seen: z.number(),
  talk: contract['goals.confer'].input,
});
export type Unsent = z.infer<typeof Unsent>;

/** What outlives the window. Ids only: no name and no word a teacher typed. */
export interface LessonStore {
  readonly round: Kept<Lesson>;
  /** What is on its way to the log: kept until the service has said that it is written down. */
  readonly unsent: Kept<Unsent[]>;
}

/** Null until it is known what was kept. */
export function useLessonStore(): LessonStore | null {
  const round = useKept('confer.round', Lesson);
  const unsent = useKept('confer.unsent', z.array(Unsent));
  return round === null || unsent === null ? null : { round, unsent };
}

/** The round of this day as it was left, or a new one. */
export function lessonFrom(kept: Lesson | null, day: string): Lesson {
  if (kept?.day !== day) return lessonOn(day);
  return { ...kept, last: kept.last !== null && kept.last.entry !== null ? kept.last : null };
}
