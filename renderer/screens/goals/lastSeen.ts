import type { TFunction } from 'i18next';
import { daysBetween } from '../../../core/kernel/days.ts';

/** When somebody last sat beside this child, in plain words. */
export function lastSeen(t: TFunction<'goalClass'>, seen: readonly string[], day: string): string {
  const last = seen.at(-1);
  if (last === undefined) return t('seen.never');
  const days = daysBetween(last, day);
  if (days <= 0) return t('seen.today');
  return days === 1 ? t('seen.yesterday') : t('seen.days', { days });
}
