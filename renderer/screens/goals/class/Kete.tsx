import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InKete } from '../../../../core/goals/evidence.ts';
import type { PupilGoals } from '../../../../core/goals/pupilGoals.ts';
import { today } from '../../../../core/kernel/days.ts';
import { useApp } from '../../../api/app.tsx';
import { useGoals } from '../../../api/useGoals.tsx';
import { ActionMenu } from '../../../components/ActionMenu.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Basket } from '../Basket.tsx';
import type { Wish } from '../choice/useChoosing.tsx';
import styles from './GoalClass.module.css';

const elsewhere = ['inquiry', 'notes', 'diagram', 'maths', 'other'] as const;

/** What is mastered, as it lies in the basket: it only grows. */
export function Kete({ pupil, state, onChoose }: { pupil: string; state: PupilGoals; onChoose: (wish: Wish) => void }): ReactNode {
  const { t } = useTranslation('goalClass');
  const { nameOf } = useGoals();
  return (
    <section className={styles.kete} aria-labelledby="kete">
      <div className={styles.keteHandles} aria-hidden="true" />
      <div className={styles.keteWeave}>
        <h2 id="kete">{t('kete', { name: nameOf(pupil) })}</h2>
        {state.kete.length === 0 ? (
          <div className={styles.keteEmpty}>
            <Basket width={120} />
            <p>{t('keteEmpty')}</p>
          </div>
        ) : (
          <ul>
            {state.kete.map((kept) => (
              <Kept key={kept.goal} pupil={pupil} kept={kept} onChoose={onChoose} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function Kept({ pupil, kept, onChoose }: { pupil: string; kept: InKete; onChoose: (wish: Wish) => void }): ReactNode {
  const { t } = useTranslation('goalClass');
  const { say } = useApp();
  const { bank, goals, symbols, tell } = useGoals();
  // As it was worded when it went in.
  const goal = bank.goals.find(({ code, version }) => code === kept.goal && version === kept.goalVersion) ?? goals.get(kept.goal);
  const words = goal?.pupilText ?? kept.goal;
  async function note(context: (typeof elsewhere)[number]): Promise<void> {
    const date = today();
    const talk = { fixedTogether: false, praise: [], says: null, seconds: null, supersedes: null };
    const told = await tell('goals.confer', { pupil, date, goal: kept.goal, outcome: 'by-myself', context, ...talk });
    if (told !== null) say(t('noted'), () => void tell('goals.takeBack', { pupil, date, entry: told.entry }));
  }
  const outside = kept.contexts.filter((context) => context !== 'writing');
  return (
    <li>
      <GoalSymbol symbol={symbols.get(goal?.symbol ?? '')} size={52} />
      <span className="child">{words}</span>
      {outside.length > 0 && <small>{t('elsewhere', { where: outside.map((context) => t(`contexts.${context}`)).join(', ') })}</small>}
      <ActionMenu
        label={t('keteMore', { goal: words })}
        actions={[
          { id: 'look-after', label: t('lookAfter'), run: () => onChoose({ goal: kept.goal, origin: 'look-after', why: '' }) },
          ...elsewhere
            .filter((context) => !kept.contexts.includes(context))
            .map((context) => ({ id: context, label: t(`seenIn.${context}`), run: () => void note(context) })),
        ]}
      />
    </li>
  );
}
