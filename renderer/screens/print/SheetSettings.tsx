import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintSettings } from '../../../core/api/walls.ts';
import { Choice } from '../../components/Fields.tsx';
import { Millimetres } from '../../components/Millimetres.tsx';

const PAPER_NAMES = ['A4', 'A3', 'Letter', 'Legal', 'Tabloid'] as const satisfies readonly PrintSettings['paper'][];
const ORIENTATIONS = ['auto', 'portrait', 'landscape'] as const;

export function SheetSettings({
  settings,
  problem,
  onChange,
}: {
  settings: PrintSettings;
  problem: string | null;
  onChange: (change: Partial<PrintSettings>) => void;
}): ReactNode {
  const { t } = useTranslation('print');
  return (
    <>
      <Choice
        label={t('paper')}
        value={settings.paper}
        options={PAPER_NAMES.map((value) => ({ value, label: value }))}
        onChange={(paper) => onChange({ paper })}
      />
      <Choice
        label={t('orientation')}
        value={settings.orientation}
        options={ORIENTATIONS.map((value) => ({ value, label: t(`orientations.${value}`) }))}
        onChange={(orientation) => onChange({ orientation })}
      />
      <div className="lengths">
        <Millimetres label={t('overlap')} value={settings.overlap} min={0} max={50} onKeep={(overlap) => onChange({ overlap })} />
        <Millimetres label={t('margin')} value={settings.margin} min={0} max={40} onKeep={(margin) => onChange({ margin })} />
      </div>
      <p className="quiet fine">{t('margin_hint')}</p>
      {problem !== null && (
        <p className="no-room" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
