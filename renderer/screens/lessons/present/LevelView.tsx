import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Paper } from '../../../../core/capture/shownPaper.ts';
import type { Level } from '../../../../core/chart/document.ts';
import { mediaPicture } from '../../../api/pictures.ts';
import type { Wall } from '../../../api/useWall.ts';
import { LevelBadge } from '../../../components/LevelBadge.tsx';
import paperPictureStyles from '../../../components/PaperPicture.module.css';
import styles from './Present.module.css';

/** One level for the back row: its paper as large as it goes, and what is new at it. */
export function LevelView({ wall, level, step, scale }: { wall: Wall; level: Level; step: number; scale: number }): ReactNode {
  const { t } = useTranslation('present');
  const steps = wall.chart.levels.length;
  const shownPapers = level.anchors.flatMap((id) => wall.shownPapers.find(({ paper }) => paper === id) ?? []);
  const of = (kind: 'new' | 'kept'): Level['qualifiers'] => level.qualifiers.filter((qualifier) => qualifier.kind === kind);
  return (
    <article className={styles.levelView}>
      <header>
        <LevelBadge label={level.label} step={step} steps={steps} big />
        <h1>{level.name === '' ? t('level', { label: level.label }) : level.name}</h1>
      </header>
      <div className={styles.levelPaper} tabIndex={0} role="group" aria-label={t('level', { label: level.label })}>
        <div style={{ width: `${100 * scale}%` }}>
          {shownPapers.map((paper) => (
            <LargePaper key={paper.paper} paper={paper} label={t('level', { label: level.label })} />
          ))}
        </div>
      </div>
      <ul className={styles.levelWords}>
        {of('new').map(({ id, text }) => (
          <li key={id} className={styles.new}>
            {text}
          </li>
        ))}
        {of('kept').map(({ id, text }) => (
          <li key={id} className={styles.kept}>
            {text}
          </li>
        ))}
      </ul>
    </article>
  );
}

/** Only what has been found nameless: the masked copies, or the retyped words. */
function LargePaper({ paper, label }: { paper: Paper; label: string }): ReactNode {
  if (paper.text !== null) return <p className={`${paperPictureStyles.paperPicture} ${paperPictureStyles.typed} ${styles.words}`}>{paper.text}</p>;
  return paper.pages.map((page) => (
    <img key={page.page} src={mediaPicture(page.media, null)} alt={label} width={page.width} height={page.height} draggable={false} />
  ));
}
