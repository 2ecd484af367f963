import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import styles from './Sources.module.css';

/** The part of the screen in which one way of bringing papers in is set up; Escape closes it. */
export function SourcePanel({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <section
      className={`${styles.source} card`}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <div className={styles.sourceHead}>
        <h2>{title}</h2>
        <Button look="ghost" icon label={t('close')} onPress={onClose}>
          <Icon name="close" />
        </Button>
      </div>
      {children}
    </section>
  );
}
