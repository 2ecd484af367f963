import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer, useApp } from '../../../api/app.tsx';
import { dayInWords } from '../../../../core/words/dayInWords.ts';
import { Button } from '../../../components/Button.tsx';
import { hrefTo } from '../../../route.ts';
import styles from './Home.module.css';

/** What happened to the library outside of Stepwall, and the ways out; until the teacher goes on. */
export function MishapNote(): ReactNode {
  const { t } = useTranslation('home');
  const { t: common } = useTranslation();
  const { api, complain } = useApp();
  const { value: status, again } = useAnswer('library.status', {}, ['library.changed']);
  if (status === null || status.mishap === null) return null;
  const { kind, lastOpenedOn } = status.mishap;
  const { pictures, until } = status.setAside;
  return (
    <section className={`card ${styles.mishap}`} role="alert">
      <h2>{t(`mishap.${kind}`)}</h2>
      <p>{t(`mishap.${kind}_what`, { day: dayInWords(lastOpenedOn) })}</p>
      {until !== null && <p>{t('mishap.kept', { pictures, until: dayInWords(until) })}</p>}
      <p>{t(`mishap.${kind}_ways`)}</p>
      <div className={styles.welcomeActs}>
        <Button onPress={() => void api.call('library.settle', {}).then(again, complain)}>{t('mishap.goOn')}</Button>
        <a className="button ghost" href={hrefTo({ place: 'settings' })}>
          {common('settings')}
        </a>
      </div>
    </section>
  );
}
