import type { ReactNode } from 'react';
import type { SuggestedGoal } from '../../../../core/goals/placement.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import styles from './Place.module.css';

/** Small steps to choose from, each with its symbol; the reasons are for the teacher. */
export function GoalChoices({
  suggested,
  mine,
  onChoose,
}: {
  suggested: readonly SuggestedGoal[];
  mine: boolean;
  onChoose: (goal: string) => void;
}): ReactNode {
  const { goals, symbols } = useGoals();
  return (
    <ul className={styles.goalChoices}>
      {suggested.map(({ goal, reasons }) => (
        <li key={goal}>
          <button type="button" onClick={() => onChoose(goal)}>
            <GoalSymbol symbol={symbols.get(goals.get(goal)?.symbol ?? '')} size={mine ? 72 : 44} />
            <span>
              <b className="child">{goals.get(goal)?.pupilText ?? goal}</b>
              {!mine && <small>{reasons.find(({ kind }) => kind !== 'chart')?.text ?? goals.get(goal)?.lookFor}</small>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
