import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageFacts } from '../../core/capture/paperFacts.ts';
import { Icon } from './Icon.tsx';
import styles from './SealedMark.module.css';

/** In the place of a page that can't be opened here and that nobody has checked. */
export function SealedMark({ page }: { page: PageFacts }): ReactNode {
  const { t } = useTranslation('common');
  const { width, height } = page.clean ?? page;
  const shape: CSSProperties = { aspectRatio: width / height };
  return (
    <span className={styles.sealedMark} style={shape} role="img" aria-label={t(`sealed.${page.original}`)} title={t(`sealed.${page.original}`)}>
      <Icon name="lock" size={20} />
    </span>
  );
}
