import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '../../../../core/goals/goal.ts';
import { useApp } from '../../../api/app.tsx';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { GoalOption } from '../choice/GoalOption.tsx';
import type { Wish } from '../choice/useChoosing.tsx';
import { smallerDrafts, stepsBefore } from './smallerGoals.ts';
import styles from '../choice/Choice.module.css';

/** What may be kinder than this goal: a step before it, or the same for less of the page. */
export function SmallerDialog({
  goal,
  pupil,
  onChoose,
  onClose,
}: {
  goal: Goal;
  pupil: string;
  onChoose: (wish: Wish) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('goalClass');
  const { t: common } = useTranslation();
  const { api, complain } = useApp();
  const { bank, states } = useGoals();
  const steps = stepsBefore(bank, goal, states.get(pupil) ?? { kete: [] });
  const insteadOf = { goal: goal.code, reason: 'split' } as const;
  const begin = (own: Goal): void =>
    void api.call('goals.save', { kind: 'goal', item: own }).then(() => onChoose({ goal: own.code, origin: 'own', why: goal.pupilText, insteadOf }), complain);
  return (
    <Dialog title={t('splitTitle')} open onClose={onClose}>
      {steps.length > 0 && (
        <>
          <h3>{t('splitBank')}</h3>
          <ul className={`${styles.goalOptions} ${styles.many}`}>
            {steps.map((step) => (
              <li key={step.code}>
                <GoalOption
                  small
                  goal={step}
                  notes={[]}
                  onPress={() => onChoose({ goal: step.code, origin: 'smaller-step', why: goal.pupilText, insteadOf })}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <div>
        <h3>{t('splitOwn')}</h3>
        <p className="quiet">{t('splitOwn_hint')}</p>
      </div>
      <ul className={`${styles.goalOptions} ${styles.many}`}>
        {smallerDrafts(bank, goal).map((own) => (
          <li key={own.code}>
            <GoalOption small goal={own} notes={[]} onPress={() => begin(own)} />
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button onPress={onClose}>{common('cancel')}</Button>
      </div>
    </Dialog>
  );
}
