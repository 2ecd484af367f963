import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import styles from './Bank.module.css';

/** What the school means by a micro goal, in four short lines. */
export function MicroGoalCard({ onAway }: { onAway: () => void }): ReactNode {
  const { t } = useTranslation('bank');
  return (
    <section className={`${styles.microGoal} tip`} aria-label={t('micro_title')}>
      <h2>{t('micro_title')}</h2>
      <ul>
        {t('micro_lines', { returnObjects: true }).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Button look="ghost" icon small label={t('micro_away')} onPress={onAway}>
        <Icon name="close" size={18} />
      </Button>
    </section>
  );
}
