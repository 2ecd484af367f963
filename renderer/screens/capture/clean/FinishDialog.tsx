import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanPicture } from '../../../api/pictures.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { JobBar } from '../../../components/JobBar.tsx';
import { usePageName } from './PageList.tsx';
import type { ListedPage } from './pageStates.ts';
import type { Finishing } from './useFinishing.ts';
import styles from './Clean.module.css';

interface FinishProps {
  readonly finishing: Finishing;
  readonly pages: readonly ListedPage[];
  readonly onShow: (page: string) => void;
  readonly onClose: () => void;
}

/** Asks once, destroys the originals, and hands out the certificate. Where a name can still be read it says so, and destroys nothing. */
export function FinishDialog({ finishing, pages, onShow, onClose }: FinishProps): ReactNode {
  const { t } = useTranslation(['clean', 'common']);
  const nameOf = usePageName();
  const { job, state, saveCertificate, namesSeen } = finishing;
  const seen = pages.filter(({ page }) => namesSeen.includes(page.id));
  const inBin = state?.uncheckedInBin ?? 0;
  const done = state !== null && state.finishedAt !== null;
  return (
    <Dialog title={t(done ? 'finishDone' : seen.length > 0 ? 'finishSeen' : 'finishTitle')} open onClose={() => job === null && onClose()}>
      {job !== null ? (
        <>
          <p>{t('finishBusy')}</p>
          <JobBar key={job.job} job={job} onEnd={finishing.ended} />
        </>
      ) : done ? (
        <>
          <p>{t('finishDoneHow')}</p>
          <div className="actions">
            <Button onPress={onClose}>{t('common:close')}</Button>
            {saveCertificate !== null && (
              <Button look="go" onPress={saveCertificate}>
                <Icon name="paper" size={18} /> {t('saveCertificate')}
              </Button>
            )}
          </div>
        </>
      ) : seen.length > 0 ? (
        <>
          <p>{t('finishSeenHow', { count: seen.length })}</p>
          <ul className={styles.finishSeen}>
            {seen.map((listed) => (
              <li key={listed.page.id}>
                <img src={cleanPicture(listed.page, 256)} alt={t('resultOf', { page: nameOf(listed) })} />
                <Button
                  small
                  onPress={() => {
                    onClose();
                    onShow(listed.page.id);
                  }}
                >
                  {nameOf(listed)}
                </Button>
              </li>
            ))}
          </ul>
          <div className="actions">
            <Button onPress={onClose}>{t('finishNot')}</Button>
            <Button look="loss" onPress={() => finishing.start(namesSeen)}>
              {t('finishLooked')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>{t('finishWhat', { count: state?.pages ?? pages.length })}</p>
          <p>{t('finishGone')}</p>
          {inBin > 0 && <p>{t('finishBin', { count: inBin })}</p>}
          <p className="quiet">{t('finishStays')}</p>
          <div className="actions">
            <Button onPress={onClose}>{t('finishNot')}</Button>
            <Button look="loss" onPress={() => finishing.start([])}>
              <Icon name="lock" size={18} /> {t('finishDo')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
