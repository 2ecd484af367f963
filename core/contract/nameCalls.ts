import { z } from 'zod';
import { SuggestedBox, PageNames } from '../capture/suggestedNames.ts';
import { Id } from '../kernel/id.ts';
import { call } from './call.ts';

const Chosen = z.object({ page: Id, boxes: z.array(SuggestedBox.pick({ box: true, reason: true })).max(40) });

/** What was found is kept in memory until the program ends, never on the disk. */
export const nameCalls = {
  /** Looks for names on every page of the task; what is found shows in `names.suggestions` as the job goes on. With `useClassList` also for pupils' names. */
  'names.suggest': call(z.object({ task: Id, useClassList: z.boolean() }), z.object({ job: Id })),
  /** What was found so far, one entry for each page in the papers' order. */
  'names.suggestions': call(z.object({ task: Id }), z.array(PageNames)),
  /**
   * Hides the boxes on these pages beside what is hidden already, and makes their copies anew; they have to be looked at again.
   * `uniform`: all boxes get one size, names in the text another, so that their size tells nothing.
   */
  'names.apply': call(z.object({ task: Id, pages: z.array(Chosen).min(1).max(2000), uniform: z.boolean() }), z.object({ job: Id })),
  /** Takes back what the last `names.apply` hid. */
  'names.takeBack': call(z.object({ task: Id }), z.object({ job: Id })),
} as const;
