import type { Mark } from '../../../core/drawing/mark.ts';
import { intersection } from '../../../core/kernel/rect.ts';
import type { Fonts } from '../../../core/text/fonts.ts';
import { planPages, planPageSize, PLAN_INSET, planUnit, type Band, type PlanPage } from '../../../core/sheets/planPages.ts';
import type { SheetPlan } from '../../../core/sheets/sheets.ts';
import { clipped, drawMarks, placed } from './drawMarks.ts';
import { BLACK, block, frame, GREY, plate } from './furniture.ts';
import type { PageInk } from './ink.ts';
import { factsOf, stepsOf, type Finish } from './planWords.ts';
import { drawTrace, type InkTrace } from './inkTrace.ts';
import { markBounds } from '../../../core/drawing/markBounds.ts';
import { overlaps } from '../../../core/kernel/rect.ts';
import { sheetWords } from '../../../core/words/sheets.ts';

const STAND_IN = { fill: '#f3efe6', stroke: '#cfc6b5' };
const BARE_PAPER = { fill: '#ffffff', stroke: '#cfc6b5' };

export interface PlanToDraw {
  readonly title: string;
  readonly plan: SheetPlan;
  readonly finish: Finish;
  /** The chart's own marks. */
  readonly strip: readonly Mark[];
  /** The pictures' ink by their content address; the others become plain boxes. */
  readonly traces: ReadonlyMap<string, InkTrace>;
}

/** One page for each of the plan's: its size in mm, and what draws it. */
export function planSheets(fonts: Fonts, wall: PlanToDraw): readonly { size: { width: number; height: number }; draw: (ink: PageInk) => string }[] {
  const size = planPageSize(wall.plan);
  return planPages(wall.plan).map((page, index) => ({
    size,
    draw: (ink) => drawMap(fonts, wall, page, ink) + drawMarks(index === 0 ? firstWords(fonts, wall, page, size) : nextWords(fonts, wall, size), ink),
  }));
}

function drawMap(fonts: Fonts, { plan, strip, traces }: PlanToDraw, { scale, bands }: PlanPage, ink: PageInk): string {
  const small = (band: Band): string =>
    touching(strip, band)
      .map((mark) => drawSmall(mark, traces, ink))
      .join('');
  const drawing = bands.map((band) => clipped(band.page, placed(cornerOf(band, scale), small(band)))).join('');
  return (
    drawing +
    drawMarks(
      bands.flatMap((band) => sheetNames(fonts, plan, band, scale)),
      ink,
    )
  );
}

function touching(marks: readonly Mark[], { strip }: Band): readonly Mark[] {
  return marks.filter((mark) => {
    const bounds = markBounds(mark);
    return bounds !== null && overlaps(bounds, strip);
  });
}

/** The same picture once more would be stored, and sent to the printer, a second time: its ink is drawn in bars. */
function drawSmall(mark: Mark, traces: ReadonlyMap<string, InkTrace>, ink: PageInk): string {
  if (mark.kind !== 'picture') return drawMarks([mark], ink);
  const trace = traces.get(mark.media);
  const paper: Mark = { kind: 'box', box: mark.box, radius: 0, ...(trace === undefined ? STAND_IN : BARE_PAPER), strokeWidth: 0.5, dash: [] };
  return drawMarks([paper], ink) + (trace === undefined ? '' : drawTrace(mark, trace));
}

function firstWords(fonts: Fonts, { title, plan, finish }: PlanToDraw, map: PlanPage, page: { width: number; height: number }): Mark[] {
  const unit = planUnit(page);
  const inset = PLAN_INSET * unit;
  const room = page.width - 2 * inset;
  const heading = block(fonts, title, { x: inset, y: inset * 0.7, size: headingSize(fonts, title, room, unit), width: room, face: 'lexend-bold' });
  const facts = block(fonts, factsOf(plan, finish), { x: inset, y: inset * 0.7 + heading.height, size: 3.5 * unit, width: room, colour: GREY });
  const top = Math.max(...map.bands.map((band) => band.page.y + band.page.height)) + 3 * unit;
  const steps = stepsOf(plan, finish).map((step, index) => `${index + 1}. ${step}`);
  return [...heading.marks, ...facts.marks, ...stepsBelow(fonts, steps, { top, bottom: page.height - inset * 0.7, left: inset, room, size: 3.7 * unit })];
}

/** A long title takes one line, smaller. */
function headingSize(fonts: Fonts, title: string, room: number, unit: number): number {
  let size = 6 * unit;
  while (size > 2.5 * unit && block(fonts, title, { x: 0, y: 0, size, width: room, face: 'lexend-bold' }).height > size * 1.5) size *= 0.9;
  return size;
}

/** The steps as large as there is room. */
function stepsBelow(
  fonts: Fonts,
  steps: readonly string[],
  { top, bottom, left, room, size }: { top: number; bottom: number; left: number; room: number; size: number },
): Mark[] {
  const marks: Mark[] = [];
  let y = top;
  for (const step of steps) {
    const paragraph = block(fonts, step, { x: left, y, size, width: room, face: 'andika' });
    marks.push(...paragraph.marks);
    y += paragraph.height + 0.25 * size;
  }
  return y > bottom && size > 2.2 ? stepsBelow(fonts, steps, { top, bottom, left, room, size: size * 0.95 }) : marks;
}

function nextWords(fonts: Fonts, { title }: PlanToDraw, page: { width: number; height: number }): Mark[] {
  const unit = planUnit(page);
  return block(fonts, sheetWords.map.larger(title), {
    x: PLAN_INSET * unit,
    y: PLAN_INSET * 0.7 * unit,
    size: 3.5 * unit,
    width: page.width - 2 * PLAN_INSET * unit,
    colour: GREY,
  }).marks;
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
