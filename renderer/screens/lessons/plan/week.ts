import { daysFrom, weekdayOf } from '../../../../core/kernel/days.ts';
import type { Lesson } from '../../../../core/lessons/lesson.ts';

export const SCHOOL_DAYS = 5;

/** The Monday of the week that this day is in; a Saturday or Sunday looks ahead to the next one. */
export function mondayFor(day: string): string {
  const weekday = weekdayOf(day);
  return daysFrom(day, weekday === 6 ? 2 : 1 - weekday);
}

export const daysOfWeek = (monday: string): string[] => Array.from({ length: SCHOOL_DAYS }, (_, index) => daysFrom(monday, index));

/** The same lessons one week later; nothing of them is modelled yet. */
export const aWeekLater = (lessons: readonly Lesson[]): Lesson[] =>
  lessons.map((lesson) => ({
    ...lesson,
    id: crypto.randomUUID(),
    date: daysFrom(lesson.date, 7),
    model: lesson.model.map(({ goal }) => ({ goal, done: false })),
  }));
