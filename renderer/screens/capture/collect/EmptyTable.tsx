import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';

/** Nothing here yet: a table that invites to put papers on it. */
export function EmptyTable({ onChoose, busy, children }: { onChoose: () => void; busy: boolean; children: ReactNode }): ReactNode {
  const { t } = useTranslation('collect');
  return (
    <div className="collect-empty-table">
      <div className="collect-empty-pile" aria-hidden="true">
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
