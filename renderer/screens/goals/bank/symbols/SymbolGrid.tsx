import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { goalsInUse } from '../../../../../core/goals/bank.ts';
import { useGoals } from '../../../../api/useGoals.tsx';
import { Text } from '../../../../components/Fields.tsx';
import { GoalSymbol } from '../../../../components/GoalSymbol.tsx';
import { hasWords } from '../../findWords.ts';
import bankStyles from '../Bank.module.css';
import styles from './Symbols.module.css';

/** Every symbol of the school, to be found by its title, its recipe or the goal that uses it. Free ones come first where `freeFirst`. */
export function SymbolGrid({
  chosen,
  onChoose,
  freeFirst = false,
}: {
  chosen: string | null;
  onChoose: (code: string) => void;
  freeFirst?: boolean;
}): ReactNode {
  const { t } = useTranslation('bank');
  const { bank, symbols } = useGoals();
  const [words, setWords] = useState('');
  const users = Map.groupBy(goalsInUse(bank), ({ symbol }) => symbol ?? '');
  const isTaken = (code: string): number => Number(freeFirst && users.has(code));
  const found = [...symbols.values()]
    .filter(({ status }) => status !== 'retired')
    .filter(({ code, title, recipe }) => hasWords([title, recipe, ...(users.get(code) ?? []).map(({ pupilText }) => pupilText)].join(' '), words))
    .sort((a, b) => isTaken(a.code) - isTaken(b.code) || a.title.localeCompare(b.title));
  return (
    <div className={styles.symbolGridFrame}>
      <Text label={t('searchSymbols')} labelHidden placeholder={t('searchSymbols')} value={words} onChange={setWords} />
      {found.length === 0 && <p className={`quiet ${bankStyles.nothing}`}>{t('noSymbolFound')}</p>}
      <ul className={styles.symbolGrid}>
        {found.map((symbol) => {
          const [user] = users.get(symbol.code) ?? [];
          return (
            <li key={symbol.code}>
              <button
                type="button"
                className={symbol.code === chosen ? `${styles.symbolTile} ${styles.chosen}` : styles.symbolTile}
                aria-pressed={symbol.code === chosen}
                title={user?.pupilText ?? t('free')}
                onClick={() => onChoose(symbol.code)}
              >
                <GoalSymbol symbol={symbol} size={48} />
                <span aria-hidden="true">{symbol.title}</span>
                {user === undefined && <i className={bankStyles.chip}>{t('free')}</i>}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
