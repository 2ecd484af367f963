import type { Mark } from '../../../core/drawing/mark.ts';
import type { Rect } from '../../../core/kernel/rect.ts';
import type { Fonts } from '../../../core/text/fonts.ts';
import type { Flap, SheetFlaps } from '../../../core/sheets/flaps.ts';
import type { Seam } from '../../../core/sheets/seams.ts';
import { pageSize, type Sheet, type SheetPlan } from '../../../core/sheets/sheets.ts';
import { sheetWords } from '../../../core/words/sheets.ts';
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
export function tileMarks(fonts: Fonts, plan: SheetPlan, sheet: Sheet, seams: readonly Seam[], flaps: ReadonlyMap<Sheet, SheetFlaps>): Mark[] {
  const own = flaps.get(sheet) ?? { right: null, below: null };
  const onPage = { x: sheet.at.x - sheet.art.x, y: sheet.at.y - sheet.art.y };
  const targets = seams.flatMap((seam) => seamMark(fonts, plan, sheet, seam, flaps));
  const lines = [own.right, own.below].flatMap((flap) => (flap === null ? [] : flapLines(flap, plan.overlap, onPage)));
  return [...cropMarks(plan, sheet), ...lines, ...targets, ...flapName(fonts, plan, sheet, own.right ?? own.below), ...marginName(fonts, plan, sheet)];
}

/** Hairlines outside the art's corners, in line with its edges. */
function cropMarks(plan: SheetPlan, { art, at, orientation }: Sheet): Mark[] {
  const page = pageSize(plan.sheetSize, orientation);
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

/** A dashed line along the flap, and the slanting lines on which its corners are cut off. */
function flapLines({ side, from, to, depth, outline }: Flap, overlap: number, onPage: { x: number; y: number }): Mark[] {
  const reach = Math.min(depth, overlap);
  if (reach <= HIDDEN * 2) return [];
  const [start, , , end] = outline;
  if (start === undefined || end === undefined) return [];
  const [first, last] = [from - depth, to + depth];
  const at = (along: number, out: number): [number, number] =>
    side === 'right' ? [onPage.x + start.x + out, onPage.y + along] : [onPage.x + along, onPage.y + start.y + out];
  return [
    dashedLine(at(first + HIDDEN, HIDDEN), at(last - HIDDEN, HIDDEN), GREY),
    line(at(first + HIDDEN, HIDDEN), at(first + reach, reach), GREY),
    line(at(last - HIDDEN, HIDDEN), at(last - reach, reach), GREY),
  ];
}

/** How far a target and its number reach from the target's middle along the seam, mm. */
const MARK_REACH = { before: 4, after: 9 };

/** Where along a seam its target stands: in the middle, or as near to it as flap corners and neighbours leave room. Null where there is none. */
function markPlace(seam: Seam, flap: Flap, overlap: number): number | null {
  const middle = seam.side === 'right' ? seam.y : seam.x;
  const cut = flap.depth - Math.min(flap.depth, overlap);
  const from = Math.max(middle - seam.length / 2, flap.from - cut) + MARK_REACH.before;
  const to = Math.min(middle + seam.length / 2, flap.to + cut) - MARK_REACH.after;
  return from > to ? null : Math.min(Math.max(middle, from), to);
}

/**
 * Half a target on the flap, the other half in the white edge of the sheet that goes on it: before cutting, the halves with
 * the same number make a circle. Where there is no room for the number, there is none.
 */
function seamMark(fonts: Fonts, { overlap, margin }: SheetPlan, sheet: Sheet, seam: Seam, flaps: ReadonlyMap<Sheet, SheetFlaps>): Mark[] {
  const { number, under, over, side } = seam;
  const on = sheet === under ? 'flap' : sheet === over ? 'edge' : null;
  const flap = flaps.get(under)?.[side] ?? null;
  const along = on === null || flap === null ? null : markPlace(seam, flap, overlap);
  if (along === null) return [];
  const room = (on === 'flap' ? overlap : margin) - HIDDEN;
  const radius = Math.min(3.5, room);
  const inwards = on === 'flap' ? 1 : -1;
  const from = inwards * (HIDDEN / 2);
  const [x, y] = side === 'right' ? [seam.x, along] : [along, seam.y];
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

/** The sheet's name on its flap, past the corner that is cut off: printed even where the printer leaves the edge white. */
function flapName(fonts: Fonts, { overlap }: SheetPlan, { label: name, at, art, visible }: Sheet, flap: Flap | null): Mark[] {
  if (flap === null) return [];
  const words = { size: NAME_SIZE, face: 'lexend-bold', x: 0, y: 0 } as const;
  const { width, height } = plateBox(fonts, name, words);
  const [deep, long] = flap.side === 'right' ? [width, height] : [height, width];
  const from = flap.from - flap.depth + Math.min(flap.depth, overlap) + HIDDEN;
  if (deep > overlap - HIDDEN || from + long > flap.to + flap.depth - overlap) return [];
  const box: Rect =
    flap.side === 'right'
      ? { x: at.x + visible.width + HIDDEN / 2, y: at.y + from - art.y, width, height }
      : { x: at.x + from - art.x, y: at.y + visible.height + HIDDEN / 2, width, height };
  return plate(fonts, name, { ...words, x: box.x + width / 2, y: box.y + height / 2 });
}

/** Which sheet it is, in the white edge that is cut off. */
function marginName(fonts: Fonts, { margin, sheets }: SheetPlan, sheet: Sheet): Mark[] {
  if (margin < LEAST_MARGIN_FOR_WORDS) return [];
  const text = sheetWords.map.sheetOf(sheet.label, sheets.indexOf(sheet) + 1, sheets.length);
  return label(fonts, text, { x: sheet.at.x + 8, y: sheet.at.y - 2, size: 2.8, align: 'start', colour: BLACK }).marks;
}
