import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoals } from '../../../api/useGoals.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import type { Member } from './groupMoves.ts';
import styles from './Groups.module.css';

export const NAME_DRAG = 'application/x-stepwall-name';

interface NameCardProps {
  readonly pupil: string;
  readonly role?: Member['role'];
  readonly picked: boolean;
  readonly onPick: () => void;
  readonly onMove: (step: 1 | -1) => void;
  /** Absent where the card lies at no table. */
  readonly onTakeOut?: () => void;
}

/** A pupil on a card: dragged, picked up with a tap and put down with another, or moved with the arrow keys. */
export function NameCard({ pupil, role = null, picked, onPick, onMove, onTakeOut }: NameCardProps): ReactNode {
  const { t } = useTranslation('groups');
  const { nameOf, states, goals, symbols } = useGoals();
  const goal = goals.get(states.get(pupil)?.active.at(-1)?.goal ?? '');
  return (
    <button
      type="button"
      className={picked ? `${styles.nameCard} ${styles.picked}` : styles.nameCard}
      aria-pressed={picked}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(NAME_DRAG, pupil);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onClick={onPick}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight' || event.key === 'ArrowDown') onMove(1);
        else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') onMove(-1);
        else if (event.key === 'Delete' && onTakeOut !== undefined) onTakeOut();
        else return;
        event.preventDefault();
      }}
    >
      {goal !== undefined && (
        <i aria-hidden="true">
          <GoalSymbol symbol={symbols.get(goal.symbol ?? '')} size={26} />
        </i>
      )}
      <span>
        <b>{nameOf(pupil)}</b>
        {role !== null && <small>{t(`roles.${role}`)}</small>}
      </span>
    </button>
  );
}
