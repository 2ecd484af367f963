import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { goalsNow, inYear } from '../../../../core/goals/bank.ts';
import { Family, Lens } from '../../../../core/goals/goal.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { Pick, Text } from '../../../components/Fields.tsx';
import { GoalList } from './GoalList.tsx';
import { everything, fits, isFiltered, type GoalFilter } from './goalFilter.ts';
import { cellName, cellOf, Matrix, openCell } from './Matrix.tsx';
import { useBank } from './useBank.tsx';
import styles from './Bank.module.css';

const statuses = ['in-use', 'draft', 'agreed', 'retired'] as const;

/** The whole bank as a picture, and beside it the goals of a place in it, or those that were looked for. */
export function BankMap({ item, onPack }: { item?: string; onPack: (goals: readonly string[]) => void }): ReactNode {
  const { t } = useTranslation('bank');
  const { bank } = useGoals();
  const { sets } = useBank();
  const [filter, setFilter] = useState<GoalFilter>(everything);
  const change = (part: Partial<GoalFilter>): void => setFilter((now) => ({ ...now, ...part }));
  const sought = useDeferredValue(filter);
  const inOrder = useMemo(() => goalsNow(bank), [bank]);
  const found = useMemo(() => inOrder.filter((goal) => fits(goal, sought, sets)), [inOrder, sought, sets]);
  const cell = cellOf(item, sets);
  const shown = cell === null ? found : found.filter((goal) => goal.skillSet === cell.set.code && inYear(goal, cell.year));
  return (
    <div className={styles.map}>
      <Matrix cell={cell === null ? null : cellName(cell.set.code, cell.year)} found={found} filtered={isFiltered(sought)} />
      <section className={styles.side} aria-label={t('goals')}>
        <div className={styles.filter} role="search">
          <div className={styles.search}>
            <Text label={t('search')} labelHidden placeholder={t('search')} value={filter.words} onChange={(words) => change({ words })} />
            {(isFiltered(filter) || cell !== null) && (
              <Button
                small
                look="ghost"
                onPress={() => {
                  setFilter(everything);
                  openCell(null);
                }}
              >
                {t('showAll')}
              </Button>
            )}
          </div>
          <div>
            <Pick
              label={t('lens')}
              labelHidden
              value={filter.lens}
              options={[{ value: 'all', label: t('anyLens') }, ...Lens.options.map((value) => ({ value, label: t(`lenses.${value}`) }))]}
              onChange={(lens) => change({ lens })}
            />
            <Pick
              label={t('family')}
              labelHidden
              value={filter.family}
              options={[{ value: 'all', label: t('anyFamily') }, ...Family.options.map((value) => ({ value, label: t(`families.${value}`) }))]}
              onChange={(family) => change({ family })}
            />
            <Pick
              label={t('status')}
              labelHidden
              value={filter.status}
              options={statuses.map((value) => ({ value, label: t(`statuses.${value}`) }))}
              onChange={(status) => change({ status })}
            />
          </div>
        </div>
        <GoalList goals={shown} cell={cell} filtered={isFiltered(sought)} onPack={onPack} />
      </section>
    </div>
  );
}
