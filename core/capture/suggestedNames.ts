import { Id } from '../kernel/id.ts';
import { Rect } from '../kernel/rect.ts';
import { z } from 'zod';

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
  paper: Id,
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
