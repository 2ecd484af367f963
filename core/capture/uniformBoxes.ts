import type { Rect } from '../kernel/rect.ts';
import type { Size } from './trueSize.ts';

/** Side, in px, of the blocks that are burned in whole; see `main/engines/imaging/clean/redact.ts`. */
const BLOCK = 16;

/** A page picture and the boxes on it, px. */
export interface BoxedPage {
  readonly size: Size;
  readonly boxes: readonly Rect[];
}

/**
 * The boxes of a stack of pages, all grown to one size, so that the size of a box doesn't tell how long a name is. They take as many
 * whole blocks of 16 px across and down as the largest one does (on pages of another size: as large a part of the page), hold the box
 * that they were made from, and lie in the page; a last block that the page's own edge cuts counts as a whole one.
 */
export function uniformBoxes(pages: readonly BoxedPage[]): Rect[][] {
  const blocked = pages.map(({ size, boxes }) => {
    const grid = { width: blocks(size.width), height: blocks(size.height) };
    return { size, grid, boxes: boxes.map((box) => inBlocks(box, grid)) };
  });
  const share = (side: 'width' | 'height'): number => Math.max(0, ...blocked.flatMap(({ grid, boxes }) => boxes.map((box) => box[side] / grid[side])));
  const [across, down] = [share('width'), share('height')];
  return blocked.map(({ size, grid, boxes }) => {
    const width = asMany(across, grid.width);
    const height = asMany(down, grid.height);
    return boxes.map((box) =>
      inPixels({ x: grownFrom(box.x, box.width, width, grid.width), y: grownFrom(box.y, box.height, height, grid.height), width, height }, size),
    );
  });
}

const blocks = (length: number): number => Math.max(1, Math.ceil(length / BLOCK));

/** Rounded up; what was one of these counts before is not rounded past it. */
const asMany = (share: number, of: number): number => Math.min(of, Math.max(1, Math.ceil(share * of - 1e-9)));

/** The whole blocks that a box touches. */
function inBlocks(box: Rect, grid: Size): Rect {
  const span = (start: number, length: number, most: number): [number, number] => {
    const first = Math.min(Math.max(0, Math.floor(start / BLOCK)), most - 1);
    return [first, Math.min(most, Math.max(first + 1, Math.ceil((start + length) / BLOCK))) - first];
  };
  const [x, width] = span(box.x, box.width, grid.width);
  const [y, height] = span(box.y, box.height, grid.height);
  return { x, y, width, height };
}

/** Where the longer box begins: as much is added on either side as the page lets. */
const grownFrom = (start: number, length: number, longer: number, most: number): number =>
  Math.min(Math.max(0, start - ((longer - length) >> 1)), most - longer);

function inPixels({ x, y, width, height }: Rect, size: Size): Rect {
  const [left, top] = [x * BLOCK, y * BLOCK];
  return { x: left, y: top, width: Math.min(size.width, (x + width) * BLOCK) - left, height: Math.min(size.height, (y + height) * BLOCK) - top };
}
