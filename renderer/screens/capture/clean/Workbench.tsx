import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { boxOn, samePlace } from '../../../../core/capture/boxes.ts';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import { WHOLE } from '../../../../core/capture/trueSize.ts';
import { isReady } from '../../../../core/chart/progress.ts';
import { useApp } from '../../../api/app.tsx';
import { cleanPicture, previewPicture } from '../../../api/pictures.ts';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { JobBar } from '../../../components/JobBar.tsx';
import { useLens } from '../../../components/useLens.ts';
import { useKeyLine, useKeys } from '../../../keys/useKeys.ts';
import { go } from '../../../route.ts';
import { AdjustPanel } from './AdjustPanel.tsx';
import { BenchDoings } from './BenchDoings.tsx';
import { CheckLine } from './CheckLine.tsx';
import { HandLine } from './HandLine.tsx';
import { HandPanel } from './HandPanel.tsx';
import { LockedPhoto } from './LockedPhoto.tsx';
import { PageList, usePageName } from './PageList.tsx';
import { ResultView, type View } from './ResultView.tsx';
import { RetypePanel } from './RetypePanel.tsx';
import { SourceStage } from './SourceStage.tsx';
import { isSeenThrough, nextOpen, stateOf, type ListedPage } from './pageStates.ts';
import { useArriving } from './useArriving.ts';
import { useCleanKeys } from './useCleanKeys.ts';
import type { Cleanings } from './useCleanings.ts';
import type { Finishing } from './useFinishing.ts';
import type { Naming } from './useNaming.ts';
import type { Said } from './useSaid.ts';
import type { Typings } from './useTypings.ts';
import styles from './Clean.module.css';

interface BenchProps {
  readonly wall: Wall;
  readonly pages: readonly ListedPage[];
  readonly listed: ListedPage;
  readonly cleanings: Cleanings;
  readonly typings: Typings;
  readonly said: Said;
  readonly naming: Naming;
  readonly finishing: Finishing;
  /** What lies beside the result at first. */
  readonly beside: Beside;
  readonly onGo: (page: string) => void;
  /** To the contact sheet of the whole stack. */
  readonly onNames: () => void;
}

/** Beside the result: the photo it is made from, what changes its look, the words retyped, or whose hand it is. */
export type Beside = 'photo' | 'adjust' | 'retype' | 'hand';

