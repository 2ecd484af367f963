/** The rulers on the page to measure stand this far from the paper's edges, mm; the one across begins right of the one down. */
export const RULER_INSET = 20;
export const RULER_COLUMN = 26;

/** How long the rulers on the page to measure are, mm: the length one wants where there is room, else the longest round one. */
export function rulersOn({ width, height }: { width: number; height: number }): { across: number; down: number } {
  return { across: rulerLength(100, width - 2 * RULER_INSET - RULER_COLUMN), down: rulerLength(200, height - 2 * RULER_INSET) };
}

function rulerLength(wanted: number, room: number): number {
  return [200, 150, 100, 50].find((length) => length <= wanted && length <= room) ?? 20;
}
