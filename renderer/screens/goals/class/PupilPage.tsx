import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pupil } from '../../../../core/class/pupil.ts';
import { useGoals } from '../../../api/useGoals.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { hrefTo } from '../../../route.ts';
import { Suggestions } from '../choice/Suggestions.tsx';
import { WholeBank } from '../choice/WholeBank.tsx';
import { useChoosing } from '../choice/useChoosing.tsx';
import { Kete } from './Kete.tsx';
import { NowGoals } from './NowGoals.tsx';
import { OnCharts } from './OnCharts.tsx';
import { Timeline } from './Timeline.tsx';
import styles from './GoalClass.module.css';

/** One writer: the question, what would help next, what happened, and the kete. */
export function PupilPage({ pupil }: { pupil: Pupil }): ReactNode {
  const { t } = useTranslation('goalClass');
  const { pupils, states, nameOf } = useGoals();
  const { choose, question } = useChoosing(pupil.id);
  const state = states.get(pupil.id);
  const place = pupils.findIndex(({ id }) => id === pupil.id);
  const neighbour = (by: 1 | -1): string => pupils[(place + by + pupils.length) % pupils.length]?.id ?? pupil.id;
  if (!state) return null;
  return (
    <main className={`screen ${styles.pupilPage}`}>
      <header>
        <a className="button ghost" href={hrefTo({ place: 'goals', part: 'class' })}>
          <Icon name="left" size={18} />
          {t('back')}
        </a>
        <h1>{nameOf(pupil.id)}</h1>
        <a className="button ghost icon" aria-label={t('before')} href={hrefTo({ place: 'goals', part: 'class', pupil: neighbour(-1) })}>
          <Icon name="left" />
        </a>
        <a className="button ghost icon" aria-label={t('after')} href={hrefTo({ place: 'goals', part: 'class', pupil: neighbour(1) })}>
          <Icon name="right" />
        </a>
      </header>
      <p className={styles.pupilQuestion}>{t('question')}</p>
      <div className={styles.pupilColumns}>
        <div className={styles.pupilMain}>
          <NowGoals pupil={pupil.id} state={state} onChoose={choose} />
          <section aria-labelledby="fitting">
            <h2 id="fitting">{t('fitting')}</h2>
            <Suggestions pupil={pupil.id} onChoose={choose} />
          </section>
          <section aria-labelledby="whole-bank">
            <h2 id="whole-bank">{t('wholeBank')}</h2>
            <WholeBank pupil={pupil.id} onChoose={choose} />
          </section>
        </div>
        <div className={styles.pupilSide}>
          <Kete pupil={pupil.id} state={state} onChoose={choose} />
          <OnCharts pupil={pupil.id} />
          <Timeline key={pupil.id} pupil={pupil.id} />
        </div>
      </div>
      {question}
    </main>
  );
}
