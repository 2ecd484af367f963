import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintSettings } from '../../../../core/sheets/printSettings.ts';
import { Tiles } from './Tiles.tsx';
import { InkPicture } from './finishPictures.tsx';

const LOOKS = ['colour', 'grey', 'ink-saver'] as const;

/** In colour, in grey, or with as little ink as can be. */
export function InkChoice({ settings, onChange }: { settings: PrintSettings; onChange: (change: Partial<PrintSettings>) => void }): ReactNode {
  const { t } = useTranslation('print');
  return (
    <Tiles
      label={t('look')}
      value={settings.look}
      tiles={LOOKS.map((value) => ({ value, label: t(`looks.${value}`), picture: <InkPicture look={value} /> }))}
      onChange={(look) => onChange({ look })}
    />
  );
}
