import type { ReactNode } from 'react';
import type { PageFacts } from '../../core/capture/paperFacts.ts';
import { cleanPicture, isShown, sourcePicture } from '../api/pictures.ts';
import { SealedMark } from './SealedMark.tsx';

/** A page as it is known so far: the clean copy, or the photo until that is made; a lock where neither opens here. */
export function PageThumb({ page, width, alt = '', className }: { page: PageFacts; width: number; alt?: string; className?: string }): ReactNode {
  const size = page.clean ?? page;
  if (!isShown(page)) return <SealedMark page={page} />;
  return (
    <img
      className={className}
      src={page.clean === null ? sourcePicture(page, width) : cleanPicture(page, width)}
      width={size.width}
      height={size.height}
      alt={alt}
      loading="lazy"
      decoding="async"
      draggable={false}
    />
  );
}
