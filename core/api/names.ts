import { z } from 'zod';
import { Rect } from '../geometry/rect.ts';
import { call, Id } from './call.ts';

/** A place where a name may be, in px of the upright page picture, in whole blocks of 16 px. */
export const SuggestedBox = z.object({
  box: Rect,
  /** Beside a printed label; a name of the class list; a short line by itself; where other pages of the stack have theirs. */
  reason: z.enum(['label', 'class-list', 'lone-line', 'same-place']),
  sureness: z.enum(['sure', 'likely', 'maybe']),
  /** Whose name it looks like; a guess, for the teacher's screen only. */
  pupil: Id.nullable(),
});
export type SuggestedBox = z.infer<typeof SuggestedBox>;

export const PageNames = z.object({
  page: Id,
  sample: Id,
  boxes: z.array(SuggestedBox),
  /** Why a person should look at the page; null where boxes are suggested. `none-seen`: all that is written says something else, so that a glance is enough. */
  look: z.enum(['not-searched', 'nothing-found', 'nothing-written', 'none-seen', 'not-readable']).nullable(),
  /** Clockwise turn after which the page can be read. */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
});
export type PageNames = z.infer<typeof PageNames>;

/** What jobs of `names.suggest`, `names.apply` and `names.takeBack` end with: how many pages were done. */
export const NamesDone = z.object({ pages: z.int() });
export type NamesDone = z.infer<typeof NamesDone>;

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
