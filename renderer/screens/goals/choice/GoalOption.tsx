import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Goal } from '../../../../core/goals/goal.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import styles from './Choice.module.css';

/** A goal to be chosen: symbol, the pupil's words, and why. */
export function GoalOption({ goal, notes, small = false, onPress }: { goal: Goal; notes: readonly string[]; small?: boolean; onPress: () => void }): ReactNode {
  const { symbols } = useGoals();
  return (
    <AriaButton className={small ? `${styles.goalOption} ${styles.small}` : styles.goalOption!} onPress={onPress}>
      <GoalSymbol symbol={symbols.get(goal.symbol ?? '')} size={small ? 40 : 60} />
      <span>
        <b className="child">{goal.pupilText}</b>
        {notes.map((note) => (
          <small key={note}>{note}</small>
        ))}
      </span>
    </AriaButton>
  );
}
