import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useKeys } from '../../../keys/useKeys.ts';
import styles from './Sources.module.css';

/** The part of the screen in which one way of bringing papers in is set up; Escape closes it. */
export function SourcePanel({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  useKeys('panel', [{ keys: 'Escape', words: t('close'), run: onClose, whileTyping: true }]);
  return (
    <section className={`${styles.source} card`} aria-label={title}>
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
