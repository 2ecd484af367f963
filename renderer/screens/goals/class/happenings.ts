import type { Happened } from '../../../../core/goals/evidenceLog.ts';
import type { InStory } from '../../../../core/goals/story.ts';

/** Within a day a goal is chosen, then tried, then it goes into the kete; the newest stands first. */
const ORDER: Readonly<Record<Happened['kind'], number>> = { kete: 0, conference: 1, rested: 2, chose: 3 };

/** What happened, by day, the newest first. */
export function storyByDay(story: readonly InStory[]): { date: string; happenings: InStory[] }[] {
  const newestFirst = story.toReversed().toSorted((a, b) => ORDER[a.happened.kind] - ORDER[b.happened.kind]);
  return [...Map.groupBy(newestFirst, ({ happened }) => happened.date)]
    .map(([date, happenings]) => ({ date, happenings }))
    .sort((a, b) => (a.date < b.date ? 1 : -1));
}
