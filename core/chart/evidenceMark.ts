import { z } from 'zod';
import { Quad } from '../capture/cleaning.ts';
import type { Paper } from '../capture/shownPaper.ts';
import { WHOLE } from '../capture/trueSize.ts';
import { rangeAfter, type TextRange } from '../capture/textEdit.ts';
import { boxOnPlane, inverse, planeOf, together } from '../capture/uprightPage.ts';
import { intersection, Rect } from '../kernel/rect.ts';

/** Boxes drawn over the handwriting: fractions of the page's copy as it was then, upright. */
const Drawn = z.object({
  on: z.literal('copy'),
  page: z.string(),
  boxes: z.array(Rect).min(1).max(20).readonly(),
  /** Where that copy's corners lay, so that the boxes are found again in one that is cut or turned in another way; absent where that was not known. */
  corners: Quad.optional(),
});

/** Letters of the retyped words as they were after so many edits. */
const Chosen = z.object({ on: z.literal('words'), from: z.int().min(0), to: z.int().positive(), edits: z.int().min(0) });

/** The place in an example of a level that shows a qualifier. What stands there is the paper's, never the document's. */
export const EvidenceMark = z
  .object({ id: z.string(), paper: z.string(), place: z.discriminatedUnion('on', [Drawn.readonly(), Chosen.readonly()]) })
  .readonly();
export type EvidenceMark = z.infer<typeof EvidenceMark>;

/** Where a mark lies on what a chart shows of its paper now: fractions of a page's copy, or letters of the retyped words. */
export type ShownMark = { readonly on: 'copy'; readonly page: string; readonly boxes: readonly Rect[] } | ({ readonly on: 'words' } & TextRange);

/** Of a box less than this share lies on the copy, uncovered: what it was drawn over is not shown any more. */
const SEEN = 0.5;

/** A mark of boxes (fractions of the page's copy as it is shown now). */
export function drawnMark(id: string, paper: Paper, page: string, boxes: readonly Rect[]): EvidenceMark {
  const corners = paper.pages.find((one) => one.page === page)?.cut?.corners;
  return { id, paper: paper.paper, place: { on: 'copy', page, boxes: [...boxes], ...(corners && { corners }) } };
}

/** A mark of letters of the paper's retyped words as they are now. */
export function chosenMark(id: string, paper: Paper, { from, to }: TextRange): EvidenceMark {
  return { id, paper: paper.paper, place: { on: 'words', from, to, edits: paper.edits?.length ?? 0 } };
}

/**
 * Where a mark lies now. Null where what it was drawn over is not shown any more: it was cut off, covered or reworded, its page is gone,
 * or words stand in for the picture.
 */
export function markNow({ place }: EvidenceMark, paper: Paper): ShownMark | null {
  if (place.on === 'words') {
    const range = paper.text === null ? null : rangeAfter(place, (paper.edits ?? []).slice(place.edits));
    return range === null || range.to > (paper.text ?? '').length ? null : { on: 'words', ...range };
  }
  const page = paper.text === null ? paper.pages.find((one) => one.page === place.page) : undefined;
  if (page === undefined) return null;
  const moved =
    place.corners === undefined || page.cut === undefined || isSame(place.corners, page.cut.corners) ? null : ([place.corners, page.cut.corners] as const);
  const onCopy = moved && together(inverse(planeOf(moved[1])), planeOf(moved[0]));
  const boxes = place.boxes.flatMap((box) => {
    const now = onCopy === null ? box : boxOnPlane(onCopy, box);
    const seen = intersection(now, WHOLE);
    return seen !== null && areaOf(seen) - coveredOf(seen, page.cut?.covered ?? []) >= SEEN * areaOf(now) ? [seen] : [];
  });
  return boxes.length === 0 ? null : { on: 'copy', page: place.page, boxes };
}

const areaOf = ({ width, height }: Rect): number => width * height;

/** As if the covers shared no area: names that are covered twice are rare, and then too little is shown, never too much. */
const coveredOf = (box: Rect, covered: readonly Rect[]): number =>
  covered.reduce((sum, one) => {
    const under = intersection(box, one);
    return sum + (under === null ? 0 : areaOf(under));
  }, 0);

const isSame = (one: Quad, two: Quad): boolean => one.every(({ x, y }, index) => x === two[index]?.x && y === two[index].y);
