import type { Mark } from '../drawing/mark.ts';
import { filled } from '../drawing/drawnPage.ts';

/**
 * The first four markers of the dictionary DICT_4X4_50 (Garrido-Jurado and others, “Automatic generation and detection of highly
 * reliable fiducial markers under occlusion”, 2014; bits as OpenCV has them): four rows of four bits, 1 for white.
 */
const BITS = [0xb532, 0x0f9a, 0x332d, 0x9946] as const;

export type ArucoId = 0 | 1 | 2 | 3;

/** Cells along a side, the black border included. */
export const ARUCO_CELLS = 6;

/** True where a cell of the marker is white, from its top left; the border is black. */
export function arucoCell(id: ArucoId, row: number, column: number): boolean {
  if (row < 1 || row > 4 || column < 1 || column > 4) return false;
  return ((BITS[id] >> (15 - (row - 1) * 4 - (column - 1))) & 1) === 1;
}

/** A marker with its top left corner at (`x`, `y`); `side` is its black square's, mm. It needs a cell's width of white round it. */
export function arucoMarks(id: ArucoId, x: number, y: number, side: number): Mark[] {
  const cell = side / ARUCO_CELLS;
  const white = Array.from({ length: ARUCO_CELLS * ARUCO_CELLS }, (_, index) => ({ row: Math.floor(index / ARUCO_CELLS), column: index % ARUCO_CELLS })).filter(
    ({ row, column }) => arucoCell(id, row, column),
  );
  return [
    filled({ x, y, width: side, height: side }, '#000000'),
    ...white.map(({ row, column }) => filled({ x: x + column * cell, y: y + row * cell, width: cell, height: cell }, '#ffffff')),
  ];
}
