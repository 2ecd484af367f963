import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../api/app.tsx';
import { today } from '../../../../core/kernel/days.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { GoalChoices } from './GoalChoices.tsx';
import styles from './Place.module.css';

const MOST = 3;

/** Nothing stands above on this chart: the writing goes on all the same. */
export function AtTheTop({ pupil, mine, onChoose }: { pupil: string; mine: boolean; onChoose: (goal: string) => void }): ReactNode {
  const { t } = useTranslation('place');
  const { nameOf } = useGoals();
  const { value } = useAnswer('goals.suggest', { pupil, date: today() }, ['goals.changed']);
  return (
    <section className={mine ? `${styles.nextSteps} child` : styles.nextSteps} aria-label={t('top')}>
      <header>
        <h2>{mine ? t('topMine') : t('topOf', { name: nameOf(pupil) })}</h2>
      </header>
      <p>{mine ? t('top_hintMine') : t('top_hint')}</p>
      <GoalChoices suggested={(value ?? []).slice(0, MOST)} mine={mine} onChoose={onChoose} />
    </section>
  );
}
