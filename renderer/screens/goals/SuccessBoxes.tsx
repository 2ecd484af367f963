import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../core/goals/evidence.ts';
import { stickers, THREE_TIMES } from '../../../core/goals/mastery.ts';
import { Icon } from '../../components/Icon.tsx';
import styles from './GoalParts.module.css';

/** The boxes of the sticker chart at the back of the book: one filled for each day it was there by myself. */
export function SuccessBoxes({ outcomes, size = 22 }: { outcomes: readonly Outcome[]; size?: number }): ReactNode {
  const { t } = useTranslation('goalClass');
  const boxes = stickers(outcomes, THREE_TIMES.days);
  return (
    <span className={styles.successBoxes} role="img" aria-label={t('boxes', { full: boxes.filter(Boolean).length, all: boxes.length })}>
      {boxes.map((full, index) => (
        <i key={index} className={full ? styles.full : ''} style={{ width: size, height: size }}>
          {full && <Icon name="check" size={size * 0.7} />}
        </i>
      ))}
    </span>
  );
}
