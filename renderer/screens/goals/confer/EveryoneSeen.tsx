import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OutcomePicture } from '../OutcomePicture.tsx';
import { hrefTo } from '../../../route.ts';
import styles from './Confer.module.css';

/** The round is done. */
export function EveryoneSeen({ away }: { away: number }): ReactNode {
  const { t } = useTranslation('confer');
  return (
    <section className={`${styles.end} empty`} role="status">
      <OutcomePicture outcome="by-myself" size={96} />
      <h1>{t('everyone')}</h1>
      <p>{away > 0 ? t('everyoneBut', { count: away }) : t('everyone_hint')}</p>
      <a className="button go" href={hrefTo({ place: 'goals', part: 'tomorrow' })}>
        {t('toTomorrow')}
      </a>
    </section>
  );
}
