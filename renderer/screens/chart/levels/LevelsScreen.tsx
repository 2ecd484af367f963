import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScaleKind } from '../../../../core/chart/document.ts';
import { evenAnchors } from '../../../../core/chart/anchors.ts';
import { useApp } from '../../../api/app.tsx';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { Choice } from '../../../components/Fields.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { SettleCard } from '../../capture/sharing/SettleCard.tsx';
import { go, hrefTo } from '../../../route.ts';
import { AnchorLine } from './AnchorLine.tsx';
import { LevelColumn } from './LevelColumn.tsx';
import { LevelsBank } from './LevelsBank.tsx';
import { SharedGoals } from './SharedGoals.tsx';
import styles from './Levels.module.css';

const FEWEST = 2;
const MOST = 10;

/** The scale, and for each level the papers that stand for it and the words that say what it is. */
export function LevelsScreen({ wall }: { wall: Wall }): ReactNode {
  const { t } = useTranslation('levels');
  const { t: common } = useTranslation();
  const { say } = useApp();
  const { chart } = wall;
  const byId = new Map(wall.papers.map((paper) => [paper.id, paper]));
  const line = chart.line.flatMap((id) => byId.get(id) ?? []);
  const [opened, setOpened] = useState<string | null>(null);
  const firstEmpty = chart.levels.find(({ anchors }) => anchors.length === 0);
  const active = chart.levels.find(({ id }) => id === opened) ?? firstEmpty ?? chart.levels[0];
  const complete = chart.levels.every(({ anchors, qualifiers }) => anchors.length > 0 && qualifiers.length > 0);

  if (line.length === 0) {
    return (
      <main className="screen empty">
        <h1>{t('emptyLine')}</h1>
        <p>{t('emptyLine_hint')}</p>
        <Button look="go" onPress={() => go({ place: 'wall', wall: wall.id, step: 'line-up' })}>
          {t('lineUp')}
        </Button>
      </main>
    );
  }

  const setScale = (scale: ScaleKind, count: number): void => {
    const kept = chart.levels.slice(0, count).map(({ id }) => id);
    const added = Array.from({ length: Math.max(0, count - kept.length) }, () => crypto.randomUUID());
    wall.change({ name: 'set-scale', scale, levels: [...kept, ...added] });
  };
  const choose = (paper: string, levelId: string): void => {
    const level = chart.levels.find(({ id }) => id === levelId);
    if (level === undefined) return;
    const second = opened === levelId && level.anchors.length > 0 && !level.anchors.includes(paper);
    wall.change({ name: 'set-anchors', level: levelId, anchors: second ? [level.anchors[0] ?? paper, paper] : [paper] });
    setOpened(null);
  };
  const spread = (): void => {
    for (const { level, anchor } of evenAnchors(
      chart,
      line.map(({ id }) => id),
    ))
      wall.change({ name: 'set-anchors', level, anchors: [anchor] }, 'spread');
    say(t('spread_done'), wall.undo);
  };

  return (
    <LevelsBank>
      <main className={`screen ${styles.levels}`}>
        <div className="screen-head">
          <div>
            <h1>{t('title')}</h1>
            <p className="quiet">
              {t('status', { anchored: wall.progress.anchored, worded: wall.progress.worded, levels: chart.levels.length })} ·{' '}
              <a href={hrefTo({ place: 'place', wall: wall.id })}>{t('placeWriting')}</a>
            </p>
          </div>
          <Choice
            label={t('scale')}
            labelHidden
            value={chart.scale}
            options={(['numbers', 'letters', 'words', 'stars'] as const).map((value) => ({ value, label: t(value) }))}
            onChange={(scale) => setScale(scale, chart.levels.length)}
          />
          <div className="stepper" role="group" aria-label={t('count', { count: chart.levels.length })}>
            <Button
              icon
              small
              look="ghost"
              label={t('fewer')}
              isDisabled={chart.levels.length <= FEWEST}
              onPress={() => setScale(chart.scale, chart.levels.length - 1)}
            >
              <Icon name="minus" />
            </Button>
            <span>{t('count', { count: chart.levels.length })}</span>
            <Button
              icon
              small
              look="ghost"
              label={t('more')}
              isDisabled={chart.levels.length >= MOST}
              onPress={() => setScale(chart.scale, chart.levels.length + 1)}
            >
              <Icon name="plus" />
            </Button>
          </div>
          {firstEmpty !== undefined && line.length >= chart.levels.length && <Button onPress={spread}>{t('spread')}</Button>}
          <Button
            icon
            look="ghost"
            label={wall.history.undo === null ? common('undo') : common('undoWhat', { what: wall.history.undo })}
            isDisabled={wall.history.undo === null}
            onPress={wall.undo}
          >
            <Icon name="undo" />
          </Button>
          <Button {...(complete && { look: 'go' as const })} onPress={() => go({ place: 'wall', wall: wall.id, step: 'design' })}>
            {t('next')}
          </Button>
        </div>

        <div className={styles.levelsNotes}>
          <SettleCard wall={wall} />
          <SharedGoals wall={wall} />
        </div>

        <ol className={styles.levelColumns}>
          {chart.levels.map((level, step) => (
            <LevelColumn
              key={level.id}
              wall={wall}
              level={level}
              step={step}
              active={level.id === active?.id}
              onOpen={() => setOpened(level.id)}
              onChoose={(paper) => choose(paper, level.id)}
            />
          ))}
        </ol>

        {active && <AnchorLine line={line} levels={chart.levels} active={active} onChoose={(paper) => choose(paper, active.id)} />}
      </main>
    </LevelsBank>
  );
}
