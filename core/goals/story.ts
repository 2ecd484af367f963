import { z } from 'zod';
import { Day } from '../kernel/days.ts';
import { Happened, told, type Entry } from './evidenceLog.ts';

/** Something that happened with a pupil's goals, and the trace that it was taken back. */
export const InStory = z
  .object({
    happened: Happened,
    /** The entries that take it back, and when the last of them did; null where it holds. */
    takenBack: z
      .object({ by: z.array(z.string()).readonly(), date: Day })
      .readonly()
      .nullable(),
  })
  .readonly();
export type InStory = z.infer<typeof InStory>;

/** All that happened with one pupil's goals, oldest first: what was taken back as well, but not what was put right by another entry. */
export function storyOf(log: readonly Entry[]): InStory[] {
  return told(log).map(({ happened, takenBackBy }) => {
    const [last] = takenBackBy;
    return { happened, takenBack: last === undefined ? null : { by: takenBackBy.map(({ id }) => id), date: last.date } };
  });
}
