import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../../../core/kernel/days.ts';
import { useAnswer, useApp } from '../../../api/app.tsx';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { OutcomePicture } from '../OutcomePicture.tsx';
import { shortDay } from './NowGoals.tsx';
import { happeningsByDay, type Happening } from './happenings.ts';
import styles from './GoalClass.module.css';

/** What happened, day by day, the newest first. */
export function Timeline({ pupil }: { pupil: string }): ReactNode {
  const { t } = useTranslation('goalClass');
  const { value: story } = useAnswer('goals.pupil', { pupil }, ['goals.changed']);
  if (story === null) return null;
  const days = happeningsByDay(story);
  return (
    <section className={`${styles.story} card`} aria-labelledby="story">
      <h2 id="story">{t('story')}</h2>
      {days.length === 0 && <p className="quiet">{t('storyEmpty')}</p>}
      {days.map(({ date, happenings }) => (
        <div key={date} className={styles.storyDay}>
          <h3>{shortDay(date)}</h3>
          <ul>
            {happenings.map((one) => (
              <Row key={one.kind === 'outcome' ? one.id : `${one.kind} ${one.goal}`} pupil={pupil} one={one} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Row({ pupil, one }: { pupil: string; one: Happening }): ReactNode {
  const { t } = useTranslation('goalClass');
  const { say } = useApp();
  const { goals, symbols, tell } = useGoals();
  const goal = goals.get(one.goal);
  async function takeBack(entry: string): Promise<void> {
    const told = await tell('goals.takeBack', { pupil, date: today(), entry });
    if (told !== null) say(t('tookBack'), () => void tell('goals.takeBack', { pupil, date: today(), entry: told.entry }));
  }
  return (
    <li>
      {one.kind === 'outcome' ? <OutcomePicture outcome={one.outcome} size={30} /> : <Icon name={one.kind === 'kete' ? 'check' : 'pen'} size={24} />}
      <span>
        <b>{one.kind === 'outcome' ? t(`outcomes.${one.outcome}`) : t(one.kind === 'kete' ? 'intoTheKete' : 'begun')}</b>{' '}
        {one.kind === 'outcome' && <small>{t('inContext', { where: t(`contexts.${one.context}`) })}</small>}
        <span className="child">{goal?.sayIt || goal?.pupilText}</span>
      </span>
      <GoalSymbol symbol={symbols.get(goal?.symbol ?? '')} size={28} />
      {one.kind === 'outcome' && (
        <Button look="ghost" icon small label={t('takeBack')} onPress={() => void takeBack(one.id)}>
          <Icon name="undo" size={16} />
        </Button>
      )}
    </li>
  );
}