/** One page at work: the list on the left, the photo in the middle, what becomes of it on the right. */
export function Workbench({ wall, pages, listed, cleanings, typings, said, naming, finishing, beside: first, onGo, onNames }: BenchProps): ReactNode {
  const { api, say, complain } = useApp();
  const { t } = useTranslation(['clean', 'common']);
  const nameOf = usePageName();
  const { page, paper } = listed;
  const cleaning = cleanings.of(page);
  const [view, setView] = useState<View>('after');
  const [closer, setCloser] = useState(false);
  const [hiding, setHiding] = useState(false);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [beside, setBeside] = useState<Beside>(first);
  const retyping = beside === 'retype';
  const { original } = page;
  const locked = original !== 'here';
  const isKept = page.clean !== null && !cleanings.isOpen(page);
  const lens = useLens(page.id);
  const wide = closer || !lens.isWhole ? 2048 : 1024;
  const asked = view === 'crop' ? { ...cleaning, crop: WHOLE } : view === 'before' ? { ...cleaning, flatten: null } : cleaning;
  const picture = useArriving(`${page.id} ${view}`, view === 'after' && isKept ? cleanPicture(page, wide) : previewPicture(page, asked, wide));
  const done = pages.filter((one) => stateOf(one) === 'checked').length;
  const checked = stateOf(listed) === 'checked';
  const finished = pages.every(({ paper: paper }) => isReady(paper));
  // Nobody can vouch for a picture that is not there yet, or that shows something else than what is kept.
  const mayConfirm = !checked && (paper.text !== null || (picture.current && view === 'after'));

  const visit = (id: string): void => {
    void cleanings.keep(page.id);
    setView('after');
    setHiding(false);
    // Whoever says whose hands the papers show goes on saying it.
    if (beside !== 'hand' && beside !== 'adjust') setBeside((pages.find((one) => one.page.id === id)?.paper.text ?? null) === null ? 'photo' : 'retype');
    onGo(id);
  };
  const step = (by: 1 | -1): void => {
    const shown = onlyOpen ? pages.filter((one) => one === listed || stateOf(one) !== 'checked') : pages;
    const next = shown[shown.indexOf(listed) + by];
    if (next !== undefined) visit(next.page.id);
  };
  const confirm = (): void => {
    if (!checked && !mayConfirm) return;
    const next = nextOpen(pages, page.id);
    if (!checked && paper.text !== null) said.text(paper, true);
    else if (!checked) said.page(page, true);
    if (next !== null) visit(next);
  };
  const retypeAs = (hand: PaperFacts['hand']): void => {
    setBeside('retype');
    if (hand !== paper.hand) api.call('papers.setHand', { paper: paper.id, hand }).catch(complain);
  };
  const takeBack = (): void => (paper.text !== null ? said.text(paper, false) : said.page(page, false));
  const sameBoxes = (): void => {
    const changed = pages.flatMap(({ page: other }) => {
      const now = cleanings.of(other);
      const missing = cleaning.redactions.map((box) => boxOn(box, page, other)).filter((box) => !now.redactions.some((there) => samePlace(there, box)));
      if (missing.length === 0) return [];
      cleanings.change(other, { ...now, redactions: [...now.redactions, ...missing] });
      return [other];
    });
    if (changed.length === 0) say(t('sameBoxNone'));
    else say(t('sameBoxDone', { count: changed.length }), () => changed.forEach((other) => cleanings.undo(other)));
  };
  const toggleHiding = (): void => {
    if (locked || (beside !== 'photo' && beside !== 'adjust')) return;
    setBeside('photo');
    setHiding(!hiding);
  };
  const leave = !lens.isWhole
    ? lens.whole
    : hiding
      ? () => setHiding(false)
      : view !== 'after'
        ? () => setView('after')
        : closer
          ? () => setCloser(false)
          : null;
  const keys = useCleanKeys({
    history: { undo: () => cleanings.undo(page), redo: () => cleanings.redo(page) },
    confirm,
    step,
    toggleHiding,
    leave,
  });
  useKeys('screen', lens.bindings);
  const keyLine = useKeyLine([...keys, { keys: 'Mod+Z', words: t('common:undo'), run: null }]);

  return (
    <main className={`screen ${styles.clean}`}>
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className={`quiet ${styles.progress}`}>
            <progress value={done} max={pages.length} aria-label={t('title')} /> <span aria-live="polite">{t('progress', { done, count: pages.length })}</span>
            {cleanings.saving && <span>{t('saving')}</span>}
            {naming.searched && naming.left > 0 && naming.running === null && (
              <span>{t('lookingAhead', { done: pages.length - naming.left, count: pages.length })}</span>
            )}
          </p>
        </div>
        <BenchDoings pages={pages} naming={naming} finishing={finishing} onNames={onNames} onShow={visit} />
        {!locked && (
          <>
            <Button look="ghost" icon label={t('common:undo')} isDisabled={!cleanings.canUndo(page)} onPress={() => cleanings.undo(page)}>
              <Icon name="undo" />
            </Button>
            <Button look="ghost" icon label={t('common:redo')} isDisabled={!cleanings.canRedo(page)} onPress={() => cleanings.redo(page)}>
              <Icon name="redo" />
            </Button>
          </>
        )}
        {finished ? (
          <Button look="go" onPress={() => go({ place: 'wall', wall: wall.id, step: 'line-up' })}>
            {t('lineUp')} <Icon name="right" size={18} />
          </Button>
        ) : (
          <Button look="go" isDisabled={!checked && !mayConfirm} onPress={confirm}>
            <Icon name={checked ? 'right' : 'check'} size={18} /> {t(checked ? 'nextOpen' : paper.text === null ? 'noName' : 'noNameText')}
          </Button>
        )}
      </div>
      {naming.running !== null && <JobBar key={naming.running.job.job} job={naming.running.job} onEnd={naming.ended} />}
      <div className={styles.bench}>
        <PageList pages={pages} now={page.id} onlyOpen={onlyOpen} onOnlyOpen={setOnlyOpen} onGo={visit} />
        {retyping ? (
          <RetypePanel
            key={paper.id}
            paper={paper}
            text={typings.of(paper)}
            onType={(text) => typings.type(paper, text)}
            onLeave={() => void typings.keep(paper.id)}
            onDrop={() => {
              typings.drop(paper);
              setBeside('photo');
            }}
            onClose={() => setBeside('photo')}
          />
        ) : beside === 'hand' ? (
          <HandPanel key={paper.id} wall={wall.id} paper={paper} papers={wall.papers} onRetype={retypeAs} onClose={() => setBeside('photo')} />
        ) : original === 'here' && beside === 'adjust' ? (
          <AdjustPanel cleaning={cleaning} onChange={(next, gesture) => cleanings.change(page, next, gesture)} onClose={() => setBeside('photo')} />
        ) : original !== 'here' ? (
          <LockedPhoto original={original} checked={page.checked} finishing={finishing} />
        ) : (
          <SourceStage
            key={page.id}
            page={page}
            cleaning={cleaning}
            hiding={hiding}
            onHiding={setHiding}
            onChange={(next, gesture) => cleanings.change(page, next, gesture)}
            onSameBoxes={sameBoxes}
          />
        )}
        <ResultView
          name={nameOf(listed)}
          cleaning={cleaning}
          picture={picture}
          view={view}
          onView={setView}
          onChange={(next, gesture) => cleanings.change(page, next, gesture)}
          locked={locked}
          closer={closer}
          onCloser={setCloser}
          lens={lens}
          adjusting={beside === 'adjust'}
          onAdjusting={(on) => setBeside(on ? 'adjust' : 'photo')}
          seenThrough={isSeenThrough(page)}
        >
          <CheckLine paper={paper} checked={checked} retyping={retyping} locked={locked} onTakeBack={takeBack} onRetype={() => setBeside('retype')} />
          <HandLine paper={paper} open={beside === 'hand'} onOpen={() => setBeside('hand')} />
        </ResultView>
      </div>
      <p className={`quiet ${styles.keys}`}>{keyLine}</p>
    </main>
  );
}
