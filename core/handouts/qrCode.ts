import { encode } from 'uqr';
import type { Mark } from '../drawing/mark.ts';
import { filled } from '../drawing/drawnPage.ts';

/** A QR code (ISO/IEC 18004, level M) in a square of `side` mm with its top left corner at (`x`, `y`); it needs four cells of white round it. */
export function qrMarks(text: string, x: number, y: number, side: number): Mark[] {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const cell = side / size;
  return data.flatMap((row, line) =>
    darkRuns(row).map(({ from, to }) => filled({ x: x + from * cell, y: y + line * cell, width: (to - from) * cell, height: cell }, '#000000')),
  );
}

/** Neighbouring dark cells are one box: no hair of white between them on paper. */
function darkRuns(row: readonly boolean[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  row.forEach((dark, at) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last.to === at) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  });
  return runs;
}
