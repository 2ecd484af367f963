import type { Rect } from '../kernel/rect.ts';
import type { Cleaning, Quad } from './cleaning.ts';
import type { Size } from './trueSize.ts';

/** Side, in px, of the blocks that are burned in whole; see `main/engines/imaging/clean/redact.ts`. */
const BLOCK = 16;
/** How wide a letter of a name is, in heights of the box round the name. */
const LETTER = 0.33;
/** What is added to a name's size, since hands differ. */
const SLACK = 1.15;
/** A box that is so many times as large as a name's holds more than a name. */
const ABOUT = 1.5;
/** A name is no higher than this part of the paper's longer side. */
const HIGHEST = 0.05;
/** Letters of the longest name where no class list tells. */
export const USUAL_LONGEST = 16;

/** A page picture and the boxes on it, px. */
export interface BoxedPage {
  readonly size: Size;
  /** Where the paper lies in the picture, and the clockwise turn after which it can be read. */
  readonly quad: Quad | null;
  readonly turn: Cleaning['turn'];
  readonly boxes: readonly Rect[];
}

/**
 * The boxes of a stack, all of one size, so that the size of a box doesn't tell how long a name is: that of a name of `longest` letters as large as this
 * stack is written, or of the longest that is about as long. They take as many whole blocks of 16 px across and down (on paper that is larger in its picture: as large a part of the paper), hold the
 * box that they were made from, and lie in the page; a last block that the page's own edge cuts counts as a whole one. A box that holds more than a name
 * is left as large as it is, in whole blocks; `larger` counts those.
 */
export function uniformBoxes(pages: readonly BoxedPage[], longest: number): { readonly boxes: readonly (readonly Rect[])[]; readonly larger: number } {
  const high = usualHeight(pages.flatMap((page) => page.boxes.map((box) => upright(box, page.turn).height / paperSide(page))));
  const expected = longest * LETTER * SLACK * high;
  const widths = pages.flatMap((page) => page.boxes.map((box) => upright(box, page.turn).width / paperSide(page)));
  const wide = Math.max(expected, ...widths.filter((width) => width <= expected * ABOUT));
  let larger = 0;
  const boxes = pages.map((page): Rect[] => {
    const grid = { width: blocks(page.size.width), height: blocks(page.size.height) };
    const side = paperSide(page);
    const one = upright({ x: 0, y: 0, width: asBlocks(wide * side), height: asBlocks(high * side) }, page.turn);
    return page.boxes.map((box) => {
      const held = inBlocks(box, grid);
      if (held.width > one.width || held.height > one.height) larger++;
      const width = Math.min(grid.width, Math.max(one.width, held.width));
      const height = Math.min(grid.height, Math.max(one.height, held.height));
      return inPixels(
        { x: grownFrom(held.x, held.width, width, grid.width), y: grownFrom(held.y, held.height, height, grid.height), width, height },
        page.size,
      );
    });
  });
  return { boxes, larger };
}

/** The paper's longer side in its picture, px. */
function paperSide({ size, quad }: BoxedPage): number {
  if (quad === null) return Math.max(size.width, size.height);
  return Math.max(...quad.map((corner, k) => Math.hypot(corner.x - quad[(k + 1) % 4]!.x, corner.y - quad[(k + 1) % 4]!.y)));
}

/** Across and down as the page is read. */
const upright = ({ x, y, width, height }: Rect, turn: Cleaning['turn']): Rect =>
  turn % 180 === 0 ? { x, y, width, height } : { x, y, width: height, height: width };

/** The largest of those that are about as high as most. */
function usualHeight(heights: readonly number[]): number {
  const sorted = heights.toSorted((a, b) => a - b);
  const middle = sorted[(sorted.length - 1) >> 1] ?? 0;
  return Math.min(HIGHEST, sorted.findLast((high) => high <= middle * ABOUT) ?? 0);
}

const blocks = (length: number): number => Math.max(1, Math.ceil(length / BLOCK));

/** A box may begin within a block: one more than its length alone would take. */
const asBlocks = (length: number): number => blocks(length) + 1;

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
