import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Confer.module.css';

const TALK_S = 30;
const RADIUS = 42;
const ROUND = 2 * Math.PI * RADIUS;

/** Half a minute beside a child. It fills and then stays full: nothing rings, nothing turns red. */
export function Ring({ since }: { since: number }): ReactNode {
  const { t } = useTranslation('confer');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const turn = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(turn);
  }, [since]);
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  const left = Math.max(0, TALK_S - seconds);
  return (
    <div className={styles.ring} role="img" aria-label={t('ring')}>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle cx="50" cy="50" r={RADIUS} />
        <circle className={styles.gone} cx="50" cy="50" r={RADIUS} strokeDasharray={ROUND} strokeDashoffset={(ROUND * left) / TALK_S} />
      </svg>
      <b aria-hidden="true">{left > 0 ? left : '✓'}</b>
    </div>
  );
}
