import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '../../../../../core/goals/goal.ts';
import { historyOf } from '../../../../../core/kernel/versions.ts';
import { useGoals } from '../../../../api/useGoals.tsx';
import { Button } from '../../../../components/Button.tsx';
import { useBank } from '../useBank.tsx';
import { forgetCopy } from '../workingCopies.ts';
import { goalChanges, isSame, type GoalChange } from './goalChanges.ts';
import styles from './Designer.module.css';

/** So many versions are shown before one asks for the older ones. */
const FIRST_SHOWN = 3;

/** Every wording there was, newest first, with what changed; each can be used again as the next version. */
export function GoalHistory({ goal }: { goal: Goal }): ReactNode {
  const { t } = useTranslation('bank');
  const { bank } = useGoals();
  const { save } = useBank();
  const [all, setAll] = useState(false);
  const history = historyOf(bank.goals, goal.code);
  const newestFirst = history.map((version, index) => ({ version, before: history[index - 1] ?? null })).toReversed();
  return (
    <section className={styles.goalHistory} aria-label={t('history')}>
      <h3>{t('history')}</h3>
      <ol>
        {newestFirst.slice(0, all ? undefined : FIRST_SHOWN).map(({ version, before }, index) => (
          <li key={newestFirst.length - index}>
            <b>{t('version', { version: version.version })}</b>
            <span className="child">{version.pupilText}</span>
            {before === null ? (
              <span className="quiet">{t('firstVersion')}</span>
            ) : (
              <ul>
                {goalChanges(before, version).map((change) => (
                  <Change key={change.field} {...change} />
                ))}
              </ul>
            )}
            {!isSame(version, goal) && (
              <Button
                small
                onPress={() =>
                  save(
                    [{ kind: 'goal', item: { ...version, status: goal.status === 'retired' ? 'draft' : goal.status, replacedBy: null } }],
                    t('usedAgain'),
                    () => forgetCopy(goal.code),
                  )
                }
              >
                {t('useAgain')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {newestFirst.length > FIRST_SHOWN && (
        <Button small look="ghost" onPress={() => setAll(!all)}>
          {all ? t('fewerVersions') : t('allVersions', { count: newestFirst.length })}
        </Button>
      )}
    </section>
  );
}

function Change({ field, before, after }: GoalChange): ReactNode {
  const { t } = useTranslation('bank');
  const { goals, symbols } = useGoals();
  const { sets } = useBank();
  const word = (value: string): string => {
    if (field === 'status') return t(`statuses.${value as Goal['status']}`);
    if (field === 'lens') return t(`lenses.${value as Goal['lens']}`);
    if (field === 'symbol') return symbols.get(value)?.title ?? value;
    if (field === 'skillSet') return sets.find(({ code }) => code === value)?.name ?? value;
    if (field === 'replacedBy') return goals.get(value)?.pupilText ?? value;
    return value;
  };
  return (
    <li className="quiet">
      {t(`changed.${field}`)}: {before !== '' && <del>{word(before)}</del>} {after === '' ? t('nothingNow') : <ins>{word(after)}</ins>}
    </li>
  );
}
