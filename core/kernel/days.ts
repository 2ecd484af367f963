import { z } from 'zod';
/** This day on the teacher's own calendar, such as `2026-03-02`. */
export function today(): string {
  const now = new Date();
  return dayOf(now);
}

/** The day so many days later (or earlier). */
export function daysFrom(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return dayOf(new Date(year, month - 1, date + days));
}

/** The next day of school (1), or the last one (-1): no Saturday, no Sunday. */
export function schoolDayFrom(day: string, step: 1 | -1): string {
  const next = daysFrom(day, step);
  return [0, 6].includes(weekdayOf(next)) ? schoolDayFrom(next, step) : next;
}

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The day that a moment falls on, on this computer's calendar. */
export const dayOf = (date: Date): string => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/** A school day as `2025-04-08`. */
export const Day = z.iso.date();

/** Whole days from one day to a later one; negative where `until` is earlier. */
export const daysBetween = (from: string, until: string): number => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
