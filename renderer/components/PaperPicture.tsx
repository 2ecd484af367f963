import type { ReactNode } from 'react';
import type { PaperFacts } from '../../core/capture/paperFacts.ts';
import { cleanPicture, isShown } from '../api/pictures.ts';
import { SealedMark } from './SealedMark.tsx';
import styles from './PaperPicture.module.css';

/** A paper as its reader sees it: the cleaned pages, or the retyped words. `width` in CSS px chooses the proxy. */
export function PaperPicture({
  paper,
  width,
  pages = 'first',
  label,
}: {
  paper: PaperFacts;
  width: number;
  pages?: 'first' | 'all';
  /** Empty where it is named by what it lies in. */
  label: string;
}): ReactNode {
  if (paper.text !== null) {
    return (
      <div
        className={`${styles.paperPicture} ${styles.typed} ${paper.hand === 'stand-in' ? styles.standIn : 'child'}`}
        {...(label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      >
        {paper.text}
      </div>
    );
  }
  const shown = pages === 'first' ? paper.pages.slice(0, 1) : paper.pages;
  return (
    <div className={styles.paperPicture}>
      {shown.map((page) =>
        isShown(page) ? (
          <img
            key={page.id}
            src={cleanPicture(page, width * window.devicePixelRatio)}
            alt={label}
            loading="lazy"
            draggable={false}
            {...(page.clean && { width: page.clean.width, height: page.clean.height })}
          />
        ) : (
          <SealedMark key={page.id} page={page} />
        ),
      )}
    </div>
  );
}
