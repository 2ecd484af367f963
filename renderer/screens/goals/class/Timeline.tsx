import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Happened } from '../../../../core/goals/evidenceLog.ts';
import type { Told } from '../../../../core/goals/pupilGoals.ts';
import type { InStory } from '../../../../core/goals/story.ts';
import { today } from '../../../../core/kernel/days.ts';
import { useAnswer, useApp } from '../../../api/app.tsx';
import { useGoals } from '../../../api/useGoals.tsx';
import { Button } from '../../../components/Button.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { OutcomePicture } from '../OutcomePicture.tsx';
import { shortDay } from './NowGoals.tsx';
import { storyByDay } from './happenings.ts';
import styles from './GoalClass.module.css';

/** What happened, day by day, the newest first. All of it can be taken back, and what was taken back stays in sight. */
export function Timeline({ pupil }: { pupil: string }): ReactNode {
  const { t } = useTranslation('goalClass');
  const { value: story } = useAnswer('goals.story', { pupil }, ['goals.changed']);
  const days = storyByDay(story ?? []);
  return (
    <section className={`${styles.story} card`} aria-labelledby="story" aria-busy={story === null}>
      <h2 id="story">{t('story')}</h2>
      {story?.length === 0 && <p className="quiet">{t('storyEmpty')}</p>}
      {days.map(({ date, happenings }) => (
        <div key={date} className={styles.storyDay}>
          <h3>{shortDay(date)}</h3>
          <ul>
            {happenings.map((one) => (
              <Row key={one.happened.id} pupil={pupil} one={one} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Row({ pupil, one: { happened, takenBack } }: { pupil: string; one: InStory }): ReactNode {
  const { t } = useTranslation('goalClass');
  const { say } = useApp();
  const { goals, symbols, tell } = useGoals();
  const goal = goals.get(happened.goal ?? '');
  const isMastery = happened.kind === 'kete';
  const back = (entry: string): Promise<Told | null> => tell('goals.takeBack', { pupil, date: today(), entry });
  async function takeBack(): Promise<void> {
    const told = isMastery ? await tell('goals.unmaster', { pupil, date: today(), entry: happened.id }) : await back(happened.id);
    if (told !== null) say(t(isMastery ? 'tookOut' : 'tookBack'), () => void back(told.entry));
  }
  async function putBack(): Promise<void> {
    for (const entry of takenBack?.by ?? []) await back(entry);
  }
  return (
    <li data-taken-back={takenBack === null ? undefined : ''}>
      <Picture of={happened} />
      <span>
        <b>
          <What of={happened} />
        </b>{' '}
        {happened.kind === 'conference' && <small>{t('inContext', { where: t(`contexts.${happened.context}`) })}</small>}
        <span className="child">{goal?.sayIt || goal?.pupilText}</span>
        {takenBack !== null && <em>{t('takenBackOn', { date: shortDay(takenBack.date) })}</em>}
      </span>
      <GoalSymbol symbol={symbols.get(goal?.symbol ?? '')} size={28} />
      {takenBack === null ? (
        <Button look="ghost" icon small label={t(isMastery ? 'takeOut' : 'takeBack')} onPress={() => void takeBack()}>
          <Icon name="undo" size={16} />
        </Button>
      ) : (
        <Button look="ghost" icon small label={t('putItBack')} onPress={() => void putBack()}>
          <Icon name="redo" size={16} />
        </Button>
      )}
    </li>
  );
}

function Picture({ of }: { of: Happened }): ReactNode {
  if (of.kind === 'conference' && of.outcome !== null) return <OutcomePicture outcome={of.outcome} size={30} />;
  return <Icon name={({ conference: 'people', kete: 'check', chose: 'pen', rested: 'down' } as const)[of.kind]} size={24} />;
}

function What({ of }: { of: Happened }): ReactNode {
  const { t } = useTranslation('goalClass');
  switch (of.kind) {
    case 'conference':
      return of.outcome === null ? t('talked') : t(`outcomes.${of.outcome}`);
    case 'kete':
      return t('intoTheKete');
    case 'chose':
      return t('begun');
    case 'rested':
      return t('letRestNow');
  }
}
