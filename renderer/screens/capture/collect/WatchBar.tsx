import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchNews } from '../../../../core/capture/watchedFolder.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { folderName, type Watched } from './useWatched.ts';
import styles from './Sources.module.css';

const MOST_SHOWN = 3;

/** That a folder is being watched, what is just arriving there, and what came of late. */
export function WatchBar({ watched: { state, stop } }: { watched: Watched }): ReactNode {
  const { t } = useTranslation(['collect', 'common']);
  const [seen, setSeen] = useState(0);
  if (state === null || state.folder === null || (!state.watching && state.news.every(({ number }) => number <= seen))) return null;
  const name = folderName(state.folder);
  const news = state.news.filter(({ number }) => number > seen).slice(-MOST_SHOWN);
  const waiting = state.waiting.filter((file) => file !== state.reading);
  return (
    <section className={state.missing ? `${styles.watch} ${styles.missing}` : styles.watch} aria-label={t('watch.title')}>
      {state.watching && (
        <p role="status">
          <Icon name={state.missing ? 'folder' : 'eye'} size={18} />
          <span>
            {t(state.missing ? 'watch.missing' : 'watch.watching', { name })} {state.reading !== null && t('watch.reading', { file: state.reading })}
            {waiting.length > 0 && t('watch.waiting', { files: waiting.slice(0, MOST_SHOWN).join(', ') })}
          </span>
          <Button small onPress={stop}>
            {t('watch.stop')}
          </Button>
        </p>
      )}
      {news.length > 0 && (
        <ul aria-label={t('watch.news')} aria-live="polite">
          {news.map((one) => (
            <li key={one.number} data-kind={one.kind}>
              <NewsLine news={one} />
              {one === news.at(-1) && (
                <Button look="ghost" icon small label={t('common:dismiss')} onPress={() => setSeen(one.number)}>
                  <Icon name="close" size={18} />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function NewsLine({ news: { file, kind, pages, kept, problem } }: { news: WatchNews }): ReactNode {
  const { t } = useTranslation('collect');
  return (
    <span>
      {kind === 'problem' ? t('watch.problem', { file }) : t(`watch.${kind}`, { file, count: pages })}{' '}
      {problem !== null && `${problem.message} ${problem.hint}`}
      {kept > 0 && t('watch.kept', { count: kept })}
    </span>
  );
}
