import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '../../../../core/goals/goal.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Check } from '../../../components/Fields.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { hrefTo } from '../../../route.ts';
import { useBank } from './useBank.tsx';
import { useCopies } from './workingCopies.ts';
import styles from './Bank.module.css';

interface GoalCardProps {
  readonly goal: Goal;
  readonly chosen?: boolean;
  readonly onChoose?: (goal: string) => void;
}

/** A goal to open: its symbol, what the pupil reads and says, and where it stands. Drawn anew only when it changes: a search goes through a whole bank of them. */
export const GoalCard = memo(function GoalCard({ goal, chosen, onChoose }: GoalCardProps): ReactNode {
  const { t } = useTranslation('bank');
  const { symbols } = useGoals();
  const { notesOf } = useBank();
  const copies = useCopies();
  const years = goal.yearFrom === goal.yearTo ? t('year', { year: goal.yearFrom }) : t('years', { from: goal.yearFrom, to: goal.yearTo });
  return (
    <article className={styles.goal} data-family={goal.family} data-status={goal.status}>
      <a href={hrefTo({ place: 'goals', part: 'bank', view: 'goal', item: goal.code })}>
        <GoalSymbol symbol={symbols.get(goal.symbol ?? '')} size={48} />
        <span className={styles.goalWords}>
          <b className="child">{goal.pupilText === '' ? t('noWordsYet') : goal.pupilText}</b>
          {goal.sayIt !== '' && <span className={`${styles.sayIt} child`}>“{goal.sayIt}”</span>}
          <span className={styles.chips}>
            <i className={styles.chip} data-status={goal.status}>
              {t(`statuses.${goal.status}`)}
            </i>
            <i className={styles.chip}>{t(`lenses.${goal.lens}`)}</i>
            <i className={styles.chip}>{years}</i>
            {copies.has(goal.code) && (
              <i className={styles.chip} data-status="draft">
                {t('notSaved')}
              </i>
            )}
            {notesOf(goal.code).length > 0 && (
              <i className={styles.chip} data-status="look">
                {t('tabs.look')}
              </i>
            )}
          </span>
        </span>
      </a>
      {onChoose && (
        <Check
          label={<span className="hidden-but-read">{t('choose', { goal: goal.pupilText })}</span>}
          checked={chosen === true}
          onChange={() => onChoose(goal.code)}
        />
      )}
    </article>
  );
});
