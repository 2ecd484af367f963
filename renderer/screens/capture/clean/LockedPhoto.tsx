import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageFacts } from '../../../../core/capture/paperFacts.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import type { Finishing } from './useFinishing.ts';
import styles from './Clean.module.css';

/** In the place of a photo that can't be opened: destroyed for good, or sealed elsewhere. */
export function LockedPhoto({
  original,
  checked,
  finishing,
}: {
  original: Exclude<PageFacts['original'], 'here'>;
  checked: boolean;
  finishing: Finishing;
}): ReactNode {
  const { t, i18n } = useTranslation('clean');
  const finishedAt = finishing.state?.finishedAt ?? null;
  return (
    <section className={`${styles.photo} ${styles.locked}`} aria-label={t('photo')}>
      <Icon name="lock" size={40} />
      <h2>
        {original !== 'destroyed'
          ? t(original === 'elsewhere' ? 'elsewhereTitle' : 'keysDamagedTitle')
          : finishedAt === null
            ? t('lockedTitle')
            : t('finishedOn', { date: new Date(finishedAt).toLocaleDateString(i18n.language, { dateStyle: 'long' }) })}
      </h2>
      <p>{t(original === 'destroyed' ? 'lockedHow' : original === 'keys-damaged' ? 'keysDamagedHow' : checked ? 'elsewhereHow' : 'elsewhereUnchecked')}</p>
      {finishing.saveCertificate !== null && (
        <Button onPress={finishing.saveCertificate}>
          <Icon name="paper" size={18} /> {t('saveCertificate')}
        </Button>
      )}
    </section>
  );
}
