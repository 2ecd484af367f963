import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import styles from './Collect.module.css';

/** Nothing here yet: a table that invites to put papers on it. */
export function EmptyTable({ onChoose, busy, children }: { onChoose: () => void; busy: boolean; children: ReactNode }): ReactNode {
  const { t } = useTranslation('collect');
  return (
    <div className={styles.emptyTable}>
      <div className={styles.emptyPile} aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
      <h2>{t('emptyTitle')}</h2>
      <p>{t('emptyHow')}</p>
      <Button look="go" onPress={onChoose} isDisabled={busy} autoFocus>
        <Icon name="plus" size={18} /> {t('choose')}
      </Button>
      {children}
      <p className="quiet">{t('emptyKinds')}</p>
    </div>
  );
}
