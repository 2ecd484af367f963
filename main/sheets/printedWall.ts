import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Paper } from '../../core/capture/shownPaper.ts';
import type { Chart, Strip } from '../../core/chart/document.ts';
import { paintStrip } from '../../core/chart/paint.ts';
import { changedSheets, sheetHashes, type ChangedSheets, type SheetHashes } from '../../core/sheets/changedSheets.ts';
import { HangingPlan } from '../../core/sheets/printedBefore.ts';
import type { SheetPlan } from '../../core/sheets/sheets.ts';
import { deleteVersion, insertVersion, lastVersion, rewritePlan } from '../chart/chartRows.ts';
import { chartFonts } from '../engines/pdf/chartFonts.ts';
import type { Library } from '../library/library.ts';

/** What hangs: its plan, and what each sheet showed. Versions from before hashes were kept have none. */
const Printed = HangingPlan.extend({ hashes: z.record(z.string(), z.string()).default({}) });

interface Hanging {
  readonly version: string;
  readonly plan: z.infer<typeof HangingPlan>;
  readonly hashes: SheetHashes;
  readonly at: string;
}

/** What hangs; null where nothing was printed yet. */
export function hangingWall(library: Library, wall: string): Hanging | null {
  const last = lastVersion(library.db, wall);
  const printed = Printed.safeParse(last?.plan);
  if (last === null || !printed.success) return null;
  const { hashes, ...plan } = printed.data;
  return { version: last.id, plan, hashes: new Map(Object.entries(hashes)), at: last.printedAt };
}

/**
 * Keeps what went to paper: the chart as it was, its plan, and what each sheet shows, by which a later change is found.
 * Where only some `sheets` did, the others still show what they showed before.
 */
export function keepPrinted(
  library: Library,
  wall: string,
  chart: Chart,
  shownPapers: readonly Paper[],
  plan: SheetPlan,
  sheets: readonly string[] | null,
): void {
  const now = chart.strip === null ? new Map<string, string>() : hashesOf(chart.strip, shownPapers, plan);
  const hashes = sheets === null ? now : hanging(hangingWall(library, wall)?.hashes ?? new Map<string, string>(), now, sheets);
  insertVersion(library.db, randomUUID(), wall, chart, { ...plan, hashes: Object.fromEntries(hashes) });
}

/** Once the last changed sheet is printed, what is no longer part of the chart was taken down. */
function hanging(before: SheetHashes, now: SheetHashes, sheets: readonly string[]): SheetHashes {
  const after = new Map([...before, ...[...now].filter(([label]) => sheets.includes(label))]);
  return changedSheets(after, now).print.length === 0 ? now : after;
}

/** These sheets of what was printed last did not come out well: they count as not printed. */
export function forgetPrinted(library: Library, wall: string, bad: readonly string[]): void {
  const last = hangingWall(library, wall);
  if (last === null) return;
  const left = [...last.hashes].filter(([label]) => !bad.includes(label));
  if (left.length === 0) deleteVersion(library.db, last.version);
  else rewritePlan(library.db, last.version, { ...last.plan, hashes: Object.fromEntries(left) });
}

/** What to print anew so that the wall is as the chart is now. */
export function changedSince({ hashes }: Hanging, strip: Strip, shownPapers: readonly Paper[], plan: SheetPlan): ChangedSheets {
  return changedSheets(hashes, hashesOf(strip, shownPapers, plan));
}

function hashesOf(strip: Strip, shownPapers: readonly Paper[], plan: SheetPlan): SheetHashes {
  return sheetHashes(plan, paintStrip(strip, { fonts: chartFonts(), papers: new Map(shownPapers.map((paper) => [paper.paper, paper])) }));
}
