import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Origin } from '../../../../core/goals/evidenceLog.ts';
import { useApp } from '../../../api/app.tsx';
import { today } from '../../../../core/kernel/days.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import styles from './Choice.module.css';

export interface Wish {
  readonly goal: string;
  readonly origin: Origin;
  readonly why: string;
  /** The goal it stands in for: it rests, or was split. */
  readonly insteadOf?: { readonly goal: string; readonly reason: 'paused' | 'split' };
}

export interface Choosing {
  /** Chooses at once where nothing stands in the way; asks before a second goal. */
  choose(wish: Wish): void;
  readonly question: ReactNode;
}

/** Chooses goals for one pupil. Every choice can be taken back. */
export function useChoosing(pupil: string, onChosen?: () => void): Choosing {
  const { t } = useTranslation('goalClass');
  const { t: common } = useTranslation();
  const { say } = useApp();
  const { states, goals, tell, nameOf } = useGoals();
  const [asking, setAsking] = useState<Wish | null>(null);
  const active = states.get(pupil)?.active ?? [];
  const wordsOf = (goal: string): string => goals.get(goal)?.pupilText ?? '';

  const settle = useCallback(
    async ({ goal, origin, why }: Wish, rest: Wish['insteadOf'] | null, second: boolean) => {
      setAsking(null);
      const rested = rest && (await tell('goals.rest', { pupil, date: today(), ...rest }));
      if (rest && rested === null) return;
      const told = await tell('goals.choose', { pupil, date: today(), goal, origin, why: why.slice(0, 300), second, confirmed: second });
      const entries = [...(told ? [told.entry] : []), ...(rested ? [rested.entry] : [])];
      if (told === null && entries.length === 0) return;
      const back = async (): Promise<void> => {
        for (const entry of entries) await tell('goals.takeBack', { pupil, date: today(), entry });
      };
      say(t('chosen', { name: nameOf(pupil), goal: goals.get(goal)?.pupilText ?? '' }), () => void back());
      onChosen?.();
    },
    [tell, pupil, say, t, nameOf, goals, onChosen],
  );

  const choose = (wish: Wish): void => {
    const others = active.filter(({ goal }) => goal !== wish.insteadOf?.goal);
    if (active.some(({ goal }) => goal === wish.goal)) say(t('chosenAlready'));
    else if (wish.insteadOf !== undefined) void settle(wish, wish.insteadOf, others.length > 0);
    else if (active.length === 0) void settle(wish, null, false);
    else setAsking(wish);
  };

  const question = asking && (
    <Dialog title={t(active.length > 1 ? 'askThird' : 'askSecond')} open onClose={() => setAsking(null)}>
      <p className={`child ${styles.goalSaid}`}>“{wordsOf(asking.goal)}”</p>
      <p>{t(active.length > 1 ? 'askThird_hint' : 'askSecond_hint')}</p>
      <div className={styles.goalAnswers}>
        {active.map(({ goal }) => (
          <Button
            key={goal}
            look={active.length === 1 ? 'go' : 'plain'}
            onPress={() => void settle(asking, active.length > 1 ? { goal, reason: 'paused' } : null, active.length > 1)}
          >
            {t('letRest', { goal: wordsOf(goal) })}
          </Button>
        ))}
        {active.length === 1 && <Button onPress={() => void settle(asking, null, true)}>{t('bothGoals')}</Button>}
        <Button look="ghost" onPress={() => setAsking(null)}>
          {common('cancel')}
        </Button>
      </div>
    </Dialog>
  );
  return { choose, question };
}
