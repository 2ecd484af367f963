import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../api/app.tsx';
import type { Told } from '../../../../core/goals/pupilGoals.ts';
import { today } from '../../../../core/kernel/days.ts';
import type { Deed } from '../../../api/useDeeds.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import type { Wall } from '../../../api/useWall.ts';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { LevelBadge } from '../../../components/LevelBadge.tsx';
import { hrefTo } from '../../../route.ts';
import { AtTheTop } from './AtTheTop.tsx';
import { GoalChoices } from './GoalChoices.tsx';
import styles from './Place.module.css';

const LONGEST_REASON = 300;

interface NextStepsProps {
  readonly wall: Wall;
  /** Has a place on the chart. */
  readonly pupil: string;
  /** At the pupil's turn: the words are for a seven-year-old, and this is called when a goal was chosen. */
  readonly onChosen?: (goal: string) => void;
  /** Chooses a goal so that it can be taken back. */
  readonly onDeed?: (deed: Deed) => void;
}

/** From a place on the chart to a goal in two presses: what the next level asks, then the small step that leads there. */
export function NextSteps({ wall, pupil, onChosen, onDeed }: NextStepsProps): ReactNode {
  const { t } = useTranslation('place');
  const { goals, symbols, states, tell, nameOf } = useGoals();
  const [opened, setOpened] = useState<string | null>(null);
  const { value: next, again } = useAnswer('placements.next', { wall: wall.id, pupil, date: today() });
  const mine = onChosen !== undefined;
  const choose = (goal: string, why: string): void => {
    const write = (): Promise<Told | null> =>
      tell('goals.choose', { pupil, date: today(), goal, origin: 'chart', why: why.slice(0, LONGEST_REASON), second: false, confirmed: false });
    if (onChosen) return void write().then((told) => told !== null && onChosen(goal));
    let entry: string | null = null;
    onDeed?.({
      message: t('undo.choose', { name: nameOf(pupil) }),
      told: false,
      async run() {
        entry = (await write())?.entry ?? null;
        if (entry === null) return false;
        setOpened(null);
        return again();
      },
      async back() {
        if (entry !== null) await tell('goals.takeBack', { pupil, date: today(), entry });
        again();
      },
    });
  };
  if (next === null) return <section className={styles.nextSteps} aria-busy="true" />;
  const { level, qualifiers } = next;
  if (level === null) return <AtTheTop pupil={pupil} mine={mine} onChoose={(goal) => choose(goal, t('afterTop'))} />;
  const step = wall.chart.levels.findIndex(({ id }) => id === level.id);
  const active = goals.get(states.get(pupil)?.active.at(-1)?.goal ?? '');
  return (
    <section className={mine ? `${styles.nextSteps} child` : styles.nextSteps} aria-label={t('next')}>
      <header>
        {step >= 0 && <LevelBadge label={level.label} step={step} steps={wall.chart.levels.length} />}
        <h2>{mine ? t('nextMine') : t('next')}</h2>
        {!mine && active !== undefined && (
          <p className={styles.worksOn} role="status">
            <GoalSymbol symbol={symbols.get(active.symbol ?? '')} size={30} /> {t('worksOn', { name: nameOf(pupil) })}{' '}
            <b className="child">{active.pupilText}</b>
          </p>
        )}
      </header>
      <ul className={styles.asks}>
        {qualifiers.map(({ id, text, tied, goals: fitting }) => (
          <li key={id} className={id === opened ? `card ${styles.open}` : 'card'}>
            <button type="button" aria-expanded={id === opened} className={`${styles.nextAsk} child`} onClick={() => setOpened(id === opened ? null : id)}>
              <span>{text}</span>
              <span className={styles.askSymbols} aria-hidden="true">
                {fitting.map(({ goal }) => (
                  <GoalSymbol key={goal} symbol={symbols.get(goals.get(goal)?.symbol ?? '')} size={28} />
                ))}
              </span>
            </button>
            {id === opened && (
              <>
                {!mine && !tied && fitting.length > 0 && <p className="quiet">{t('byWords')}</p>}
                <GoalChoices suggested={fitting} mine={mine} onChoose={(goal) => choose(goal, text)} />
                {fitting.length === 0 && (
                  <p className="quiet">
                    {mine ? t('askTeacher') : t('nothingFits')} {!mine && <a href={hrefTo({ place: 'goals', part: 'class', pupil })}>{t('wholeBank')}</a>}
                  </p>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
