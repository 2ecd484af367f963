import type { Point, Quad } from '../../core/capture/cleaning.ts';
import { fitOutline } from './fitOutline.ts';
import { fromTopLeft, likelyOutlines } from './outline.ts';
import { brightness, shrink, type RgbPixels } from './pixels.ts';

/** A sheet of paper as it lies in a picture. */
export interface Found {
  /** px of the picture, the centre of its first pixel being (0, 0). */
  readonly quad: Quad;
  /** 0 to 1: how much of the outline lies on real edges. */
  readonly confidence: number;
}

/** Longest side, in px, of the copy in which outlines are looked for. */
const OUTLINE_SIDE = 640;
/** Nobody's camera makes smaller photos; what looks like an outline in one is a drawing. */
const LEAST_PHOTO_SIDE = 400;
/** A side of which less is seen may be a rule, a shadow or the edge of something else. */
const LEAST_OF_A_SIDE = 0.6;
const LEAST_OF_ALL_SIDES = 0.8;
/** An outline that reaches further than the best one is the paper's, and the best one a box printed on it, if it is seen this well beside it ... */
const OUTER_SHARE = 0.5;
/** ... and what it has more is the same paper, give or take so many levels. */
const SAME_PAPER = 9;
/** Corners nearer than this share of the picture's longer side are the same. */
const SAME_CORNER = 0.012;

/** The one sheet that a picture shows, or null where no four edges can be seen. `copy` is the same picture at about 1600 px. */
export function findPaper(picture: RgbPixels, copy: RgbPixels): Found | null {
  if (Math.max(picture.width, picture.height) < LEAST_PHOTO_SIDE) return null;
  const small = shrink(copy, OUTLINE_SIDE);
  const outlines = likelyOutlines(small);
  if (outlines.length === 0) return null;
  const scale = { x: picture.width / small.width, y: picture.height / small.height };
  const levels = brightness(picture);
  const band = Math.max(4, Math.round(3 * scale.x));
  const seen: (Found & { score: number })[] = [];
  for (const outline of outlines) {
    const coarse = outline.quad.map(({ x, y }) => ({ x: (x + 0.5) * scale.x - 0.5, y: (y + 0.5) * scale.y - 0.5 })) as Quad;
    const { quad, sharp } = fitOutline(levels, coarse, band);
    const sides = outline.sides.map((side, k) => Math.min(side, sharp[k]!));
    const least = Math.min(...sides);
    const confidence = sides.reduce((sum, side) => sum + side, 0) / 4;
    if (confidence < LEAST_OF_ALL_SIDES || least < LEAST_OF_A_SIDE) continue;
    seen.push({ quad: fromTopLeft(quad), confidence, score: outline.score * confidence * least });
  }
  seen.sort((a, b) => b.score - a.score);
  const [best] = seen;
  if (best === undefined) return null;
  const same = SAME_CORNER * Math.max(picture.width, picture.height);
  return seen.find((other) => other.score >= OUTER_SHARE * best.score && hasMoreOfIt(picture, other.quad, best.quad, same)) ?? best;
}

/** True when `outer` holds `inner`, shares two of its corners, and shows the same paper beyond the side that it has further out. */
function hasMoreOfIt(picture: RgbPixels, outer: Quad, inner: Quad, slack: number): boolean {
  const moved = [0, 1, 2, 3].filter((k) => Math.hypot(inner[k]!.x - outer[k]!.x, inner[k]!.y - outer[k]!.y) > slack);
  if (moved.length !== 2 || !inner.every((corner) => isInside(corner, outer, slack))) return false;
  const [one, two] = moved as [number, number];
  const between = (share: number, along: number): Point => {
    const at = (k: number): Point => ({ x: inner[k]!.x + (outer[k]!.x - inner[k]!.x) * share, y: inner[k]!.y + (outer[k]!.y - inner[k]!.y) * share });
    return { x: at(one).x * (1 - along) + at(two).x * along, y: at(one).y * (1 - along) + at(two).y * along };
  };
  const colourAt = (share: number): number[] =>
    middleColour(
      picture,
      Array.from({ length: 60 }, (_, k) => between(share, 0.06 + (0.88 * k) / 59)),
    );
  const beyond = colourAt(0.5);
  return colourAt(-0.5).every((level, c) => Math.abs(level - beyond[c]!) <= SAME_PAPER);
}

function middleColour({ data, width, height }: RgbPixels, places: readonly Point[]): number[] {
  const at = ({ x, y }: Point): number => (Math.min(height - 1, Math.max(0, Math.round(y))) * width + Math.min(width - 1, Math.max(0, Math.round(x)))) * 3;
  return [0, 1, 2].map((c) => places.map((place) => data[at(place) + c]!).sort((a, b) => a - b)[places.length >> 1]!);
}

function isInside(point: Point, quad: Quad, slack: number): boolean {
  return quad.every((from, k) => {
    const to = quad[(k + 1) % 4]!;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    return ((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)) / length >= -slack;
  });
}
