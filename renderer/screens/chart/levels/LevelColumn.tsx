import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Level } from '../../../../core/chart/document.ts';
import { levelLook } from '../../../../core/drawing/ramp.ts';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { KeptText } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { LevelBadge } from '../../../components/LevelBadge.tsx';
import { PaperPicture } from '../../../components/PaperPicture.tsx';
import { PAPER_DRAG } from './AnchorLine.tsx';
import { Qualifiers } from './Qualifiers.tsx';
import { useDropTarget } from '../../../api/useDropTarget.ts';
import styles from './Levels.module.css';

interface LevelColumnProps {
  readonly wall: Wall;
  readonly level: Level;
  readonly step: number;
  readonly active: boolean;
  readonly onOpen: () => void;
  readonly onChoose: (paper: string) => void;
}

/** One level: its label and name, the paper or two that stand for it, and its words. */
export function LevelColumn({ wall, level, step, active, onOpen, onChoose }: LevelColumnProps): ReactNode {
  const { t } = useTranslation('levels');
  const { t: common } = useTranslation();
  const { levels, scale } = wall.chart;
  const { over, handlers } = useDropTarget(PAPER_DRAG, onChoose);
  const anchors = level.anchors.flatMap((id) => wall.papers.find((paper) => paper.id === id) ?? []);
  return (
    <li
      className={[`${styles.levelColumn} card`, active ? styles.active : '', over ? styles.over : ''].join(' ')}
      style={{ background: levelLook(step, levels.length).tint }}
      {...handlers}
    >
      <div className={styles.levelHead}>
        <LevelBadge label={level.label} step={step} steps={levels.length} />
        <KeptText
          label={t('name')}
          labelHidden
          placeholder={step === 0 ? t('name_hint') : t('name')}
          value={level.name}
          maxLength={60}
          onKeep={(title) => wall.change({ name: 'name-level', level: level.id, label: level.label, title })}
        />
      </div>
      {scale === 'words' && (
        <KeptText
          label={t('label')}
          value={level.label}
          maxLength={12}
          onKeep={(label) => wall.change({ name: 'name-level', level: level.id, label, title: level.name })}
        />
      )}
      <div className={styles.anchors}>
        {anchors.map((paper) => (
          <figure key={paper.id}>
            <PaperPicture paper={paper} width={260} label={t('anchor', { label: level.label })} />
            <figcaption>
              {common('paper', { code: paper.code })}
              <Button
                look="ghost"
                icon
                small
                label={t('removeAnchor', { code: paper.code })}
                onPress={() => wall.change({ name: 'set-anchors', level: level.id, anchors: level.anchors.filter((id) => id !== paper.id) })}
              >
                <Icon name="close" size={16} />
              </Button>
            </figcaption>
          </figure>
        ))}
        {anchors.length < 2 && (
          <button type="button" className={anchors.length === 0 ? styles.slot : `${styles.slot} ${styles.second}`} aria-pressed={active} onClick={onOpen}>
            <span className="hidden-but-read">{common('level', { label: level.label })}: </span>
            {anchors.length === 0 ? t('noAnchor') : t('addSecond')}
          </button>
        )}
      </div>
      <Qualifiers wall={wall} level={level} next={levels[step + 1] ?? null} kind="new" />
      <Qualifiers wall={wall} level={level} next={levels[step + 1] ?? null} kind="kept" />
    </li>
  );
}
