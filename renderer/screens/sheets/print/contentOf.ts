import type { Paper } from '../../../../core/capture/shownPaper.ts';
import type { Chart, Strip } from '../../../../core/chart/document.ts';
import { overlaps } from '../../../../core/kernel/rect.ts';
import type { Sheet } from '../../../../core/sheets/sheets.ts';

/** What of the strip can be seen on a sheet; labels and codes in the strip's order. */
export interface SheetContent {
  readonly title: boolean;
  readonly levels: readonly string[];
  readonly papers: readonly string[];
}

/** A touch at the edge does not count, mm. */
const SLIVER = 3;

export function contentOf(sheet: Sheet, strip: Strip, { chart, papers }: { chart: Chart; papers: readonly Paper[] }): SheetContent {
  const seen = strip.elements.filter((element) => overlaps(element, sheet.visible, SLIVER));
  const levels = new Set(seen.flatMap(({ from }) => (from?.startsWith('level:') === true ? (from.split(':')[1] ?? []) : [])));
  const samples = new Set(seen.flatMap((element) => ('sample' in element ? element.sample : [])));
  return {
    title: seen.some(({ from }) => from === 'title'),
    levels: chart.levels.filter(({ id }) => levels.has(id)).map(({ label }) => label),
    papers: papers.filter(({ sample }) => samples.has(sample)).map(({ code }) => code),
  };
}
