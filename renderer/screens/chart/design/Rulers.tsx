import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { STAGE } from '../../../stage/stageInks.ts';
import type { Area } from '../../../stage/view.ts';
import { useView, type ViewStore } from '../../../stage/viewStore.ts';
import styles from './Design.module.css';

/** The rulers' breadth in pixels; the stage leaves room for it in CSS. */
const BREADTH = 26;
/** Least distance of two numbers, in pixels. */
const APART = 56;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];

/** Millimetres along the top and the left; the strip's own part is lighter. */
export function Rulers({ views, strip }: { views: ViewStore; strip: Area }): ReactNode {
  const { t } = useTranslation('design');
  const view = useView(views);
  const top = useRef<HTMLCanvasElement>(null);
  const left = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (top.current) drawRuler(top.current, view.zoom, view.x, strip.width, false);
    if (left.current) drawRuler(left.current, view.zoom, view.y, strip.height, true);
  }, [view, strip.width, strip.height]);
  return (
    <>
      <canvas ref={top} className={`${styles.ruler} ${styles.top}`} role="img" aria-label={t('rulers')} />
      <canvas ref={left} className={`${styles.ruler} ${styles.left}`} aria-hidden="true" />
    </>
  );
}

function drawRuler(element: HTMLCanvasElement, zoom: number, start: number, length: number, upright: boolean): void {
  const canvas = element.getContext('2d');
  if (canvas === null) return;
  const dots = Math.min(window.devicePixelRatio, 2);
  const { clientWidth: width, clientHeight: height } = element;
  element.width = width * dots;
  element.height = height * dots;
  canvas.scale(dots, dots);
  if (upright) canvas.transform(0, 1, 1, 0, 0, 0);
  const along = upright ? height : width;
  canvas.fillStyle = STAGE.ruler;
  canvas.fillRect(start, 0, length * zoom, BREADTH);
  const step = STEPS.find((mm) => mm * zoom >= APART) ?? 5000;
  const small = step / (step % 10 === 0 || step === 5 || step === 1 ? 5 : 4);
  canvas.strokeStyle = STAGE.rulerLine;
  canvas.beginPath();
  const first = Math.floor(-start / zoom / small) * small;
  for (let mm = first; start + mm * zoom <= along; mm += small) {
    const at = Math.round(start + mm * zoom) + 0.5;
    const whole = Math.abs(mm / step - Math.round(mm / step)) < 1e-6;
    canvas.moveTo(at, BREADTH);
    canvas.lineTo(at, BREADTH - (whole ? 9 : 4));
  }
  canvas.stroke();
  writeNumbers(canvas, { zoom, start, step, along, upright });
}

function writeNumbers(
  canvas: CanvasRenderingContext2D,
  { zoom, start, step, along, upright }: { zoom: number; start: number; step: number; along: number; upright: boolean },
): void {
  canvas.fillStyle = STAGE.rulerInk;
  canvas.font = '400 11px Lexend, sans-serif';
  canvas.textBaseline = 'middle';
  for (let mm = Math.ceil(-start / zoom / step) * step; start + mm * zoom <= along; mm += step) {
    canvas.save();
    canvas.translate(start + mm * zoom + 3, 9);
    // The left ruler is drawn with its axes changed over; its numbers read upwards.
    if (upright) canvas.transform(0, 1, 1, 0, 0, 0);
    if (upright) canvas.rotate(-Math.PI / 2);
    canvas.textAlign = upright ? 'right' : 'left';
    canvas.fillText(String(mm), 0, 0);
    canvas.restore();
  }
}
