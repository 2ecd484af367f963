import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Family } from '../../../../core/goals/goal.ts';
import { LessonKind, LoftyKind, type Lesson } from '../../../../core/lessons/lesson.ts';
import { weekBalance } from '../../../../core/lessons/weekBalance.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { LessonPicture } from './LessonPicture.tsx';
import styles from './Lessons.module.css';

/** A quiet picture of what the week is mixed from; a gentle word where it is all of one. */
export function BalanceOfWeek({ lessons }: { lessons: readonly Lesson[] }): ReactNode {
  const { t } = useTranslation('lessons');
  const { goals } = useGoals();
  const { families, lofty, kinds, gently } = weekBalance(lessons, (goal) => goals.get(goal)?.family ?? null);
  const steps = Family.options.reduce((sum, family) => sum + families[family], 0);
  return (
    <section className={`${styles.balance} card`} aria-label={t('balance')}>
      <div>
        <h3>{t('balance_steps')}</h3>
        <ul className={styles.familyBar}>
          {Family.options.map((family) => (
            <li key={family} className={families[family] === 0 ? styles.none : ''} data-family={family} style={{ flexGrow: Math.max(0.35, families[family]) }}>
              {t(`families.${family}`)} <b>{families[family]}</b>
            </li>
          ))}
        </ul>
        {steps === 0 && <p className="quiet">{t('balance_noSteps')}</p>}
      </div>
      <div>
        <h3>{t('balance_lofty')}</h3>
        <ul className={`${styles.tallies} ${styles.amber}`}>
          {LoftyKind.options.map((kind) => (
            <li key={kind} className={lofty[kind] === 0 ? styles.none : ''}>
              <LessonPicture of={kind} /> {t(`loftyKinds.${kind}`)} <b>{lofty[kind]}</b>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>{t('balance_kinds')}</h3>
        <ul className={styles.tallies}>
          {LessonKind.options.map((kind) => (
            <li key={kind} className={kinds[kind] === 0 ? styles.none : ''}>
              <LessonPicture of={kind} /> {t(`kinds.${kind}`)} <b>{kinds[kind]}</b>
            </li>
          ))}
        </ul>
      </div>
      {gently.map((word) => (
        <p key={word.kind} className={styles.gently}>
          {word.kind === 'one-family' ? t(`gently.${word.family}`) : t(`gently.${word.kind}`)}
        </p>
      ))}
    </section>
  );
}
