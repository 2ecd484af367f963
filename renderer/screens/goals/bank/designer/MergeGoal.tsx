import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '../../../../../core/goals/goal.ts';
import { useGoals } from '../../../../api/useGoals.tsx';
import { Button } from '../../../../components/Button.tsx';
import { Dialog } from '../../../../components/Dialog.tsx';
import { go } from '../../../../route.ts';
import { GoalPicker } from '../GoalPicker.tsx';
import { useBank } from '../useBank.tsx';
import { forgetCopy } from '../workingCopies.ts';

/** Makes one goal of two, and says first what becomes of them. */
export function MergeGoal({ goal, onClose }: { goal: Goal; onClose: () => void }): ReactNode {
  const { t } = useTranslation('bank');
  const { t: common } = useTranslation();
  const { goals } = useGoals();
  const { merge } = useBank();
  const [into, setInto] = useState<string | null>(null);
  const other = goals.get(into ?? '');
  return (
    <Dialog title={t('merge')} open onClose={onClose}>
      <GoalPicker label={t('mergeInto')} without={[goal.code]} onPick={setInto} />
      {other && <p>{t('mergeAsk', { from: goal.pupilText, into: other.pupilText })}</p>}
      <div className="actions">
        <Button onPress={onClose}>{common('cancel')}</Button>
        <Button
          look="go"
          isDisabled={other === undefined}
          onPress={() => {
            if (other === undefined) return;
            onClose();
            merge(goal, other.code, t('merged'), () => {
              forgetCopy(goal.code);
              go({ place: 'goals', part: 'bank', view: 'goal', item: other.code });
            });
          }}
        >
          {t('mergeDo')}
        </Button>
      </div>
    </Dialog>
  );
}
