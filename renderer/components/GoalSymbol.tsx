import type { ReactNode } from 'react';
import type { GoalSymbol as Drawing } from '../../core/goals/goal.ts';
import { PEN_WIDTH, SYMBOL_SIDE } from '../../core/goals/symbolFile.ts';
import styles from './GoalSymbol.module.css';

/** A goal's symbol as it is drawn by hand; `size` in CSS px. Without a symbol, an empty dashed place. */
export function GoalSymbol({ symbol, size = 48 }: { symbol: Drawing | null | undefined; size?: number }): ReactNode {
  return (
    <svg
      className={styles.goalSymbol}
      width={size}
      height={size}
      viewBox={`0 0 ${SYMBOL_SIDE} ${SYMBOL_SIDE}`}
      fill="none"
      stroke="currentColor"
      strokeWidth={PEN_WIDTH}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(symbol ? { role: 'img', 'aria-label': symbol.title } : { 'aria-hidden': true })}
    >
      {symbol ? symbol.strokes.map((stroke) => <path key={stroke} d={stroke} />) : <circle cx="24" cy="24" r="18" strokeDasharray="4 6" strokeWidth="2" />}
    </svg>
  );
}
