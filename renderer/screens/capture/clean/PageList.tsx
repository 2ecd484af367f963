import { useEffect, useRef, type ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Check } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { PageThumb } from '../../../components/PageThumb.tsx';
import { stateOf, type ListedPage } from './pageStates.ts';
import styles from './Clean.module.css';

interface ListProps {
  readonly pages: readonly ListedPage[];
  readonly now: string;
  readonly onlyOpen: boolean;
  readonly onOnlyOpen: (only: boolean) => void;
  readonly onGo: (page: string) => void;
}

export function usePageName(): (listed: Pick<ListedPage, 'paper' | 'number'>) => string {
  const { t } = useTranslation('clean');
  return ({ paper, number }) => (number === null ? t('paper', { code: paper.code }) : t('paperPage', { code: paper.code, page: number }));
}

/** All pages as small pictures, each with what is still to be done. */
export function PageList({ pages, now, onlyOpen, onOnlyOpen, onGo }: ListProps): ReactNode {
  const { t } = useTranslation('clean');
  const nameOf = usePageName();
  const shown = onlyOpen ? pages.filter((listed) => listed.page.id === now || stateOf(listed) !== 'checked') : pages;
  const list = useRef<HTMLDivElement>(null);
  const place = shown.findIndex((listed) => listed.page.id === now);
  // The list draws its pages a moment after it is told of them.
  useEffect(() => {
    const due = requestAnimationFrame(() => list.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(due);
  }, [now, place, shown.length]);
  return (
    <section className={styles.pages} aria-label={t('pages')}>
      <Check label={t('todo')} checked={onlyOpen} onChange={onOnlyOpen} />
      <ListBox
        ref={list}
        aria-label={t('pages')}
        className={styles.list!}
        items={shown.map((listed) => ({ ...listed, id: listed.page.id }))}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[now]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) onGo(String(key));
        }}
      >
        {(listed) => {
          const state = stateOf(listed);
          const { page, paper, number } = listed;
          const locked = page.original === 'destroyed';
          const said = t(`states.${locked && state === 'checked' ? 'finished' : state}`);
          return (
            <ListBoxItem id={page.id} className={styles.thumb!} data-state={state} textValue={`${nameOf(listed)}, ${said}`}>
              <span className="hidden-but-read">
                {nameOf(listed)}, {said}
              </span>
              <span className={styles.thumbFace}>
                <PageThumb page={page} width={256} />
              </span>
              <span className={styles.thumbFoot} aria-hidden="true">
                <b>{number === null ? paper.code : `${paper.code} · ${number}`}</b>
                <span className={styles.state}>{state === 'checked' ? <Icon name={locked ? 'lock' : 'check'} size={locked ? 14 : 16} /> : said}</span>
              </span>
            </ListBoxItem>
          );
        }}
      </ListBox>
    </section>
  );
}
