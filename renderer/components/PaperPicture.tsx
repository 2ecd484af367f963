import type { ReactNode } from 'react';
import type { SampleFacts } from '../../core/capture/paperFacts.ts';
import { cleanPicture, isShown } from '../api/pictures.ts';
import { SealedMark } from './SealedMark.tsx';
import './paperPicture.css';

/** A paper as its reader sees it: the cleaned pages, or the retyped words. `width` in CSS px chooses the proxy. */
export function PaperPicture({
  sample,
  width,
  pages = 'first',
  label,
}: {
  sample: SampleFacts;
  width: number;
  pages?: 'first' | 'all';
  label: string;
}): ReactNode {
  if (sample.text !== null) {
    return (
      <div className={`paper-picture typed ${sample.hand === 'stand-in' ? 'stand-in' : 'child'}`} role="img" aria-label={label}>
        {sample.text}
      </div>
    );
  }
  const shown = pages === 'first' ? sample.pages.slice(0, 1) : sample.pages;
  return (
    <div className="paper-picture">
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
          <SealedMark key={page.id} {...(page.clean ?? page)} />
        ),
      )}
    </div>
  );
}
