import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActiveGoal } from '../../../../core/goals/evidence.ts';
import { masteryOf } from '../../../../core/goals/mastery.ts';
import type { PupilGoals } from '../../../../core/goals/pupilGoals.ts';
import { today } from '../../../../core/kernel/days.ts';
import { useApp } from '../../../api/app.tsx';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { SuccessBoxes } from '../SuccessBoxes.tsx';
import type { Wish } from '../choice/useChoosing.tsx';
import { IntoKete } from '../confer/Offers.tsx';
import { SmallerDialog } from './SmallerDialog.tsx';
import styles from './GoalClass.module.css';

interface NowGoalsProps {
  readonly pupil: string;
  readonly state: PupilGoals;
  readonly onChoose: (wish: Wish) => void;
}

/** What the child works on, and what rests. */
export function NowGoals({ pupil, state, onChoose }: NowGoalsProps): ReactNode {
  const { t } = useTranslation('goalClass');
  const { goals } = useGoals();
  return (
    <section aria-labelledby="now">
      <h2 id="now">{t('nowTitle')}</h2>
      {state.active.length === 0 && <p className="tip">{t('nothingNow')}</p>}
      {state.active.map((active) => (
        <NowGoal key={active.goal} pupil={pupil} active={active} onChoose={onChoose} />
      ))}
      {state.resting.length > 0 && (
        <p className={styles.resting}>
          <span className="label">{t('resting')}</span>
          {state.resting.map((code) => (
            <Button
              key={code}
              small
              label={t('takeUp', { goal: goals.get(code)?.pupilText ?? code })}
              onPress={() => onChoose({ goal: code, origin: 'bank', why: '' })}
            >
              <Icon name="turn" size={16} />
              {goals.get(code)?.sayIt || goals.get(code)?.pupilText}
            </Button>
          ))}
        </p>
      )}
    </section>
  );
}

const saying = { yes: 'saysIt', 'with-symbol': 'saysWithSymbol', 'not-yet': 'saysNotYet' } as const;

function NowGoal({ pupil, active, onChoose }: { pupil: string; active: ActiveGoal; onChoose: (wish: Wish) => void }): ReactNode {
  const { t } = useTranslation('goalClass');
  const { goals, symbols, tell } = useGoals();
  const { say } = useApp();
  const [asking, setAsking] = useState<'kete' | 'smaller' | null>(null);
  const goal = goals.get(active.goal);
  const { ready, tooBig } = masteryOf(active.outcomes);
  const close = (): void => setAsking(null);
  async function rest(): Promise<void> {
    const told = await tell('goals.rest', { pupil, date: today(), goal: active.goal, reason: 'paused' });
    if (told !== null) say(t('rested', { goal: goal?.pupilText ?? '' }), () => void tell('goals.takeBack', { pupil, date: today(), entry: told.entry }));
  }
  async function master(): Promise<void> {
    const told = await tell('goals.master', { pupil, date: today(), goal: active.goal, because: ready ? 'three-times' : 'teacher-says' });
    if (told !== null) say(t('wentIn', { goal: goal?.pupilText ?? '' }), () => void tell('goals.unmaster', { pupil, date: today(), entry: told.entry }));
  }
  return (
    <article className={`${styles.nowGoal} card`}>
      <GoalSymbol symbol={symbols.get(goal?.symbol ?? '')} size={104} />
      <div>
        <p className={`child ${styles.nowWords}`}>{goal?.pupilText}</p>
        {goal && goal.sayIt !== '' && <p className="child">“{goal.sayIt}”</p>}
        <p className={styles.nowFacts}>
          <SuccessBoxes outcomes={active.outcomes} />
          <span className="quiet">
            {[
              t('since', { date: shortDay(active.since) }),
              ...(active.says === null ? [] : [t(saying[active.says])]),
              ...(active.lookingAfter ? [t('lookingAfter')] : []),
            ].join(' · ')}
          </span>
        </p>
        <div className={styles.nowActs}>
          <Button small look={ready ? 'go' : 'plain'} onPress={() => setAsking('kete')}>
            {t('intoKete')} …
          </Button>
          <Button small on={tooBig} onPress={() => setAsking('smaller')}>
            {t('split')} …
          </Button>
          <Button small onPress={() => void rest()}>
            {t('rest')}
          </Button>
        </div>
      </div>
      {asking === 'kete' && (
        <IntoKete
          pupil={pupil}
          goal={active.goal}
          onClose={close}
          onYes={() => {
            close();
            void master();
          }}
        />
      )}
      {asking === 'smaller' && goal && (
        <SmallerDialog
          goal={goal}
          pupil={pupil}
          onClose={close}
          onChoose={(wish) => {
            close();
            onChoose(wish);
          }}
        />
      )}
    </article>
  );
}

/** `2 Mar`, in the order that the teacher's computer writes it. */
export const shortDay = (day: string): string => new Date(`${day}T12:00:00`).toLocaleDateString(undefined, { day: 'numeric', month: 'short' });
