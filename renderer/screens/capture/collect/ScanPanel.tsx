import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { Text } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { JobBar } from '../../../components/JobBar.tsx';
import { ScanChoices } from './ScanChoices.tsx';
import { SourcePanel } from './SourcePanel.tsx';
import type { ScanWish } from './useIncoming.ts';
import { useScanners } from './useScanners.ts';
import styles from './Sources.module.css';

/** Which scanner, and how; the pages then arrive on the table. */
export function ScanPanel({ onScan, onClose }: { onScan: (wish: ScanWish) => void; onClose: () => void }): ReactNode {
  const { t } = useTranslation('collect');
  const scanners = useScanners();
  const { found, looking, chosen, asking, problem, settings } = scanners;
  const [address, setAddress] = useState('');
  const listed = found?.scanners ?? [];
  const shown = chosen === null || listed.some(({ id }) => id === chosen.id) ? listed : [chosen, ...listed];
  const start = (): void => {
    if (chosen === null) return;
    onScan({ scanner: { id: chosen.id, name: chosen.name, by: chosen.by }, settings });
    onClose();
  };
  return (
    <SourcePanel title={t('scan.title')} onClose={onClose}>
      <div className={styles.scan}>
        <div className={styles.scanWhich}>
          <h3>{t('scan.which')}</h3>
          {shown.length > 0 && (
            <ul className={styles.scanners}>
              {shown.map((one) => (
                <li key={one.id}>
                  <Button on={chosen?.id === one.id} aria-pressed={chosen?.id === one.id} onPress={() => scanners.ask(one)}>
                    <Icon name="scan" size={18} /> <span>{one.name}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {found !== null && listed.length === 0 && looking === null && <p>{t('scan.none')}</p>}
          <div className={styles.lookRow}>
            {looking === null ? (
              <Button onPress={scanners.look} look={chosen === null ? 'go' : 'plain'} autoFocus={chosen === null}>
                <Icon name="zoomIn" size={18} /> {t(found === null ? 'scan.look' : 'scan.lookAgain')}
              </Button>
            ) : (
              <JobBar job={looking} onEnd={scanners.looked} />
            )}
            {looking === null && <p className="quiet">{t('scan.lookNote')}</p>}
          </div>
          {found !== null && found.note !== '' && <p className="quiet">{found.note}</p>}
          <form
            className={styles.address}
            onSubmit={(event) => {
              event.preventDefault();
              if (address.trim() !== '') scanners.ask(address);
            }}
          >
            <Text label={t('scan.address')} value={address} onChange={setAddress} placeholder={t('scan.addressExample')} maxLength={300} />
            <Button type="submit" isDisabled={address.trim() === ''}>
              {t('scan.use')}
            </Button>
          </form>
        </div>
        <div className={styles.scanHow} aria-live="polite">
          {asking !== null && <p className="quiet">{t('scan.asking')}</p>}
          {problem !== null && (
            <p className={styles.trouble} role="alert">
              <strong>{problem.message}</strong> {problem.hint}
            </p>
          )}
          {chosen === null && asking === null && problem === null && <p className="quiet">{t('scan.first')}</p>}
          {chosen !== null && (
            <>
              <ScanChoices scanner={chosen} settings={settings} onChange={scanners.change} />
              <Button look="go" onPress={start} autoFocus>
                <Icon name="scan" size={18} /> {t('scan.go')}
              </Button>
            </>
          )}
        </div>
      </div>
    </SourcePanel>
  );
}
