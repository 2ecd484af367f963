import type { Paper, Strip } from '../../core/chart/document.ts';
import type { Mark } from '../../core/chart/mark.ts';
import { markBounds } from '../../core/chart/markBounds.ts';
import { paintStrip } from '../../core/chart/paint.ts';
import { overlaps, type Rect } from '../../core/geometry/rect.ts';
import type { Fonts } from '../../core/text/fonts.ts';
import { seamsOf } from '../../core/tiling/seams.ts';
import { pageSize, type Sheet, type SheetPlan } from '../../core/tiling/sheets.ts';
import { calibrationSheet } from './calibrationSheet.ts';
import { clipped, drawMarks, placed } from './drawMarks.ts';
import type { PageInk } from './ink.ts';
import { PdfFile } from './pdfFile.ts';
import { drawPlanSheet } from './planSheet.ts';
import { tileMarks } from './tileMarks.ts';

export interface StripToPrint {
  /** The chart's title: the only thing the file says of itself. */
  readonly title: string;
  readonly strip: Strip;
  /** By the sample's id. */
  readonly papers: ReadonlyMap<string, Paper>;
  readonly fonts: Fonts;
  /** The masked copies' JPEG bytes, by content address. They go into the file unchanged. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

export interface ChartToPrint extends StripToPrint {
  readonly plan: SheetPlan;
  readonly onProgress?: (done: number, of: number) => void;
}

/** The longest side of a PDF page without the unit that not every viewer knows (PDF 1.7, annex C): 14400 points, in mm. */
const LONGEST_PAGE = 5080;

/**
 * The tiled chart as a PDF: a page to measure, a page that shows how the sheets go together, then the sheets in gluing order.
 * Each sheet draws only what touches it. The same chart gives the same bytes.
 * Throws an Error in plain words where a picture is missing or damaged.
 */
export async function writeChartPdf(chart: ChartToPrint): Promise<Uint8Array> {
  const { title, strip, fonts, pictures, plan, onProgress } = chart;
  const marks = paintStrip(strip, chart);
  const bounded = marks.map((mark) => ({ mark, bounds: markBounds(mark) }));
  const seams = seamsOf(plan);
  const pages = plan.sheets.length + 2;
  const file = await PdfFile.begin(title, fonts, pictures);
  const upright = pageSize(plan.paper, 'portrait');
  const asTheStripLies = pageSize(plan.paper, strip.width >= strip.height ? 'landscape' : 'portrait');
  file.addPage(upright, (ink) => drawMarks(calibrationSheet(fonts, title, upright), ink));
  file.addPage(asTheStripLies, (ink) => drawPlanSheet(fonts, title, plan, marks, asTheStripLies, ink));
  onProgress?.(2, pages);
  for (const [index, sheet] of plan.sheets.entries()) {
    const touching = bounded.filter(({ bounds }) => bounds !== null && overlaps(bounds, sheet.art, 0)).map(({ mark }) => mark);
    file.addPage(pageSize(plan.paper, sheet.orientation), (ink) => drawArt(touching, sheet, ink) + drawMarks(tileMarks(fonts, plan, sheet, seams), ink));
    onProgress?.(index + 3, pages);
  }
  return file.finish();
}

/** The whole strip on one page. Throws a RangeError in plain words for a strip longer than a PDF page can be. */
export async function writeStripPdf(chart: StripToPrint): Promise<Uint8Array> {
  const { title, strip, fonts, pictures } = chart;
  const longest = Math.max(strip.width, strip.height);
  if (longest > LONGEST_PAGE)
    throw new RangeError(`The chart is ${(longest / 1000).toFixed(2)} m long, and a single PDF page can be 5.08 m at most. Print it on sheets instead.`);
  const file = await PdfFile.begin(title, fonts, pictures);
  file.addPage(strip, (ink) => drawMarks(paintStrip(strip, chart), ink));
  return file.finish();
}

/** The content addresses of the pictures that a strip shows; a task has many more papers than its chart. */
export function picturesOn(strip: Strip, papers: ReadonlyMap<string, Paper>): ReadonlySet<string> {
  const shown = strip.elements.flatMap((element) =>
    element.kind === 'picture' ? (papers.get(element.sample)?.pages.filter(({ page }) => page === element.page) ?? []) : [],
  );
  return new Set(shown.map(({ media }) => media));
}

function drawArt(marks: readonly Mark[], { art, at }: Sheet, ink: PageInk): string {
  const onPage: Rect = { ...at, width: art.width, height: art.height };
  return clipped(onPage, placed({ x: at.x - art.x, y: at.y - art.y, scale: 1 }, drawMarks(marks, ink)));
}
