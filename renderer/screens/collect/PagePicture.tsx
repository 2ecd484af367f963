import type { ReactNode } from 'react';
import type { PageFacts } from '../../../core/api/papers.ts';
import { cleanPicture, sourcePicture } from '../../api/pictures.ts';

/** A page as it is known so far: the clean copy, or the photo until that is made. */
export function PagePicture({ page, width, alt = '' }: { page: PageFacts; width: number; alt?: string }): ReactNode {
  const size = page.clean ?? page;
  return (
    <img
      className="collect-picture"
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
