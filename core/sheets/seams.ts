import type { Sheet, SheetPlan } from './sheets.ts';

/** Where one sheet is glued on the flap of another. */
export interface Seam {
  /** Counts from 1, in gluing order: no two seams of a chart have the same. */
  readonly number: number;
  /** The sheet with the flap, and the one that goes on it. */
  readonly under: Sheet;
  readonly over: Sheet;
  readonly side: 'right' | 'below';
  /** The middle of the edge that shows, mm on the strip. */
  readonly x: number;
  readonly y: number;
  /** mm. */
  readonly length: number;
}

/** Shorter meetings of two sheets need no mark of their own. */
const SHORTEST = 15;

/** Every seam of a plan with a flap. */
export function seamsOf({ sheets, overlap }: SheetPlan): readonly Seam[] {
  if (overlap === 0) return [];
  const seams = sheets.flatMap((under) => sheets.flatMap((over) => seamBetween(under, over)));
  return seams.map((seam, index) => ({ number: index + 1, ...seam }));
}

function seamBetween(under: Sheet, over: Sheet): Omit<Seam, 'number'>[] {
  const right = under.visible.x + under.visible.width;
  const bottom = under.visible.y + under.visible.height;
  if (meets(right, over.visible.x)) {
    const shared = common(under.visible.y, under.visible.height, over.visible.y, over.visible.height);
    return shared === null ? [] : [{ under, over, side: 'right', x: right, y: shared.middle, length: shared.length }];
  }
  if (meets(bottom, over.visible.y)) {
    const shared = common(under.visible.x, under.visible.width, over.visible.x, over.visible.width);
    return shared === null ? [] : [{ under, over, side: 'below', x: shared.middle, y: bottom, length: shared.length }];
  }
  return [];
}

function meets(edge: number, other: number): boolean {
  return Math.abs(edge - other) < 1e-4;
}

function common(from: number, length: number, otherFrom: number, otherLength: number): { middle: number; length: number } | null {
  const start = Math.max(from, otherFrom);
  const end = Math.min(from + length, otherFrom + otherLength);
  return end - start < SHORTEST ? null : { middle: (start + end) / 2, length: end - start };
}
