import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoals } from '../../../api/useGoals.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { hrefTo } from '../../../route.ts';
import styles from './Tomorrow.module.css';

/** Who has no goal yet, and who has another one than was printed last. */
export function WhoIsReady({ changed, printed }: { changed: readonly string[]; printed: boolean }): ReactNode {
  const { t } = useTranslation('tomorrow');
  const { pupils, states, nameOf } = useGoals();
  const without = pupils.filter(({ id }) => (states.get(id)?.active.length ?? 0) === 0);
  return (
    <>
      {without.length > 0 && (
        <section className={styles.whoWithout}>
          <h2>{t('without', { count: without.length })}</h2>
          <ul>
            {without.map(({ id }) => (
              <li key={id}>
                <a href={hrefTo({ place: 'goals', part: 'class', pupil: id })} aria-label={t('choose', { name: nameOf(id) })}>
                  {nameOf(id)} <Icon name="plus" size={14} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {printed && (
        <section className={styles.whoChanged}>
          <h2>{changed.length > 0 ? t('changed', { count: changed.length }) : t('allSame')}</h2>
          {changed.length > 0 && <p className="quiet">{changed.map(nameOf).join(', ')}</p>}
        </section>
      )}
    </>
  );
}
