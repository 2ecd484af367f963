import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer, useApp } from '../../../api/app.tsx';
import { dayInWords } from '../../../../core/words/dayInWords.ts';
import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { Text } from '../../../components/Fields.tsx';
import { TopBar } from '../../../components/TopBar.tsx';
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
          <Backup />
          <Restore onRestored={again} />
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
  const { t: common } = useTranslation();
  const { api, say, complain } = useApp();
  const [asking, setAsking] = useState(false);
  const destroy = async (): Promise<void> => {
    setAsking(false);
    await api.call('library.emptySetAside', {});
    say(t('aside_gone'));
    onGone();
  };
  return (
    <>
      <p className="quiet">{t('aside', { pictures, day: dayInWords(until) })}</p>
      <Button onPress={() => setAsking(true)}>{t('aside_now')} …</Button>
      <Dialog title={t('aside_now')} open={asking} onClose={() => setAsking(false)}>
        <p>{t('aside_ask')}</p>
        <div className="actions">
          <Button onPress={() => setAsking(false)}>{common('cancel')}</Button>
          <Button look="loss" onPress={() => void destroy().catch(complain)}>
            {t('aside_now')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

/** One deed with a passphrase at a time; what goes wrong is said. The deed gets null where nothing was typed. */
function usePassphrase(deed: (passphrase: string | null) => Promise<void>): {
  passphrase: string;
  setPassphrase: (typed: string) => void;
  busy: boolean;
  run: () => void;
} {
  const { complain } = useApp();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const run = (): void => {
    setBusy(true);
    void deed(passphrase === '' ? null : passphrase)
      .catch(complain)
      .finally(() => setBusy(false));
  };
  return { passphrase, setPassphrase, busy, run };
}

function Backup(): ReactNode {
  const { t } = useTranslation('settings');
  const { api, desktop, say } = useApp();
  const { passphrase, setPassphrase, busy, run } = usePassphrase(async (typed) => {
    if (await desktop.save(await api.call('library.backup', { passphrase: typed }))) say(t('backedUp'));
  });
  return (
    <section className="card">
      <h2>{t('backup')}</h2>
      <p className="quiet">{t('backup_lead')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <Text label={t('passphrase')} hint={t('passphrase_hint')} value={passphrase} onChange={setPassphrase} maxLength={200} />
        <Button look="go" type="submit" isDisabled={busy || (passphrase !== '' && passphrase.length < 8)}>
          {t('makeBackup')}
        </Button>
      </form>
    </section>
  );
}

function Restore({ onRestored }: { onRestored: () => void }): ReactNode {
  const { t } = useTranslation('settings');
  const { api, desktop, say } = useApp();
  const { passphrase, setPassphrase, busy, run } = usePassphrase(async (typed) => {
    const [file] = (await desktop.pickFiles('.stepwall')) ?? [];
    if (file === undefined) return;
    await api.call('library.restore', { file, passphrase: typed });
    say(t('restored'));
    onRestored();
  });
  return (
    <section className="card">
      <h2>{t('restore')}</h2>
      <p className="quiet">{t('restore_lead')}</p>
      <Text label={t('restorePassphrase')} value={passphrase} onChange={setPassphrase} maxLength={200} />
      <Button onPress={run} isDisabled={busy}>
        {t('chooseBackup')}
      </Button>
    </section>
  );
}

const inMegabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
