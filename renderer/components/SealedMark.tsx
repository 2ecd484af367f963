import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';
import styles from './SealedMark.module.css';

/** In the place of a page that is sealed on another computer and that nobody has checked there yet. */
export function SealedMark({ width, height }: { width: number; height: number }): ReactNode {
  const { t } = useTranslation('common');
  const shape: CSSProperties = { aspectRatio: width / height };
  return (
    <span className={styles.sealedMark} style={shape} role="img" aria-label={t('sealedElsewhere')} title={t('sealedElsewhere')}>
      <Icon name="lock" size={20} />
    </span>
  );
}
