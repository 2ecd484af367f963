import { intersection, type Rect } from '../../../../core/kernel/rect.ts';
import type { Point } from '../../../../core/capture/cleaning.ts';
import type { RgbPixels } from '../decode/pixels.ts';
import { project, type Projection } from './warp.ts';

/** What covers a name while the page is cleaned, and afterwards where that is asked for: opaque, dark, of no hue. */
const REDACTION_GREY = 0x2b;
type Colour = readonly [red: number, green: number, blue: number];
const DARK: Colour = [REDACTION_GREY, REDACTION_GREY, REDACTION_GREY];
/** Of a page's pixels this part at least is brighter than its writing. */
const PAPER_SHARE = 0.4;
/**
 * JPEG codes 16 px blocks as one (with halved colour), and its ringing carries a name's traces to their edges; whole blocks are burned,
 * so that nothing outside them depends on what was inside.
 */
const BLOCK = 16;

/** The boxes (px of the upright page picture) grown to the whole blocks that they touch, cut to the picture; what lies outside is dropped. */
export function wholeBlocks(boxes: readonly Rect[], picture: { width: number; height: number }): Rect[] {
  return boxes.flatMap((box) => {
    const x = Math.floor(box.x / BLOCK) * BLOCK;
    const y = Math.floor(box.y / BLOCK) * BLOCK;
    const grown = { x, y, width: Math.ceil((box.x + box.width) / BLOCK) * BLOCK - x, height: Math.ceil((box.y + box.height) / BLOCK) * BLOCK - y };
    const cut = intersection(grown, { x: 0, y: 0, width: picture.width, height: picture.height });
    return cut === null ? [] : [cut];
  });
}

/** Overwrites the pixels in `blocks`; nothing of them is left in the picture. */
export function burn(picture: RgbPixels, blocks: readonly Rect[]): void {
  for (const block of blocks) {
    for (let y = block.y; y < block.y + block.height; y++) {
      const row = (y * picture.width + block.x) * 3;
      picture.data.fill(REDACTION_GREY, row, row + block.width * 3);
    }
  }
}

/** How the cleaned page lies on the page picture, and how far (px of the picture) mixing pixels carries a block's colour. */
interface Placement {
  readonly toSource: Projection;
  readonly fromSource: Projection;
  readonly reach: number;
}

/** 1 for every pixel of the cleaned page that shows any part of `blocks`, 0 elsewhere; null where there are no blocks. */
export function burnedMask(
  blocks: readonly Rect[],
  { toSource, fromSource, reach }: Placement,
  { width, height }: { width: number; height: number },
): Uint8Array | null {
  if (blocks.length === 0) return null;
  const mask = new Uint8Array(width * height);
  for (const block of blocks) {
    const reached: Rect = { x: block.x - reach, y: block.y - reach, width: block.width + 2 * reach, height: block.height + 2 * reach };
    const seen = cornersOf(reached).map((corner) => project(fromSource, corner));
    const left = Math.max(0, Math.floor(Math.min(...seen.map((p) => p.x))) - 1);
    const right = Math.min(width, Math.ceil(Math.max(...seen.map((p) => p.x))) + 1);
    const top = Math.max(0, Math.floor(Math.min(...seen.map((p) => p.y))) - 1);
    const bottom = Math.min(height, Math.ceil(Math.max(...seen.map((p) => p.y))) + 1);
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const at = project(toSource, { x: x + 0.5, y: y + 0.5 });
        if (at.x >= reached.x && at.y >= reached.y && at.x <= reached.x + reached.width && at.y <= reached.y + reached.height) mask[y * width + x] = 1;
      }
    }
  }
  return mask;
}

/** Paints the masked pixels with one flat colour, so that no half-covered edge is left to be whitened. */
export function cover({ data }: RgbPixels, mask: Uint8Array, colour: Colour = DARK): void {
  for (let i = 0; i < mask.length; i++) if (mask[i] === 1) data.set(colour, i * 3);
}

/** The paper's colour: the mean of the brighter pixels beside the mask. What lies under the mask has no say. */
export function paperColour({ data }: RgbPixels, mask: Uint8Array): Colour {
  const levels = new Uint32Array(256);
  let count = 0;
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 1) continue;
    levels[data[i * 3 + 1]!]!++;
    count++;
  }
  if (count === 0) return [255, 255, 255];
  let level = 255;
  for (let above = levels[255]!; above < count * PAPER_SHARE && level > 0; above += levels[level]!) level--;
  const sums = [0, 0, 0];
  let some = 0;
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 1 || data[i * 3 + 1]! < level) continue;
    for (let c = 0; c < 3; c++) sums[c]! += data[i * 3 + c]!;
    some++;
  }
  const [red, green, blue] = sums.map((sum) => Math.round(sum / some));
  return [red!, green!, blue!];
}

function cornersOf({ x, y, width, height }: Rect): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}
