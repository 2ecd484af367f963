import type { ReactNode } from 'react';
import type { Level } from '../../../../core/chart/document.ts';
import { mediaPicture } from '../../../api/pictures.ts';
import type { Wall } from '../../../api/useWall.ts';
import { LevelBadge } from '../../../components/LevelBadge.tsx';
import styles from './Place.module.css';

const PICTURE_PX = 520;

/** One step of the ladder: its label, the nameless copy of its paper, and what is new there. */
export function LevelRung({ wall, level, step }: { wall: Wall; level: Level; step: number }): ReactNode {
  const paper = wall.shownPapers.find(({ paper }) => paper === level.anchors[0]);
  const [page] = paper?.pages ?? [];
  const added = level.qualifiers.filter(({ kind }) => kind === 'new');
  return (
    <>
      <span className={styles.rungHead}>
        <LevelBadge label={level.label} step={step} steps={wall.chart.levels.length} />
        <b>{level.name}</b>
      </span>
      {paper !== undefined && paper.text !== null && <span className={`${styles.rungPaper} ${styles.typed} child`}>{paper.text}</span>}
      {paper !== undefined && paper.text === null && page !== undefined && (
        <img className={styles.rungPaper} src={mediaPicture(page.media, PICTURE_PX)} alt="" draggable={false} />
      )}
      <span className={`${styles.rungWords} child`}>
        {(added.length > 0 ? added : level.qualifiers).map(({ id, text }) => (
          <span key={id}>{text}</span>
        ))}
      </span>
    </>
  );
}
