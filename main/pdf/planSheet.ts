import type { Mark } from '../../core/chart/mark.ts';
import { intersection } from '../../core/geometry/rect.ts';
import type { Fonts } from '../../core/text/fonts.ts';
import { gluedInColumns, type SheetPlan } from '../../core/tiling/sheets.ts';
import { clipped, drawMarks, placed } from './drawMarks.ts';
import { BLACK, block, frame, GREY, plate } from './furniture.ts';
import type { PageInk } from './ink.ts';
import { mapOf, type Band } from './planMap.ts';

const STAND_IN = { fill: '#f3efe6', stroke: '#cfc6b5' };

/** The page that shows how the sheets go together, in mm on a page of this size; `strip` are the chart's own marks. */
export function drawPlanSheet(
  fonts: Fonts,
  title: string,
  plan: SheetPlan,
  strip: readonly Mark[],
  page: { width: number; height: number },
  ink: PageInk,
): string {
  // On small paper everything is smaller, so that the drawing keeps its place.
  const unit = Math.min(1, page.width / 200, page.height / 200);
  const inset = 10 * unit;
  const room = page.width - 2 * inset;
  const [textSize, gap] = [3.7 * unit, 3 * unit];
  const heading = block(fonts, title, { x: inset, y: inset, size: 6 * unit, width: room, face: 'lexend-bold' });
  const facts = block(fonts, factsOf(plan), { x: inset, y: inset + heading.height, size: 3.8 * unit, width: room, colour: GREY });
  const stepsText = stepsOf(plan).map((step, index) => `${index + 1}. ${step}`);
  const stepsHeight = stepsText.reduce((sum, step) => sum + block(fonts, step, { x: 0, y: 0, size: textSize, width: room, face: 'andika' }).height + 1, 0);
  const top = inset + heading.height + facts.height + gap;
  const map = mapOf(plan.strip, { x: inset, y: top, width: room, height: page.height - inset - stepsHeight - gap - top });
  const words: Mark[] = [...heading.marks, ...facts.marks];
  let y = Math.max(...map.bands.map((band) => band.page.y + band.page.height)) + gap;
  for (const step of stepsText) {
    const paragraph = block(fonts, step, { x: inset, y, size: textSize, width: room, face: 'andika' });
    words.push(...paragraph.marks);
    y += paragraph.height + 1;
  }
  const small = strip.map(withoutPicture);
  const drawing = map.bands.map((band) => clipped(band.page, placed(cornerOf(band, map.scale), drawMarks(small, ink)))).join('');
  const names = map.bands.flatMap((band) => sheetNames(fonts, plan, band, map.scale));
  return drawing + drawMarks([...names, ...words], ink);
}

/** Sixty photographs drawn a second time would double what goes to the printer. */
function withoutPicture(mark: Mark): Mark {
  return mark.kind === 'picture' ? { kind: 'box', box: mark.box, radius: 0, ...STAND_IN, strokeWidth: 0.5, dash: [] } : mark;
}

function cornerOf({ strip, page }: Band, scale: number): { x: number; y: number; scale: number } {
  return { x: page.x - strip.x * scale, y: page.y - strip.y * scale, scale };
}

function sheetNames(fonts: Fonts, { sheets }: SheetPlan, band: Band, scale: number): Mark[] {
  const corner = cornerOf(band, scale);
  return sheets.flatMap((sheet) => {
    const seen = intersection(sheet.visible, band.strip);
    if (seen === null) return [];
    const box = { x: corner.x + seen.x * scale, y: corner.y + seen.y * scale, width: seen.width * scale, height: seen.height * scale };
    const size = Math.min(4, box.height * 0.4, box.width * 0.3);
    const mostOfIt = seen.width * seen.height > 0.4 * sheet.visible.width * sheet.visible.height;
    return [
      frame(box, BLACK, 0.3),
      ...(mostOfIt ? plate(fonts, sheet.label, { x: box.x + box.width / 2, y: box.y + box.height / 2, size, face: 'lexend-bold' }) : []),
    ];
  });
}

function factsOf({ sheets, paper, strip, overlap }: SheetPlan): string {
  const size = `${Math.round(strip.width)} × ${Math.round(strip.height)} mm`;
  const flap = overlap === 0 ? 'no glue flap' : `glue flap ${overlap} mm`;
  return `${sheets.length} ${sheets.length === 1 ? 'sheet' : 'sheets'} of ${paper.name === 'custom' ? `${paper.width} × ${paper.height} mm paper` : paper.name} · ${size} · ${flap}`;
}

function stepsOf(plan: SheetPlan): string[] {
  const first = plan.sheets[0]?.label ?? 'A1';
  const second = plan.sheets[1]?.label;
  const print = 'Print all pages on one side only, at “Actual size” (100\u00a0%). Lay the sheets out on the floor as in the picture.';
  if (second === undefined) return [print, 'Cut off the white edges along the corner marks.', 'Hang it up so that its middle is where your pupils’ eyes are.'];
  const hang = 'Hang it up so that its middle is where your pupils’ eyes are.';
  if (plan.overlap === 0)
    return [
      print,
      'Cut off all white edges along the corner marks.',
      `Lay ${second} against ${first}, edge to edge, and tape them together from behind. Go on in the order of the names.`,
      hang,
    ];
  const [run, flap, last, side, lastSide] = gluedInColumns(plan) ? ['column', 'lower', 'right', 'foot', 'right'] : ['row', 'right', 'lower', 'end', 'bottom'];
  const matching = 'Half circles with the same number belong together.';
  return [
    `${print} ${matching}`,
    `Cut off the white edges on the left and at the top of every sheet, along the corner marks. Only at the ${side} of each ${run} and in the last ${run} cut the other white edges too; elsewhere leave the flap on.`,
    `Put glue on the ${flap} flap of ${first} and lay ${second} on it so that the picture goes on without a step. Go on to the ${side} of the ${run}, then do the next ${run}.`,
    `Put glue on the ${last} flaps of the first ${run} and lay the next ${run} on them, from the top left to the ${lastSide}. ${hang}`,
  ];
}
