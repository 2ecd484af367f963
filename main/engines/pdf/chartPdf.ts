import type { Paper } from '../../../core/capture/shownPaper.ts';
import type { Strip } from '../../../core/chart/document.ts';
import { paintStrip } from '../../../core/chart/paint.ts';
import type { InkLook } from '../../../core/drawing/inkLook.ts';
import type { Mark } from '../../../core/drawing/mark.ts';
import { markBounds } from '../../../core/drawing/markBounds.ts';
import { overlaps, type Rect } from '../../../core/kernel/rect.ts';
import { BLEED, panelsOf, type Film, type Finishing } from '../../../core/sheets/finishing.ts';
import { flapsOf } from '../../../core/sheets/flaps.ts';
import { planPageSize } from '../../../core/sheets/planPages.ts';
import { TRUE_SCALE, type PrinterScale } from '../../../core/sheets/printerScale.ts';
import { seamsOf } from '../../../core/sheets/seams.ts';
import type { SheetSize } from '../../../core/sheets/sheetSize.ts';
import { pageSize, type Sheet, type SheetPlan } from '../../../core/sheets/sheets.ts';
import type { Fonts } from '../../../core/text/fonts.ts';
import { sheetWords } from '../../../core/words/sheets.ts';
import { calibrationSheet } from './calibrationSheet.ts';
import { clipped, drawMarks, placed } from './drawMarks.ts';
import { block, frame, GREY, HAIRLINE } from './furniture.ts';
import type { PageInk } from './ink.ts';
import type { InkTrace } from './inkTrace.ts';
import type { Picture } from './jpeg.ts';
import { PdfFile } from './pdfFile.ts';
import { planSheets } from './planSheet.ts';
import { tileMarks } from './cutMarks.ts';

export interface StripToPrint {
  /** The chart's title: the only thing the file says of itself. */
  readonly title: string;
  readonly strip: Strip;
  /** By the paper's id. */
  readonly papers: ReadonlyMap<string, Paper>;
  readonly fonts: Fonts;
  /** The masked copies' JPEG bytes, by content address. They go into the file unchanged. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** How the marks are inked; pictures come as they are to be printed. */
  readonly look?: InkLook;
}

export interface ChartToPrint extends StripToPrint {
  readonly plan: SheetPlan;
  readonly finishing?: Finishing;
  /** What is laminated in; null or absent where nothing is. */
  readonly film?: Film | null;
  /** Only these sheets, by their labels, without the pages before them. */
  readonly only?: readonly string[];
  /** What the printer makes of 1 mm, measured; what is drawn is made larger by as much as the printer makes it smaller. */
  readonly printerScale?: PrinterScale;
  /** The pictures' ink, for the plan; without it they are plain boxes there. */
  readonly traces?: ReadonlyMap<string, InkTrace>;
  readonly onProgress?: (done: number, of: number) => void;
}

/** The longest side of a PDF page without the unit that not every viewer knows (PDF 1.7, annex C): 14400 points, in mm. */
const LONGEST_PAGE = 5080;
const PROOF_INSET = 10;

/**
 * The tiled chart as a PDF: a page to measure, pages that show how the sheets go together, then the sheets in gluing order.
 * Each sheet draws only what touches it. The same chart gives the same bytes.
 * Throws an Error in plain words where a picture is missing or damaged, a RangeError where the film is too small or a sheet is not in the plan.
 */
export async function writeChartPdf(chart: ChartToPrint): Promise<Uint8Array> {
  const {
    title,
    fonts,
    pictures,
    plan,
    look = 'colour',
    finishing = 'join',
    film = null,
    only,
    onProgress,
    traces = new Map(),
    printerScale = TRUE_SCALE,
  } = chart;
  const marks = paintStrip(chart.strip, chart);
  const chosen = chosenSheets(plan, only);
  const before =
    only === undefined
      ? planSheets(fonts, {
          title,
          plan,
          strip: marks,
          finish: { finishing, film, panels: panelsOf(plan, finishing, film) },
          traces,
        })
      : [];
  const pages = chosen.length + (only === undefined ? before.length + 1 : 0);
  const file = await PdfFile.begin(title, fonts, pictures, { look, scale: printerScale });
  if (only === undefined) {
    const upright = pageSize(plan.sheetSize, 'portrait');
    file.addPage(upright, (ink) => drawMarks(calibrationSheet(fonts, title, upright), ink));
    for (const { size, draw } of before) file.addPage(size, draw);
    onProgress?.(before.length + 1, pages);
  }
  const drawn = sheetDrawings(marks, plan, fonts, finishing);
  for (const [index, sheet] of chosen.entries()) {
    file.addPage(pageSize(plan.sheetSize, sheet.orientation), (ink) => drawn(sheet, ink));
    onProgress?.(pages - chosen.length + index + 1, pages);
  }
  return file.finish();
}

