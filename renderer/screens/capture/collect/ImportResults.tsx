import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { StraySheets } from './StraySheets.tsx';
import type { Arrival, ScanWish } from './useIncoming.ts';
import styles from './Collect.module.css';

/** What became of the files: how many pages came in, and for each file that could not be read, why and what to do. */
interface ResultsProps {
  readonly arrival: Arrival;
  readonly onChooseBlank: () => void;
  readonly onScanRest: (wish: ScanWish) => void;
  readonly onClose: () => void;
}

export function ImportResults({ arrival, onChooseBlank, onScanRest, onClose }: ResultsProps): ReactNode {
  const { t } = useTranslation('collect');
  const pages = arrival.files.reduce((sum, { papers }) => sum + papers.length, 0);
  const blank = arrival.files.reduce((sum, file) => sum + file.blank, 0);
  const { scan } = arrival;
  const problems = arrival.files.flatMap((file) => (file.error === null ? [] : [{ ...file, error: file.error }]));
  return (
    <section className={`${styles.arrival} card`} aria-label={t('reportTitle', { count: pages })}>
      <div className={styles.arrivalHead}>
        <h2>{t('reportTitle', { count: pages })}</h2>
        <Button look="ghost" icon label={t('close', { ns: 'common' })} onPress={onClose}>
          <Icon name="close" />
        </Button>
      </div>
      {arrival.stopped && <p className="quiet">{t('reportStopped')}</p>}
      {blank > 0 && (
        <p className={styles.arrivalBlank}>
          {t('reportBlank', { count: blank })}
          <Button small onPress={onChooseBlank}>
            {t('chooseBlank')}
          </Button>
        </p>
      )}
      <StraySheets files={arrival.files} />
      {problems.length > 0 && (
        <>
          <h3>{scan === null ? t('reportProblems', { count: problems.length }) : t('reportScan')}</h3>
          <ul className={styles.arrivalProblems}>
            {problems.map(({ file, papers, error }, index) => (
              <li key={index}>
                <strong>{file}</strong>
                <span>
                  {error.message} {error.hint} {papers.length > 0 && t('reportPartly', { count: papers.length })}
                </span>
              </li>
            ))}
          </ul>
          {scan !== null && (
            <Button look="go" onPress={() => onScanRest(scan)} autoFocus>
              <Icon name="scan" size={18} /> {t('scanRest')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
