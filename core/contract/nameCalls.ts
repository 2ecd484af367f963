import { z } from 'zod';
import { SuggestedBox, PageNames, NamesDone } from '../capture/suggestedNames.ts';
import { Id } from '../kernel/id.ts';
import { always, job, reads } from './call.ts';

const Chosen = z.object({ page: Id, boxes: z.array(SuggestedBox.pick({ box: true, reason: true })).max(40) });

/** What was found is kept in memory until the program ends, never on the disk. */
export const nameCalls = {
  /** Looks for names on every page of the task; what is found shows in `names.suggestions` as the job goes on. With `useClassList` also for pupils' names. */
  'names.suggest': job(z.object({ task: Id, useClassList: z.boolean() }), NamesDone),
  /** What was found so far, one entry for each page in the papers' order. */
  'names.suggestions': reads(z.object({ task: Id }), z.array(PageNames)),
  /**
   * Hides the boxes on these pages beside what is hidden already, and makes their copies anew; they have to be looked at again.
   * `uniform`: all boxes get one size, names in the text another, so that their size tells nothing.
   */
  'names.apply': job(z.object({ task: Id, pages: z.array(Chosen).min(1).max(2000), uniform: z.boolean() }), NamesDone, {
    tells: ['papers.changed'],
    erases: always,
  }),
  /** Takes back what the last `names.apply` hid. */
  'names.takeBack': job(z.object({ task: Id }), NamesDone, { tells: ['papers.changed'], erases: always }),
} as const;
