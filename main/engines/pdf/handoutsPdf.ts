import { paintStrip } from '../../../core/chart/paint.ts';
import { miniChart } from '../../../core/handouts/miniChart.ts';
import type { DrawnPage } from '../../../core/drawing/drawnPage.ts';
import type { Fonts } from '../../../core/text/fonts.ts';
import type { SheetSize } from '../../../core/sheets/sheetSize.ts';
import type { StripToPrint } from './chartPdf.ts';
import { clipped, drawMarks, placed } from './drawMarks.ts';
import { PdfFile } from './pdfFile.ts';

/** Pens with round ends and joins (PDF 1.7, 8.4.3), as symbols are drawn on the screen. */
const ROUND_PEN = '1 J\n1 j\n';

/** Slips, labels, answer sheets and goal papers as a PDF at true size. */
export async function writePagesPdf(title: string, fonts: Fonts, pages: readonly DrawnPage[]): Promise<Uint8Array> {
  const file = await PdfFile.begin(title, fonts, new Map());
  for (const page of pages) file.addPage(page, (ink) => ROUND_PEN + drawMarks(page.marks, ink));
  return file.finish();
}

/** The chart for a desk, on one page. A picture is drawn in the piece that holds its middle. */
export async function writeMiniChartPdf(chart: StripToPrint & { readonly sheetSize: SheetSize }): Promise<Uint8Array> {
  const { title, strip, fonts, pictures, sheetSize, look = 'colour' } = chart;
  const mini = miniChart(strip, sheetSize);
  const marks = paintStrip(strip, chart);
  const file = await PdfFile.begin(title, fonts, pictures, { look });
  file.addPage(mini, (ink) =>
    mini.bands
      .map(({ strip: from, page }) => {
        const here = marks.filter((mark) => mark.kind !== 'picture' || holdsMiddle(from, mark.box));
        return clipped(page, placed({ x: page.x - from.x * mini.scale, y: page.y - from.y * mini.scale, scale: mini.scale }, drawMarks(here, ink)));
      })
      .join(''),
  );
  return file.finish();
}

function holdsMiddle(outer: { x: number; y: number; width: number; height: number }, box: { x: number; y: number; width: number; height: number }): boolean {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return x >= outer.x && x < outer.x + outer.width && y >= outer.y && y < outer.y + outer.height;
}
