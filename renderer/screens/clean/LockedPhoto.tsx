import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outgoing } from '../../../core/api/library.ts';
import { useApp } from '../../api/app.tsx';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';

/** In the place of a photo that was destroyed: the clean copy is all there is. */
export function LockedPhoto({ finishedAt, certificate }: { finishedAt: string | null; certificate: Outgoing | null }): ReactNode {
  const { t, i18n } = useTranslation('clean');
  const { desktop, complain } = useApp();
  return (
    <section className="clean-photo clean-locked" aria-label={t('photo')}>
      <Icon name="lock" size={40} />
      <h2>
        {finishedAt === null ? t('lockedTitle') : t('finishedOn', { date: new Date(finishedAt).toLocaleDateString(i18n.language, { dateStyle: 'long' }) })}
      </h2>
      <p>{t('lockedHow')}</p>
      {certificate !== null && (
        <Button onPress={() => void desktop.save(certificate).catch(complain)}>
          <Icon name="paper" size={18} /> {t('saveCertificate')}
        </Button>
      )}
    </section>
  );
}
