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

export function contentOf(sheet: Sheet, strip: Strip, { chart, shownPapers }: { chart: Chart; shownPapers: readonly Paper[] }): SheetContent {
  const seen = strip.elements.filter((element) => overlaps(element, sheet.visible, SLIVER));
  const levels = new Set(seen.flatMap(({ from }) => (from?.startsWith('level:') === true ? (from.split(':')[1] ?? []) : [])));
  const papers = new Set(seen.flatMap((element) => ('paper' in element ? element.paper : [])));
  return {
    title: seen.some(({ from }) => from === 'title'),
    levels: chart.levels.filter(({ id }) => levels.has(id)).map(({ label }) => label),
    papers: shownPapers.filter(({ paper }) => papers.has(paper)).map(({ code }) => code),
  };
}
