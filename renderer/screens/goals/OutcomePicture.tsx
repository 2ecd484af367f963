import type { ReactNode } from 'react';
import type { OutcomeName } from '../../../core/goals/evidenceLog.ts';
import styles from './GoalParts.module.css';

/** A plant that grows: what is in the ground is not lost, it has not come up yet. */
const drawings: Readonly<Record<OutcomeName, readonly string[]>> = {
  'not-yet': ['M6 28C16 25 32 25 42 28', 'M18.5 36C20 32 28 32 29.5 36C28 40 20 40 18.5 36Z'],
  tried: ['M6 36C16 33 32 33 42 36', 'M24 34V22', 'M24 23C18 24 14 20 14 15C20 14 24 18 24 23Z', 'M24 25C29 25 33 22 33 17C28 17 24 20 24 25Z'],
  'with-help': [
    'M6 41C16 38 32 38 42 41',
    'M22 39V16',
    'M31 39V8',
    'M22 22H31',
    'M22 18C15 19 11 14 11 9C17 8 22 12 22 18Z',
    'M22 32C16 33 12 29 12 25C18 24 22 27 22 32Z',
  ],
  'by-myself': [
    'M6 43C16 40 32 40 42 43',
    'M24 41V22',
    'M24 37C17 38 13 34 13 29C19 28 24 31 24 37Z',
    'M24 33C30 34 34 30 35 25C29 24 24 28 24 33Z',
    'M24 22C20.5 22 18 19.5 19 16.500C15.5 15.5 15 11.5 18 10C18 6.5 22 5 24 7.500C26 5 30 6.5 30 10C33 11.5 32.5 15.5 29 16.500C30 19.5 27.5 22 24 22Z',
    'M24 16.5C22.5 16.5 21.5 15.5 21.5 14C21.5 12.5 22.5 11.5 24 11.500C25.5 11.5 26.5 12.5 26.5 14C26.5 15.5 25.5 16.5 24 16.500Z',
  ],
};

export function OutcomePicture({ outcome, size = 40 }: { outcome: OutcomeName; size?: number }): ReactNode {
  return (
    <svg
      className={styles.outcomePicture}
      width={size}
      height={size}
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {drawings[outcome].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
