import type { Mark } from '../drawing/mark.ts';
import { markBounds } from '../drawing/markBounds.ts';
import { overlaps } from '../kernel/rect.ts';
import { seamsOf } from './seams.ts';
import type { SheetPlan } from './sheets.ts';

/** From a sheet's label to a short text that is the same exactly while the sheet is. */
export type SheetHashes = ReadonlyMap<string, string>;

export interface ChangedSheets {
  /** To be printed again or anew, in gluing order. */
  readonly print: readonly string[];
  /** No longer part of the chart. */
  readonly gone: readonly string[];
}

/** What every sheet of a plan shows, hashed: its paper, its part of the strip, the marks that touch it, its seams. `marks` are the whole strip's. */
export function sheetHashes(plan: SheetPlan, marks: readonly Mark[]): SheetHashes {
  const bounded = marks.map((mark) => ({ mark, bounds: markBounds(mark), said: '' }));
  const seams = seamsOf(plan);
  const frame = [plan.sheetSize, plan.overlap, plan.margin, plan.sheets.length];
  return new Map(
    plan.sheets.map((sheet) => {
      const touching = bounded.filter(({ bounds }) => bounds !== null && overlaps(bounds, sheet.art, 0));
      for (const seen of touching) seen.said ||= hashOf(JSON.stringify(seen.mark, rounded));
      const own = seams.filter(({ under, over }) => under === sheet || over === sheet).map(({ number, side, x, y }) => [number, side, x, y]);
      return [sheet.label, hashOf(JSON.stringify([frame, { ...sheet, page: 0 }, own, touching.map(({ said }) => said)], rounded))];
    }),
  );
}

/** What to print after a change, and which sheets to take down. */
export function changedSheets(before: SheetHashes, after: SheetHashes): ChangedSheets {
  return {
    print: [...after].filter(([label, hash]) => before.get(label) !== hash).map(([label]) => label),
    gone: [...before.keys()].filter((label) => !after.has(label)),
  };
}

/** As finely as the PDF writes lengths. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(3)) : value;
}

/** Two 32-bit FNV-1a hashes from different starts (Fowler, Noll, Vo), as 16 hex digits: nobody means harm to a sheet of paper. */
function hashOf(text: string): string {
  return [0x811c9dc5, 0x01000193]
    .map((start) => {
      let hash = start;
      for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
      return hash.toString(16).padStart(8, '0');
    })
    .join('');
}
