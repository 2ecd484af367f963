import type { Rect } from '../kernel/rect.ts';
import type { Cleaning } from './cleaning.ts';
import type { Size } from './trueSize.ts';

export type Turn = Cleaning['turn'];

/** The same box once its picture was turned clockwise; box and `size` (before the turn) in px. */
export function turnedOn({ x, y, width, height }: Rect, size: Size, turn: Turn): Rect {
  if (turn === 0) return { x, y, width, height };
  if (turn === 180) return { x: size.width - x - width, y: size.height - y - height, width, height };
  if (turn === 90) return { x: size.height - y - height, y: x, width: height, height: width };
  return { x: y, y: size.width - x - width, width: height, height: width };
}

/** The picture's size once it was turned. */
export const turnedSize = ({ width, height }: Size, turn: Turn): Size => (turn % 180 === 0 ? { width, height } : { width: height, height: width });

const turns = [0, 90, 180, 270] as const;

/** One clockwise turn after the other. */
export const turnsTogether = (one: Turn, other: Turn): Turn => turns[((one + other) / 90) % 4] ?? 0;

/** The turn that takes this one back. */
export const turnBack = (turn: Turn): Turn => turns[(4 - turn / 90) % 4] ?? 0;
