import type { CSSProperties, ReactNode } from 'react';
import type { PageFacts } from '../../../../core/capture/paperFacts.ts';
import { together, type Plane, type UprightPage } from '../../../../core/capture/uprightPage.ts';
import { sourcePicture } from '../../../api/pictures.ts';
import styles from './Names.module.css';

/** Longest side, in CSS px, at which the picture is laid out before it is drawn as large as it is wanted. */
const LAID_OUT = 512;

interface UprightProps {
  readonly page: PageFacts;
  readonly upright: UprightPage;
  /** How wide the upright page is shown, CSS px; nothing is shown before that is known. */
  readonly width: number;
  /** What lies on it, placed in parts of the page picture. */
  readonly children: ReactNode;
}

/** The photo of a page, cut and straightened as its clean copy will be, by the window itself. */
export function UprightPicture({ page, upright, width, children }: UprightProps): ReactNode {
  if (width === 0) return null;
  const shrunk = LAID_OUT / Math.max(page.width, page.height);
  const shown = width / upright.size.width;
  const style: CSSProperties & Record<'--thickness', string> = {
    width: page.width * shrunk,
    height: page.height * shrunk,
    transform: asCss(together([shown, 0, 0, 0, shown, 0, 0, 0, 1], together(upright.fromPicture, [1 / shrunk, 0, 0, 0, 1 / shrunk, 0, 0, 0, 1]))),
    // A line is as thick on the screen on every page.
    '--thickness': `${(Math.max(page.width, page.height) * shrunk) / Math.max(width, (width * upright.size.height) / upright.size.width)}px`,
  };
  return (
    <div className={styles.upright} style={style}>
      <img src={sourcePicture(page, width > LAID_OUT ? 1024 : LAID_OUT)} alt="" loading="lazy" decoding="async" draggable={false} />
      {children}
    </div>
  );
}

/** CSS wants a map of space, column by column, and its last number to be 1. */
function asCss([a, b, c, d, e, f, g, h, i]: Plane): string {
  const space = [a, d, 0, g, b, e, 0, h, 0, 0, i, 0, c, f, 0, i];
  return `matrix3d(${space.map((number) => number / i).join()})`;
}
