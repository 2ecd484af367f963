import type { Quad } from '../../../../core/capture/cleaning.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The size in px of the straightened page. With `paper` (mm) its aspect is that of the paper, long side to long side; without, the
 * aspect is worked out from the perspective. No side is longer than `longestSide`, and no pixel is invented: the picture grows to no
 * more than the quad's own longest sides.
 */
export function paperSize(quad: Quad, picture: Size, trueSize: Size | null, longestSide = Number.POSITIVE_INFINITY): Size {
  const [a, b, c, d] = quad;
  const length = (p: { x: number; y: number }, q: { x: number; y: number }): number => Math.hypot(p.x - q.x, p.y - q.y);
  const across = Math.max(length(a, b), length(d, c));
  const down = Math.max(length(a, d), length(b, c));
  const seen = perspectiveAspect(quad, picture) ?? across / down;
  const long = trueSize === null ? 0 : Math.max(trueSize.width, trueSize.height);
  const short = trueSize === null ? 0 : Math.min(trueSize.width, trueSize.height);
  const aspect = trueSize === null ? seen : seen < 1 ? short / long : long / short;
  const height = Math.max(down, across / aspect);
  const factor = Math.min(1, longestSide / Math.max(height, height * aspect));
  return { width: Math.max(1, Math.round(height * aspect * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/** A phone's main lens, 24 to 28 mm on the old small picture: its focal length over the picture's diagonal. */
const PHONE_LENS = 0.62;
/** Beyond these, counted the same way, what the perspective says of the lens is noise. */
const WIDEST_LENS = 0.45;
const LONGEST_LENS = 1.3;

/**
 * Width over height of the rectangle whose photograph the quad is, for a lens that looks through the picture's middle, after Zhang
 * and He, "Whiteboard scanning and image enhancement" (2003). A sheet tilted about one of its own axes doesn't tell the lens; then
 * it is a phone's. Null where the answer is absurd.
 */
function perspectiveAspect([m1, m2, m4, m3]: Quad, picture: Size): number | null {
  const point = (p: { x: number; y: number }): Triple => [p.x - picture.width / 2, p.y - picture.height / 2, 1];
  const [p1, p2, p3, p4] = [point(m1), point(m2), point(m3), point(m4)];
  const k2 = dot(cross(p1, p4), p3) / dot(cross(p2, p4), p3);
  const k3 = dot(cross(p1, p4), p2) / dot(cross(p3, p4), p2);
  const n2: Triple = [k2 * p2[0] - p1[0], k2 * p2[1] - p1[1], k2 - 1];
  const n3: Triple = [k3 * p3[0] - p1[0], k3 * p3[1] - p1[1], k3 - 1];
  const diagonal = Math.hypot(picture.width, picture.height);
  const told = Math.sqrt(-(n2[0] * n3[0] + n2[1] * n3[1]) / (n2[2] * n3[2])) / diagonal;
  const focal = (told > WIDEST_LENS && told < LONGEST_LENS ? told : PHONE_LENS) * diagonal;
  const aspect = Math.hypot(n2[0] / focal, n2[1] / focal, n2[2]) / Math.hypot(n3[0] / focal, n3[1] / focal, n3[2]);
  return aspect > 0.2 && aspect < 5 ? aspect : null;
}

type Triple = readonly [number, number, number];

function cross([a, b, c]: Triple, [d, e, f]: Triple): Triple {
  return [b * f - c * e, c * d - a * f, a * e - b * d];
}

function dot([a, b, c]: Triple, [d, e, f]: Triple): number {
  return a * d + b * e + c * f;
}
