import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallCard, WallName } from '../../../../core/chart/wall.ts';
import { levelLook } from '../../../../core/drawing/ramp.ts';
import type { Problem } from '../../../../core/kernel/refusal.ts';
import { asProblem, useApp } from '../../../api/app.tsx';
import { useInView } from '../../../api/useInView.ts';
import { ActionMenu } from '../../../components/ActionMenu.tsx';
import { KeptText } from '../../../components/Fields.tsx';
import { go, hrefTo } from '../../../route.ts';
import { GoBack } from './GoBack.tsx';
import { StripPicture } from '../../../stage/StripPicture.tsx';
import styles from './Home.module.css';

interface WallTileProps {
  readonly wall: WallName;
  readonly onChanged: () => void;
}

/** A wall as a card. What it has besides its title comes when it comes into view: a school has hundreds. */
export function WallTile({ wall, onChanged }: WallTileProps): ReactNode {
  const { t } = useTranslation('home');
  const { api, complain, say } = useApp();
  const [renaming, setRenaming] = useState(false);
  const tile = useRef<HTMLLIElement>(null);
  const isNear = useInView(tile);
  const { card, trouble } = useCard(wall.id, isNear);
  const then = (call: Promise<unknown>): void => void call.then(onChanged, complain);
  const bin = (): void =>
    then(
      api.call('walls.bin', { wall: wall.id }).then(() => say(t('binned', { title: wall.title }), () => then(api.call('walls.takeOut', { wall: wall.id })))),
    );
  return (
    <li ref={tile} className={`${styles.wall} card`}>
      <a
        className={styles.wallPicture}
        href={hrefTo({ place: 'wall', wall: wall.id, step: card?.progress.next ?? 'collect' })}
        aria-label={t('openWall', { title: wall.title })}
      >
        {card !== null && <WallPicture card={card} title={wall.title} />}
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
          {card !== null && <WallState card={card} />}
          {trouble !== null && (
            <p className={styles.wallTrouble}>
              {trouble.message} {trouble.hint}
            </p>
          )}
          {trouble?.code === 'unreadable' && <GoBack wall={wall} onBack={onChanged} />}
        </div>
        {isNear && (
          <ActionMenu
            label={t('actions', { title: wall.title })}
            actions={[
              { id: 'show', label: t('show'), icon: 'screen', run: () => go({ place: 'wall', wall: wall.id, step: 'present' }) },
              { id: 'rename', label: t('rename'), icon: 'pen', run: () => setRenaming(true) },
              { id: 'duplicate', label: t('duplicate'), icon: 'copy', run: () => then(api.call('walls.duplicate', { wall: wall.id })) },
              { id: 'bin', label: t('bin'), icon: 'bin', loss: true, run: bin },
            ]}
          />
        )}
      </div>
    </li>
  );
}

interface Card {
  readonly card: WallCard | null;
  readonly trouble: Problem | null;
}

/** The card's contents, asked for once `wanted` and again whenever this wall changes. A wall that can't be shown says so on its own card. */
function useCard(wall: string, wanted: boolean): Card {
  const { api } = useApp();
  const [state, setState] = useState<Card>({ card: null, trouble: null });
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    const ask = (): void =>
      void api.call('walls.card', { wall }).then(
        (card) => current && setState({ card, trouble: null }),
        (error: unknown) => current && setState({ card: null, trouble: asProblem(error) }),
      );
    ask();
    const stop = api.on('wall.changed', (changed) => changed.wall === wall && ask());
    return () => {
      current = false;
      stop();
    };
  }, [api, wall, wanted]);
  return state;
}

function WallPicture({ card: { chart, shownPapers }, title }: { card: WallCard; title: string }): ReactNode {
  if (chart.strip === null) return <EmptySteps levels={chart.levels.length} />;
  return <StripPicture chart={chart} shownPapers={shownPapers} label={title} by={chart.strip.width > 2.2 * chart.strip.height ? 'width' : 'height'} />;
}

/** Whose wall it is and what is to be done next. */
function WallState({ card: { task, progress } }: { card: WallCard }): ReactNode {
  const { t } = useTranslation('home');
  const about = [task.year, task.subject].filter(Boolean).join(' · ');
  const left = progress.next === 'clean' ? progress.papers - progress.checked : progress.papers - progress.placed;
  return (
    <>
      {about !== '' && <p className="quiet">{about}</p>}
      <p className={styles.wallNext}>{t(`todo.${progress.next}`, { left })}</p>
    </>
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
