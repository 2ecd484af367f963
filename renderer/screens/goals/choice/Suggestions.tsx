import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../api/app.tsx';
import { today } from '../../../../core/kernel/days.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { GoalOption } from './GoalOption.tsx';
import type { Wish } from './useChoosing.tsx';
import styles from './Choice.module.css';

const MOST_REASONS = 2;

interface SuggestionsProps {
  readonly pupil: string;
  readonly onChoose: (wish: Wish) => void;
  readonly most?: number;
  /** Only smaller steps than this goal, which then rests. */
  readonly smallerThan?: string;
}

/** What would help this writer next, each with the reasons for it. The teacher decides. */
export function Suggestions({ pupil, onChoose, most = 6, smallerThan }: SuggestionsProps): ReactNode {
  const { t } = useTranslation('goalClass');
  const { goals } = useGoals();
  const { value } = useAnswer('goals.suggest', { pupil, date: today() }, ['goals.changed']);
  if (value === null) return <p className="quiet">{t('thinking')}</p>;
  const known = value.flatMap(({ goal, reasons }) => {
    const whole = goals.get(goal);
    return whole ? [{ goal: whole, reasons }] : [];
  });
  const fitting = smallerThan === undefined ? known : known.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'smaller-step'));
  if (fitting.length === 0) return <p className="quiet">{t('noSuggestion')}</p>;
  return (
    <ul className={styles.goalOptions}>
      {fitting.slice(0, most).map(({ goal, reasons }) => (
        <li key={goal.code}>
          <GoalOption
            goal={goal}
            notes={reasons.slice(0, MOST_REASONS).map(({ text }) => text)}
            onPress={() =>
              onChoose({
                goal: goal.code,
                origin: smallerThan !== undefined ? 'smaller-step' : reasons.some(({ kind }) => kind === 'chart') ? 'chart' : 'bank',
                why: reasons.map(({ text }) => text).join(' '),
                ...(smallerThan !== undefined && { insteadOf: { goal: smallerThan, reason: 'paused' } }),
              })
            }
          />
        </li>
      ))}
    </ul>
  );
}
