import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Point, Quad } from '../../../../core/capture/cleaning.ts';
import { corners, sides, withCorner, withSide } from '../../../../core/capture/outline.ts';
import type { Size } from '../../../../core/capture/trueSize.ts';
import { arrowStep, follow, newGesture, placedAt } from './onPicture.ts';
import { Magnifier } from './Magnifier.tsx';
import styles from './OnPicture.module.css';

interface OutlineProps {
  readonly quad: Quad;
  readonly size: Size;
  readonly frame: RefObject<HTMLDivElement | null>;
  /** The photo, large enough to be looked at closely. */
  readonly picture: string;
  readonly onChange: (quad: Quad, gesture: string) => void;
}

/** Where the paper lies in the photo: four corners and four edges to take hold of. */
export function Outline({ quad, size, frame, picture, onChange }: OutlineProps): ReactNode {
  const { t } = useTranslation('clean');
  const [closeUp, setCloseUp] = useState<Point | null>(null);
  const nudging = useRef('');
  const nudge = (event: KeyboardEvent, moved: (by: Point) => Quad, at: (quad: Quad) => Point): void => {
    const by = arrowStep(event);
    if (by === null) return;
    event.preventDefault();
    event.stopPropagation();
    const next = moved(by);
    setCloseUp(at(next));
    onChange(next, nudging.current);
  };
  const begin = (): void => {
    nudging.current = newGesture();
  };
  const cornerOf = (index: number) => (now: Quad) => now[index] ?? now[0];
  const middleOf = (index: number) => (now: Quad) => middle(cornerOf(index)(now), cornerOf((index + 1) % 4)(now));
  const drag = (event: PointerEvent<HTMLButtonElement>, moved: (to: Point, from: Point) => Quad, at: (quad: Quad) => Point): void => {
    const gesture = newGesture();
    setCloseUp(at(quad));
    follow(
      event,
      frame.current,
      size,
      (to, from) => {
        const next = moved(to, from);
        // Where the page would fold, the outline stays as it was last.
        if (next === quad) return;
        setCloseUp(at(next));
        onChange(next, gesture);
      },
      () => setCloseUp(null),
    );
  };
  const handle = { 'aria-description': t('arrowsHelp'), onFocus: begin, onBlur: () => setCloseUp(null) };
  return (
    <>
      <svg className={styles.outline} viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
        <path d={`M0 0H${size.width}V${size.height}H0ZM${quad.map(({ x, y }) => `${x} ${y}`).join('L')}Z`} fillRule="evenodd" />
        <polygon points={quad.map(({ x, y }) => `${x},${y}`).join(' ')} />
      </svg>
      {sides.map((side, index) => (
        <button
          key={side}
          type="button"
          className={styles.side}
          style={placedAt(middleOf(index)(quad), size)}
          aria-label={t(`side.${side}`)}
          {...handle}
          onPointerDown={(event) => drag(event, (to, from) => withSide(quad, index, { x: to.x - from.x, y: to.y - from.y }, size), middleOf(index))}
          onKeyDown={(event) => nudge(event, (by) => withSide(quad, index, by, size), middleOf(index))}
        />
      ))}
      {corners.map((corner, index) => (
        <button
          key={corner}
          type="button"
          className={styles.corner}
          style={placedAt(cornerOf(index)(quad), size)}
          aria-label={t(`corner.${corner}`)}
          {...handle}
          onPointerDown={(event) =>
            drag(
              event,
              (to, from) => withCorner(quad, index, { x: cornerOf(index)(quad).x + to.x - from.x, y: cornerOf(index)(quad).y + to.y - from.y }, size),
              cornerOf(index),
            )
          }
          onKeyDown={(event) =>
            nudge(event, (by) => withCorner(quad, index, { x: cornerOf(index)(quad).x + by.x, y: cornerOf(index)(quad).y + by.y }, size), cornerOf(index))
          }
        />
      ))}
      {closeUp && <Magnifier at={closeUp} quad={quad} size={size} picture={picture} />}
    </>
  );
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
