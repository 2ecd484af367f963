import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoals } from '../../../api/useGoals.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Basket } from '../Basket.tsx';
import styles from './Confer.module.css';

/** A quiet moment: the goal goes into the kete, for good. */
export function KeteJoy({ pupil, goal }: { pupil: string; goal: string }): ReactNode {
  const { t } = useTranslation('confer');
  const { goals, symbols, nameOf } = useGoals();
  const done = goals.get(goal);
  return (
    <section className={`${styles.joy} card`} role="status">
      <div className={styles.joyPicture} aria-hidden="true">
        <span className={styles.falls}>
          <GoalSymbol symbol={symbols.get(done?.symbol ?? '')} size={72} />
        </span>
        <Basket width={220} />
      </div>
      <h1>{t('joy', { name: nameOf(pupil) })}</h1>
      <p className={`child ${styles.goalSaid}`}>{done?.pupilText}</p>
    </section>
  );
}
