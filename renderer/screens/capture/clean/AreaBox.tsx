import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode, type RefObject } from 'react';
import { boxBetween, movedBox } from '../../../../core/capture/boxes.ts';
import type { Size } from '../../../../core/capture/trueSize.ts';
import type { Rect } from '../../../../core/kernel/rect.ts';
import { Icon } from '../../../components/Icon.tsx';
import { arrowStep, follow, newGesture, placed } from './onPicture.ts';
import styles from './OnPicture.module.css';

interface AreaProps {
  readonly box: Rect;
  /** The picture's size; box and steps are in its unit. */
  readonly size: Size;
  readonly unit?: number;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly look: 'dark' | 'kept';
  readonly label: string;
  readonly help: string;
  readonly onChange: (box: Rect, gesture: string) => void;
  readonly remove?: { readonly label: string; readonly run: () => void };
}

/** The held corner lies opposite of the pulled one. */
const grips = ['nw', 'ne', 'se', 'sw'] as const;

/** A box on a picture that can be moved and stretched, by pointer and by keys. */
export function AreaBox({ box, size, unit = 1, frame, look, label, help, onChange, remove }: AreaProps): ReactNode {
  const nudging = useRef('');
  const least = 4 * unit;
  const move = (event: PointerEvent<HTMLButtonElement>): void => {
    const gesture = newGesture();
    follow(event, frame.current, size, (to, from) => onChange(movedBox(box, to.x - from.x, to.y - from.y, size), gesture));
  };
  const stretch = (event: PointerEvent<HTMLElement>, grip: (typeof grips)[number]): void => {
    const gesture = newGesture();
    const held = { x: grip.includes('w') ? box.x + box.width : box.x, y: grip.includes('n') ? box.y + box.height : box.y };
    follow(event, frame.current, size, (to) => onChange(boxBetween(held, to, size, least), gesture));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (remove && (event.key === 'Delete' || event.key === 'Backspace')) {
      event.preventDefault();
      remove.run();
    }
    const step = arrowStep(event, unit);
    if (step === null) return;
    event.preventDefault();
    event.stopPropagation();
    const end = { x: box.x + box.width + step.x, y: box.y + box.height + step.y };
    onChange(event.ctrlKey || event.metaKey ? boxBetween(box, end, size, least) : movedBox(box, step.x, step.y, size), nudging.current);
  };
  return (
    <div className={styles.area} data-look={look} style={placed(box, size)}>
      <button
        type="button"
        className={styles.areaBody}
        data-area=""
        aria-label={label}
        aria-description={help}
        title={help}
        onPointerDown={move}
        onKeyDown={onKeyDown}
        onFocus={() => (nudging.current = newGesture())}
      />
      {grips.map((grip) => (
        <span key={grip} className={styles.grip} data-grip={grip} aria-hidden="true" onPointerDown={(event) => stretch(event, grip)} />
      ))}
      {remove && (
        <button type="button" className={styles.areaRemove} aria-label={remove.label} onClick={remove.run}>
          <Icon name="close" size={16} />
        </button>
      )}
    </div>
  );
}
