import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoals } from '../../../api/useGoals.tsx';
import { useDeeds } from '../../../api/useDeeds.ts';
import type { Wall } from '../../../api/useWall.ts';
import { Icon } from '../../../components/Icon.tsx';
import { TopBar } from '../../../components/TopBar.tsx';
import { UndoButton } from '../../../components/UndoButton.tsx';
import { hrefTo } from '../../../route.ts';
import { Ladder, WRITER_DRAG } from './Ladder.tsx';
import { NextSteps } from './NextSteps.tsx';
import { usePlacements } from './usePlacements.ts';
import styles from './Place.module.css';

/** The teacher places the class: a name is chosen or dragged onto a level, or between two; what comes next stands below at once. */
export function TeacherPlaces({ wall, first }: { wall: Wall; first: string | null }): ReactNode {
  const { t } = useTranslation('place');
  const { pupils, nameOf } = useGoals();
  const placements = usePlacements(wall.id);
  const deeds = useDeeds();
  const [chosen, setChosen] = useState<string | null>(first);
  const pupil = pupils.find(({ id }) => id === chosen);
  const { newest } = placements;
  const dots = pupils.flatMap(({ id, code }) => {
    const placed = newest.get(id);
    return placed === undefined ? [] : [{ pupil: id, code, place: placed.place, mine: id === chosen }];
  });
  const here = pupil && newest.get(pupil.id);
  const start = pupil && placements.first.get(pupil.id);
  const place = (at: number, dragged: string | null): void => {
    const who = dragged ?? chosen;
    if (who === null) return;
    setChosen(who);
    let placed: string | null = null;
    deeds.perform({
      message: t('undo.place', { name: nameOf(who) }),
      told: false,
      async run() {
        placed = (await placements.record(who, at, 'teacher'))?.id ?? null;
        return placed !== null;
      },
      async back() {
        if (placed !== null) await placements.takeBack(placed);
      },
    });
  };
  return (
    <div className="app">
      <TopBar wall={wall}>
        <a className="button ghost" href={hrefTo({ place: 'wall', wall: wall.id, step: 'levels' })}>
          {t('toChart')}
        </a>
        <a className="button" href={hrefTo({ place: 'place', wall: wall.id, turn: true })}>
          {t('pupilsTurn')}
        </a>
      </TopBar>
      <main className={`screen ${styles.place}`}>
        <div className="screen-head">
          <div>
            <h1>{pupil ? t('whereIs', { name: nameOf(pupil.id) }) : t('title')}</h1>
            <p className="quiet">{pupil && here && start === here ? t('firstPlaced', { name: nameOf(pupil.id) }) : t('lead')}</p>
          </div>
          <UndoButton history={deeds} what={deeds.undoWhat} />
        </div>
        <aside className={`${styles.writers} card`} aria-label={t('class')}>
          {pupils.length === 0 && (
            <div className="empty">
              <Icon name="people" size={40} />
              <p>{t('noClass')}</p>
              <a className="button go" href={hrefTo({ place: 'class' })}>
                {t('toClass')}
              </a>
            </div>
          )}
          <ul>
            {pupils.map(({ id }) => (
              <li key={id}>
                <button
                  type="button"
                  className={id === chosen ? styles.chosen : ''}
                  aria-pressed={id === chosen}
                  draggable
                  onDragStart={(event) => event.dataTransfer.setData(WRITER_DRAG, id)}
                  onClick={() => setChosen(id)}
                >
                  <i className={newest.has(id) ? styles.placed : ''} aria-hidden="true" />
                  {nameOf(id)}
                  {newest.has(id) && <span className="hidden-but-read">{t('isPlaced')}</span>}
                </button>
              </li>
            ))}
          </ul>
        </aside>
        <Ladder
          wall={wall}
          dots={dots}
          began={start !== undefined && here !== undefined && start.place !== here.place ? start.place : null}
          ready={pupil !== undefined}
          onPlace={place}
        />
        {pupil !== undefined && here !== undefined ? (
          <NextSteps key={here.id} wall={wall} pupil={pupil.id} onDeed={deeds.perform} />
        ) : (
          <p className="tip">{pupil === undefined ? t('chooseFirst') : t('pressPlace', { name: nameOf(pupil.id) })}</p>
        )}
      </main>
    </div>
  );
}
