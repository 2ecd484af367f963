import type { Proposal, Quad } from '../../../../core/capture/cleaning.ts';
import type { RgbPixels } from '../decode/pixels.ts';
import { proposeSheet } from './proposePage.ts';

/** Left round a slip, as a share of its longer side, so that its corners can be taken hold of. */
const ROOM = 0.03;
/** What lies further out than this share, a neighbour too, is painted over. */
const RIM = 0.012;
const GREY = 0x9a;

/** Every sheet of a picture as a picture of its own, in which nothing of its neighbours is left. */
export function cutSlips(picture: RgbPixels, { quad, confidence, others = [] }: Proposal): { pixels: RgbPixels; proposal: Proposal }[] {
  if (quad === null || others.length === 0) return [];
  return [quad, ...others].map((sheet) => {
    const cut = cutOut(picture, sheet);
    return { pixels: cut.pixels, proposal: proposeSheet(cut.pixels, { quad: cut.quad, confidence }) };
  });
}

function cutOut(picture: RgbPixels, sheet: Quad): { pixels: RgbPixels; quad: Quad } {
  const xs = sheet.map(({ x }) => x);
  const ys = sheet.map(({ y }) => y);
  const long = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const left = Math.max(0, Math.floor(Math.min(...xs) - ROOM * long));
  const top = Math.max(0, Math.floor(Math.min(...ys) - ROOM * long));
  const width = Math.min(picture.width, Math.ceil(Math.max(...xs) + ROOM * long)) - left;
  const height = Math.min(picture.height, Math.ceil(Math.max(...ys) + ROOM * long)) - top;
  const quad = sheet.map(({ x, y }) => ({ x: x - left, y: y - top })) as Quad;
  const outward = quad.map((from, k) => {
    const to = quad[(k + 1) % 4]!;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    return { x: (to.y - from.y) / length, y: (from.x - to.x) / length, from };
  });
  const data = new Uint8Array(width * height * 3).fill(GREY);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (outward.some((side) => (x - side.from.x) * side.x + (y - side.from.y) * side.y > RIM * long)) continue;
      const i = ((y + top) * picture.width + x + left) * 3;
      data.set(picture.data.subarray(i, i + 3), (y * width + x) * 3);
    }
  }
  return { pixels: { data, width, height }, quad };
}
