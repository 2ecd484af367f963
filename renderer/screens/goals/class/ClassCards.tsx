import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { masteryOf } from '../../../../core/goals/mastery.ts';
import { today } from '../../../../core/kernel/days.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { hrefTo } from '../../../route.ts';
import { lastSeen } from '../lastSeen.ts';
import { SpaceFilter } from '../SpaceFilter.tsx';
import { SuccessBoxes } from '../SuccessBoxes.tsx';
import styles from './GoalClass.module.css';

/** The class as cards, in the order of the class list; who has no goal comes first. */
export function ClassCards(): ReactNode {
  const { t } = useTranslation('goalClass');
  const { pupils, states } = useGoals();
  const [space, setSpace] = useState('');
  const here = pupils.filter((pupil) => space === '' || pupil.space === space).map(({ id }) => id);
  const hasGoal = (id: string): boolean => (states.get(id)?.active.length ?? 0) > 0;
  return (
    <main className={`screen ${styles.goalClass}`}>
      <header className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="quiet">{t('lead')}</p>
        </div>
        <SpaceFilter space={space} onChange={setSpace} />
      </header>
      <ul className={styles.goalCards}>
        {[...here.filter((id) => !hasGoal(id)), ...here.filter(hasGoal)].map((id) => (
          <li key={id}>
            <Card id={id} />
          </li>
        ))}
      </ul>
    </main>
  );
}

function Card({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('goalClass');
  const { states, goals, symbols, nameOf } = useGoals();
  const state = states.get(id);
  const active = state?.active.at(-1);
  const goal = goals.get(active?.goal ?? '');
  const { ready, tooBig } = masteryOf(active?.outcomes ?? []);
  return (
    <a className={goal ? `${styles.goalCard} card` : `${styles.goalCard} card ${styles.without}`} href={hrefTo({ place: 'goals', part: 'class', pupil: id })}>
      <GoalSymbol symbol={symbols.get(goal?.symbol ?? '')} size={64} />
      <span>
        <b>{nameOf(id)}</b>
        <span className="child">{goal?.pupilText ?? t('noGoal')}</span>
        <span className={styles.goalCardFoot}>
          {active && <SuccessBoxes outcomes={active.outcomes} size={18} />}
          <small>{lastSeen(t, state?.seen ?? [], today())}</small>
          {active && ready && !active.lookingAfter && <em>{t('readyFlag')}</em>}
          {tooBig && <em>{t('smallerFlag')}</em>}
        </span>
      </span>
    </a>
  );
}
