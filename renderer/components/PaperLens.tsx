import type { ReactNode, RefCallback } from 'react';
import type { PageFacts, PaperFacts } from '../../core/capture/paperFacts.ts';
import { cleanPicture, isShown } from '../api/pictures.ts';
import { LensFrame } from './LensFrame.tsx';
import { PaperPicture } from './PaperPicture.tsx';
import { SealedMark } from './SealedMark.tsx';
import type { Lens } from './useLens.ts';
import styles from './PaperLens.module.css';

interface PaperLensProps {
  readonly paper: PaperFacts;
  /** Absent: all of them, beside each other. */
  readonly pages?: readonly PageFacts[];
  readonly lens: Lens;
  readonly label: string;
  /** The frame in which retyped words scroll. */
  readonly words?: RefCallback<HTMLElement>;
}

/** A paper's clean pages under a lens, seen whole at first; retyped words as large as they are read. */
export function PaperLens({ paper, pages = paper.pages, lens, label, words }: PaperLensProps): ReactNode {
  if (paper.text !== null || !pages.every(isShown)) {
    return (
      <div ref={words} className={styles.words} tabIndex={0} role="group" aria-label={label} data-lens="">
        {paper.text !== null ? <PaperPicture paper={paper} width={1024} label={label} /> : pages.map((page) => <SealedMark key={page.id} page={page} />)}
      </div>
    );
  }
  const sides = pages.map(({ clean, width, height }) => clean ?? { width, height });
  const across = sides.reduce((sum, { width, height }) => sum + width / height, 0);
  return (
    <LensFrame size={{ width: across, height: 1 }} lens={lens} label={label} className={styles.pages!}>
      {pages.map((page) => (
        <img key={page.id} src={cleanPicture(page, lens.isWhole ? 1024 : 2048)} alt={label} draggable={false} />
      ))}
    </LensFrame>
  );
}
