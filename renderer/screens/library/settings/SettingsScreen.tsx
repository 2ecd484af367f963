import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result, Started } from '../../../../core/contract/contract.ts';
import { useAnswer, useApp } from '../../../api/app.tsx';
import { dayInWords } from '../../../../core/words/dayInWords.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { Secret } from '../../../components/Fields.tsx';
import { JobBar } from '../../../components/JobBar.tsx';
import { TopBar } from '../../../components/TopBar.tsx';
import { CheckLibrary } from './CheckLibrary.tsx';
import styles from './Settings.module.css';

/** Where the library is, backups, and what is done with children's work. */
export function SettingsScreen(): ReactNode {
  const { t } = useTranslation('settings');
  const { value: status, again } = useAnswer('library.status', {}, ['library.changed']);
  return (
    <div className="app">
      <TopBar />
      <main className={`screen ${styles.settings}`}>
        <h1>{t('title')}</h1>
        <p className="quiet">{t('keysHint')}</p>
        <div className={styles.settingsGrid}>
          <section className="card">
            <h2>{t('library')}</h2>
            {status && (
              <>
                <p>
                  {t('folder')} <b className={styles.path}>{status.folder}</b>
                </p>
                <p className="quiet">{t('holds', { walls: status.walls, papers: status.papers, pupils: status.pupils, size: inMegabytes(status.bytes) })}</p>
                <p className="quiet">{t(`keys_${status.keysKeptIn}`)}</p>
                {status.setAside.until !== null && <SetAside pictures={status.setAside.pictures} until={status.setAside.until} onGone={again} />}
                {status.warning !== null && <p className={`tip ${styles.warn}`}>{status.warning}</p>}
              </>
            )}
          </section>
          <Backup lastOn={status?.backup.madeOn ?? null} />
          <Restore>{status !== null && status.kept.until !== null && <Kept until={status.kept.until} onGone={again} />}</Restore>
          <CheckLibrary />
          <section className={`card ${styles.wide}`}>
            <h2>{t('privacy')}</h2>
            <ul className={styles.lines}>
              {t('privacy_lines', { returnObjects: true }).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        </div>
      </main>
    </div>
  );
}

function SetAside({ pictures, until, onGone }: { pictures: number; until: string; onGone: () => void }): ReactNode {
  const { t } = useTranslation('settings');
  return (
    <Remains
      told={t('aside', { pictures, day: dayInWords(until) })}
      destroy={t('aside_now')}
      ask={t('aside_ask')}
      call="library.emptySetAside"
      gone={t('aside_gone')}
      onGone={onGone}
    />
  );
}

function Kept({ until, onGone }: { until: string; onGone: () => void }): ReactNode {
  const { t } = useTranslation('settings');
  return (
    <Remains
      told={t('kept', { day: dayInWords(until) })}
      destroy={t('kept_now')}
      ask={t('kept_ask')}
      call="library.destroyKept"
      gone={t('kept_gone')}
      onGone={onGone}
    />
  );
}

interface RemainsProps {
  readonly told: string;
  readonly destroy: string;
  readonly ask: string;
  readonly call: 'library.emptySetAside' | 'library.destroyKept';
  readonly gone: string;
  readonly onGone: () => void;
}

/** Something that is kept for a time, and a way to destroy it before. */
function Remains({ told, destroy, ask, call, gone, onGone }: RemainsProps): ReactNode {
  const { t: common } = useTranslation();
  const { api, say, complain } = useApp();
  const [asking, setAsking] = useState(false);
  const goAhead = async (): Promise<void> => {
    setAsking(false);
    await api.call(call, {});
    say(gone);
    onGone();
  };
  return (
    <>
      <p className="quiet">{told}</p>
      <Button onPress={() => setAsking(true)}>{destroy} …</Button>
      <Dialog title={destroy} open={asking} onClose={() => setAsking(false)}>
        <p>{ask}</p>
        <div className="actions">
          <Button onPress={() => setAsking(false)}>{common('cancel')}</Button>
          <Button look="loss" onPress={() => void goAhead().catch(complain)}>
            {destroy}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

function Backup({ lastOn }: { lastOn: string | null }): ReactNode {
  const { t } = useTranslation('settings');
  const { api, desktop, say, complain } = useApp();
  const [passphrase, setPassphrase] = useState('');
  const [job, setJob] = useState<Started<'library.backup'> | null>(null);
  const make = (): void => void api.call('library.backup', { passphrase: passphrase === '' ? null : passphrase }).then(setJob, complain);
  const save = async ({ file, leftOut }: Result<'library.backup'>): Promise<void> => {
    if (await desktop.save(file)) say(leftOut === 0 ? t('backedUp') : t('backedUp_without', { pictures: leftOut }));
  };
  return (
    <section className="card">
      <h2>{t('backup')}</h2>
      <p className="quiet">{t('backup_lead')}</p>
      <p className="quiet">{lastOn === null ? t('backup_none') : t('backup_last', { day: dayInWords(lastOn) })}</p>
      <form
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <Secret label={t('passphrase')} hint={t('passphrase_hint')} value={passphrase} onChange={setPassphrase} maxLength={200} />
        <Button look="go" type="submit" isDisabled={job !== null || (passphrase !== '' && passphrase.length < 8)}>
          {t('makeBackup')}
        </Button>
      </form>
      {job !== null && (
        <JobBar
          job={job}
          onEnd={(ended) => {
            setJob(null);
            if (ended.state === 'done') void save(ended.result).catch(complain);
          }}
        />
      )}
    </section>
  );
}

/** Once it is back, the whole window shows the other library anew, and says so. */
function Restore({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation('settings');
  const { api, desktop, complain } = useApp();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [job, setJob] = useState<Started<'library.restore'> | null>(null);
  const choose = async (): Promise<void> => {
    const [file] = (await desktop.pickFiles('.stepwall')) ?? [];
    if (file !== undefined) setJob(await api.call('library.restore', { file, passphrase: passphrase === '' ? null : passphrase }));
  };
  const run = (): void => {
    // A large file takes its time before the job can begin.
    setBusy(true);
    void choose()
      .catch(complain)
      .finally(() => setBusy(false));
  };
  return (
    <section className="card">
      <h2>{t('restore')}</h2>
      <p className="quiet">{t('restore_lead')}</p>
      <Secret label={t('restorePassphrase')} value={passphrase} onChange={setPassphrase} maxLength={200} />
      <Button onPress={run} isDisabled={busy || job !== null}>
        {t('chooseBackup')}
      </Button>
      {job !== null && <JobBar job={job} onEnd={() => setJob(null)} />}
      {children}
    </section>
  );
}

const inMegabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
