import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Wall } from '../../api/useWall.ts';
import { Button } from '../../components/Button.tsx';
import { go } from '../../route.ts';
import { listedPages, stateOf } from './pageStates.ts';
import { useCleanings } from './useCleanings.ts';
import { useSaid } from './useSaid.ts';
import { useTypings } from './useTypings.ts';
import { Workbench } from './Workbench.tsx';
import './clean.css';

/** Pages are straightened, names hidden, and every copy is looked at before it may go on a wall. */
export function CleanScreen({ wall }: { wall: Wall }): ReactNode {
  const { t } = useTranslation('clean');
  const cleanings = useCleanings();
  const typings = useTypings();
  const said = useSaid(wall, cleanings, typings);
  const pages = listedPages(wall.samples.map(said.asSeen));
  const [at, setAt] = useState<string | null>(null);
  const listed = pages.find(({ page }) => page.id === at);
  const first = pages.find((one) => stateOf(one) !== 'checked') ?? pages[0];
  // The page stays the teacher's until they leave it, also when it is no longer the first one to be done.
  if (listed === undefined && first !== undefined) setAt(first.page.id);

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
  if (listed === undefined) return null;
  return <Workbench wall={wall} pages={pages} listed={listed} cleanings={cleanings} typings={typings} said={said} onGo={setAt} />;
}
