import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GoalsProvider } from '../../../api/useGoals.tsx';
import { useWall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { TopBar } from '../../../components/TopBar.tsx';
import { go } from '../../../route.ts';
import { PupilTurn } from './PupilTurn.tsx';
import { TeacherPlaces } from './TeacherPlaces.tsx';

/** Where each writer's piece falls on a wall's chart, said by the teacher, or by the pupil in turn. */
export function PlaceScreen({ id, pupil, turn }: { id: string; pupil: string | null; turn: boolean }): ReactNode {
  const { t } = useTranslation('place');
  const { t: common } = useTranslation();
  const wall = useWall(id);
  const waiting = <OnlyWords title={common('loading')} />;
  if (wall === null) return waiting;
  if (wall === 'gone') {
    return (
      <OnlyWords title={common('gone')} hint={common('gone_hint')}>
        <Button look="go" onPress={() => go({ place: 'home' })}>
          {common('backHome')}
        </Button>
      </OnlyWords>
    );
  }
  if (wall.chart.levels.every(({ qualifiers, anchors }) => qualifiers.length === 0 && anchors.length === 0)) {
    return (
      <OnlyWords title={t('noLevels')} hint={t('noLevels_hint')}>
        <Button look="go" onPress={() => go({ place: 'wall', wall: id, step: 'levels' })}>
          {t('toLevels')}
        </Button>
      </OnlyWords>
    );
  }
  return <GoalsProvider waiting={waiting}>{turn ? <PupilTurn wall={wall} /> : <TeacherPlaces wall={wall} first={pupil} />}</GoalsProvider>;
}

function OnlyWords({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }): ReactNode {
  return (
    <div className="app">
      <TopBar />
      <main className="screen empty">
        <h1>{title}</h1>
        {hint !== undefined && <p>{hint}</p>}
        {children}
      </main>
    </div>
  );
}
