import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fitStroke } from '../../../../../core/goals/fitStroke.ts';
import type { Point } from '../../../../../core/goals/strokes.ts';
import { PEN_WIDTH, SYMBOL_SIDE } from '../../../../../core/goals/symbolFile.ts';
import styles from './Symbols.module.css';

const STEP = 2;
const middle: Point = { x: SYMBOL_SIDE / 2, y: SYMBOL_SIDE / 2 };

/** A square to draw in, one pen-down a stroke: by mouse, finger or pen; or by arrow keys, with space to set the pen down and lift it. */
export function DrawingPad({ strokes, full, onStroke }: { strokes: readonly string[]; full: boolean; onStroke: (path: string) => void }): ReactNode {
  const { t } = useTranslation('bank');
  const [line, setLine] = useState<readonly Point[]>([]);
  const [pen, setPen] = useState<Point | null>(null);
  const drawing = useRef<Point[]>([]);
  const placeOf = (event: PointerEvent<SVGSVGElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * SYMBOL_SIDE, y: ((event.clientY - box.top) / box.height) * SYMBOL_SIDE };
  };
  const lift = (): void => {
    if (drawing.current.length > 0) onStroke(fitStroke(drawing.current));
    drawing.current = [];
    setLine([]);
  };
  const begin = (point: Point): void => {
    if (full) return;
    drawing.current = [point];
    setLine([point]);
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>): void => {
    if (drawing.current.length === 0 || pen !== null) return;
    drawing.current.push(placeOf(event));
    setLine([...drawing.current]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = pen ?? middle;
    const [right, down] = steps[event.key] ?? [0, 0];
    if (event.key === ' ') {
      if (drawing.current.length > 0) lift();
      else begin(at);
      setPen(at);
    } else if (right !== 0 || down !== 0) {
      const next = { x: within(at.x + right), y: within(at.y + down) };
      setPen(next);
      if (drawing.current.length > 0) {
        drawing.current.push(next);
        setLine([...drawing.current]);
      }
    } else return;
    event.preventDefault();
  };
  return (
    <svg
      className={full ? `${styles.drawingPad} ${styles.full}` : styles.drawingPad}
      viewBox={`0 0 ${SYMBOL_SIDE} ${SYMBOL_SIDE}`}
      role="application"
      aria-label={t('pad')}
      aria-description={t('pad_keys')}
      tabIndex={0}
      fill="none"
      stroke="currentColor"
      strokeWidth={PEN_WIDTH}
      strokeLinecap="round"
      strokeLinejoin="round"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setPen(null);
        begin(placeOf(event));
      }}
      onPointerMove={onPointerMove}
      onPointerUp={lift}
      onPointerCancel={lift}
      onKeyDown={onKeyDown}
      onBlur={() => {
        lift();
        setPen(null);
      }}
    >
      <path className={styles.padLines} d="M12 0V48M24 0V48M36 0V48M0 12H48M0 24H48M0 36H48" />
      {strokes.map((stroke, index) => (
        <path key={index} d={stroke} />
      ))}
      {line.length > 0 && <polyline points={[...line, line.at(-1)!].map(({ x, y }) => `${x},${y}`).join(' ')} />}
      {pen && <circle className={styles.padPen} cx={pen.x} cy={pen.y} r={2.5} />}
    </svg>
  );
}

const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [0, -STEP], ArrowDown: [0, STEP], ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0] };

const within = (value: number): number => Math.max(STEP, Math.min(SYMBOL_SIDE - STEP, value));
