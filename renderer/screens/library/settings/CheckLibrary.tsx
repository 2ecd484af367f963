import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Started } from '../../../../core/contract/contract.ts';
import type { CheckReport } from '../../../../core/library/checkReport.ts';
import { useApp } from '../../../api/app.tsx';
import { Button } from '../../../components/Button.tsx';
import { JobBar } from '../../../components/JobBar.tsx';
import styles from './Settings.module.css';

/** So many findings are shown; more of them say nothing new. */
const MOST_SHOWN = 30;

/** Looks through the whole library, and says what to do about what is found. */
export function CheckLibrary(): ReactNode {
  const { t } = useTranslation('settings');
  const { api, complain } = useApp();
  const [job, setJob] = useState<Started<'library.check'> | null>(null);
  const [report, setReport] = useState<CheckReport | null>(null);
  const check = (): void => {
    setReport(null);
    void api.call('library.check', {}).then(setJob, complain);
  };
  return (
    <section className="card">
      <h2>{t('check')}</h2>
      <p className="quiet">{t('check_lead')}</p>
      {job === null ? (
        <Button onPress={check}>{t('check')}</Button>
      ) : (
        <JobBar
          job={job}
          onEnd={(ended) => {
            setJob(null);
            if (ended.state === 'done') setReport(ended.result);
          }}
        />
      )}
      <div role="status">{report !== null && <Findings report={report} />}</div>
    </section>
  );
}

function Findings({ report: { ok, problems } }: { report: CheckReport }): ReactNode {
  const { t } = useTranslation('settings');
  if (ok) return <p>{t('check_whole')}</p>;
  return (
    <>
      <p>
        <b>{t('check_found', { count: problems.length })}</b>
      </p>
      <ul className={styles.lines}>
        {problems.slice(0, MOST_SHOWN).map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
        {problems.length > MOST_SHOWN && <li>{t('check_more', { left: problems.length - MOST_SHOWN })}</li>}
      </ul>
      <p>
        <b>{t('check_next')}</b>
      </p>
      <ol className={styles.steps}>
        {t('check_steps', { returnObjects: true }).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}
