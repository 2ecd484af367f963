import type { Quad } from '../../../../core/capture/cleaning.ts';
import { evidenceOf, withSharpness, type Evidence } from './evidence.ts';
import { fitOutline } from './fitOutline.ts';
import { paperGradients } from './gradients.ts';
import { fromTopLeft, likelyOutlines } from './outline.ts';
import { judged } from './outlineWeights.ts';
import { shrink, type RgbPixels } from '../decode/pixels.ts';
import { rescaled } from './polygons.ts';

/** A sheet of paper as it lies in a picture. */
export interface Found {
  /** px of the picture, the centre of its first pixel being (0, 0). */
  readonly quad: Quad;
  /** 0 to 1: how likely this is the outline; less where another one is nearly as good. */
  readonly confidence: number;
}

/** Longest side, in px, of the copy in which outlines are looked for. */
export const OUTLINE_SIDE = 640;
/** Nobody's camera makes smaller photos; what looks like an outline in one is a drawing. */
const LEAST_PHOTO_SIDE = 400;
/** What is less likely is not proposed: against there being no sheet, and against that and all other outlines. */
const LEAST_ALONE = 0.6;
const LEAST_CONFIDENCE = 0.5;
/** Less than a hundredth of the best one's odds makes no difference. */
const FAR_BEHIND = 5;
/** Outlines whose corners all lie nearer than this, as a share of the picture's longer side, show the same sheet. */
const SAME_CORNER = 0.035;

/**
 * The one sheet that a picture shows, or null where none is likely. `copy` is the same picture at about 1600 px. What speaks for each
 * outline is weighed against all others and against there being no sheet: a choice among alternatives after McFadden (1974).
 */
export function findPaper(picture: RgbPixels, copy: RgbPixels): Found | null {
  if (Math.max(picture.width, picture.height) < LEAST_PHOTO_SIDE) return null;
  const slack = SAME_CORNER * Math.max(picture.width, picture.height);
  const isSame = (one: Quad, two: Quad): boolean => one.every(({ x, y }, k) => Math.hypot(x - two[k]!.x, y - two[k]!.y) <= slack);
  const byOdds = outlinesIn(picture, copy)
    .map(({ quad, evidence }) => ({ quad, odds: Math.exp(judged(evidence)) }))
    .sort((one, two) => two.odds - one.odds);
  // Many outlines about the same place are one alternative, no likelier than the best of them.
  const alternatives = byOdds.filter(({ quad }, k) => !byOdds.slice(0, k).some((better) => isSame(quad, better.quad)));
  const [best] = alternatives;
  if (best === undefined || best.odds / (1 + best.odds) < LEAST_ALONE) return null;
  const confidence = best.odds / alternatives.reduce((sum, { odds }) => sum + odds, 1);
  return confidence < LEAST_CONFIDENCE ? null : { quad: best.quad, confidence };
}

/**
 * Every outline that is worth a look, laid onto the edges of the full picture, with what speaks for and against it. Outlines that even
 * with the sharpest sides would be less likely than the best one by a factor of e to the `farBehind` are left out.
 */
export function outlinesIn(picture: RgbPixels, copy: RgbPixels, farBehind = FAR_BEHIND): { quad: Quad; evidence: Evidence }[] {
  const channels = paperGradients(shrink(copy, OUTLINE_SIDE));
  const scale = { x: picture.width / channels.thin.width, y: picture.height / channels.thin.height };
  const outlines = likelyOutlines(channels).map((outline) => ({ coarse: outline.quad, evidence: evidenceOf(outline, channels) }));
  const most = Math.max(...outlines.map(({ evidence }) => judged(evidence)));
  const likely = outlines.filter(({ evidence }) => judged(evidence) >= most - farBehind);
  return likely.map(({ coarse, evidence }) => {
    const { quad, sharp } = fitOutline(picture, rescaled(coarse, scale), Math.max(4, 3 * scale.x));
    return { quad: fromTopLeft(quad), evidence: withSharpness(evidence, sharp) };
  });
}
