import { useState, type ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import { useApp } from '../../../api/app.tsx';
import { useReadToEnd } from '../../../api/useReadToEnd.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { LensButtons } from '../../../components/LensButtons.tsx';
import { PaperLens } from '../../../components/PaperLens.tsx';
import { useLens } from '../../../components/useLens.ts';
import { DialogKeys } from '../../../keys/useKeys.ts';
import styles from './Sharing.module.css';

interface LookProps {
  /** Papers that one person has looked at. */
  readonly papers: readonly PaperFacts[];
  readonly onClose: () => void;
}

/** Another person looks for names, one page after the other, each whole in the window; a paper is settled with its last page. Closes after the last paper. */
export function SecondLook({ papers, onClose }: LookProps): ReactNode {
  const { t } = useTranslation(['sharing', 'common']);
  const { api, say, complain } = useApp();
  // What is looked at stays in its place, also when the paper is settled meanwhile.
  const [queue] = useState(papers);
  const [at, setAt] = useState(0);
  const [done, setDone] = useState(0);
  const [busy, setBusy] = useState(false);
  const [pageAt, setPageAt] = useState(0);
  const paper = queue[at];
  const lens = useLens(`${at} ${pageAt}`);
  const words = useReadToEnd(`${at}`);

  const leave = (looked: number): void => {
    if (looked > 0) say(t('lookedDone', { count: looked }));
    onClose();
  };
  const next = (looked: number): void => {
    setDone(looked);
    setPageAt(0);
    if (at + 1 < queue.length) setAt(at + 1);
    else leave(looked);
  };
  const during = (work: Promise<unknown>, then: () => void): void => {
    setBusy(true);
    void work.then(then, complain).finally(() => setBusy(false));
  };
  const seen = (paper: PaperFacts): void => during(api.call('papers.lookAgain', { paper: paper.id, looked: true }), () => next(done + 1));
  const nameSeen = (paper: PaperFacts): void => {
    const back = async (checked: boolean): Promise<void> => {
      if (paper.text !== null) await api.call('papers.checkText', { paper: paper.id, checked });
      else for (const { id } of paper.pages) await api.call('pages.check', { page: id, checked });
    };
    during(back(false), () => {
      say(t('sentBack', { code: paper.code }), () => void back(true).catch(complain));
      next(done);
    });
  };

  if (paper === undefined) return null;
  const pages = paper.text === null ? paper.pages : paper.pages.slice(0, 1);
  const isLast = pageAt >= pages.length - 1;
  // Nobody can vouch for words that were never on the screen.
  const goesOn = paper.text !== null && !words.isAtEnd;
  const goOn = (): void => (goesOn ? words.readOn() : isLast ? seen(paper) : setPageAt(pageAt + 1));
  const onWords = goesOn ? t('readOn') : isLast ? t('lookedToo') : t('pageAfter');
  return (
    <ModalOverlay className={styles.secondVeil!} isOpen onOpenChange={(now) => !now && leave(done)}>
      <Modal className={styles.secondModal!}>
        <Dialog className={styles.second!}>
          <DialogKeys bindings={[{ keys: 'Enter', words: onWords, run: busy ? null : goOn }, ...lens.bindings]} />
          <header>
            <div>
              <Heading slot="title" level={2}>
                {t('secondTitle', { code: paper.code })}
              </Heading>
              <p className="quiet">{t('secondHow')}</p>
            </div>
            <span className="quiet" role="status">
              {t('secondOf', { at: at + 1, count: queue.length })}
              {pages.length > 1 && ` · ${t('secondPage', { at: pageAt + 1, count: pages.length })}`}
            </span>
            <LensButtons lens={lens} />
            <Button isDisabled={busy} onPress={() => nameSeen(paper)}>
              {t('nameSeen')}
            </Button>
            <Button isDisabled={busy} onPress={() => next(done)}>
              {t('later')}
            </Button>
            <Button look="go" isDisabled={busy} onPress={goOn}>
              <Icon name={goesOn ? 'down' : isLast ? 'eye' : 'right'} size={18} /> {onWords}
            </Button>
            <Button icon look="ghost" label={t('common:close')} onPress={() => leave(done)}>
              <Icon name="close" />
            </Button>
          </header>
          <div className={styles.secondPaper} key={`${paper.id} ${pageAt}`}>
            <PaperLens paper={paper} pages={pages.slice(pageAt, pageAt + 1)} lens={lens} label={t('common:paper', { code: paper.code })} words={words.frame} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
