import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { steps } from '../../core/chart/progress.ts';
import type { Step } from '../../core/chart/wall.ts';
import type { Wall } from '../api/useWall.ts';
import { hrefTo } from '../route.ts';
import { Icon } from './Icon.tsx';
import styles from './TopBar.module.css';

/** The bar on top of every screen: the mark leads home, the rail goes with the work. */
export function TopBar({ wall, step, children }: { wall?: Wall; step?: Step; children?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <header className={styles.topBar}>
      <a className={styles.mark} href={hrefTo({ place: 'home' })}>
        <img src="assets/mark.svg" alt="" width="32" height="32" />
        {t('app')}
      </a>
      {wall && (
        <p className={styles.wallTitle} title={wall.chart.title}>
          {wall.chart.title}
        </p>
      )}
      {wall && step && <Rail wall={wall} now={step} />}
      <div className={styles.topEnd}>{children}</div>
    </header>
  );
}

function Rail({ wall, now }: { wall: Wall; now: Step }): ReactNode {
  const { t } = useTranslation();
  return (
    <nav className={styles.rail} aria-label={t('steps_label')}>
      {steps.map((step, index) => {
        const done = wall.progress.done.includes(step);
        const name = t(`steps.${step}`);
        return (
          <a
            key={step}
            className={[styles.step, done ? styles.done : '', step === now ? styles.now : ''].join(' ')}
            href={hrefTo({ place: 'wall', wall: wall.id, step })}
            {...(step === now && { 'aria-current': 'step' })}
          >
            <i aria-hidden="true">{done ? <Icon name="check" size={14} /> : index + 1}</i>
            <span>{name}</span>
            {done && <span className="hidden-but-read">{t('stepDone')}</span>}
          </a>
        );
      })}
    </nav>
  );
}
