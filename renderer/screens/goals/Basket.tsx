import type { ReactNode } from 'react';
import styles from './GoalParts.module.css';

const ROWS = 5;
const COLUMNS = 10;
const STRAND = 20;

/** A kete: strands of flax woven over and under, two handles. */
export function Basket({ width }: { width: number }): ReactNode {
  const cells = Array.from({ length: ROWS * COLUMNS }, (_, index) => ({ row: Math.floor(index / COLUMNS), column: index % COLUMNS }));
  return (
    <svg className={styles.basket} width={width} viewBox="0 0 200 150" aria-hidden="true">
      <path className={styles.handle} d="M56 52C56 6 144 6 144 52" />
      <path className={`${styles.handle} ${styles.front}`} d="M44 54C50 20 150 20 156 54" />
      <g clipPath="inset(0 round 0 0 34px 34px)">
        {cells.map(({ row, column }) => {
          const isOver = (row + column) % 2 === 0;
          return (
            <rect
              key={`${row} ${column}`}
              className={isOver ? styles.over : styles.under}
              x={column * STRAND + 1}
              y={50 + row * STRAND + 1}
              width={STRAND - 2}
              height={STRAND - 2}
              rx={isOver ? 6 : 2}
            />
          );
        })}
      </g>
      <path className={styles.rim} d="M2 52H198" />
    </svg>
  );
}
