import { useState, type KeyboardEvent, type PointerEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Strip } from '../../../../core/chart/document.ts';
import type { MovableSeam } from '../../../../core/sheets/movableSeams.ts';
import type { PrintDesk } from './usePrintDesk.ts';
import styles from './Print.module.css';

interface Props {
  readonly desk: PrintDesk;
  readonly strip: Strip;
  /** What the strip fills on the screen. */
  readonly frame: RefObject<HTMLDivElement | null>;
}

/** The seams over the sheets: to be dragged, or moved with the arrow keys (with Shift by 10 mm); Enter pins one where it is, Delete lets it go. */
export function Seams({ desk, strip, frame }: Props): ReactNode {
  const { t } = useTranslation('print');
  const [held, setHeld] = useState<MovableSeam | null>(null);
  const namesOf = ({ before, behind }: MovableSeam) => ({ before: before.label, behind: behind.label });
  return (
    <ul className={styles.seams} aria-label={t('seams')}>
      {held !== null && <li className={styles.slack} style={slackOf(held, strip)} aria-hidden="true" />}
      {desk.seams.map((seam) => (
        <li key={`${seam.side} ${seam.before.label} ${seam.behind.label}`} style={placeOf(seam, strip)} data-side={seam.side}>
          <SeamHandle seam={seam} held={held} frame={frame} strip={strip} onHold={setHeld} onMove={desk.moveSeam} onKeep={desk.keepSeam} />
          {seam.pinned && (
            <button type="button" className={styles.pin} aria-label={t('letGo', namesOf(seam))} onClick={() => desk.keepSeam(seam, null)}>
              <svg viewBox="0 0 16 16" width="14" height="14" fill="currentColor" aria-hidden="true">
                <path d="M5 1h6v2l-1 .6V7l2 2v1.500H8.700V15h-1.400v-4.500H4V9l2-2V3.600L5 3z" />
              </svg>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

interface HandleProps extends Pick<Props, 'strip' | 'frame'> {
  readonly seam: MovableSeam;
  /** The seam that is being dragged, as it was when it was taken hold of. */
  readonly held: MovableSeam | null;
  readonly onHold: (seam: MovableSeam | null) => void;
  readonly onMove: PrintDesk['moveSeam'];
  readonly onKeep: PrintDesk['keepSeam'];
}

function SeamHandle({ seam, held, strip, frame, onHold, onMove, onKeep }: HandleProps): ReactNode {
  const { t } = useTranslation('print');
  const { side, at, least, most, pinned } = seam;
  const within = (mm: number): number => Math.min(most, Math.max(least, Math.round(mm)));
  const pointed = (event: PointerEvent): number => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined) return at;
    return side === 'right' ? ((event.clientX - box.left) / box.width) * strip.width : ((event.clientY - box.top) / box.height) * strip.height;
  };
  const heldAt = (event: PointerEvent): number | null => (held === null ? null : Math.min(held.most, Math.max(held.least, Math.round(pointed(event)))));
  const drag = (event: PointerEvent): void => {
    const mm = heldAt(event);
    if (held !== null && mm !== null) onMove(held, mm);
  };
  const drop = (event: PointerEvent): void => {
    const mm = heldAt(event);
    if (held !== null && mm !== null && mm !== Math.round(held.at)) onKeep(held, mm);
    onHold(null);
  };
  const press = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 10 : 1;
    const to = keyed(event.key, { at, least, most, step });
    if (to === undefined) return;
    event.preventDefault();
    if (to === null ? pinned : to !== at || !pinned) onKeep(seam, to === null ? null : within(to));
  };
  const place = { at: Math.round(at), edge: t(`edge.${side}`) };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={[styles.seam, pinned && styles.pinned, held !== null && held.before.label === seam.before.label && held.side === side && styles.held]
        .filter(Boolean)
        .join(' ')}
      aria-label={t('seam', { before: seam.before.label, behind: seam.behind.label })}
      aria-orientation={side === 'right' ? 'horizontal' : 'vertical'}
      aria-valuemin={Math.round(least)}
      aria-valuemax={Math.round(most)}
      aria-valuenow={Math.round(at)}
      aria-valuetext={t(pinned ? 'seamPinned' : 'seamAt', place)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        onHold(seam);
      }}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={() => {
        if (held !== null) onMove(held, held.at);
        onHold(null);
      }}
      onKeyDown={press}
    />
  );
}

/** Where a key takes the seam, mm; null lets it go, undefined is no key of ours. */
function keyed(key: string, { at, least, most, step }: { at: number; least: number; most: number; step: number }): number | null | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.ceil(at) - step;
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.floor(at) + step;
    case 'Home':
      return least;
    case 'End':
      return most;
    case 'Enter':
    case ' ':
      return at;
    case 'Delete':
    case 'Backspace':
      return null;
    default:
      return undefined;
  }
}

function placeOf({ side, at, from, to }: MovableSeam, strip: Strip): Record<string, string> {
  const [across, down] = [share(strip.width), share(strip.height)];
  return side === 'right' ? { left: across(at), top: down(from), height: down(to - from) } : { top: down(at), left: across(from), width: across(to - from) };
}

/** Where the seam may go while it is held. */
function slackOf({ side, least, most, from, to }: MovableSeam, strip: Strip): Record<string, string> {
  const [across, down] = [share(strip.width), share(strip.height)];
  return side === 'right'
    ? { left: across(least), width: across(most - least), top: down(from), height: down(to - from) }
    : { top: down(least), height: down(most - least), left: across(from), width: across(to - from) };
}

function share(whole: number): (part: number) => string {
  return (part) => `${(part / whole) * 100}%`;
}
