import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoals } from '../../../api/useGoals.tsx';
import { ActionMenu, type MenuAction } from '../../../components/ActionMenu.tsx';
import { Button } from '../../../components/Button.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { lastSeen } from '../lastSeen.ts';
import { SuccessBoxes } from '../SuccessBoxes.tsx';
import type { Conference } from './useConference.ts';
import styles from './Confer.module.css';

interface ChildCardProps {
  readonly conference: Conference;
  readonly pupil: string;
  readonly actions: readonly MenuAction[];
  readonly onAway: () => void;
  readonly cardRef: Ref<HTMLElement>;
  /** What the app offers, or the goal to be chosen. */
  readonly children: ReactNode;
}

/** The child and the goal, to be read from two metres away. */
export function ChildCard({ conference, pupil, actions, onAway, cardRef, children }: ChildCardProps): ReactNode {
  const { t } = useTranslation('confer');
  const { t: inClass } = useTranslation('goalClass');
  const { goals, symbols, nameOf } = useGoals();
  const { goal: active, state, lesson, draft, mark } = conference;
  const goal = goals.get(active?.goal ?? '');
  const name = nameOf(pupil);
  return (
    <section className={`${styles.conferCard} card`} aria-label={name} tabIndex={-1} ref={cardRef}>
      <header>
        <h1>{name}</h1>
        <p className="quiet">{state && lastSeen(inClass, state.seen, lesson.day)}</p>
        <div className={styles.cardActs}>
          <Button small look="ghost" preventFocusOnPress onPress={onAway}>
            {t('away')}
          </Button>
          <ActionMenu label={t('moreOf', { name })} actions={actions} keepsNoFocus />
        </div>
      </header>
      {state && state.active.length > 1 && (
        <div className={styles.two} role="group" aria-label={t('twoGoals')}>
          {state.active.map((one) => (
            <Button
              key={one.goal}
              small
              preventFocusOnPress
              on={one.goal === active?.goal}
              aria-pressed={one.goal === active?.goal}
              onPress={() => mark({ ...draft, goal: one.goal })}
            >
              <GoalSymbol symbol={symbols.get(goals.get(one.goal)?.symbol ?? '')} size={22} />
              {goals.get(one.goal)?.sayIt}
            </Button>
          ))}
        </div>
      )}
      {goal && active && (
        <div className={styles.goal}>
          <GoalSymbol symbol={symbols.get(goal.symbol ?? '')} size={168} />
          <div>
            <p className={`child ${styles.goalWords}`}>{goal.pupilText}</p>
            {goal.sayIt !== '' && <p className={`child ${styles.goalSaid}`}>“{goal.sayIt}”</p>}
            <p className={styles.soFar}>
              <SuccessBoxes outcomes={active.outcomes} size={28} />
              {active.lookingAfter && <span className="quiet">{inClass('lookingAfter')}</span>}
            </p>
          </div>
        </div>
      )}
      {children}
    </section>
  );
}
