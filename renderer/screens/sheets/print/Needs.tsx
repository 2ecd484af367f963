import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Needs as NeedsOf } from '../../../../core/sheets/finishing.ts';
import type { PrintSettings } from '../../../../core/sheets/printSettings.ts';
import { NeedPicture, type NeedKind } from './finishPictures.tsx';
import styles from './PrintPanel.module.css';

/** What to have ready: paper, film, glue or tape, and how many cuts. */
export function Needs({ needs, settings, sheetSize }: { needs: NeedsOf; settings: PrintSettings; sheetSize: string }): ReactNode {
  const { t } = useTranslation('print');
  const metres = (length: number): string => (Math.max(1, Math.ceil(length * 10)) / 10).toFixed(1);
  const { sheets, pouches, filmMetres, glueMetres, tapeMetres, cuts } = needs;
  const items: readonly { kind: NeedKind; amount: number; words: string }[] = [
    { kind: 'paper', amount: sheets, words: t('needSheets', { count: sheets, sheetSize }) },
    { kind: 'film', amount: pouches, words: t('needPouches', { count: pouches, film: String(settings.film) }) },
    { kind: 'film', amount: filmMetres, words: t('needFilm', { metres: metres(filmMetres) }) },
    { kind: 'glue', amount: glueMetres, words: t('needGlue', { metres: metres(glueMetres) }) },
    { kind: 'tape', amount: tapeMetres, words: t('needTape', { metres: metres(tapeMetres) }) },
    { kind: 'cut', amount: cuts, words: t('needCuts', { count: cuts }) },
  ];
  return (
    <ul className={styles.needs} aria-label={t('needs')} aria-live="polite">
      {items
        .filter(({ amount }) => amount > 0)
        .map(({ kind, words }) => (
          <li key={words}>
            <NeedPicture kind={kind} />
            {words}
          </li>
        ))}
    </ul>
  );
}
