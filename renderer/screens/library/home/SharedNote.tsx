import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Started } from '../../../../core/contract/contract.ts';
import type { LibraryStatus } from '../../../../core/library/libraryStatus.ts';
import { useApp } from '../../../api/app.tsx';
import { Button } from '../../../components/Button.tsx';
import { JobBar } from '../../../components/JobBar.tsx';
import styles from './Home.module.css';

/** The library lies where others have it too: one click moves it to a safe place, and then it is said where it lies. */
export function SharedNote({ status }: { status: LibraryStatus }): ReactNode {
  const { t } = useTranslation('home');
  const { api, complain } = useApp();
  const [job, setJob] = useState<Started<'library.move'> | null>(null);
  const [hasMoved, setHasMoved] = useState(false);
  if (hasMoved) return <Moved status={status} onSeen={() => setHasMoved(false)} />;
  if (status.leftBehind !== null) return <Moved status={status} />;
  if (status.warning === null) return null;
  return (
    <section className={`card ${styles.mishap}`} role="note">
      <h2>{t('shared.title')}</h2>
      <p>{status.warning}</p>
      <p>{status.safePlace === null ? t('shared.how') : t('shared.safe', { folder: status.safePlace })}</p>
      {status.safePlace !== null && job === null && (
        <div className={styles.welcomeActs}>
          <Button look="go" onPress={() => void api.call('library.move', {}).then(setJob, complain)}>
            {t('shared.move')}
          </Button>
        </div>
      )}
      {job !== null && (
        <JobBar
          job={job}
          onEnd={(ended) => {
            setJob(null);
            setHasMoved(ended.state === 'done');
          }}
        />
      )}
    </section>
  );
}

function Moved({ status, onSeen }: { status: LibraryStatus; onSeen?: () => void }): ReactNode {
  const { t } = useTranslation('home');
  return (
    <section className={`card ${styles.mishap}`} role="status">
      <h2>{t('shared.moved')}</h2>
      <p>{t('shared.movedTo', { folder: status.folder })}</p>
      <p>
        {status.leftBehind === null ? t('shared.emptied') : t('shared.left', { folder: status.leftBehind })} {t('shared.movedRest')}
      </p>
      {onSeen !== undefined && (
        <div className={styles.welcomeActs}>
          <Button onPress={onSeen}>{t('shared.seen')}</Button>
        </div>
      )}
    </section>
  );
}
