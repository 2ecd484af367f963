import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Rect } from '../../core/geometry/rect.ts';
import type { Chart, Paper, Strip } from '../../core/chart/document.ts';
import { paintStrip } from '../../core/chart/paint.ts';
import { changedSheets, sheetHashes, type ChangedSheets, type SheetHashes } from '../../core/tiling/changedSheets.ts';
import type { SheetPlan } from '../../core/tiling/sheets.ts';
import { insertVersion, lastPrintedPlan } from '../database/charts.ts';
import { chartFonts } from './fonts.ts';
import type { Library } from './library.ts';

const Size = z.object({ width: z.number(), height: z.number() });

/** What hangs: its plan, and what each sheet showed. Versions from before hashes were kept have none. */
const Printed = z.object({
  paper: Size.extend({ name: z.string() }),
  strip: Size,
  overlap: z.number(),
  margin: z.number(),
  sheets: z.array(
    z.object({
      page: z.int(),
      label: z.string(),
      orientation: z.enum(['portrait', 'landscape']),
      art: Rect,
      at: z.object({ x: z.number(), y: z.number() }),
      visible: Rect,
    }),
  ),
  hashes: z.record(z.string(), z.string()).default({}),
});

/** Keeps what went to paper: the chart as it was, its plan, and what each sheet shows, by which a later change is found. */
export function keepPrinted(library: Library, wall: string, chart: Chart, papers: readonly Paper[], plan: SheetPlan): void {
  const hashes = chart.strip === null ? {} : Object.fromEntries(hashesOf(chart.strip, papers, plan));
  insertVersion(library.db, randomUUID(), wall, chart, { ...plan, hashes });
}

/** The plan of what hangs; null where nothing was printed yet. */
export function hangingPlan(library: Library, wall: string): SheetPlan | null {
  const printed = Printed.safeParse(lastPrintedPlan(library.db, wall));
  return printed.success ? printed.data : null;
}

/** What to print anew so that the wall is as the chart is now; null where nothing was printed yet. */
export function changedSince(library: Library, wall: string, strip: Strip, papers: readonly Paper[], plan: SheetPlan): ChangedSheets | null {
  const printed = Printed.safeParse(lastPrintedPlan(library.db, wall));
  return printed.success ? changedSheets(new Map(Object.entries(printed.data.hashes)), hashesOf(strip, papers, plan)) : null;
}

function hashesOf(strip: Strip, papers: readonly Paper[], plan: SheetPlan): SheetHashes {
  return sheetHashes(plan, paintStrip(strip, { fonts: chartFonts(), papers: new Map(papers.map((paper) => [paper.sample, paper])) }));
}
