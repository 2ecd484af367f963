import type { ReactNode } from 'react';
import type { Point, Quad } from '../../../../core/capture/cleaning.ts';
import type { Size } from '../../../../core/capture/trueSize.ts';
import styles from './OnPicture.module.css';

/** How much of the photo the magnifier shows across, as a part of its long side. */
const VIEW = 0.09;

/** A corner seen closely, shown in the quarter of the photo that the pointer is not in. */
export function Magnifier({ at, quad, size, picture }: { at: Point; quad: Quad; size: Size; picture: string }): ReactNode {
  const view = VIEW * Math.max(size.width, size.height);
  const hair = view / 120;
  const away = [at.x < size.width / 2 ? 'right' : 'left', at.y < size.height / 2 ? 'bottom' : 'top'].join(' ');
  return (
    <svg className={styles.lens} data-away={away} viewBox={`${at.x - view / 2} ${at.y - view / 2} ${view} ${view}`} aria-hidden="true">
      <image href={picture} width={size.width} height={size.height} preserveAspectRatio="none" />
      <polygon points={quad.map(({ x, y }) => `${x},${y}`).join(' ')} strokeWidth={hair * 1.5} />
      <path d={`M${at.x - view / 2} ${at.y}h${view}M${at.x} ${at.y - view / 2}v${view}`} strokeWidth={hair} />
    </svg>
  );
}
