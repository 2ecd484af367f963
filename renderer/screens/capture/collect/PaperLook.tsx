import { Fragment, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import type { Pupil } from '../../../../core/class/pupil.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { PageThumb } from '../../../components/PageThumb.tsx';
import { useKeys } from '../../../keys/useKeys.ts';
import { hrefTo } from '../../../route.ts';
import { PupilField } from './PupilField.tsx';
import type { PaperDeeds } from './usePaperDeeds.ts';
import collectStyles from './Collect.module.css';
import styles from './PaperLook.module.css';

interface LookProps {
  readonly paper: PaperFacts;
  readonly papers: readonly PaperFacts[];
  readonly pupils: readonly Pupil[];
  readonly deeds: PaperDeeds;
  readonly onOpen: (paper: string) => void;
  readonly onClose: () => void;
}

/** One paper, large, with all its pages; here it is split and given to its pupil. */
export function PaperLook({ paper, papers, pupils, deeds, onOpen, onClose }: LookProps): ReactNode {
  const { t } = useTranslation('collect');
  useKeys('panel', [{ keys: 'Escape', words: t('backToAll'), run: onClose, whileTyping: true }]);
  const [large, setLarge] = useState(false);
  const place = papers.indexOf(paper);
  const neighbour = (by: number): string | undefined => papers[place + by]?.id;
  const back = useRef<HTMLDivElement>(null);
  useEffect(() => void back.current?.querySelector('button')?.focus(), []);
  return (
    <section className={styles.look} aria-label={t('lookTitle', { code: paper.code })}>
      <div className={styles.lookHead} ref={back}>
        <Button onPress={onClose}>
          <Icon name="left" size={18} /> {t('backToAll')}
        </Button>
        <h2>{t('lookTitle', { code: paper.code })}</h2>
        <Button look="ghost" icon label={t('previous')} isDisabled={place <= 0} onPress={() => onOpen(neighbour(-1) ?? paper.id)}>
          <Icon name="left" />
        </Button>
        <Button look="ghost" icon label={t('following')} isDisabled={place === papers.length - 1} onPress={() => onOpen(neighbour(1) ?? paper.id)}>
          <Icon name="right" />
        </Button>
        <Button onPress={() => setLarge(!large)} aria-pressed={large}>
          <Icon name={large ? 'zoomOut' : 'zoomIn'} size={18} /> {t(large ? 'smaller' : 'larger')}
        </Button>
        <span className={styles.lookEnd}>
          {pupils.length > 0 ? (
            <PupilField paper={paper} pupils={pupils} onGive={(pupil, who) => deeds.give(paper, pupil, who)} />
          ) : (
            <a className="quiet" href={hrefTo({ place: 'class' })}>
              {t('makeClass')}
            </a>
          )}
          <Button
            look="loss"
            onPress={() => {
              deeds.remove([paper]);
              onClose();
            }}
          >
            <Icon name="bin" size={18} /> {t('remove')}
          </Button>
        </span>
      </div>
      <div
        className={large ? `${styles.lookPages} ${styles.large}` : styles.lookPages}
        tabIndex={0}
        role="group"
        aria-label={t('pageCount', { count: paper.pages.length })}
      >
        {paper.pages.map((page, index) => (
          <Fragment key={page.id}>
            {index > 0 && (
              <Button aria-description={t('splitHereLong', { page: index + 1 })} onPress={() => deeds.split(page.id)}>
                <Icon name="split" size={18} /> {t('splitHere')}
              </Button>
            )}
            <figure>
              <PageThumb
                className={collectStyles.picture!}
                page={page}
                width={large ? 2048 : 1024}
                alt={t('pageOf', { page: index + 1, count: paper.pages.length })}
              />
              {page.proposal.blank && <figcaption className={`${collectStyles.chip} ${collectStyles.glow}`}>{t('blankLong')}</figcaption>}
            </figure>
          </Fragment>
        ))}
      </div>
    </section>
  );
}
