import type { ReactNode } from 'react';
import { levelLook } from '../../core/drawing/ramp.ts';
import styles from './LevelBadge.module.css';

/** A level's label on its colour; the same colours as on the strip. */
export function LevelBadge({ label, step, steps, big = false }: { label: string; step: number; steps: number; big?: boolean }): ReactNode {
  const look = levelLook(step, steps);
  return (
    <span
      className={big ? `${styles.levelBadge} ${styles.big}` : styles.levelBadge}
      ref={(element) => void (element && Object.assign(element.style, { background: look.badge, color: look.badgeInk, borderColor: look.outline }))}
    >
      {label}
    </span>
  );
}
