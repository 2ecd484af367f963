import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../api/app.tsx';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { HandoutsLink } from '../../../components/HandoutsLink.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { JobBar } from '../../../components/JobBar.tsx';
import { go } from '../../../route.ts';
import { EmptyTable } from './EmptyTable.tsx';
import { ImportResults } from './ImportResults.tsx';
import { MissingSheets } from './MissingSheets.tsx';
import { PaperGrid } from './PaperGrid.tsx';
import { PaperLook } from './PaperLook.tsx';
import { useTrueSize } from './TrueSizeQuestion.tsx';
import { PaperTools } from './PaperTools.tsx';
import { CameraPanel } from './CameraPanel.tsx';
import { OtherWays, type Way } from './OtherWays.tsx';
import { ScanPanel } from './ScanPanel.tsx';
import { useIncoming } from './useIncoming.ts';
import { useWatched } from './useWatched.ts';
import { WatchBar } from './WatchBar.tsx';
import { WatchPanel } from './WatchPanel.tsx';
import { usePaperDeeds } from './usePaperDeeds.ts';
import styles from './Collect.module.css';

/** Papers come in here, are put in order, and get their pupil. */
export function CollectScreen({ wall }: { wall: Wall }): ReactNode {
  const { t } = useTranslation('collect');
  const { papers, task } = wall;
  const incoming = useIncoming(task.id);
  const deeds = usePaperDeeds(wall);
  const size = useTrueSize(task);
  const { value: people } = useAnswer('class.list', {}, ['class.changed']);
  const pupils = useMemo(() => people?.pupils ?? [], [people]);
  const byId = useMemo(() => new Map(pupils.map((pupil) => [pupil.id, pupil])), [pupils]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<string | null>(null);
  const [way, setWay] = useState<Way | null>(null);
  const watched = useWatched(task.id);
  const closeWay = (): void => setWay(null);
  const chosen = papers.filter(({ id }) => selected.has(id));
  const open = papers.find(({ id }) => id === opened);
  const busy = incoming.bringing || incoming.imports.length > 0;
  const pages = papers.reduce((sum, paper) => sum + paper.pages.length, 0);
  const chooseBlank = (): void =>
    setSelected(new Set(papers.filter((paper) => paper.pages.length > 0 && paper.pages.every(({ proposal }) => proposal.blank)).map(({ id }) => id)));

  return (
    <main className={`screen ${styles.collect}`}>
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className={`quiet ${styles.facts}`}>
            {papers.length > 0 && (
              <span>
                {t('count', { count: papers.length })}
                {pages !== papers.length && ` · ${t('pageCount', { count: pages })}`}
              </span>
            )}
            {size.line}
            <MissingSheets task={task.id} pupils={byId} />
          </p>
        </div>
        {(papers.length > 0 || way !== null) && <OtherWays way={way} onChoose={setWay} />}
        {papers.length > 0 && (
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
        <JobBar key={job.job} job={job} onEnd={incoming.ended} />
      ))}
      {incoming.arrival && <ImportResults arrival={incoming.arrival} onChooseBlank={chooseBlank} onScanRest={incoming.scan} onClose={incoming.dismiss} />}
      <WatchBar watched={watched} />
      {way === 'scan' && <ScanPanel onScan={incoming.scan} onClose={closeWay} />}
      {way === 'watch' && <WatchPanel watched={watched} onClose={closeWay} />}
      {way === 'camera' && <CameraPanel onBring={incoming.bring} onClose={closeWay} />}
      {incoming.arrival === null && way === null && size.question}
      <div
        className={incoming.hovering ? `${styles.table} ${styles.hovering}` : styles.table}
        data-waiting={(papers.length === 0 && way !== null) || undefined}
      >
        {open !== undefined ? (
          <PaperLook key={open.id} paper={open} papers={papers} pupils={pupils} deeds={deeds} onOpen={setOpened} onClose={() => setOpened(null)} />
        ) : papers.length === 0 && way !== null ? null : papers.length === 0 ? (
          <EmptyTable onChoose={incoming.pick} busy={busy}>
            <OtherWays way={way} onChoose={setWay} />
            <HandoutsLink wall={wall.id} why="printAnswerSheets" />
          </EmptyTable>
        ) : (
          <>
            <PaperTools papers={papers} chosen={chosen} deeds={deeds} onOpen={setOpened} />
            <PaperGrid papers={papers} pupils={byId} chosen={selected} onChoose={setSelected} onOpen={setOpened} onReorder={deeds.reorder} />
          </>
        )}
        {incoming.hovering && <p className={styles.dropNow}>{t('dropNow')}</p>}
      </div>
      <p className={`quiet ${styles.privacy}`}>
        <Icon name="lock" size={16} /> {t('privacy')}
      </p>
    </main>
  );
}
