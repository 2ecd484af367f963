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

const dayOf = (date: Date): string => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
