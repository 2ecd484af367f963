import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '../../../../../core/goals/goal.ts';
import { useGoals } from '../../../../api/useGoals.tsx';
import { ActionMenu } from '../../../../components/ActionMenu.tsx';
import { Button } from '../../../../components/Button.tsx';
import { Icon } from '../../../../components/Icon.tsx';
import { useKeys } from '../../../../keys/useKeys.ts';
import { hrefTo } from '../../../../route.ts';
import { useBank } from '../useBank.tsx';
import { forgetCopy, keepCopy, useCopies } from '../workingCopies.ts';
import { Curriculum } from './Curriculum.tsx';
import { GoalFields } from './GoalFields.tsx';
import { isSame } from './goalChanges.ts';
import { GoalHistory } from './GoalHistory.tsx';
import { GoalSide } from './GoalSide.tsx';
import { MergeGoal } from './MergeGoal.tsx';
import bankStyles from '../Bank.module.css';
import styles from './Designer.module.css';

/** One goal being written: the school's curriculum text on one side, the goal in the middle, how it reads on the other. */
export function GoalDesigner({ code }: { code: string }): ReactNode {
  const { t } = useTranslation('bank');
  const { goals } = useGoals();
  const copies = useCopies();
  const saved = goals.get(code);
  const goal = copies.get(code) ?? saved;
  if (goal === undefined) {
    return (
      <div className="empty">
        <h2>{t('goneGoal')}</h2>
        <a className="button" href={hrefTo({ place: 'goals', part: 'bank' })}>
          {t('tabs.map')}
        </a>
      </div>
    );
  }
  return <Designer goal={goal} saved={saved ?? null} />;
}

function Designer({ goal, saved }: { goal: Goal; saved: Goal | null }): ReactNode {
  const { t } = useTranslation('bank');
  const { t: common } = useTranslation();
  const { save } = useBank();
  const [merging, setMerging] = useState(false);
  const changed = saved === null || !isSame(saved, goal);
  const ready = goal.pupilText.trim() !== '';
  const change = (part: Partial<Goal>): void => {
    const next = { ...goal, ...part };
    if (saved !== null && isSame(saved, next)) forgetCopy(goal.code);
    else keepCopy(next);
  };
  const write = (next: Goal, message: string): void => save([{ kind: 'goal', item: next }], message, () => forgetCopy(goal.code));
  const keep = (): void => {
    if (ready && changed) write(goal, t('goalSaved'));
  };
  useKeys('panel', [{ keys: 'Mod+S', words: common('save'), run: keep, whileTyping: true }]);
  return (
    <div className={styles.designer}>
      <div className={styles.head}>
        <a className="button ghost" href={hrefTo({ place: 'goals', part: 'bank', view: 'map' })}>
          <Icon name="left" size={18} />
          {t('tabs.map')}
        </a>
        <h2 className="child">{goal.pupilText === '' ? t('newGoal') : goal.pupilText}</h2>
        <i className={bankStyles.chip} data-status={goal.status}>
          {t(`statuses.${goal.status}`)}
        </i>
        {changed && (
          <i className={bankStyles.chip} data-status="draft">
            {t('notSaved')}
          </i>
        )}
        <div className={styles.deeds}>
          {changed && (
            <Button look="ghost" onPress={() => forgetCopy(goal.code)}>
              {saved === null ? t('throwAway') : t('putBack')}
            </Button>
          )}
          {goal.status === 'draft' && (
            <Button isDisabled={!ready} onPress={() => write({ ...goal, status: 'agreed' }, t('goalAgreed'))}>
              <Icon name="check" size={18} />
              {t('agree')}
            </Button>
          )}
          {goal.status === 'retired' && <Button onPress={() => write({ ...goal, status: 'draft', replacedBy: null }, t('goalBack'))}>{t('bringBack')}</Button>}
          {saved !== null && goal.status !== 'retired' && (
            <ActionMenu
              label={common('more')}
              actions={[
                ...(goal.status === 'agreed'
                  ? [{ id: 'draft', label: t('toDraft'), icon: 'pen' as const, run: () => write({ ...goal, status: 'draft' }, t('goalDraft')) }]
                  : []),
                { id: 'merge', label: `${t('merge')} …`, icon: 'join', run: () => setMerging(true) },
                { id: 'retire', label: t('retire'), icon: 'bin', run: () => write({ ...saved, status: 'retired' }, t('goalRetired')) },
              ]}
            />
          )}
          <Button look="go" isDisabled={!changed || !ready} onPress={keep}>
            {common('save')}
          </Button>
        </div>
      </div>
      <div className={styles.columns}>
        <Curriculum goal={goal} onChange={change} />
        <GoalFields goal={goal} onChange={change} />
        <aside className={styles.side}>
          <GoalSide goal={goal} />
          {saved !== null && <GoalHistory goal={saved} />}
        </aside>
      </div>
      {saved !== null && merging && <MergeGoal goal={saved} onClose={() => setMerging(false)} />}
    </div>
  );
}
