import type { ReactNode } from 'react';

/** A line drawing of the app's own, on a 24 grid; `size` in CSS px, `pen` on the grid. */
export function LinePicture({ path, size = 24, pen = 1.8, className }: { path: string; size?: number; pen?: number; className?: string }): ReactNode {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={pen}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
