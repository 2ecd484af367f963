import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperFacts } from '../../../../core/capture/paperFacts.ts';
import { Icon } from '../../../components/Icon.tsx';
import { PaperPicture } from '../../../components/PaperPicture.tsx';
import styles from './LineUp.module.css';

interface PaperCardProps {
  readonly paper: PaperFacts;
  readonly width: number;
  readonly label: string;
  /** Which keys do what, for whoever can't see it. */
  readonly keys: string;
  readonly chosen: boolean;
  readonly inHand: boolean;
  readonly gapBefore: boolean;
  /** The team disagreed about it and the one below. */
  readonly contested: boolean;
  readonly onGrab: (event: PointerEvent<HTMLElement>) => void;
  readonly onLook: () => void;
  readonly onToggle: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** One paper on the table or the pile. */
export function PaperCard({ paper, width, label, keys, chosen, inHand, gapBefore, contested, onGrab, onLook, onToggle, onKey }: PaperCardProps): ReactNode {
  const { t } = useTranslation('lineUp');
  return (
    <>
      {contested && (
        <li className={styles.contested}>
          <span>{t('contested')}</span>
        </li>
      )}
      {gapBefore && <li className={styles.gapMark} aria-hidden="true" />}
      <li className={[styles.paperCard, chosen ? styles.chosen : '', inHand ? styles.inHand : ''].join(' ')} style={{ width }} data-paper={paper.id}>
        <button
          type="button"
          className={styles.cardFace}
          aria-label={label}
          aria-description={keys}
          aria-pressed={chosen}
          onPointerDown={onGrab}
          onDoubleClick={onLook}
          onKeyDown={onKey}
          onClick={(event) => event.detail === 0 && onLook()}
        >
          <PaperPicture paper={paper} width={width} label="" />
        </button>
        <div className={styles.cardFoot}>
          <b>{paper.code}</b>
          {paper.pages.length > 1 && <span className="quiet">{t('pages', { count: paper.pages.length })}</span>}
          <button type="button" className={styles.footButton} aria-label={t('look', { code: paper.code })} onClick={onLook}>
            <Icon name="zoomIn" size={18} />
          </button>
          <button type="button" className={styles.footButton} aria-label={t('sideBySide')} aria-pressed={chosen} onClick={onToggle}>
            <Icon name={chosen ? 'check' : 'side'} size={18} />
          </button>
        </div>
      </li>
    </>
  );
}
