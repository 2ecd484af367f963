import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '../../../../../core/goals/goal.ts';
import { splitHints } from '../../../../../core/goals/sizeCheck.ts';
import { Button } from '../../../../components/Button.tsx';
import { Check } from '../../../../components/Fields.tsx';
import { newCode } from '../newCode.ts';
import { useBank } from '../useBank.tsx';
import styles from './Designer.module.css';

const LONGEST = 160;

/** Smaller goals to begin from; the chosen ones come in as drafts beside this one. */
export function SplitGoal({ goal, onDone }: { goal: Goal; onDone: () => void }): ReactNode {
  const { t } = useTranslation('bank');
  const { save } = useBank();
  const hints = splitHints(goal.pupilText).map((hint) => hint.slice(0, LONGEST));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const make = (): void => {
    const drafts = hints
      .filter((hint) => chosen.has(hint))
      .map((pupilText, index): Goal => ({
        ...goal,
        code: newCode(goal.skillSet),
        version: 1,
        status: 'draft',
        pupilText,
        sayIt: '',
        symbol: null,
        order: goal.order + index + 1,
        replacedBy: null,
      }));
    save(
      drafts.map((item) => ({ kind: 'goal' as const, item })),
      t('splitMade', { count: drafts.length }),
      onDone,
    );
  };
  return (
    <div className={styles.splitGoal}>
      <p className="quiet">{t('split_lead')}</p>
      {hints.map((hint) => (
        <Check
          key={hint}
          label={<span className="child">{hint}</span>}
          checked={chosen.has(hint)}
          onChange={(on) => setChosen(new Set(on ? [...chosen, hint] : [...chosen].filter((one) => one !== hint)))}
        />
      ))}
      <Button small look="go" isDisabled={chosen.size === 0} onPress={make}>
        {t('splitMake', { count: chosen.size })}
      </Button>
    </div>
  );
}
