import { Fragment, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { levelLook } from '../../../../core/drawing/ramp.ts';
import type { Wall } from '../../../api/useWall.ts';
import { LevelRung } from './LevelRung.tsx';
import { useDropTarget } from '../../../api/useDropTarget.ts';
import styles from './Place.module.css';

export const WRITER_DRAG = 'application/x-stepwall-writer';

/** Who is shown at a place: by code, never by name. */
export interface Dot {
  readonly pupil: string;
  readonly code: string;
  readonly place: number;
  readonly mine: boolean;
}

interface LadderProps {
  readonly wall: Wall;
  readonly dots: readonly Dot[];
  /** Where the chosen writer began, if that is another place than today's. */
  readonly began: number | null;
  /** Whether somebody is chosen, so that a press on a place places. */
  readonly ready: boolean;
  readonly big?: boolean;
  /** The place that is looked at more closely; absent where a press places at once. */
  readonly looked?: number | null;
  /** `pupil` is who was dragged here; null for the one who is chosen. */
  readonly onPlace: (place: number, pupil: string | null) => void;
}

/** The levels as steps going up, and the room between each two. Arrow keys go along, Enter or a drop places. */
export function Ladder({ wall, dots, began, ready, big = false, looked = null, onPlace }: LadderProps): ReactNode {
  const { t } = useTranslation('place');
  const steps = useRef<HTMLDivElement>(null);
  const { levels } = wall.chart;
  const along = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' || event.key === 'ArrowUp' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowDown' ? -1 : 0;
    if (by === 0 || steps.current === null) return;
    event.preventDefault();
    const places = [...steps.current.querySelectorAll<HTMLButtonElement>('[data-place]')];
    places[places.findIndex((place) => place === document.activeElement) + by]?.focus();
  };
  return (
    <div className={big ? `${styles.ladder} ${styles.big}` : styles.ladder} role="group" aria-label={t('ladder')} ref={steps} onKeyDown={along}>
      {levels.map((level, step) => (
        <Fragment key={level.id}>
          {step > 0 && (
            <Spot
              place={step - 0.5}
              className={looked === step - 0.5 ? `${styles.between} ${styles.looked}` : styles.between!}
              label={t('between', { lower: levels[step - 1]?.label ?? '', upper: level.label })}
              disabled={!ready}
              onPlace={onPlace}
            >
              <i aria-hidden="true" />
              <Dots dots={dots} place={step - 0.5} began={began} />
            </Spot>
          )}
          <Spot
            place={step}
            className={looked === step ? `${styles.rung} ${styles.looked}` : styles.rung!}
            tint={levelLook(step, levels.length).tint}
            rise={levels.length - 1 - step}
            label={t('level')}
            disabled={!ready}
            onPlace={onPlace}
          >
            <LevelRung wall={wall} level={level} step={step} />
            <Dots dots={dots} place={step} began={began} />
          </Spot>
        </Fragment>
      ))}
    </div>
  );
}

interface SpotProps {
  readonly place: number;
  readonly className: string;
  readonly label: string;
  readonly disabled: boolean;
  /** Steps below the top. */
  readonly rise?: number;
  readonly tint?: string;
  readonly onPlace: LadderProps['onPlace'];
  readonly children: ReactNode;
}

function Spot({ place, className, label, disabled, rise = 0, tint, onPlace, children }: SpotProps): ReactNode {
  const { over, handlers } = useDropTarget(WRITER_DRAG, (pupil) => onPlace(place, pupil));
  return (
    <button
      type="button"
      className={over ? `${className} ${styles.over}` : className}
      data-place={place}
      aria-disabled={disabled}
      style={{ marginTop: `calc(${rise} * var(--rise))`, ...(tint !== undefined && { background: tint }) }}
      onClick={() => !disabled && onPlace(place, null)}
      {...handlers}
    >
      <span className="hidden-but-read">{label}</span>
      {children}
    </button>
  );
}

function Dots({ dots, place, began }: { dots: readonly Dot[]; place: number; began: number | null }): ReactNode {
  const { t } = useTranslation('place');
  return (
    <span className={styles.dots}>
      {began === place && <small>{t('began')}</small>}
      {dots
        .filter((dot) => dot.place === place)
        .map(({ pupil, code, mine }) => (
          <span key={pupil} className={mine ? styles.mine : ''}>
            {code}
          </span>
        ))}
    </span>
  );
}
