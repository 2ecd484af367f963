import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../api/app.tsx';
import type { Wall } from '../../api/useWall.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { JobBar } from '../../components/JobBar.tsx';
import { go } from '../../route.ts';
import { EmptyTable } from './EmptyTable.tsx';
import { ImportResults } from './ImportResults.tsx';
import { PaperGrid } from './PaperGrid.tsx';
import { PaperLook } from './PaperLook.tsx';
import { usePaperSize } from './PaperSize.tsx';
import { PaperTools } from './PaperTools.tsx';
import { useIncoming } from './useIncoming.ts';
import { usePaperDeeds } from './usePaperDeeds.ts';
import './collect.css';

/** Papers come in here, are put in order, and get their pupil. */
export function CollectScreen({ wall }: { wall: Wall }): ReactNode {
  const { t } = useTranslation('collect');
  const { samples, task } = wall;
  const incoming = useIncoming(task.id);
  const deeds = usePaperDeeds(wall);
  const size = usePaperSize(task);
  const { value: people } = useAnswer('people.list', {});
  const pupils = useMemo(() => people?.pupils ?? [], [people]);
  const byId = useMemo(() => new Map(pupils.map((pupil) => [pupil.id, pupil])), [pupils]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<string | null>(null);
  const chosen = samples.filter(({ id }) => selected.has(id));
  const open = samples.find(({ id }) => id === opened);
  const busy = incoming.bringing || incoming.imports.length > 0;
  const pages = samples.reduce((sum, sample) => sum + sample.pages.length, 0);
  const chooseBlank = (): void =>
    setSelected(new Set(samples.filter((sample) => sample.pages.length > 0 && sample.pages.every(({ proposal }) => proposal.blank)).map(({ id }) => id)));

  return (
    <main className="screen collect">
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="quiet collect-facts">
            {samples.length > 0 && (
              <span>
                {t('count', { count: samples.length })}
                {pages !== samples.length && ` · ${t('pageCount', { count: pages })}`}
              </span>
            )}
            {size.line}
          </p>
        </div>
        {samples.length > 0 && (
          <>
            <Button onPress={incoming.pick} isDisabled={incoming.bringing}>
              <Icon name="plus" size={18} /> {t('add')}
            </Button>
            <Button look="go" onPress={() => go({ place: 'wall', wall: wall.id, step: 'clean' })}>
              {t('next')}
            </Button>
          </>
        )}
      </div>
      {incoming.bringing && (
        <p className="quiet" role="status">
          {t('bringing')}
        </p>
      )}
      {incoming.imports.map(({ job }) => (
        <JobBar key={job} job={job} onEnd={incoming.ended} />
      ))}
      {incoming.arrival && <ImportResults arrival={incoming.arrival} onChooseBlank={chooseBlank} onClose={incoming.dismiss} />}
      {incoming.arrival === null && size.question}
      <div className={incoming.hovering ? 'collect-table hovering' : 'collect-table'}>
        {open !== undefined ? (
          <PaperLook key={open.id} paper={open} papers={samples} pupils={pupils} deeds={deeds} onOpen={setOpened} onClose={() => setOpened(null)} />
        ) : samples.length === 0 ? (
          <EmptyTable onChoose={incoming.pick} busy={busy} />
        ) : (
          <>
            <PaperTools papers={samples} chosen={chosen} deeds={deeds} onOpen={setOpened} />
            <PaperGrid papers={samples} pupils={byId} chosen={selected} onChoose={setSelected} onOpen={setOpened} onReorder={deeds.reorder} />
          </>
        )}
        {incoming.hovering && <p className="collect-drop-now">{t('dropNow')}</p>}
      </div>
      <p className="quiet collect-privacy">
        <Icon name="lock" size={16} /> {t('privacy')}
      </p>
    </main>
  );
}
