import type { Mark } from '../../core/chart/mark.ts';
import type { Rect } from '../../core/geometry/rect.ts';
import type { Fonts } from '../../core/text/fonts.ts';
import type { Seam } from '../../core/tiling/seams.ts';
import { pageSize, type Sheet, type SheetPlan } from '../../core/tiling/sheets.ts';
import { arc, BLACK, dashedLine, GREY, label, line, plate, plateBox } from './furniture.ts';

/** Lengths in mm. A line shows this far inside the flap, or a sheet glued a hair askew would leave it in sight. */
const HIDDEN = 1;
const CROP_GAP = 1;
const CROP_LENGTH = 4;
const NAME_SIZE = 3.2;
const LEAST_MARGIN_FOR_WORDS = 5;

/**
 * What helps to cut and glue one sheet, in mm on its page. Everything lies in a flap that the next sheet covers or outside
 * the art, so nothing of it shows on the wall.
 */
export function tileMarks(fonts: Fonts, plan: SheetPlan, sheet: Sheet, seams: readonly Seam[]): Mark[] {
  const flaps = flapsOf(sheet);
  const targets = seams.flatMap((seam) => seamMark(fonts, plan, sheet, seam));
  return [...cropMarks(plan, sheet), ...flapLines(sheet, flaps), ...targets, ...flapName(fonts, sheet, flaps), ...marginName(fonts, plan, sheet)];
}

interface Flaps {
  /** Widths in mm; 0 where nothing is glued on. */
  readonly right: number;
  readonly below: number;
}

function flapsOf({ art, visible }: Sheet): Flaps {
  const thick = (length: number) => (length > 1e-4 ? length : 0);
  return { right: thick(art.width - visible.width), below: thick(art.height - visible.height) };
}

/** Hairlines outside the art's corners, in line with its edges. */
function cropMarks(plan: SheetPlan, { art, at, orientation }: Sheet): Mark[] {
  const page = pageSize(plan.paper, orientation);
  const edges = { left: at.x, top: at.y, right: at.x + art.width, bottom: at.y + art.height };
  const reach = (room: number) => Math.max(0, Math.min(CROP_LENGTH, room - CROP_GAP - 0.5));
  const across = [
    { from: edges.left - CROP_GAP, length: -reach(edges.left) },
    { from: edges.right + CROP_GAP, length: reach(page.width - edges.right) },
  ];
  const down = [
    { from: edges.top - CROP_GAP, length: -reach(edges.top) },
    { from: edges.bottom + CROP_GAP, length: reach(page.height - edges.bottom) },
  ];
  const long = ({ length }: { length: number }) => Math.abs(length) >= 1;
  return [
    ...across.filter(long).flatMap(({ from, length }) => [edges.top, edges.bottom].map((y) => line([from, y], [from + length, y]))),
    ...down.filter(long).flatMap(({ from, length }) => [edges.left, edges.right].map((x) => line([x, from], [x, from + length]))),
  ];
}

function flapLines({ at, visible, art }: Sheet, { right, below }: Flaps): Mark[] {
  const x = at.x + visible.width + HIDDEN;
  const y = at.y + visible.height + HIDDEN;
  const lines: Mark[] = [];
  if (right > HIDDEN * 2) lines.push(dashedLine([x, at.y + HIDDEN], [x, below > 0 ? y : at.y + art.height], GREY));
  if (below > HIDDEN * 2) lines.push(dashedLine([at.x + HIDDEN, y], [right > 0 ? x : at.x + art.width, y], GREY));
  return lines;
}

/**
 * Half a target on the flap, the other half in the white edge of the sheet that goes on it: before cutting, the halves with
 * the same number make a circle. Where there is no room for the number, there is none.
 */
function seamMark(fonts: Fonts, { overlap, margin }: SheetPlan, sheet: Sheet, { number, under, over, side, x, y }: Seam): Mark[] {
  const on = sheet === under ? 'flap' : sheet === over ? 'edge' : null;
  if (on === null) return [];
  const room = (on === 'flap' ? overlap : margin) - HIDDEN;
  const radius = Math.min(3.5, room);
  const inwards = on === 'flap' ? 1 : -1;
  const from = inwards * (HIDDEN / 2);
  const middle = { x: sheet.at.x + x - sheet.art.x, y: sheet.at.y + y - sheet.art.y };
  const words = { size: 2.4, x: 0, y: 0 };
  const { width, height } = plateBox(fonts, String(number), words);
  if (radius < 1.5 || (side === 'right' ? width : height) > room) return [];
  const beside = radius + 0.5;
  if (side === 'right') {
    const centre = { x: middle.x + from, y: middle.y };
    const half = arc(centre.x, centre.y, radius, on === 'flap' ? 'right' : 'left', BLACK);
    return [
      half,
      line([centre.x, centre.y], [centre.x + inwards * radius, centre.y]),
      ...plate(fonts, String(number), { ...words, x: centre.x + (inwards * width) / 2, y: centre.y + beside + height / 2 }),
    ];
  }
  const centre = { x: middle.x, y: middle.y + from };
  const half = arc(centre.x, centre.y, radius, on === 'flap' ? 'bottom' : 'top', BLACK);
  return [
    half,
    line([centre.x, centre.y], [centre.x, centre.y + inwards * radius]),
    ...plate(fonts, String(number), { ...words, x: centre.x + beside + width / 2, y: centre.y + (inwards * height) / 2 }),
  ];
}

/** The sheet's name on its flap, printed even where the printer leaves the edge white. */
function flapName(fonts: Fonts, { label: name, at, visible, art }: Sheet, { right, below }: Flaps): Mark[] {
  if (right === 0 && below === 0) return [];
  const flap: Rect =
    right > 0 ? { x: at.x + visible.width, y: at.y, width: right, height: art.height } : { x: at.x, y: at.y + visible.height, width: art.width, height: below };
  const words = { size: NAME_SIZE, face: 'lexend-bold', x: 0, y: 0 } as const;
  const { width, height } = plateBox(fonts, name, words);
  if (width > flap.width - HIDDEN || height > flap.height - HIDDEN) return [];
  return plate(fonts, name, { ...words, x: flap.x + HIDDEN / 2 + width / 2 + (right > 0 ? 0 : 3), y: flap.y + HIDDEN / 2 + height / 2 + (right > 0 ? 3 : 0) });
}

/** Which sheet it is, in the white edge that is cut off. */
function marginName(fonts: Fonts, { margin, sheets }: SheetPlan, sheet: Sheet): Mark[] {
  if (margin < LEAST_MARGIN_FOR_WORDS) return [];
  const text = `${sheet.label} · sheet ${sheets.indexOf(sheet) + 1} of ${sheets.length}`;
  return label(fonts, text, { x: sheet.at.x + 8, y: sheet.at.y - 2, size: 2.8, align: 'start', colour: BLACK }).marks;
}
