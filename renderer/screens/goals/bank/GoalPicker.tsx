import { useState, type ReactNode } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { goalsInUse } from '../../../../core/goals/bank.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { everything, fits } from './goalFilter.ts';
import { useBank } from './useBank.tsx';
import styles from './Bank.module.css';

const MOST_SHOWN = 40;

/** Finds a goal by its words and gives it back. */
export function GoalPicker({ label, without, onPick }: { label: string; without: readonly string[]; onPick: (code: string) => void }): ReactNode {
  const { t } = useTranslation('bank');
  const { bank, symbols } = useGoals();
  const { sets } = useBank();
  const [words, setWords] = useState('');
  const [picked, setPicked] = useState(0);
  const items = goalsInUse(bank)
    .filter((goal) => !without.includes(goal.code) && fits(goal, { ...everything, words }, sets))
    .slice(0, MOST_SHOWN);
  return (
    // A new one after each pick: emptying the words of this one would open its list again, over what comes next.
    <ComboBox
      key={picked}
      autoFocus={picked > 0}
      className="field"
      items={items}
      inputValue={words}
      onInputChange={setWords}
      selectedKey={null}
      menuTrigger="input"
      allowsEmptyCollection
      onSelectionChange={(key) => {
        if (key === null) return;
        setWords('');
        setPicked(picked + 1);
        onPick(String(key));
      }}
    >
      <Label className="label">{label}</Label>
      <Input className="input" autoComplete="off" placeholder={t('findGoal')} />
      <Popover className={`menu ${styles.goalPicker}`}>
        <ListBox<(typeof items)[number]> renderEmptyState={() => <p className="quiet">{t('noneFound')}</p>}>
          {(goal) => (
            <ListBoxItem id={goal.code} textValue={goal.pupilText}>
              <GoalSymbol symbol={symbols.get(goal.symbol ?? '')} size={28} />
              <span className="child">{goal.pupilText}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
