import type { Point, Quad } from '../../../../core/capture/cleaning.ts';
import { evidenceOf, withSharpness, type Evidence } from './evidence.ts';
import { fitOutline } from './fitOutline.ts';
import { paperGradients, type Channels } from './gradients.ts';
import { fromTopLeft, likelyOutlines, outlineAlong } from './outline.ts';
import type { PaperMaps } from './outlineNet.ts';
import { judged } from './outlineWeights.ts';
import { overlapOf, pagesIn, type SeenPage } from './paperRegions.ts';
import { shrink, type RgbPixels } from '../decode/pixels.ts';
import { areaOf, clippedToFrame, rescaled } from './polygons.ts';

/** A sheet of paper as it lies in a picture. */
export interface Found {
  /** px of the picture, the centre of its first pixel being (0, 0). Corners may lie outside the picture. */
  readonly quad: Quad;
  /** 0 to 1: how likely this is the outline; less where another one is nearly as good. */
  readonly confidence: number;
  /** Where this page meets the one facing it. */
  readonly fold: [Point, Point] | null;
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
/** Outlines with more of the best one's odds than this are about as likely. */
const ABOUT_AS_LIKELY = 0.4;
/** Outlines whose corners all lie nearer than this, as a share of the picture's longer side, show the same sheet. */
const SAME_CORNER = 0.035;
/** However little the net agrees, it counts for no more than this, as a share of the area. */
const LEAST_SEEN = 0.75;
/** Cells of the maps by which an outline drawn from them may be wrong, and by which it mostly is. */
const WRONG = 1.2;
const MOSTLY_WRONG = 0.5;
/** Of a page that isn't seen whole, at least this share of every side that is seen must have a step in the full picture. */
const LEAST_SHARP = 0.2;
/** Along so much of what is seen of its sides the ground must be another. */
const LEAST_APART = 0.3;
/** And so likely is it at most: a person looks at what the picture cuts off. */
const MOST_SURE_OF_PART = 0.78;
/** Where the net is less certain than this all over, it sees something that is no desk with a page on it, such as a board. */
const UNCERTAIN = 0.7;
/** Where the net itself wavers more than this all over, it sees a scan, a crop or a board; ... */
const LEAST_CERTAIN = 0.905;
/** ... where what it sees fills its own outline less, four straight sides would cut writing off. */
const LEAST_FILLED = 0.92;
/** Longer sheets are none, however the picture cuts them. */
const LONGEST_SHEET = 2.2;
/** Pages are of a size where the smaller one has this share of the larger one. */
const AS_LARGE = 0.6;
/** A page of which less than this share of the picture is cut away fills it. */
const LEAST_CUT_AWAY = 0.03;
/** A corner further out of the picture than this share of its longer side isn't seen. */
const IN_SIGHT = 0.003;

/**
 * The sheet that a picture shows, or none where none is likely; two where facing pages are cut at their fold, the left or upper one first.
 * `copy` is the same picture at about 1600 px, `maps` what the net sees in it. What speaks for each outline is weighed against all others
 * and against there being no sheet: a choice among alternatives after McFadden (1974).
 */
export function findPaper(picture: RgbPixels, copy: RgbPixels, maps: PaperMaps): Found[] {
  if (Math.max(picture.width, picture.height) < LEAST_PHOTO_SIDE) return [];
  const pages = pagesIn(maps, picture.width, picture.height);
  const facing = pages.filter(({ fold }) => fold !== null);
  const first = pages[0];
  if (first !== undefined && facing.length > 0 && facing[0] === first) {
    const found = facing.flatMap((page) => seenInPart(picture, copy, page, maps) ?? []);
    if (found.length > 0) return found.sort((one, two) => middleOf(one.quad) - middleOf(two.quad));
  }
  const whole = certaintyOf(maps) < UNCERTAIN ? null : likeliest(picture, copy, maps, pages);
  if (whole !== null) return [whole];
  const part = first === undefined ? null : seenInPart(picture, copy, first, maps);
  return part === null ? [] : [part];
}

/** Where a person most likely has to drag the corners the least, though nothing is plain; null where the picture itself is as good a guess. */
export function guessedOutline(picture: RgbPixels, maps: PaperMaps): Quad | null {
  const [page] = pagesIn(maps, picture.width, picture.height);
  return page === undefined || cutAway(page.quad, picture) < LEAST_CUT_AWAY ? null : fromTopLeft(page.quad);
}

function likeliest(picture: RgbPixels, copy: RgbPixels, maps: PaperMaps, pages: readonly SeenPage[]): Found | null {
  const slack = SAME_CORNER * Math.max(picture.width, picture.height);
  const isSame = (one: Quad, two: Quad): boolean => one.every(({ x, y }, k) => Math.hypot(x - two[k]!.x, y - two[k]!.y) <= slack);
  const byOdds = outlinesIn(picture, copy, maps, pages)
    .map(({ quad, evidence }) => ({ quad, seen: evidence.seen, odds: Math.exp(judged(evidence)) }))
    .sort((one, two) => two.odds - one.odds);
  // Many outlines about the same place are one alternative, no likelier than the best of them.
  const alternatives = byOdds.filter(({ quad }, k) => !byOdds.slice(0, k).some((better) => isSame(quad, better.quad)));
  const [best] = alternatives;
  if (best === undefined || best.odds / (1 + best.odds) < LEAST_ALONE) return null;
  const confidence = best.odds / alternatives.reduce((sum, { odds }) => sum + odds, 1);
  // Of those about the same place that are about as likely, the one that the net agrees with most.
  const quad = byOdds
    .filter((one) => one.odds >= best.odds * ABOUT_AS_LIKELY && isSame(one.quad, best.quad))
    .reduce((most, one) => (one.seen > most.seen ? one : most), best).quad;
  return confidence < LEAST_CONFIDENCE
    ? null
    : { quad, confidence: hasRival(quad, pages, maps, picture) ? Math.min(confidence, MOST_SURE_OF_PART) : confidence, fold: null };
}

/**
 * Every outline that is worth a look, laid onto the edges of the full picture, with what speaks for and against it: those that the
 * straight edges enclose, and those that the net sees. Outlines that even with the sharpest sides would be less likely than the best one
 * by a factor of e to the `farBehind` are left out.
 */
export function outlinesIn(
  picture: RgbPixels,
  copy: RgbPixels,
  maps: PaperMaps,
  pages: readonly SeenPage[] = pagesIn(maps, picture.width, picture.height),
  farBehind = FAR_BEHIND,
): { quad: Quad; evidence: Evidence }[] {
  const channels = paperGradients(shrink(copy, OUTLINE_SIDE));
  const scale = { x: picture.width / channels.thin.width, y: picture.height / channels.thin.height };
  const back = { x: 1 / scale.x, y: 1 / scale.y };
  // Paper on paper the net may take for one: what the edges say then has to do.
  const seenAs = (quad: Quad): number => Math.max(LEAST_SEEN, ...pages.map((page) => overlapOf(rescaled(quad, scale), page, maps, picture)));
  const drawn = likelyOutlines(channels).map((outline) => ({
    coarse: outline.quad,
    evidence: evidenceOf(outline, channels, seenAs(outline.quad)),
    band: Math.max(4, 3 * scale.x),
    likely: Infinity,
  }));
  const cell = cellOf(maps, picture);
  const learned = pages
    .filter(({ quad, sides }) => sides.every((side) => side === 'edge') && isInSight(quad, picture) && longness(quad) <= LONGEST_SHEET)
    .map(({ quad }) => {
      const coarse = fromTopLeft(rescaled(quad, back));
      return { coarse, evidence: evidenceOf(outlineAlong(coarse, channels), channels, seenAs(coarse)), band: WRONG * cell, likely: MOSTLY_WRONG * cell };
    });
  const outlines = [...drawn, ...learned];
  const most = Math.max(...outlines.map(({ evidence }) => judged(evidence)));
  return outlines
    .filter(({ evidence }) => judged(evidence) >= most - farBehind)
    .map(({ coarse, evidence, band, likely }) => {
      const { quad, sharp } = fitOutline(picture, rescaled(coarse, scale), band, true, likely);
      const fitted = fromTopLeft(quad);
      return { quad: fitted, evidence: withSharpness(likely === Infinity ? evidence : seenAlong(fitted, channels, back, seenAs), sharp) };
    });
}

/** The same of a learned outline once it lies on the edges; before, its sides are a little beside them. */
function seenAlong(quad: Quad, channels: Channels, back: Point, seenAs: (quad: Quad) => number): Evidence {
  const small = rescaled(quad, back);
  return evidenceOf(outlineAlong(small, channels), channels, seenAs(small));
}

/** A page whose outline the picture, or the page beside it, cuts: the sides that are seen are laid onto their edges. Null where too little is seen of them, or the page fills the picture. */
function seenInPart(picture: RgbPixels, copy: RgbPixels, page: SeenPage, maps: PaperMaps): Found | null {
  const cell = cellOf(maps, picture);
  if (longness(page.quad) > LONGEST_SHEET || certaintyOf(maps) < LEAST_CERTAIN || overlapOf(page.quad, page, maps, picture) < LEAST_FILLED) return null;
  const { quad, sharp } = fitOutline(picture, page.quad, WRONG * cell, true, MOSTLY_WRONG * cell, page.sides);
  const seen = sharp.filter((_, k) => page.sides[k] === 'edge');
  if (groundApartOf(page, picture, copy) < LEAST_APART) return null;
  if (seen.length === 0 || Math.max(...seen) < LEAST_SHARP || cutAway(quad, picture) < LEAST_CUT_AWAY) return null;
  const round = fromTopLeft(quad);
  const fold = page.sides.indexOf('fold');
  return {
    quad: round,
    confidence: MOST_SURE_OF_PART * (0.65 + 0.35 * (seen.reduce((sum, one) => sum + one, 0) / seen.length)),
    fold: fold < 0 ? null : [quad[fold]!, quad[(fold + 1) % 4]!],
  };
}

/** 0 to 1: how far from undecided the map of the paper is, cell by cell. */
const certaintyOf = ({ paper }: PaperMaps): number => paper.reduce((sum, value) => sum + Math.abs(2 * value - 1), 0) / paper.length;

/** px of the picture in a cell of the maps, the longer way. */
const cellOf = (maps: PaperMaps, { width, height }: RgbPixels): number => Math.max(width, height) / maps.side;

const isInSight = (quad: Quad, { width, height }: RgbPixels): boolean =>
  quad.every(({ x, y }) => Math.max(-x, -y, x - width, y - height) <= IN_SIGHT * Math.max(width, height));

/** The share of the sides that are seen along which paper and what lies beside it differ; along a rule or a margin line they don't. */
function groundApartOf({ quad, sides }: SeenPage, picture: RgbPixels, copy: RgbPixels): number {
  const channels = paperGradients(shrink(copy, OUTLINE_SIDE));
  const small = rescaled(quad, { x: channels.thin.width / picture.width, y: channels.thin.height / picture.height });
  const edges = sides.filter((side) => side === 'edge').length;
  return edges === 0 ? 0 : (evidenceOf(outlineAlong(small, channels), channels, 1).groundMean * sides.length) / edges;
}

/** How many times longer an outline looks than it is broad. */
function longness(quad: Quad): number {
  const [top, right, bottom, left] = quad.map((p, k) => Math.hypot(quad[(k + 1) % 4]!.x - p.x, quad[(k + 1) % 4]!.y - p.y)) as [number, number, number, number];
  return Math.max(top + bottom, left + right) / Math.min(top + bottom, left + right);
}

/** True where another page as large lies in the picture: nobody but a person knows which one is meant. */
function hasRival(quad: Quad, pages: readonly SeenPage[], maps: PaperMaps, picture: RgbPixels): boolean {
  const largest = pages[0]?.cells.length ?? 0;
  return pages.some((page) => page.cells.length >= AS_LARGE * largest && overlapOf(quad, page, maps, picture) < 0.1);
}

/** The share of the picture that lies outside of an outline. */
function cutAway(quad: Quad, { width, height }: RgbPixels): number {
  return 1 - areaOf(clippedToFrame(quad, width, height)) / (width * height);
}

const middleOf = (quad: Quad): number => quad.reduce((sum, { x, y }) => sum + x + 0.5 * y, 0);
