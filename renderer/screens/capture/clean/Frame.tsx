import type { PointerEvent, ReactNode, Ref } from 'react';
import type { Size } from '../../../../core/capture/trueSize.ts';
import styles from './OnPicture.module.css';

/** A picture as large as its place allows, with whatever is drawn on it. */
export function Frame({
  size,
  frameRef,
  className = '',
  children,
  onPointerDown,
}: {
  size: Size;
  frameRef?: Ref<HTMLDivElement>;
  className?: string;
  children: ReactNode;
  onPointerDown?: (event: PointerEvent<HTMLDivElement>) => void;
}): ReactNode {
  const ratio = size.width / size.height;
  return (
    <div className={styles.fit}>
      <div
        className={`${styles.frame} ${className}`}
        ref={frameRef}
        style={{ aspectRatio: ratio, width: `min(100cqw, calc(100cqh * ${ratio}))` }}
        {...(onPointerDown && { onPointerDown })}
      >
        {children}
      </div>
    </div>
  );
}
