import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Paper } from '../../core/capture/shownPaper.ts';
import type { Chart } from '../../core/chart/document.ts';
import { paintStrip } from '../../core/chart/paint.ts';
import type { Rect } from '../../core/kernel/rect.ts';
import { drawMark } from './drawMark.ts';
import { useFonts } from './fonts.tsx';
import { pictures } from './pictureStore.ts';
import { useWidth } from './useWidth.ts';

interface StripPictureProps {
  readonly chart: Chart;
  readonly shownPapers: readonly Paper[];
  readonly part?: Rect;
  readonly by?: 'width' | 'height';
  readonly label: string;
  readonly className?: string;
}

/** The strip, or a part of it, as a picture that fills its box's width, or its height with `by="height"`; drawn anew when its size changes or a sharper proxy arrives. */
export function StripPicture({ chart, shownPapers, part, by = 'width', label, className }: StripPictureProps): ReactNode {
  const fonts = useFonts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(canvas);
  const [arrivals, setArrivals] = useState(0);
  const { strip } = chart;
  const shown = useMemo<Rect | null>(() => part ?? (strip && { x: 0, y: 0, width: strip.width, height: strip.height }), [part, strip]);
  const marks = useMemo(
    () => (fonts && strip ? paintStrip(strip, { fonts, papers: new Map(shownPapers.map((paper) => [paper.paper, paper])) }) : null),
    [fonts, strip, shownPapers],
  );

  useEffect(() => pictures.onArrival(() => setArrivals((n) => n + 1)), []);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || canvas.current === null || marks === null || shown === null || width === 0) return;
    const scale = (width * Math.min(window.devicePixelRatio, 2)) / shown.width;
    canvas.current.width = Math.max(1, Math.round(shown.width * scale));
    canvas.current.height = Math.max(1, Math.round(shown.height * scale));
    context.setTransform(scale, 0, 0, scale, -shown.x * scale, -shown.y * scale);
    const pictureFor = (media: string, mm: number): HTMLImageElement | null => pictures.get(media, mm * scale);
    for (const mark of marks)
      drawMark(context, mark, (media) => pictureFor(media, mark.kind === 'picture' ? mark.box.width / Math.max(0.05, mark.crop.width) : 0));
  }, [marks, shown, width, arrivals]);

  return (
    <canvas
      ref={canvas}
      className={className}
      role="img"
      aria-label={label}
      style={shown === null ? undefined : { [by]: '100%', aspectRatio: `${shown.width} / ${shown.height}` }}
    />
  );
}
