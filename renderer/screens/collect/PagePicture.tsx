import type { ReactNode } from 'react';
import type { PageFacts } from '../../../core/api/papers.ts';
import { isShown, pagePicture } from '../../api/pictures.ts';
import { SealedMark } from '../../components/SealedMark.tsx';

/** A page as it is known so far: the clean copy, or the photo until that is made. */
export function PagePicture({ page, width, alt = '' }: { page: PageFacts; width: number; alt?: string }): ReactNode {
  const size = page.clean ?? page;
  if (!isShown(page)) return <SealedMark width={size.width} height={size.height} />;
  return (
    <img
      className="collect-picture"
      src={pagePicture(page, width)}
      width={size.width}
      height={size.height}
      alt={alt}
      loading="lazy"
      decoding="async"
      draggable={false}
    />
  );
}
