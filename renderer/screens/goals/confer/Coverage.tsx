import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoals } from '../../../api/useGoals.tsx';
import { inRound, seenOn, weekOf, type Lesson } from './lesson.ts';
import styles from './Confer.module.css';

/** More than these are a field, not a row: a whole school is told in words. */
const MOST_DOTS = 60;

/** Who was seen today and this week, as dots without names or marks. */
export function Coverage({ lesson, saving }: { lesson: Lesson; saving: ReadonlySet<string> }): ReactNode {
  const { t } = useTranslation('confer');
  const { pupils, states } = useGoals();
  const week = weekOf(lesson.day);
  const dots = inRound(lesson, pupils).map(({ id }) => {
    const state = states.get(id);
    const isToday = saving.has(id) || seenOn(state, lesson.day);
    return { id, isToday, isThisWeek: isToday || (state?.seen.some((date) => week.from <= date && date <= week.until) ?? false) };
  });
  const said = {
    today: dots.filter(({ isToday }) => isToday).length,
    week: dots.filter(({ isThisWeek }) => isThisWeek).length,
    all: dots.length,
  };
  return (
    <p className={styles.coverage}>
      <span>{t('seen', said)}</span>
      {dots.length <= MOST_DOTS && (
        <span className={styles.dots} aria-hidden="true">
          {dots.map(({ id, isToday, isThisWeek }) => (
            <i key={id} className={isToday ? styles.today : isThisWeek ? styles.week : ''} />
          ))}
        </span>
      )}
    </p>
  );
}
