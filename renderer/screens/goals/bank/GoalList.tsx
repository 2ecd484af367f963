import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ENOUGH } from '../../../../core/goals/bank.ts';
import type { Goal, SkillSet } from '../../../../core/goals/goal.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { go } from '../../../route.ts';
import { GoalCard } from './GoalCard.tsx';
import type { OpenCell } from './Matrix.tsx';
import { newGoal } from './newGoal.ts';
import { useBank } from './useBank.tsx';
import { keepCopy, useCopies } from './workingCopies.ts';
import styles from './Bank.module.css';

interface GoalListProps {
  readonly goals: readonly Goal[];
  readonly cell: OpenCell | null;
  readonly filtered: boolean;
  readonly onPack: (goals: readonly string[]) => void;
}

/** Goals as cards, by skill set, with room for one more at every place; some can be chosen for a pack. */
export function GoalList({ goals, cell, filtered, onPack }: GoalListProps): ReactNode {
  const { t } = useTranslation('bank');
  const { sets } = useBank();
  const { goals: known } = useGoals();
  const copies = useCopies();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const places = cell === null ? sets : [cell.set];
  const add = (set: SkillSet): void => {
    const goal = newGoal(set, cell?.year ?? set.yearFrom, cell?.year ?? set.yearTo, known.values());
    keepCopy(goal);
    go({ place: 'goals', part: 'bank', view: 'goal', item: goal.code });
  };
  const choose = useCallback(
    (code: string): void =>
      setChosen((now) => {
        const next = new Set(now);
        if (!next.delete(code)) next.add(code);
        return next;
      }),
    [],
  );
  const unsaved = [...copies.values()].filter(({ code }) => !known.has(code));
  return (
    <>
      <div className={styles.goalList} tabIndex={0} role="group" aria-label={t('goals')}>
        {unsaved.length > 0 && (
          <Section title={t('unsaved')}>
            {unsaved.map((goal) => (
              <GoalCard key={goal.code} goal={goal} />
            ))}
          </Section>
        )}
        {goals.length === 0 && filtered && <p className={`quiet ${styles.nothing}`}>{t('noneFound')}</p>}
        {places.map((set) => {
          const here = goals.filter((goal) => goal.skillSet === set.code);
          if (here.length === 0 && (filtered || cell === null)) return null;
          return (
            <Section key={set.code} title={cell === null ? set.name : t('cell', { set: set.name, year: cell.year })}>
              {here.map((goal) => (
                <GoalCard key={goal.code} goal={goal} chosen={chosen.has(goal.code)} onChoose={choose} />
              ))}
              {!filtered && cell !== null && here.length < ENOUGH && <p className={styles.roomTip}>{t('roomTip', { count: ENOUGH - here.length })}</p>}
              <Button small onPress={() => add(set)}>
                <Icon name="plus" size={16} />
                {t('addHere')}
              </Button>
            </Section>
          );
        })}
      </div>
      {chosen.size > 0 && (
        <div className={styles.chosenBar}>
          <span>{t('chosen', { count: chosen.size })}</span>
          <Button small look="ghost" onPress={() => setChosen(new Set())}>
            {t('chooseNone')}
          </Button>
          <Button small onPress={() => onPack([...chosen])}>
            {t('packChosen')}
          </Button>
        </div>
      )}
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className={styles.goalSection}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
