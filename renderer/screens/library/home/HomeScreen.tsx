import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Started } from '../../../../core/contract/contract.ts';
import { useAnswer, useApp } from '../../../api/app.tsx';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { JobBar } from '../../../components/JobBar.tsx';
import { TopBar } from '../../../components/TopBar.tsx';
import { go, hrefTo } from '../../../route.ts';
import { BackupNote } from './BackupNote.tsx';
import { Bin } from './Bin.tsx';
import { LibraryNotes } from './LibraryNotes.tsx';
import { MishapNote } from './MishapNote.tsx';
import { NewWall } from './NewWall.tsx';
import { WallTile } from './WallTile.tsx';
import styles from './Home.module.css';

/** The walls as pictures; the first thing a teacher sees. */
export function HomeScreen(): ReactNode {
  const { t } = useTranslation('home');
  const { t: common } = useTranslation();
  const { api, complain } = useApp();
  const { value: walls, again } = useAnswer('walls.list', {}, ['wall.changed']);
  const [making, setMaking] = useState(false);
  const [job, setJob] = useState<Started<'walls.createSample'> | null>(null);
  const makeSample = (): void => void api.call('walls.createSample', {}).then(setJob, complain);

  return (
    <div className="app">
      <TopBar>
        <a className="button ghost" href={hrefTo({ place: 'goals', part: 'confer' })}>
          {common('goals')}
        </a>
        <a className="button ghost" href={hrefTo({ place: 'class' })}>
          {common('class')}
        </a>
        <a className="button ghost" href={hrefTo({ place: 'settings' })}>
          {common('settings')}
        </a>
      </TopBar>
      <main className={`screen ${styles.home}`}>
        <LibraryNotes />
        <MishapNote />
        <BackupNote />
        {job !== null && (
          <JobBar
            job={job}
            onEnd={(ended) => {
              setJob(null);
              if (ended.state === 'done') go({ place: 'wall', wall: ended.result.wall, step: 'design' });
              again();
            }}
          />
        )}
        {walls?.length === 0 && (
          <section className={styles.welcome}>
            <img src="assets/mark.svg" alt="" width="96" height="96" />
            <div>
              <h1>{t('first')}</h1>
              <p>{t('first_hint')}</p>
              <div className={styles.welcomeActs}>
                <Button look="go" onPress={() => setMaking(true)}>
                  {t('newWall')}
                </Button>
                <Button onPress={makeSample} isDisabled={job !== null}>
                  {t('sample')}
                </Button>
              </div>
              <p className="quiet">{t('sample_hint')}</p>
            </div>
          </section>
        )}
        {walls !== null && walls.length > 0 && (
          <>
            <div className="screen-head">
              <h1>{t('title')}</h1>
              <Button look="ghost" onPress={makeSample} isDisabled={job !== null}>
                {t('sample')}
              </Button>
            </div>
            <ul className={styles.walls}>
              <li>
                <button type="button" className={styles.newWall} onClick={() => setMaking(true)}>
                  <Icon name="plus" size={40} />
                  <b>{t('newWall')}</b>
                  <span className="quiet">{t('newWall_hint')}</span>
                </button>
              </li>
              {walls.map((wall) => (
                <WallTile key={wall.id} wall={wall} onChanged={again} />
              ))}
            </ul>
          </>
        )}
        <Bin onChanged={again} />
      </main>
      <NewWall open={making} onClose={() => setMaking(false)} />
    </div>
  );
}
