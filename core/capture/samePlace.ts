import { bounds, overlaps, type Rect } from '../kernel/rect.ts';
import { boxOn } from './boxes.ts';
import type { Size } from './trueSize.ts';

/** A page as it lies in its picture; boxes in px of it. */
export interface PlacedPage {
  readonly size: Size;
  /** Its paper fills the picture, as a scanner's does; only such pages have their form in the same place. */
  readonly fills: boolean;
  /** Boxes that a person has put there. */
  readonly kept: readonly Rect[];
  /** Boxes beside printed labels. */
  readonly labelled: readonly Rect[];
}

/** How much, of 1, pages of one stack may differ in size. */
const SAME_SIZE = 0.02;
/** So many pages of a kind, of 1, must have their label at one place before the others are thought to have it there. */
const MOST = 0.6;

/**
 * For each page, boxes at the place where other pages of its size have theirs: those that a person put on any of them, else where the
 * printed label of most of them is. Empty for a page that has such a box of its own.
 */
export function samePlaces(pages: readonly PlacedPage[]): Rect[][] {
  return pages.map((page) => {
    if (!page.fills || page.kept.length > 0) return [];
    const alike = pages.filter((other) => other !== page && other.fills && sameSize(other.size, page.size));
    const kept = merged(alike.flatMap((other) => other.kept.map((box) => boxOn(box, other.size, page.size))));
    if (kept.length > 0) return kept;
    if (page.labelled.length > 0) return [];
    const labelled = alike.filter((other) => other.labelled.length > 0);
    if (labelled.length < 2 || labelled.length < alike.length * MOST) return [];
    const places = merged(labelled.flatMap((other) => other.labelled.map((box) => boxOn(box, other.size, page.size))));
    return places.length === 1 ? places : [];
  });
}

const sameSize = (a: Size, b: Size): boolean =>
  Math.abs(a.width - b.width) <= SAME_SIZE * Math.max(a.width, b.width) && Math.abs(a.height - b.height) <= SAME_SIZE * Math.max(a.height, b.height);

/** Boxes that share an area become one. */
function merged(boxes: readonly Rect[]): Rect[] {
  const result: Rect[] = [];
  for (const box of boxes) {
    const touching = result.filter((other) => overlaps(other, box));
    for (const other of touching) result.splice(result.indexOf(other), 1);
    result.push(bounds([box, ...touching])!);
  }
  return result;
}
