import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ended, JobName, Started } from '../../core/contract/contract.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { useApp } from '../api/app.tsx';
import { Button } from './Button.tsx';
import styles from './JobBar.module.css';

/** How far a piece of long work is, with a way to stop it. `onEnd` is called once, however it ends; problems are shown by themselves. */
export function JobBar<N extends JobName>({ job, onEnd }: { job: Started<N>; onEnd: (ended: Ended<N>) => void }): ReactNode {
  const { jobs, api, forget, say, complain } = useApp();
  const { t } = useTranslation();
  const now = jobs.get(job.job);
  const ended = useRef(false);
  useEffect(() => {
    const last = now === undefined ? null : api.ended(job, now);
    if (now === undefined || last === null || ended.current) return;
    ended.current = true;
    if (now.state === 'cancelled') say(t('stopped'));
    if (now.problem !== null) complain(new Refusal('internal', now.problem));
    onEnd(last);
    forget(job.job);
  }, [api, now, job, onEnd, forget, say, complain, t]);
  const share = now && now.of > 0 ? now.done / now.of : null;
  return (
    <div className={styles.jobBar} role="group" aria-label={now?.doing ?? t('working')}>
      <progress {...(share === null ? {} : { value: share })} aria-label={t('working')} />
      <span>{now?.doing === undefined || now.doing === '' ? t('working') : now.doing}</span>
      <Button small onPress={() => void api.call('jobs.cancel', { job: job.job }).catch(complain)}>
        {t('stop')}
      </Button>
    </div>
  );
}