/** The whole strip on one page. Throws a RangeError in plain words for a strip longer than a PDF page can be. */
export async function writeStripPdf(chart: StripToPrint): Promise<Uint8Array> {
  const { title, strip, fonts, pictures, look = 'colour' } = chart;
  const longest = Math.max(strip.width, strip.height);
  if (longest > LONGEST_PAGE) throw new RangeError(sheetWords.pdf.tooLong((longest / 1000).toFixed(2)));
  const file = await PdfFile.begin(title, fonts, pictures, { look });
  const marks = paintStrip(strip, chart);
  file.addPage(strip, (ink) => drawMarks(marks, ink));
  return file.finish();
}

/** The whole chart as small as one page, on `paper` lying as the strip does: to look it over before all the sheets are printed. */
export async function writeProofPdf(chart: StripToPrint & { readonly sheetSize: SheetSize }): Promise<Uint8Array> {
  const { title, strip, fonts, pictures, sheetSize, look = 'colour' } = chart;
  const page = planPageSize({ sheetSize, strip });
  const heading = block(fonts, title, { x: PROOF_INSET, y: PROOF_INSET * 0.5, size: 3.5, width: page.width - 2 * PROOF_INSET, colour: GREY });
  const top = PROOF_INSET * 0.5 + heading.height + 2;
  const scale = Math.min((page.width - 2 * PROOF_INSET) / strip.width, (page.height - top - PROOF_INSET) / strip.height, 1);
  const file = await PdfFile.begin(title, fonts, pictures, { look });
  const marks = paintStrip(strip, chart);
  const box = { x: PROOF_INSET, y: top, width: strip.width * scale, height: strip.height * scale };
  file.addPage(
    page,
    (ink) =>
      drawMarks(heading.marks, ink) + clipped(box, placed({ x: box.x, y: box.y, scale }, drawMarks(marks, ink))) + drawMarks([frame(box, GREY, HAIRLINE)], ink),
  );
  return file.finish();
}

/** The content addresses of the pictures that a strip shows; a task has many more papers than its chart. */
export function picturesOn(strip: Strip, papers: ReadonlyMap<string, Paper>): ReadonlySet<string> {
  const shown = strip.elements.flatMap((element) =>
    element.kind === 'picture' ? (papers.get(element.paper)?.pages.filter(({ page }) => page === element.page) ?? []) : [],
  );
  return new Set(shown.map(({ media }) => media));
}

/** What draws each sheet of a plan. */
function sheetDrawings(marks: readonly Mark[], plan: SheetPlan, fonts: Fonts, finishing: Finishing): (sheet: Sheet, ink: PageInk) => string {
  const bounded = marks.map((mark) => ({ mark, bounds: markBounds(mark) }));
  const [seams, flaps] = [seamsOf(plan), flapsOf(plan)];
  const bleed = finishing === 'laminate-then-join' ? BLEED : 0;
  return (sheet, ink) => {
    const art = grown(sheet.art, bleed);
    const touching = bounded.filter(({ bounds }) => bounds !== null && overlaps(bounds, art, 0)).map(({ mark }) => mark);
    const onPage = grown({ ...sheet.at, width: sheet.art.width, height: sheet.art.height }, bleed);
    const moved = { x: sheet.at.x - sheet.art.x, y: sheet.at.y - sheet.art.y, scale: 1 };
    return clipped(onPage, placed(moved, drawMarks(touching, ink))) + drawMarks(tileMarks(fonts, plan, sheet, seams, flaps), ink);
  };
}

function grown({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function chosenSheets({ sheets }: SheetPlan, only: readonly string[] | undefined): readonly Sheet[] {
  if (only === undefined) return sheets;
  const missing = only.find((label) => !sheets.some((sheet) => sheet.label === label));
  if (missing !== undefined) throw new RangeError(sheetWords.pdf.noSheet(missing, sheets[0]?.label ?? '', sheets.at(-1)?.label ?? ''));
  return sheets.filter(({ label }) => only.includes(label));
}
