import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { goalsInUse } from '../../../../../core/goals/bank.ts';
import { useGoals } from '../../../../api/useGoals.tsx';
import { Button } from '../../../../components/Button.tsx';
import { Icon } from '../../../../components/Icon.tsx';
import { go, hrefTo } from '../../../../route.ts';
import { retired } from '../changes.ts';
import { useBank } from '../useBank.tsx';
import { PrintButton } from '../PrintButton.tsx';
import { SymbolEditor } from './SymbolEditor.tsx';
import { SymbolGrid } from './SymbolGrid.tsx';
import bankStyles from '../Bank.module.css';
import styles from '../Parts.module.css';

/** How the address calls a symbol that is not there yet. */
const NEW = '+';
const open = (item: string): void => go({ place: 'goals', part: 'bank', view: 'symbols', item });

/** The school's symbols: what each stands for, and a square to draw new ones in. */
export function SymbolsView({ item }: { item?: string }): ReactNode {
  const { t } = useTranslation('bank');
  const { bank, symbols } = useGoals();
  const { save } = useBank();
  const symbol = symbols.get(item ?? '');
  const users = symbol === undefined ? [] : goalsInUse(bank).filter((goal) => goal.symbol === symbol.code);
  return (
    <div className={`${styles.twoParts} ${styles.symbolsView}`}>
      <section className={styles.part} aria-label={t('tabs.symbols')}>
        <div className={styles.partHead}>
          <Button onPress={() => open(NEW)}>
            <Icon name="pen" size={18} />
            {t('drawOne')}
          </Button>
          <PrintButton label={t('printLegend')} wish={(sheetSize) => ({ what: 'legend', sheetSize, skillSets: null, years: null })} />
        </div>
        <SymbolGrid chosen={symbol?.code ?? null} onChoose={open} />
      </section>
      <section className={`${styles.part} card`}>
        {symbol === undefined && item !== NEW ? (
          <div className="empty">
            <Icon name="pen" size={48} />
            <h2>{t('symbols_empty')}</h2>
            <p>{t('symbols_empty_hint')}</p>
          </div>
        ) : (
          <>
            <SymbolEditor key={`${item} ${symbol?.version}`} symbol={symbol ?? null} onSaved={open} />
            {symbol && users.length > 0 && (
              <>
                <h3>{t('usedBy')}</h3>
                <ul className={bankStyles.pickedGoals}>
                  {users.map((goal) => (
                    <li key={goal.code}>
                      <a className="child" href={hrefTo({ place: 'goals', part: 'bank', view: 'goal', item: goal.code })}>
                        {goal.pupilText}
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            )}
            {symbol && users.length === 0 && (
              <Button
                small
                look="ghost"
                onPress={() =>
                  save([retired({ kind: 'symbol', item: symbol })], t('symbolRetired'), () => go({ place: 'goals', part: 'bank', view: 'symbols' }))
                }
              >
                {t('retireSymbol')}
              </Button>
            )}
          </>
        )}
      </section>
    </div>
  );
}
