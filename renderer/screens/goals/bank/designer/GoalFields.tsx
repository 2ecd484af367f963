import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LAST_YEAR, Lens, type Goal } from '../../../../../core/goals/goal.ts';
import { useGoals } from '../../../../api/useGoals.tsx';
import { Button } from '../../../../components/Button.tsx';
import { Choice, Pick, Text } from '../../../../components/Fields.tsx';
import { GoalSymbol } from '../../../../components/GoalSymbol.tsx';
import { Icon } from '../../../../components/Icon.tsx';
import { GoalPicker } from '../GoalPicker.tsx';
import { SymbolPicker } from '../symbols/SymbolPicker.tsx';
import { useBank } from '../useBank.tsx';
import bankStyles from '../Bank.module.css';
import partsStyles from '../Parts.module.css';
import styles from './Designer.module.css';

/** Everything that is said about one goal. */
export function GoalFields({ goal, onChange }: { goal: Goal; onChange: (part: Partial<Goal>) => void }): ReactNode {
  const { t } = useTranslation('bank');
  const { goals, symbols } = useGoals();
  const { sets } = useBank();
  const [picking, setPicking] = useState(false);
  const symbol = symbols.get(goal.symbol ?? '');
  const yearList = Array.from({ length: Math.max(LAST_YEAR, goal.yearTo) + 1 }, (_, year) => ({ value: String(year), label: t('year', { year }) }));
  return (
    <section className={`${styles.fields} card`} aria-label={t('goal')}>
      <Text
        child
        label={t('pupilText')}
        hint={t('pupilText_hint')}
        lines={2}
        maxLength={160}
        value={goal.pupilText}
        onChange={(pupilText) => onChange({ pupilText })}
      />
      <div className={partsStyles.fieldPair}>
        <Text child label={t('sayIt')} maxLength={60} value={goal.sayIt} onChange={(sayIt) => onChange({ sayIt })} />
        <div className="field">
          <span className="label">{t('symbol')}</span>
          <button
            type="button"
            className={styles.symbolButton}
            onClick={() => setPicking(true)}
            aria-label={`${t('chooseSymbol')}: ${symbol?.title ?? t('noSymbol')}`}
          >
            <GoalSymbol symbol={symbol} size={40} />
            <span>{symbol?.title ?? t('noSymbol')}</span>
            <Icon name="pen" size={16} />
          </button>
        </div>
      </div>
      <Choice
        label={t('lens_question')}
        value={goal.lens}
        options={Lens.options.map((value) => ({ value, label: t(`lenses.${value}`) }))}
        onChange={(lens) => onChange({ lens })}
      />
      <div className={`${partsStyles.fieldPair} ${partsStyles.thirds}`}>
        <Pick
          label={t('skillSet')}
          value={goal.skillSet}
          options={sets.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(skillSet) => onChange({ skillSet, family: sets.find(({ code }) => code === skillSet)?.family ?? goal.family })}
        />
        <Pick
          label={t('yearFrom')}
          value={String(goal.yearFrom)}
          options={yearList}
          onChange={(year) => onChange({ yearFrom: Number(year), yearTo: Math.max(goal.yearTo, Number(year)) })}
        />
        <Pick
          label={t('yearTo')}
          value={String(goal.yearTo)}
          options={yearList}
          onChange={(year) => onChange({ yearTo: Number(year), yearFrom: Math.min(goal.yearFrom, Number(year)) })}
        />
      </div>
      <Text label={t('lookFor')} lines={2} maxLength={400} value={goal.lookFor} onChange={(lookFor) => onChange({ lookFor })} />
      <Text label={t('model')} lines={2} maxLength={400} value={goal.model} onChange={(model) => onChange({ model })} />
      <Text label={t('adapt')} lines={2} maxLength={400} value={goal.adapt} onChange={(adapt) => onChange({ adapt })} />
      <div className="field">
        <GoalPicker
          label={t('prerequisites')}
          without={[goal.code, ...goal.prerequisites]}
          onPick={(code) => onChange({ prerequisites: [...goal.prerequisites, code] })}
        />
        {goal.prerequisites.length > 0 && (
          <ul className={bankStyles.pickedGoals}>
            {goal.prerequisites.map((code) => (
              <li key={code}>
                <GoalSymbol symbol={symbols.get(goals.get(code)?.symbol ?? '')} size={24} />
                <span className="child">{goals.get(code)?.pupilText ?? code}</span>
                <Button
                  look="ghost"
                  icon
                  small
                  label={t('takeOff', { what: goals.get(code)?.pupilText ?? code })}
                  onPress={() => onChange({ prerequisites: goal.prerequisites.filter((one) => one !== code) })}
                >
                  <Icon name="close" size={16} />
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {picking && (
        <SymbolPicker
          symbol={goal.symbol}
          onClose={() => setPicking(false)}
          onPick={(code) => {
            onChange({ symbol: code });
            setPicking(false);
          }}
        />
      )}
    </section>
  );
}
