import type { SheetEdges } from '../../../../core/sheets/sheetSize.ts';

export const SIDES = ['top', 'right', 'bottom', 'left'] as const satisfies readonly (keyof SheetEdges)[];

/** A printer's word on its edges, mm, up to the next half: paper is not drawn in to a tenth. */
export function wholeEdges({ top, right, bottom, left }: SheetEdges): SheetEdges {
  return { top: up(top), right: up(right), bottom: up(bottom), left: up(left) };
}

export function sameEdges(one: SheetEdges, other: SheetEdges): boolean {
  return SIDES.every((side) => Math.abs(one[side] - other[side]) < 0.05);
}

/** The widest edge of `printer` that is wider than what the sheets leave white there, mm; null where all of them are kept. */
export function cutBy(printer: SheetEdges, white: SheetEdges): number | null {
  const wider = SIDES.filter((side) => printer[side] > white[side] + 0.05).map((side) => printer[side]);
  return wider.length === 0 ? null : Math.max(...wider);
}

function up(mm: number): number {
  return Math.ceil(mm * 2 - 1e-6) / 2;
}
