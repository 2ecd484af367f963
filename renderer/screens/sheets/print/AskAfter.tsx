import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import styles from './PrintPanel.module.css';

interface Props {
  /** What was sent to the printer. */
  readonly sheets: readonly string[];
  /** Which of them did not come out well, while they are pointed out in the picture; null before. */
  readonly bad: readonly string[] | null;
  readonly onBad: (labels: readonly string[] | null) => void;
  readonly onAgain: (labels: readonly string[]) => void;
  readonly onDone: () => void;
}

/** Asked once after printing: did all come out well? The ones that did not are printed again. */
export function AskAfter({ sheets, bad, onBad, onAgain, onDone }: Props): ReactNode {
  const { t } = useTranslation('print');
  if (bad === null) {
    return (
      <section className={`${styles.ask} tip`} role="status">
        <h2>{t('asked', { count: sheets.length })}</h2>
        <div className={styles.madeActions}>
          <Button look="go" onPress={onDone}>
            <Icon name="check" /> {t('allWell')}
          </Button>
          <Button onPress={() => onBad(sheets.length === 1 ? sheets : [])}>{t('someNot')}</Button>
        </div>
      </section>
    );
  }
  return (
    <section className={`${styles.ask} tip`} role="status">
      <p>{t('marking')}</p>
      <div className={styles.madeActions}>
        <Button look="go" isDisabled={bad.length === 0} onPress={() => onAgain(bad)}>
          <Icon name="print" /> {t('again', { count: bad.length })}
        </Button>
        <Button
          onPress={() => {
            onBad(null);
            onDone();
          }}
        >
          {t('noneBad')}
        </Button>
      </div>
    </section>
  );
}
