import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { coverage, inYear } from '../../../../core/goals/bank.ts';
import { FIRST_YEAR, LAST_YEAR, type Goal, type SkillSet } from '../../../../core/goals/goal.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { go } from '../../../route.ts';
import { useBank } from './useBank.tsx';
import styles from './Matrix.module.css';

/** So many symbols fit into a cell. */
const MOST_SYMBOLS = 3;
export const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

export interface OpenCell {
  readonly set: SkillSet;
  readonly year: number;
}

/** A cell as the address has it, such as `HW.2`. */
export const cellName = (set: string, year: number): string => `${set}.${year}`;

export function cellOf(name: string | undefined, sets: readonly SkillSet[]): OpenCell | null {
  const [code, year] = name?.split('.') ?? [];
  const set = sets.find((one) => one.code === code);
  return set === undefined || !years.includes(Number(year)) ? null : { set, year: Number(year) };
}

export const openCell = (name: string | null): void => go({ place: 'goals', part: 'bank', view: 'map', ...(name !== null && { item: name }) });

/** Year by skill set. Arrow keys go from cell to cell, Enter opens one; an open one closes by the same key or click. */
export function Matrix({ cell, found, filtered }: { cell: string | null; found: readonly Goal[]; filtered: boolean }): ReactNode {
  const { t } = useTranslation('bank');
  const { bank, symbols } = useGoals();
  const { sets } = useBank();
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const thin = useMemo(() => new Set(coverage(bank).flatMap((one) => (one.thin ? [cellName(one.skillSet, one.year)] : []))), [bank]);
  const move = (event: KeyboardEvent): void => {
    const [down, right] = steps[event.key] ?? [0, 0];
    const next = [
      within(at[0] + down, sets.length),
      event.key === 'Home' ? 0 : event.key === 'End' ? years.length - 1 : within(at[1] + right, years.length),
    ] as const;
    if (next[0] === at[0] && next[1] === at[1]) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-at="${next.join('-')}"]`)?.focus();
  };
  return (
    <div className={styles.matrixFrame}>
      <table className={styles.matrix} role="grid" aria-label={t('matrix')} ref={grid} onKeyDown={move}>
        <thead>
          <tr>
            <td />
            {years.map((year) => (
              <th key={year} scope="col">
                {t('year', { year })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sets.map((set, row) => (
            <tr key={set.code} className={set.parent === null ? '' : styles.nested} data-family={set.family}>
              <th scope="row">
                <span>{set.name}</span>
              </th>
              {years.map((year, column) => {
                const name = cellName(set.code, year);
                const here = found.filter((goal) => goal.skillSet === set.code && inYear(goal, year));
                const room = !filtered && thin.has(name);
                const drawn = here.flatMap((goal) => symbols.get(goal.symbol ?? '') ?? []).slice(0, MOST_SYMBOLS);
                const look = [styles.cell, room ? styles.thin : '', here.length === 0 && !room ? styles.bare : '', name === cell ? styles.open : '']
                  .filter(Boolean)
                  .join(' ');
                return (
                  <td key={year} role="gridcell" aria-selected={name === cell}>
                    <button
                      type="button"
                      className={look}
                      data-at={`${row}-${column}`}
                      tabIndex={row === at[0] && column === at[1] ? 0 : -1}
                      aria-label={[`${set.name}, ${t('year', { year })}: ${t('goalCount', { count: here.length })}`, room ? t('room') : '']
                        .filter(Boolean)
                        .join(', ')}
                      onFocus={() => setAt([row, column])}
                      onClick={() => openCell(name === cell ? null : name)}
                    >
                      <b>{here.length === 0 && !room ? '·' : here.length}</b>
                      {room ? (
                        <small>{t('room')}</small>
                      ) : (
                        <span className={styles.cellSymbols} aria-hidden="true">
                          {drawn.map((symbol) => (
                            <GoalSymbol key={symbol.code} symbol={symbol} size={20} />
                          ))}
                        </span>
                      )}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={`${styles.matrixKey} quiet`}>
        <span data-family="transcription">{t('families.transcription')}</span>
        <span data-family="composition">{t('families.composition')}</span>
        <span data-family="process">{t('families.process')}</span>
        <span className={styles.keyThin}>{t('room')}</span>
      </p>
    </div>
  );
}

const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
