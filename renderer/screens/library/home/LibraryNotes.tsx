import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../api/app.tsx';
import { hrefTo } from '../../../route.ts';
import { SharedNote } from './SharedNote.tsx';
import styles from './Home.module.css';

/** What is wrong with the library as a whole or with where it lies, and what to do. */
export function LibraryNotes(): ReactNode {
  const { t } = useTranslation('home');
  const { value: status } = useAnswer('library.status', {}, ['library.changed']);
  if (status === null) return null;
  return (
    <>
      {status.damaged && (
        <section className={`card ${styles.mishap}`} role="alert">
          <h2>{t('damaged.title')}</h2>
          <p>{t('damaged.what')}</p>
          <p>{t('damaged.ways')}</p>
          <div className={styles.welcomeActs}>
            <a className="button" href={hrefTo({ place: 'settings' })}>
              {t('damaged.settings')}
            </a>
          </div>
        </section>
      )}
      <SharedNote status={status} />
    </>
  );
}
