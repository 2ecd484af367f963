import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallCard } from '../../../../core/chart/wall.ts';
import { levelLook } from '../../../../core/drawing/ramp.ts';
import { useApp } from '../../../api/app.tsx';
import { ActionMenu } from '../../../components/ActionMenu.tsx';
import { KeptText } from '../../../components/Fields.tsx';
import { go, hrefTo } from '../../../route.ts';
import { StripPicture } from '../../../stage/StripPicture.tsx';
import styles from './Home.module.css';

export function WallTile({ wall, onChanged }: { wall: WallCard; onChanged: () => void }): ReactNode {
  const { t } = useTranslation('home');
  const { api, complain, say } = useApp();
  const [renaming, setRenaming] = useState(false);
  const { progress } = wall;
  const left = progress.next === 'clean' ? progress.papers - progress.checked : progress.papers - progress.placed;
  const about = [wall.task.year, wall.task.subject].filter(Boolean).join(' · ');
  const then = (call: Promise<unknown>): void => void call.then(onChanged, complain);
  const bin = (): void =>
    then(
      api.call('walls.bin', { wall: wall.id }).then(() => say(t('binned', { title: wall.title }), () => then(api.call('walls.takeOut', { wall: wall.id })))),
    );
  return (
    <li className={`${styles.wall} card`}>
      <a className={styles.wallPicture} href={hrefTo({ place: 'wall', wall: wall.id, step: progress.next })} aria-label={t('openWall', { title: wall.title })}>
        {wall.chart.strip === null ? (
          <EmptySteps levels={wall.chart.levels.length} />
        ) : (
          <StripPicture
            chart={wall.chart}
            shownPapers={wall.shownPapers}
            label={wall.title}
            by={wall.chart.strip.width > 2.2 * wall.chart.strip.height ? 'width' : 'height'}
          />
        )}
      </a>
      <div className={styles.wallWords}>
        <div>
          {renaming ? (
            <KeptText
              label={t('rename')}
              labelHidden
              autoFocus
              value={wall.title}
              onKeep={(title) => {
                setRenaming(false);
                if (title.trim() !== '') then(api.call('walls.rename', { wall: wall.id, title }));
              }}
            />
          ) : (
            <h2>{wall.title}</h2>
          )}
          {about !== '' && <p className="quiet">{about}</p>}
          <p className={styles.wallNext}>{t(`todo.${progress.next}`, { left })}</p>
        </div>
        <ActionMenu
          label={t('actions', { title: wall.title })}
          actions={[
            { id: 'show', label: t('show'), icon: 'screen', run: () => go({ place: 'wall', wall: wall.id, step: 'present' }) },
            { id: 'rename', label: t('rename'), icon: 'pen', run: () => setRenaming(true) },
            { id: 'duplicate', label: t('duplicate'), icon: 'copy', run: () => then(api.call('walls.duplicate', { wall: wall.id })) },
            { id: 'bin', label: t('bin'), icon: 'bin', loss: true, run: bin },
          ]}
        />
      </div>
    </li>
  );
}

/** A wall that has no strip yet: its levels as steps. */
function EmptySteps({ levels }: { levels: number }): ReactNode {
  return (
    <div className={styles.emptySteps} aria-hidden="true">
      {Array.from({ length: levels }, (_, step) => (
        <i key={step} style={{ background: levelLook(step, levels).badge, height: `${45 + (55 * step) / Math.max(1, levels - 1)}%` }} />
      ))}
    </div>
  );
}
