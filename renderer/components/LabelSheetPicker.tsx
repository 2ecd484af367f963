import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LABEL_SHEETS, labelSheetNames, labelsOn, type LabelSheetName } from '../../core/handouts/labels.ts';
import { nUp } from '../../core/handouts/nUp.ts';
import { Millimetres } from './Millimetres.tsx';
import styles from './LabelSheetPicker.module.css';

/** Which label sheet lies in the printer, and at which label it begins: a sheet is used up, not thrown away. */
export function LabelSheetPicker({
  sheet,
  from,
  onChange,
}: {
  sheet: LabelSheetName;
  from: number;
  onChange: (sheet: LabelSheetName, from: number) => void;
}): ReactNode {
  const { t } = useTranslation('handouts');
  const { pieces, width, height } = nUp(LABEL_SHEETS[sheet]);
  return (
    <div className={styles.labelSheets}>
      <div className={styles.labelSheetNames} role="radiogroup" aria-label={t('sheet')}>
        <span className="label">{t('sheet')}</span>
        {labelSheetNames.map((name) => (
          <label key={name} className={name === sheet ? styles.chosen : ''}>
            <input type="radio" name="label-sheet" checked={name === sheet} onChange={() => onChange(name, 1)} />
            <b>{name}</b>
            <span>
              {t('sheetFacts', {
                count: labelsOn(name),
                sheetSize: LABEL_SHEETS[name].sheetSize.name,
                width: Math.round(LABEL_SHEETS[name].piece.width),
                height: Math.round(LABEL_SHEETS[name].piece.height),
              })}
            </span>
          </label>
        ))}
      </div>
      <div className={styles.labelBegin}>
        <Millimetres label={t('from')} hint={t('from_hint')} value={from} min={1} max={pieces.length} onKeep={(next) => onChange(sheet, Math.round(next))} />
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <rect width={width} height={height} rx="4" className={styles.sheetPaper} />
          {pieces.map((piece, index) => (
            <rect
              key={`${piece.x} ${piece.y}`}
              x={piece.x + 1}
              y={piece.y + 1}
              width={piece.width - 2}
              height={piece.height - 2}
              rx="4"
              className={index + 1 < from ? styles.used : styles.free}
              onClick={() => onChange(sheet, index + 1)}
            />
          ))}
        </svg>
      </div>
    </div>
  );
}
