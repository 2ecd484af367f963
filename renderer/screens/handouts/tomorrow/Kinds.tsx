import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinePicture } from '../../../components/LinePicture.tsx';
import { moreKinds, pageKinds, type HandoutKind } from './handoutChoice.ts';
import styles from '../Handouts.module.css';

/** The papers there are, in two groups. */
export function Kinds({ chosen, onChoose }: { chosen: HandoutKind; onChoose: (what: HandoutKind) => void }): ReactNode {
  const { t } = useTranslation('tomorrow');
  const group = (kinds: readonly HandoutKind[]): ReactNode =>
    kinds.map((kind) => (
      <button key={kind} type="button" aria-pressed={kind === chosen} onClick={() => onChoose(kind)}>
        <LinePicture path={pictures[kind]} />
        {t(`kinds.${kind}`)}
      </button>
    ));
  return (
    <nav className={styles.kinds} aria-label={t('kinds_label')}>
      <h2>{t('forPage')}</h2>
      {group(pageKinds)}
      <h2>{t('more')}</h2>
      {group(moreKinds)}
    </nav>
  );
}

/** Drawn on a 24 grid. */
const pictures: Record<HandoutKind, string> = {
  labels: 'M4 3h16v18H4zM4 9h16M4 15h16M12 3v18',
  strips: 'M3 6h18v5H3zM3 14h18v5H3zM6 8.5h4M6 16.5h4',
  'draw-list': 'M4 20l1-4L16 5l3 3L8 19l-4 1ZM13 20h7',
  'sticker-charts': 'M4 3h16v18H4zM7 7h3v3H7zM14 7h3v3h-3zM7 14h3v3H7zM14 14h3v3h-3z',
  kete: 'M4 10h16l-2 10H6L4 10ZM7 10c0-7 10-7 10 0M5 14h14',
  'conference-list': 'M4 5h3v3H4zM4 11h3v3H4zM4 17h3v3H4zM11 6.5h9M11 12.5h9M11 18.5h9',
  observation: 'M2.5 12S6 6 12 6s9.5 6 9.5 6S18 18 12 18 2.5 12 2.5 12ZM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
};
