import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../../../api/app.tsx';
import type { Wall } from '../../../api/useWall.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useKeys } from '../../../keys/useKeys.ts';
import { go } from '../../../route.ts';
import { StripPicture } from '../../../stage/StripPicture.tsx';
import { LevelView } from './LevelView.tsx';
import { useOnScreen } from '../../../api/useOnScreen.ts';
import styles from './Present.module.css';

const ZOOMS = [1, 1.5, 2.2, 3.2] as const;

/**
 * The wall for a whole class: the strip, then level by level. Every clicker's keys work: arrows, PageUp and PageDown, space, B or full stop for a blank screen,
 * F5 and Escape by turns. There is never a name on it, nor a code.
 */
export function PresentScreen({ wall }: { wall: Wall }): ReactNode {
  const { t } = useTranslation('present');
  const { desktop } = useApp();
  const [view, setView] = useState(0);
  const [blank, setBlank] = useState(false);
  const [zoom, setZoom] = useState(0);
  const { chart } = wall;
  const last = chart.levels.length;
  const step = useCallback(
    (by: number) => {
      setBlank(false);
      setZoom(0);
      setView((now) => Math.max(0, Math.min(last, now + by)));
    },
    [last],
  );
  const closer = useCallback((by: number) => setZoom((now) => Math.max(0, Math.min(ZOOMS.length - 1, now + by))), []);
  const leave = useCallback(() => {
    void desktop.fullScreen(false);
    go({ place: 'wall', wall: wall.id, step: 'design' });
  }, [desktop, wall.id]);

  useOnScreen();
  const full = (): void => void desktop.fullScreen(document.fullscreenElement === null);
  useKeys('screen', [
    { keys: ['ArrowRight', 'ArrowDown', 'PageDown', 'Space', 'Enter'], words: t('does.next'), run: () => step(1) },
    { keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'], words: t('does.back'), run: () => step(-1) },
    { keys: 'Home', words: t('does.first'), run: () => step(-Infinity) },
    { keys: 'End', words: t('does.last'), run: () => step(Infinity) },
    { keys: ['B', '.'], words: t('does.blank'), run: () => setBlank(!blank) },
    { keys: ['+', '='], words: t('does.closer'), run: () => closer(1) },
    { keys: '-', words: t('does.farther'), run: () => closer(-1) },
    // Clickers start a show with F5, which would reload the page.
    { keys: ['F', 'F5'], words: t('does.full'), run: full },
    { keys: 'Escape', words: t('does.leave'), run: leave },
  ]);

  if (chart.strip === null) {
    return (
      <main className={`${styles.present} empty`}>
        <h1>{t('empty')}</h1>
        <p>{t('empty_hint')}</p>
        <Button look="go" onPress={leave}>
          {t('design')}
        </Button>
      </main>
    );
  }
  const level = view === 0 ? null : chart.levels[view - 1];
  const scale = ZOOMS[zoom] ?? 1;
  return (
    <main className={blank ? `${styles.present} ${styles.blank}` : styles.present} aria-label={t('title')}>
      {!blank && (
        <div className={styles.presentView} aria-live="polite">
          {level ? (
            <LevelView wall={wall} level={level} step={view - 1} scale={scale} />
          ) : (
            <div className={styles.whole} tabIndex={0} role="group" aria-label={t('wholeStrip')}>
              <div style={{ [chart.strip.orientation === 'vertical' ? 'height' : 'width']: `${100 * scale}%` }}>
                <StripPicture
                  chart={chart}
                  shownPapers={wall.shownPapers}
                  by={chart.strip.orientation === 'vertical' ? 'height' : 'width'}
                  label={`${t('wholeStrip')}: ${chart.title}`}
                />
              </div>
            </div>
          )}
        </div>
      )}
      <nav className={styles.presentBar} aria-label={t('title')}>
        <Button icon look="ghost" label={t('previous')} isDisabled={view === 0} onPress={() => step(-1)}>
          <Icon name="left" size={24} />
        </Button>
        <span>{t('of', { now: view + 1, all: last + 1 })}</span>
        <Button icon look="ghost" label={t('next')} isDisabled={view === last} onPress={() => step(1)}>
          <Icon name="right" size={24} />
        </Button>
        <Button icon look="ghost" label={t('zoomOut')} isDisabled={zoom === 0} onPress={() => closer(-1)}>
          <Icon name="zoomOut" size={24} />
        </Button>
        <Button icon look="ghost" label={t('zoomIn')} isDisabled={zoom === ZOOMS.length - 1} onPress={() => closer(1)}>
          <Icon name="zoomIn" size={24} />
        </Button>
        <Button icon look="ghost" label={blank ? t('unblank') : t('blank')} on={blank} onPress={() => setBlank(!blank)}>
          <Icon name="eye" size={24} />
        </Button>
        <Button icon look="ghost" label={t('fullScreen')} onPress={full}>
          <Icon name="screen" size={24} />
        </Button>
        <Button icon look="ghost" label={t('choose')} onPress={() => go({ place: 'place', wall: wall.id, turn: true })}>
          <Icon name="people" size={24} />
        </Button>
        <Button icon look="ghost" label={t('leave')} onPress={leave}>
          <Icon name="close" size={24} />
        </Button>
        <p className={styles.keys}>{t('keys')}</p>
      </nav>
    </main>
  );
}
