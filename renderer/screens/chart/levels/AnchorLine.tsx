import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import type { Level } from '../../../../core/chart/document.ts';
import { LevelBadge } from '../../../components/LevelBadge.tsx';
import { PaperPicture } from '../../../components/PaperPicture.tsx';
import styles from './Levels.module.css';

export const PAPER_DRAG = 'application/x-stepwall-paper';

/** The line-up at the foot of the screen: a click or a drag makes a paper stand for a level. */
export function AnchorLine({
  line,
  levels,
  active,
  onChoose,
}: {
  line: readonly PaperFacts[];
  levels: readonly Level[];
  active: Level;
  onChoose: (paper: string) => void;
}): ReactNode {
  const { t } = useTranslation('levels');
  return (
    <section className={styles.anchorLine} aria-label={t('line')}>
      <div>
        <h2>{t('line')}</h2>
        <p className="quiet">{t('line_hint', { label: active.label })}</p>
      </div>
      <ol>
        {line.map((paper, index) => {
          const step = levels.findIndex(({ anchors }) => anchors.includes(paper.id));
          const level = levels[step];
          const label =
            level === undefined
              ? t('choose', { code: paper.code, place: index + 1, label: active.label })
              : t('isAnchor', { code: paper.code, label: level.label });
          return (
            <li key={paper.id}>
              <button
                type="button"
                aria-label={label}
                draggable
                onDragStart={(event) => event.dataTransfer.setData(PAPER_DRAG, paper.id)}
                onClick={() => onChoose(paper.id)}
              >
                <PaperPicture paper={paper} width={150} label="" />
              </button>
              <span>
                {paper.code}
                {level && <LevelBadge label={level.label} step={step} steps={levels.length} />}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
