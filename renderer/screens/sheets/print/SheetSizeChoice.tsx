import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Strip } from '../../../../core/chart/document.ts';
import { sheetsBySize } from '../../../../core/sheets/hints.ts';
import { requestOf } from '../../../../core/chart/planStrip.ts';
import type { PrintSettings } from '../../../../core/sheets/printSettings.ts';
import { sheetSizeOf } from '../../../../core/sheets/sheetSize.ts';
import { sheetsNeeded } from '../../../../core/sheets/sheets.ts';
import { Millimetres } from '../../../components/Millimetres.tsx';
import { Tiles } from './Tiles.tsx';
import styles from './PrintPanel.module.css';

const SHEET_SIZES = ['A4', 'A3', 'Letter', 'Legal', 'Tabloid', 'custom'] as const satisfies readonly PrintSettings['sheetSize'][];
/** Pixels for a millimetre of paper. */
const SMALL = 0.1;
const LONGEST_PX = 48;

interface Props {
  readonly strip: Strip;
  readonly settings: PrintSettings;
  readonly onChange: (change: Partial<PrintSettings>) => void;
}

/** The papers side by side, each as large as it is beside the others, with how many sheets of it the strip takes. */
export function SheetSizeChoice({ strip, settings, onChange }: Props): ReactNode {
  const { t } = useTranslation('print');
  const counts = useMemo(() => countsFor(strip, settings), [strip, settings]);
  const { ownSize } = settings;
  const tiles = SHEET_SIZES.map((value) => {
    const { width, height } = sheetSizeOf({ sheetSize: value, ownSize });
    const scale = Math.min(SMALL, LONGEST_PX / height);
    const count = counts.get(value);
    return {
      value,
      label: value === 'custom' ? t('ownSize') : value,
      off: count === undefined,
      ...(count === undefined ? { fact: t('noRoom') } : {}),
      picture: (
        <span className={styles.paperRoom}>
          <span className={styles.paperShape} style={{ width: width * scale, height: height * scale }} aria-hidden={count === undefined}>
            {count !== undefined && (
              <>
                <span aria-hidden="true">{count}</span>
                <span className="hidden-but-read">{t('sheets', { count })}</span>
              </>
            )}
          </span>
        </span>
      ),
    };
  });
  return (
    <>
      <Tiles label={t('sheetSize')} value={settings.sheetSize} tiles={tiles} onChange={(sheetSize) => onChange({ sheetSize })} />
      {settings.sheetSize === 'custom' && (
        <div className={styles.lengths}>
          <Millimetres label={t('ownWidth')} value={ownSize.width} min={100} max={2000} onKeep={(width) => onChange({ ownSize: { ...ownSize, width } })} />
          <Millimetres label={t('ownHeight')} value={ownSize.height} min={100} max={2000} onKeep={(height) => onChange({ ownSize: { ...ownSize, height } })} />
        </div>
      )}
    </>
  );
}

function countsFor(strip: Strip, settings: PrintSettings): ReadonlyMap<PrintSettings['sheetSize'], number> {
  const own = requestOf(strip, { ...settings, sheetSize: 'custom' });
  const counts = new Map<PrintSettings['sheetSize'], number>(sheetsBySize(own).map(({ sheetSize, sheets }) => [sheetSize, sheets]));
  try {
    return counts.set('custom', sheetsNeeded(own));
  } catch {
    return counts;
  }
}
