import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintSettings } from '../../../../core/sheets/printSettings.ts';
import { Choice } from '../../../components/Fields.tsx';
import { Millimetres } from '../../../components/Millimetres.tsx';
import { Tiles } from './Tiles.tsx';
import { FinishPicture } from './finishPictures.tsx';
import styles from './PrintPanel.module.css';

const FINISHINGS = ['join', 'join-then-laminate', 'laminate-then-join'] as const;
const FILMS = ['A4', 'A3', 'Letter', 'roll'] as const;
/** A common width of film on a roll, mm. */
const USUAL_ROLL = 635;

/** What happens to the sheets after printing, and what they are laminated in. */
export function FinishChoice({
  settings,
  problem,
  onChange,
}: {
  settings: PrintSettings;
  problem: string | null;
  onChange: (change: Partial<PrintSettings>) => void;
}): ReactNode {
  const { t } = useTranslation('print');
  const { finishing, film } = settings;
  return (
    <>
      <Tiles
        label={t('finishing')}
        value={finishing}
        tiles={FINISHINGS.map((value) => ({ value, label: t(`finishings.${value}`), picture: <FinishPicture finishing={value} /> }))}
        onChange={(chosen) => onChange({ finishing: chosen })}
      />
      {finishing !== 'join' && (
        <Choice
          label={t('film')}
          labelHidden
          value={typeof film === 'number' ? 'roll' : film}
          options={FILMS.map((value) => ({ value, label: t(`films.${value}`) }))}
          onChange={(chosen) => onChange({ film: chosen === 'roll' ? USUAL_ROLL : chosen })}
        />
      )}
      {finishing !== 'join' && typeof film === 'number' && (
        <div className={styles.lengths}>
          <Millimetres label={t('rollWidth')} value={film} min={100} max={2000} onKeep={(width) => onChange({ film: width })} />
        </div>
      )}
      {problem !== null && (
        <p className={styles.noRoom} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
