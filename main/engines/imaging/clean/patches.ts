import type { Point } from '../../../../core/capture/cleaning.ts';
import { hullOf } from '../page/polygons.ts';

/** A connected patch of a mask, with what it encloses. */
export interface Patch {
  /** px, holes counted. */
  readonly area: number;
  /** Indexes of its own pixels. */
  readonly pixels: Uint32Array;
  readonly hull: Point[];
  readonly touchesBorder: boolean;
}

/** px: bridges and specks thinner than twice this go. */
const THIN = 2;

/** The patches of a mask (1 = belongs to one), without bridges and specks; enclosed holes, such as writing, count as part of them. */
export function patchesOf(mask: Uint8Array, width: number, height: number): Patch[] {
  const solid = shrunk(withoutHoles(mask, width, height), width, height);
  const seen = new Uint8Array(solid.length);
  const stack = new Uint32Array(solid.length);
  const patches: Patch[] = [];
  for (let start = 0; start < solid.length; start++) {
    if (solid[start] === 0 || seen[start] === 1) continue;
    const count = flooded(solid, 1, start, width, height, seen, stack);
    const pixels = stack.slice(0, count);
    patches.push(patchOf(pixels, width, height));
  }
  return patches;
}

function patchOf(pixels: Uint32Array, width: number, height: number): Patch {
  const left = new Int32Array(height).fill(width);
  const right = new Int32Array(height).fill(-1);
  let touchesBorder = false;
  for (const i of pixels) {
    const y = Math.floor(i / width);
    const x = i - y * width;
    if (x < left[y]!) left[y] = x;
    if (x > right[y]!) right[y] = x;
    touchesBorder ||= Math.min(x, y, width - 1 - x, height - 1 - y) <= THIN + 1;
  }
  const ys = [...left.keys()].filter((y) => right[y]! >= 0);
  const [top, bottom] = [ys[0]!, ys.at(-1)!];
  const ends = ys.flatMap((y) => [
    { x: left[y]! - THIN, y },
    { x: right[y]! + THIN, y },
  ]);
  const capped = ends.map(({ x, y }) => ({ x, y: y === top ? y - THIN : y === bottom ? y + THIN : y }));
  const rim = 2 * THIN * (bottom - top + Math.max(...right) - Math.min(...left));
  return { area: pixels.length + rim, pixels, hull: hullOf(capped), touchesBorder };
}

/** What isn't reached from the border is a hole, and belongs to what is round it. */
function withoutHoles(mask: Uint8Array, width: number, height: number): Uint8Array {
  const outside = new Uint8Array(mask.length);
  const stack = new Uint32Array(mask.length);
  const from = (i: number): void => {
    if (mask[i] === 0 && outside[i] === 0) flooded(mask, 0, i, width, height, outside, stack);
  };
  for (let x = 0; x < width; x++) {
    from(x);
    from((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    from(y * width);
    from(y * width + width - 1);
  }
  return outside.map((value) => 1 - value);
}

/** Marks in `seen` all pixels of `value` that hang together with `start`, four ways; they lie in `stack` afterwards, as many as the answer says. */
function flooded(mask: Uint8Array, value: number, start: number, width: number, height: number, seen: Uint8Array, stack: Uint32Array): number {
  let count = 0;
  const push = (i: number): void => {
    if (mask[i] !== value || seen[i] === 1) return;
    seen[i] = 1;
    stack[count++] = i;
  };
  push(start);
  for (let next = 0; next < count; next++) {
    const i = stack[next]!;
    const x = i % width;
    if (x > 0) push(i - 1);
    if (x < width - 1) push(i + 1);
    if (i >= width) push(i - width);
    if (i < (height - 1) * width) push(i + width);
  }
  return count;
}

/** Each patch loses a rim of `THIN` px. */
function shrunk(mask: Uint8Array, width: number, height: number): Uint8Array {
  let current = mask;
  for (let round = 0; round < THIN; round++) {
    const next = new Uint8Array(mask.length);
    for (let y = 1; y < height - 1; y++) {
      for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
        next[i] = current[i]! & current[i - 1]! & current[i + 1]! & current[i - width]! & current[i + width]!;
      }
    }
    current = next;
  }
  return current;
}
