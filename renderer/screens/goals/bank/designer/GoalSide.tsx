import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '../../../../../core/goals/goal.ts';
import { sizeNotes } from '../../../../../core/goals/sizeCheck.ts';
import { useGoals } from '../../../../api/useGoals.tsx';
import { Button } from '../../../../components/Button.tsx';
import { GoalSymbol } from '../../../../components/GoalSymbol.tsx';
import { Icon } from '../../../../components/Icon.tsx';
import { useBank } from '../useBank.tsx';
import { SplitGoal } from './SplitGoal.tsx';
import bankStyles from '../Bank.module.css';
import styles from './Designer.module.css';

/** How the pupil meets the goal, whether it is small enough, and what else is worth a look. */
export function GoalSide({ goal }: { goal: Goal }): ReactNode {
  const { t } = useTranslation('bank');
  const { symbols } = useGoals();
  const { notesOf } = useBank();
  const [splitting, setSplitting] = useState(false);
  const size = goal.pupilText.trim() === '' ? [] : sizeNotes(goal);
  const notes = notesOf(goal.code).filter(({ kind }) => kind !== 'say-it');
  return (
    <>
      <section className={`${styles.asSeen} card child`} aria-label={t('asSeen')}>
        <GoalSymbol symbol={symbols.get(goal.symbol ?? '')} size={84} />
        <p>{goal.pupilText === '' ? '…' : goal.pupilText}</p>
        {goal.sayIt !== '' && <span className={bankStyles.sayIt}>“{goal.sayIt}”</span>}
      </section>
      <section className={styles.sizeCheck} aria-label={t('size')} aria-live="polite">
        <h3>{t('size')}</h3>
        {goal.pupilText.trim() === '' ? (
          <p className="quiet">{t('size_empty')}</p>
        ) : size.length === 0 ? (
          <p className={styles.sizeGood}>
            <Icon name="check" size={18} />
            {t('size_good')}
          </p>
        ) : (
          <ul className={styles.sizeNotes}>
            {size.map(({ kind, message }) => (
              <li key={kind}>{message}</li>
            ))}
          </ul>
        )}
        {goal.pupilText.trim() !== '' && (
          <Button small on={splitting} onPress={() => setSplitting(!splitting)}>
            <Icon name="split" size={16} />
            {t('split')}
          </Button>
        )}
        {splitting && <SplitGoal goal={goal} onDone={() => setSplitting(false)} />}
      </section>
      {notes.length > 0 && (
        <section aria-label={t('tabs.look')}>
          <h3>{t('tabs.look')}</h3>
          <ul className={styles.sizeNotes}>
            {notes.map(({ kind, message }) => (
              <li key={kind + message}>{message}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
