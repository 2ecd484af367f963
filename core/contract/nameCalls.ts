import { z } from 'zod';
import { Cleaning } from '../capture/cleaning.ts';
import { PageNames, NamesDone } from '../capture/suggestedNames.ts';
import { Id } from '../kernel/id.ts';
import { Rect } from '../kernel/rect.ts';
import { always, job, reads } from './call.ts';

const Chosen = z.object({ page: Id, boxes: z.array(Rect).max(40) });

/** What was found is kept in memory until the program ends, never on the disk. */
export const nameCalls = {
  /**
   * Looks for names on every page of the task that was not looked through in this way yet; what is found shows in `names.suggestions` as the job goes on.
   * With `useClassList` also for pupils' names. The same is begun by itself as pages come in.
   */
  'names.suggest': job(z.object({ task: Id, useClassList: z.boolean() }), NamesDone, { tells: ['names.changed'] }),
  /** What was found so far, one entry for each page in the papers' order. */
  'names.suggestions': reads(z.object({ task: Id }), z.array(PageNames)),
  /**
   * Hides the boxes on these pages beside what is hidden already, and makes their copies anew; they have to be looked at again.
   * Boxes are in px of the upright page picture; what is burned on these pages becomes the colour of `cover`.
   */
  'names.apply': job(z.object({ task: Id, pages: z.array(Chosen).min(1).max(2000), cover: Cleaning.shape.cover.unwrap() }), NamesDone, {
    tells: ['papers.changed'],
    erases: always,
  }),
  /** Takes back what the last `names.apply` hid. */
  'names.takeBack': job(z.object({ task: Id }), NamesDone, { tells: ['papers.changed'], erases: always }),
} as const;
