import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cleaning } from '../../../../core/capture/cleaning.ts';
import { Choice } from '../../../components/Fields.tsx';

/** Which flat colour what is hidden gets. */
export function CoverChoice({ cover, onChange }: { cover: Cleaning['cover']; onChange: (cover: Cleaning['cover']) => void }): ReactNode {
  const { t } = useTranslation('clean');
  return (
    <Choice
      label={t('cover')}
      value={cover}
      options={(['paper', 'dark'] as const).map((value) => ({ value, label: t(`covers.${value}`) }))}
      onChange={onChange}
    />
  );
}
