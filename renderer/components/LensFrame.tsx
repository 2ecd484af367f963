import { useEffect, useRef, type PointerEvent, type ReactNode, type Ref } from 'react';
import { shifted, zoomed, type Lens } from './useLens.ts';
import styles from './LensFrame.module.css';

interface FrameProps {
  /** Of the picture, in any unit. */
  readonly size: { readonly width: number; readonly height: number };
  readonly lens: Lens;
  /** Names the place for whoever walks there with the keyboard; absent where what lies in it can be walked to itself. */
  readonly label?: string;
  readonly frameRef?: Ref<HTMLDivElement>;
  readonly className?: string;
  readonly children: ReactNode;
  /** What a press on the picture does instead of moving it. */
  readonly onPointerDown?: ((event: PointerEvent<HTMLDivElement>) => void) | undefined;
}

/** So much closer with each step of a wheel, px of which browsers give. */
const WHEEL = 0.002;

/** A picture seen whole in its place, with whatever is drawn on it; the lens brings it closer and moves it. */
export function LensFrame({ size, lens, label, frameRef, className = '', children, onPointerDown }: FrameProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement | null>(null);
  const fingers = useRef(new Map<number, { x: number; y: number }>());
  const ratio = size.width / size.height;
  const { zoom, x, y } = lens.view;
  const { change } = lens;
  const pointAt = ({ x: left, y: top }: { x: number; y: number }): { x: number; y: number } => {
    const box = picture.current!.getBoundingClientRect();
    return { x: (left - box.left) / box.width, y: (top - box.top) / box.height };
  };

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const at = pointAt({ x: event.clientX, y: event.clientY });
      // A pinch on a touchpad comes as a wheel with Ctrl, in finer steps.
      change((view) => zoomed(view, Math.exp(-event.deltaY * WHEEL * (event.ctrlKey ? 5 : 1)), at));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [change]);

  const follow = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    const before = fingers.current.get(event.pointerId);
    if (before === undefined) return;
    const now = { x: event.clientX, y: event.clientY };
    fingers.current.set(event.pointerId, now);
    const [other] = [...fingers.current].filter(([finger]) => finger !== event.pointerId).map(([, at]) => at);
    const box = picture.current!.getBoundingClientRect();
    const share = other === undefined ? 1 : 0.5;
    change((view) => shifted(view, ((before.x - now.x) / box.width) * share, ((before.y - now.y) / box.height) * share));
    if (other === undefined) return;
    const apart = (at: { x: number; y: number }): number => Math.max(1, Math.hypot(at.x - other.x, at.y - other.y));
    const middle = pointAt({ x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    change((view) => zoomed(view, apart(now) / apart(before), middle));
  };
  const letGo = (event: PointerEvent<HTMLDivElement>): void => void fingers.current.delete(event.pointerId);

  return (
    <div
      ref={place}
      className={lens.isWhole ? styles.place : `${styles.place} ${styles.close}`}
      data-lens=""
      onPointerMove={move}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onPointerDown={(event) => (onPointerDown === undefined ? follow(event) : undefined)}
      {...(label !== undefined && { role: 'group', tabIndex: 0, 'aria-label': label })}
    >
      <div
        className={`${styles.frame} ${className}`}
        ref={(element) => {
          picture.current = element;
          if (typeof frameRef === 'function') frameRef(element);
          else if (frameRef) frameRef.current = element;
        }}
        style={{
          aspectRatio: ratio,
          width: `calc(min(100cqw, 100cqh * ${ratio}) * ${zoom})`,
          translate: `${-x * 100}% ${-y * 100}%`,
        }}
        {...(onPointerDown && { onPointerDown })}
      >
        {children}
      </div>
    </div>
  );
}
