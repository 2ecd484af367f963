const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** `2026-03-02` as “Monday 2 March”, or short as “Mon 2 Mar”. */
export function dayInWords(day: string, short = false): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const weekday = DAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()] ?? '';
  const name = MONTHS[month - 1] ?? '';
  return short ? `${weekday.slice(0, 3)} ${date} ${name.slice(0, 3)}` : `${weekday} ${date} ${name}`;
}
