import { z } from 'zod';
import type { Pupil } from '../../../../core/class/pupil.ts';
import { queue } from '../../../../core/goals/evidence.ts';
import { Context, OutcomeName, Praise, Says } from '../../../../core/goals/evidenceLog.ts';
import type { PupilGoals } from '../../../../core/goals/pupilGoals.ts';
import { Day, daysFrom, weekdayOf } from '../../../../core/kernel/days.ts';

/** What has been tapped for one child and is not saved yet. */
export const Draft = z
  .object({
    /** Which goal it is about; null: the newest one. */
    goal: z.string().nullable(),
    outcome: OutcomeName.nullable(),
    context: Context,
    fixedTogether: z.boolean(),
    praise: z.array(Praise).readonly(),
    says: Says.nullable(),
  })
  .readonly();
export type Draft = z.infer<typeof Draft>;

/** One round through the class on one day: what survives an interruption. Children are ids here, never names. */
export const Lesson = z
  .object({
    day: Day,
    /** Empty: all spaces. */
    space: z.string(),
    away: z.array(z.string()).readonly(),
    later: z.array(z.string()).readonly(),
    open: z.string().nullable(),
    /** When the open child was opened, in ms since 1970. */
    openedAt: z.number(),
    drafts: z.record(z.string(), Draft).readonly(),
    /** The child before, to be taken back. `entry` is null while it is being saved. */
    last: z.object({ pupil: z.string(), draft: Draft, entry: z.string().nullable() }).readonly().nullable(),
  })
  .readonly();
export type Lesson = z.infer<typeof Lesson>;

export const BLANK: Draft = { goal: null, outcome: null, context: 'writing', fixedTogether: false, praise: [], says: null };

export const lessonOn = (day: string): Lesson => ({ day, space: '', away: [], later: [], open: null, openedAt: 0, drafts: {}, last: null });

export const draftOf = (lesson: Lesson, pupil: string): Draft => lesson.drafts[pupil] ?? BLANK;

/** Nothing worth saving was tapped. */
export const isBlank = ({ outcome, fixedTogether, praise, says }: Draft): boolean => outcome === null && !fixedTogether && praise.length === 0 && says === null;

export function withDraft(lesson: Lesson, pupil: string, draft: Draft | null): Lesson {
  const others = Object.entries(lesson.drafts).filter(([id]) => id !== pupil);
  return { ...lesson, drafts: Object.fromEntries([...others, ...(draft === null ? [] : [[pupil, draft] as const])]) };
}

export const opened = (lesson: Lesson, pupil: string | null, now: number): Lesson => ({ ...lesson, open: pupil, openedAt: now });

/** The child waits until all others had their turn. */
export const leftForLater = (lesson: Lesson, pupil: string): Lesson => ({ ...lesson, later: [...lesson.later.filter((id) => id !== pupil), pupil] });

export const setAway = (lesson: Lesson, pupil: string, away: boolean): Lesson => ({
  ...lesson,
  away: [...lesson.away.filter((id) => id !== pupil), ...(away ? [pupil] : [])],
});

/** Who belongs to the round: the class, or one space of it. */
export const inRound = (lesson: Lesson, pupils: readonly Pupil[]): Pupil[] => pupils.filter(({ space }) => lesson.space === '' || space === lesson.space);

export const seenOn = (state: PupilGoals | undefined, day: string): boolean => state?.seen.includes(day) ?? false;

/** The days of this school week up to today, Monday first. */
export function weekOf(day: string): { from: string; until: string } {
  return { from: daysFrom(day, -((weekdayOf(day) + 6) % 7)), until: day };
}

/**
 * Whose turn it is: those nobody has sat beside for longest come first; who was left for later comes last.
 * @param saving children whose conference is on its way to the disk
 */
export function waitingIn(lesson: Lesson, pupils: readonly Pupil[], states: ReadonlyMap<string, PupilGoals>, saving: ReadonlySet<string>): string[] {
  const here = inRound(lesson, pupils).flatMap(({ id }) => states.get(id) ?? []);
  const due = queue(here)
    .filter((state) => !seenOn(state, lesson.day) && !saving.has(state.pupil) && !lesson.away.includes(state.pupil))
    .map(({ pupil }) => pupil);
  const isLater = (id: string): boolean => lesson.later.includes(id);
  return [...due.filter((id) => !isLater(id)), ...lesson.later.filter((id) => due.includes(id))];
}

const SAYS: readonly (Says | null)[] = [null, 'yes', 'with-symbol', 'not-yet'];
/** Pressing S again moves on. */
export const nextSays = (says: Says | null): Says | null => SAYS[(SAYS.indexOf(says) + 1) % SAYS.length] ?? null;

/** A second tap on the same takes it away. */
export const toggledPraise = (praise: readonly Praise[], one: Praise): Praise[] =>
  praise.includes(one) ? praise.filter((kind) => kind !== one) : [...praise, one];

/** A child that stayed open longer than this was forgotten on the screen, so nobody knows how long the talk was. */
const LONGEST_TALK_S = 600;

export function secondsSince(openedAt: number, now: number): number | null {
  const seconds = Math.round((now - openedAt) / 1000);
  return seconds < 0 || seconds > LONGEST_TALK_S ? null : seconds;
}
