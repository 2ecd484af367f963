import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../../../api/app.tsx';
import { useGoals } from '../../../api/useGoals.tsx';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { GoalSymbol } from '../../../components/GoalSymbol.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { go } from '../../../route.ts';
import { Ladder } from './Ladder.tsx';
import { NextSteps } from './NextSteps.tsx';
import { usePlacements } from './usePlacements.ts';
import styles from './Place.module.css';

/** Whose turn it is and how far they are: nobody yet, choosing a place, choosing a step, done. */
type Turn =
  | { readonly at: 'word' }
  | { readonly at: 'place'; readonly pupil: string; readonly looked: number | null }
  | { readonly at: 'step'; readonly pupil: string; readonly placement: string }
  | { readonly at: 'done'; readonly goal: string | null };

/** A pupil holds the page up and says where it falls. No names, and no other pupil's place. */
export function PupilTurn({ wall }: { wall: Wall }): ReactNode {
  const { t } = useTranslation('place');
  const { pupils, goals, symbols } = useGoals();
  const { complain } = useApp();
  const placements = usePlacements(wall.id);
  const [turn, setTurn] = useState<Turn>({ at: 'word' });
  const codes = new Map(pupils.map(({ id, code }) => [id, code]));
  const place = async (pupil: string, at: number): Promise<void> => {
    const placed = await placements.record(pupil, at, 'pupil');
    if (placed !== null) setTurn({ at: 'step', pupil, placement: placed.id });
  };
  const goal = turn.at === 'done' && turn.goal !== null ? goals.get(turn.goal) : undefined;
  return (
    <main className={`${styles.turn} child`} aria-label={t('title')}>
      <nav className={styles.turnBar}>
        {turn.at === 'place' && (
          <Button onPress={() => setTurn({ at: 'word' })}>
            <Icon name="left" /> {t('notMe')}
          </Button>
        )}
        {turn.at === 'step' && (
          <Button
            onPress={() => {
              placements.takeBack(turn.placement).catch(complain);
              setTurn({ at: 'place', pupil: turn.pupil, looked: null });
            }}
          >
            <Icon name="left" /> {t('notHere')}
          </Button>
        )}
        <Button look="ghost" onPress={() => go({ place: 'place', wall: wall.id })}>
          {t('toTeacher')}
        </Button>
      </nav>
      {turn.at === 'word' && (
        <>
          <h1>{t('findWord')}</h1>
          <ul className={styles.words}>
            {pupils.map(({ id, code }) => (
              <li key={id}>
                <button type="button" onClick={() => setTurn({ at: 'place', pupil: id, looked: null })}>
                  {code}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {turn.at === 'place' && (
        <>
          <h1>{t('holdUp')}</h1>
          <p>{t('mostLike')}</p>
          <Ladder wall={wall} dots={[]} began={null} ready big looked={turn.looked} onPlace={(at) => setTurn({ ...turn, looked: at })} />
          {turn.looked !== null && (
            <Button look="go" onPress={() => void place(turn.pupil, turn.looked ?? 0)}>
              {Number.isInteger(turn.looked) ? t('likeThis') : t('betweenThese')}
            </Button>
          )}
        </>
      )}
      {turn.at === 'step' && (
        <>
          <h1>{t('thanks', { code: codes.get(turn.pupil) ?? '' })}</h1>
          <NextSteps wall={wall} pupil={turn.pupil} onChosen={(chosen) => setTurn({ at: 'done', goal: chosen })} />
          <Button onPress={() => setTurn({ at: 'done', goal: null })}>{t('later')}</Button>
        </>
      )}
      {turn.at === 'done' && (
        <div className={styles.turnDone}>
          {goal !== undefined && <GoalSymbol symbol={symbols.get(goal.symbol ?? '')} size={180} />}
          <h1>{goal?.pupilText ?? t('well')}</h1>
          {goal !== undefined && <p>{t('draw')}</p>}
          <Button look="go" onPress={() => setTurn({ at: 'word' })}>
            {t('nextWriter')}
          </Button>
        </div>
      )}
    </main>
  );
}
