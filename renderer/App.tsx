import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '../core/chart/wall.ts';
import { useApp } from './api/app.tsx';
import { useWall, type Wall } from './api/useWall.ts';
import { Button } from './components/Button.tsx';
import { Notices } from './components/Notices.tsx';
import { Rescue } from './components/Rescue.tsx';
import { TopBar } from './components/TopBar.tsx';
import { ShortcutList } from './keys/ShortcutList.tsx';
import { useUndoKeys } from './keys/useUndoKeys.ts';
import { go, hrefTo, useRoute } from './route.ts';
import { CleanScreen } from './screens/capture/clean/CleanScreen.tsx';
import { CollectScreen } from './screens/capture/collect/CollectScreen.tsx';
import { DesignScreen } from './screens/chart/design/DesignScreen.tsx';
import { LevelsScreen } from './screens/chart/levels/LevelsScreen.tsx';
import { PeopleScreen } from './screens/class/PeopleScreen.tsx';
import { GoalsScreen } from './screens/goals/GoalsScreen.tsx';
import { TaskHandoutsScreen } from './screens/handouts/forTask/TaskHandoutsScreen.tsx';
import { PlaceScreen } from './screens/lessons/place/PlaceScreen.tsx';
import { PresentScreen } from './screens/lessons/present/PresentScreen.tsx';
import { HomeScreen } from './screens/library/home/HomeScreen.tsx';
import { SettingsScreen } from './screens/library/settings/SettingsScreen.tsx';
import { LineUpScreen } from './screens/ranking/lineUp/LineUpScreen.tsx';
import { SessionScreen } from './screens/ranking/session/SessionScreen.tsx';
import { PrintScreen } from './screens/sheets/print/PrintScreen.tsx';
import { FontsProvider } from './stage/fonts.tsx';

export function App(): ReactNode {
  const route = useRoute();
  const library = useLibraryTurn();
  return (
    <FontsProvider>
      <Rescue key={`${route.place} ${library}`}>
        {route.place === 'home' && <HomeScreen />}
        {route.place === 'class' && <PeopleScreen />}
        {route.place === 'settings' && <SettingsScreen />}
        {route.place === 'goals' && <GoalsScreen part={route.part} />}
        {route.place === 'handouts' && <TaskHandoutsScreen key={route.wall} wall={route.wall} />}
        {route.place === 'place' && <PlaceScreen key={route.wall} id={route.wall} pupil={route.pupil ?? null} turn={route.turn === true} />}
        {route.place === 'wall' && <OneWall key={route.wall} id={route.wall} step={route.step} twoByTwo={route.twoByTwo === true} />}
      </Rescue>
      <Notices />
      <ShortcutList key={hrefTo(route)} />
    </FontsProvider>
  );
}

/** Counts on whenever another library takes this one's place: whatever was shown of it is shown anew. */
function useLibraryTurn(): number {
  const { api, say } = useApp();
  const { t } = useTranslation();
  const [turn, setTurn] = useState(0);
  useEffect(
    () =>
      api.on('library.changed', ({ replaced }) => {
        if (!replaced) return;
        setTurn((n) => n + 1);
        say(t('restored'));
      }),
    [api, say, t],
  );
  return turn;
}

const screens: Record<Step, (props: { wall: Wall }) => ReactNode> = {
  collect: CollectScreen,
  clean: CleanScreen,
  'line-up': LineUpScreen,
  levels: LevelsScreen,
  design: DesignScreen,
  print: PrintScreen,
  present: PresentScreen,
};

function OneWall({ id, step, twoByTwo }: { id: string; step: Step; twoByTwo: boolean }): ReactNode {
  const wall = useWall(id);
  const { t } = useTranslation();
  // Here, so that it is on every step of the wall; a step that takes back something of its own has the key first.
  useUndoKeys('app', wall === null || wall === 'gone' ? null : wall);
  if (wall === null || wall === 'gone') {
    return (
      <div className="app">
        <TopBar />
        <main className="screen empty" aria-busy={wall === null}>
          {wall === null ? (
            <p>{t('loading')}</p>
          ) : (
            <>
              <h1>{t('gone')}</h1>
              <p>{t('gone_hint')}</p>
              <Button look="go" onPress={() => go({ place: 'home' })}>
                {t('backHome')}
              </Button>
            </>
          )}
        </main>
      </div>
    );
  }
  const Screen = twoByTwo ? SessionScreen : screens[step];
  if (step === 'present') return <Screen wall={wall} />;
  return (
    <div className="app">
      <TopBar wall={wall} step={step} />
      <Rescue key={`${step} ${twoByTwo}`}>
        <Screen wall={wall} />
      </Rescue>
    </div>
  );
}
