import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer, useApp } from '../../../api/app.tsx';
import { dayInWords } from '../../../../core/words/dayInWords.ts';
import { Button } from '../../../components/Button.tsx';
import { hrefTo } from '../../../route.ts';
import styles from './Home.module.css';

/** A gentle word when the last backup is weeks old; gone for some time with one press. */
export function BackupNote(): ReactNode {
  const { t } = useTranslation('home');
  const { api, complain } = useApp();
  const { value: status, again } = useAnswer('library.status', {}, ['library.changed']);
  if (status === null || !status.backup.isDue || status.mishap !== null) return null;
  const { madeOn } = status.backup;
  return (
    <section className={`card ${styles.remind}`}>
      <div>
        <b>{madeOn === null ? t('remind.first') : t('remind.again', { day: dayInWords(madeOn) })}</b>
        <p className="quiet">{t('remind.why')}</p>
      </div>
      <a className="button" href={hrefTo({ place: 'settings' })}>
        {t('remind.make')}
      </a>
      <Button look="ghost" onPress={() => void api.call('library.remindLater', {}).then(again, complain)}>
        {t('remind.later')}
      </Button>
    </section>
  );
}
