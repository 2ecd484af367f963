import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { JobBar } from '../../../components/JobBar.tsx';
import { go, useRoute } from '../../../route.ts';
import { NamesSheet } from './NamesSheet.tsx';
import { listedPages, stateOf } from './pageStates.ts';
import { useCleanings } from './useCleanings.ts';
import { useFinishing } from './useFinishing.ts';
import { useNameSheet } from './useNameSheet.ts';
import { useNaming } from './useNaming.ts';
import { useSaid } from './useSaid.ts';
import { useTypings } from './useTypings.ts';
import { Workbench } from './Workbench.tsx';

/** Pages are straightened, names hidden, and every copy is looked at before it may go on a wall. */
export function CleanScreen({ wall }: { wall: Wall }): ReactNode {
  const { t } = useTranslation('clean');
  const route = useRoute();
  const wanted = route.place === 'wall' ? (route.paper ?? null) : null;
  const cleanings = useCleanings();
  const typings = useTypings();
  const said = useSaid(wall, cleanings, typings);
  const naming = useNaming(wall, cleanings);
  const finishing = useFinishing(wall);
  const pages = useMemo(() => listedPages(wall.papers.map(said.asSeen)), [wall.papers, said]);
  const hideable = useMemo(() => pages.filter(({ page }) => page.original === 'here'), [pages]);
  const sheet = useNameSheet(wall.task.id, hideable, naming);
  const [at, setAt] = useState<string | null>(null);
  const [arrived, setArrived] = useState<string | null>(null);
  const [whole, setWhole] = useState(false);
  const listed = pages.find(({ page }) => page.id === at);
  const first = pages.find((one) => stateOf(one) !== 'checked') ?? pages[0];
  const asked = wanted === arrived ? undefined : pages.find(({ paper }) => paper.id === wanted);
  // Whoever comes from another screen for one paper finds it open.
  if (wanted !== arrived) setArrived(wanted);
  if (asked !== undefined) setAt(asked.page.id);
  // The page stays the teacher's until they leave it, also when it is no longer the first one to be done.
  else if (listed === undefined && first !== undefined) setAt(first.page.id);

  if (first === undefined) {
    return (
      <main className="screen empty">
        <h1>{t('emptyTitle')}</h1>
        <p>{t('emptyHow')}</p>
        <Button look="go" onPress={() => go({ place: 'wall', wall: wall.id, step: 'collect' })}>
          {t('toCollect')}
        </Button>
      </main>
    );
  }
  const running = naming.running;
  if (running !== null && running.deed !== 'find') {
    return (
      <main className="screen empty">
        <h1>{t(running.deed === 'burn' ? 'burning' : 'takingBack')}</h1>
        <JobBar key={running.job.job} job={running.job} onEnd={naming.ended} />
      </main>
    );
  }
  const leaveSheet = (page?: string): void => {
    const next = page ?? first.page.id;
    setAt(next);
    setWhole(false);
  };
  if (whole) return <NamesSheet naming={naming} sheet={sheet} cleanings={cleanings} onLeave={leaveSheet} />;
  if (listed === undefined) return null;
  return (
    <Workbench
      wall={wall}
      pages={pages}
      listed={listed}
      cleanings={cleanings}
      typings={typings}
      said={said}
      naming={naming}
      finishing={finishing}
      beside={wanted === listed.paper.id ? 'hand' : listed.paper.text !== null ? 'retype' : 'photo'}
      onGo={setAt}
      onNames={() => setWhole(true)}
    />
  );
}
