import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ActiveGoal } from '../../../../core/goals/evidence.ts';
import { masteryOf } from '../../../../core/goals/mastery.ts';
import type { PupilGoals, Told } from '../../../../core/goals/pupilGoals.ts';
import { today } from '../../../../core/kernel/days.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { BLANK, draftOf, isBlank, leftForLater, lessonOn, opened, secondsSince, waitingIn, withDraft, type Draft, type Lesson } from './lesson.ts';
import { lessonFrom, type LessonStore } from './lessonStore.ts';
import { useOutbox, type Outbox } from './useOutbox.ts';
import { useToday } from './useToday.ts';

/** The round through the class: who is here now, what was tapped, and who comes next. */
export interface Conference {
  readonly lesson: Lesson;
  readonly outbox: Outbox;
  readonly waiting: readonly string[];
  /** The open child; null when everyone had their turn. */
  readonly pupil: string | null;
  readonly state: PupilGoals | null;
  readonly draft: Draft;
  /** The goal the talk is about. */
  readonly goal: ActiveGoal | null;
  /** What the app offers after what was tapped: the kete, or a smaller step. */
  readonly offer: 'kete' | 'smaller' | null;
  change(lesson: (now: Lesson) => Lesson): void;
  mark(part: Partial<Draft>): void;
  open(pupil: string): void;
  /** Saves what was tapped and brings the next child; where nothing was tapped, this one is left for later. */
  next(): void;
  /** Saves a talk about something else. */
  onlyTalked(): void;
  /** Saves what was tapped and stays. */
  save(): Promise<boolean>;
  /** Saves, then puts the goal into the kete. @returns what takes it out again where that was a mistake; null where it is not there */
  intoKete(because: 'three-times' | 'teacher-says'): Promise<(() => void) | null>;
  /** Null where there is nothing to take back. */
  readonly undo: (() => void) | null;
}

export function useConference({ round, unsent }: LessonStore): Conference {
  const { pupils, states, tell } = useGoals();
  const day = useToday();
  const [kept, setLesson] = useState(() => lessonFrom(round.value, day));
  const lesson = kept.day === day ? kept : lessonOn(day);
  const outbox = useOutbox(unsent);
  const { saving, send } = outbox;
  const change = useCallback((to: (now: Lesson) => Lesson) => setLesson((now) => to(now.day === today() ? now : lessonOn(today()))), []);
  const { keep: keepRound } = round;
  useEffect(() => keepRound(lesson), [lesson, keepRound]);

  const waiting = useMemo(() => waitingIn(lesson, pupils, states, saving), [lesson, pupils, states, saving]);
  const pupil = lesson.open !== null && states.has(lesson.open) ? lesson.open : null;
  const first = waiting[0];
  useEffect(() => {
    if (pupil === null && first !== undefined) change((now) => opened(now, first, Date.now()));
  }, [pupil, first, change]);

  const state = (pupil !== null ? states.get(pupil) : null) ?? null;
  const draft = pupil === null ? BLANK : draftOf(lesson, pupil);
  const goal = state?.active.find((active) => active.goal === draft.goal) ?? state?.active.at(-1) ?? null;
  const offer = goal === null ? null : offerFor(goal, draft, day);

  /** Sends what was tapped for the open child. */
  function keep(whatever: Draft): Promise<Told | null> {
    if (pupil === null) return Promise.resolve(null);
    const about = goal?.goal ?? null;
    const { outcome, context, fixedTogether, praise, says } = whatever;
    const sent = send({
      pupil,
      date: today(),
      goal: about,
      outcome: about === null ? null : outcome,
      context,
      fixedTogether,
      praise: [...praise],
      says: about === null ? null : says,
      seconds: secondsSince(lesson.openedAt, Date.now()),
      supersedes: null,
    });
    change((now) => ({ ...withDraft(now, pupil, null), last: { pupil, draft: whatever, entry: null } }));
    void sent.then((told) =>
      change((now) =>
        now.last?.pupil !== pupil || now.last.draft !== whatever ? now : { ...now, last: told === null ? null : { ...now.last, entry: told.entry } },
      ),
    );
    return sent;
  }
  function goOn(from: string): void {
    const following = waiting.find((id) => id !== from) ?? null;
    change((now) => opened(now, following, Date.now()));
  }
  function next(): void {
    if (pupil === null) return;
    if (!isBlank(draft)) void keep(draft);
    else if (waiting.includes(pupil)) change((now) => leftForLater(now, pupil));
    goOn(pupil);
  }

  return {
    lesson,
    outbox,
    waiting,
    pupil,
    state,
    draft,
    goal,
    offer,
    change,
    mark: (part) => pupil !== null && change((now) => withDraft(now, pupil, { ...draftOf(now, pupil), ...part })),
    open: (id) => change((now) => opened(now, id, Date.now())),
    next,
    onlyTalked() {
      if (pupil === null) return;
      void keep({ ...draft, outcome: null });
      goOn(pupil);
    },
    save: async () => isBlank(draft) || (await keep(draft)) !== null,
    async intoKete(because) {
      if (pupil === null || goal === null) return null;
      if (!isBlank(draft) && (await keep(draft)) === null) return null;
      const told = await tell('goals.master', { pupil, date: today(), goal: goal.goal, because });
      if (told === null) return null;
      // The talk before it is no longer the last deed.
      change((now) => ({ ...now, last: null }));
      return () => void tell('goals.unmaster', { pupil, date: today(), entry: told.entry });
    },
    undo: lesson.last === null ? null : () => void takeBack(lesson.last),
  };

  async function takeBack(last: Lesson['last']): Promise<void> {
    if (last === null) return;
    change((now) => ({ ...opened(withDraft(now, last.pupil, last.draft), last.pupil, Date.now()), last: null }));
    // The answer may have come without having been drawn yet: what was sent knows best.
    const entry = last.entry ?? (await outbox.lastSent(last.pupil))?.entry;
    if (entry !== undefined) await tell('goals.takeBack', { pupil: last.pupil, date: today(), entry });
  }
}

/** What the goal looks like with what was tapped just now counted in. */
function offerFor({ goal, outcomes, lookingAfter }: ActiveGoal, { outcome, context }: Draft, date: string): Conference['offer'] {
  const told = outcome === null ? outcomes : [...outcomes, { id: '', goal, date, outcome, context }];
  const { ready, tooBig } = masteryOf(told);
  if (ready && !lookingAfter) return 'kete';
  return tooBig ? 'smaller' : null;
}
