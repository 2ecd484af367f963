import { useEffect, useRef, type ReactNode } from 'react';
import type { DrawnPage } from '../../core/drawing/drawnPage.ts';
import { WALL } from '../../core/drawing/palette.ts';
import { drawMark } from './drawMark.ts';
import { useWidth } from './useWidth.ts';
import styles from './PagePicture.module.css';

/** A page as it will be printed; as large as its box allows, drawn anew when that changes. */
export function PagePicture({ page, label }: { page: DrawnPage; label: string }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(canvas);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || canvas.current === null || width === 0) return;
    // Thin rules and small words need more dots than the window has.
    const scale = (width * Math.max(1.5, Math.min(window.devicePixelRatio, 2))) / page.width;
    canvas.current.width = Math.max(1, Math.round(page.width * scale));
    canvas.current.height = Math.max(1, Math.round(page.height * scale));
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.fillStyle = WALL.sheet;
    context.fillRect(0, 0, page.width, page.height);
    page.marks.forEach((mark) => drawMark(context, mark, () => null));
  }, [page, width]);
  return (
    <canvas
      ref={canvas}
      className={styles.pagePicture}
      role="img"
      aria-label={label}
      style={{ aspectRatio: `${page.width} / ${page.height}`, width: `min(100cqw, ${(page.width / page.height) * 100}cqh)` }}
    />
  );
}
