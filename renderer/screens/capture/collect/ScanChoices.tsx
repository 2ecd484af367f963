import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScannerFacts, ScanSettings } from '../../../../core/capture/scanner.ts';
import { Choice } from '../../../components/Fields.tsx';
import styles from './Sources.module.css';

/** How a scanner shall scan; what it can't do is not offered. */
export function ScanChoices({
  scanner,
  settings,
  onChange,
}: {
  scanner: ScannerFacts;
  settings: ScanSettings;
  onChange: (settings: Partial<ScanSettings>) => void;
}): ReactNode {
  const { t } = useTranslation('collect');
  const source = scanner.sources.find((one) => one.source === settings.source) ?? scanner.sources[0];
  if (source === undefined) return null;
  return (
    <div className={styles.scanChoices}>
      <Choice
        label={t('scan.source')}
        value={settings.source}
        options={scanner.sources.map((one) => ({ value: one.source, label: t(`scan.sources.${one.source}`) }))}
        onChange={(chosen) => onChange({ source: chosen })}
      />
      <Choice
        label={t('scan.colour')}
        value={settings.colour}
        options={source.colours.map((colour) => ({ value: colour, label: t(`scan.colours.${colour}`) }))}
        onChange={(colour) => onChange({ colour })}
      />
      <Choice
        label={t('scan.dpi')}
        value={String(settings.dpi)}
        options={source.dpis.map((dpi) => ({ value: String(dpi), label: t('scan.dpis', { dpi }) }))}
        onChange={(dpi) => onChange({ dpi: Number(dpi) })}
      />
      <Choice
        label={t('scan.sheetSize')}
        value={settings.sheetSize}
        options={source.sheetSizes.map((sheetSize) => ({ value: sheetSize, label: t(`scan.sheetSizes.${sheetSize}`) }))}
        onChange={(sheetSize) => onChange({ sheetSize })}
      />
    </div>
  );
}
