import type { Element, Strip } from './document.ts';
import { requestFor } from '../sheets/finishing.ts';
import type { PrintSettingsSaid } from '../sheets/printSettings.ts';
import { pinOn, seamLines } from '../sheets/seamLines.ts';
import { sheetSizeOf } from '../sheets/sheetSize.ts';
import { cornerOf, planSheets, roomOn, type PinnedSeam, type SheetPlan, type SheetRequest, type WholeBox } from '../sheets/sheets.ts';

export interface PlanOptions {
  /** What hangs already: its seams stay where they are, where the strip still allows it and nobody moved them. */
  readonly hanging?: SheetPlan | null;
}

/** How bad a seam through it is: a paper's handwriting before words, words before decoration. Grounds may be cut anywhere. */
const WEIGHT: Readonly<Record<Element['kind'], number>> = { picture: 3, typed: 3, badge: 2, text: 2, dock: 1, arrow: 1, panel: 0 };

/**
 * The sheets of a strip under the print screen's settings; seams run between papers and lines of text where the slack allows.
 * @throws RangeError in plain words when margins and overlap leave no room, or pinned seams are too close together
 */
export function planStrip(strip: Strip, settings: PrintSettingsSaid, { hanging = null }: PlanOptions = {}): SheetPlan {
  const request = requestOf(strip, settings);
  const kept = keptSeams(hanging, request);
  const fresh = planSheets(request);
  if (kept.length === 0) return fresh;
  try {
    // More sheets than need be would all have to be printed anew: then the old seams are no use.
    const asItHangs = planSheets({ ...request, pinned: [...kept, ...(request.pinned ?? [])] });
    return asItHangs.sheets.length > fresh.sheets.length ? fresh : asItHangs;
  } catch {
    return fresh;
  }
}

/** The seams of what hangs that stay where they are: none of other paper or of sheets that have no room now, none that the teacher moved. */
export function keptSeams(hanging: SheetPlan | null, request: SheetRequest): readonly PinnedSeam[] {
  if (hanging === null || !cutAlike(hanging, request)) return [];
  const lines = seamLines(hanging);
  const moved = (request.pinned ?? []).map(({ side, x, y }) => {
    const [at, across] = side === 'right' ? [x, y] : [y, x];
    const own = lines.filter((line) => line.side === side && across >= line.from && across <= line.to);
    return own.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0];
  });
  return lines.filter((line) => !moved.includes(line)).map((line) => pinOn(line));
}

function cutAlike({ sheetSize, overlap, sheets }: SheetPlan, request: SheetRequest): boolean {
  const { orientation } = request;
  const sameSize = sheetSize.width === request.sheetSize.width && sheetSize.height === request.sheetSize.height && overlap === request.overlap;
  return (
    sameSize &&
    sheets.every((sheet) => {
      const [room, corner] = [roomOn(request, sheet.orientation), cornerOf(request, sheet.orientation)];
      const asWanted = orientation === 'auto' || orientation === sheet.orientation;
      const fits = sheet.art.width <= room.width + 1e-6 && sheet.art.height <= room.height + 1e-6;
      return asWanted && fits && sheet.at.x === corner.x && sheet.at.y === corner.y;
    })
  );
}

/** What the planner needs to know of a strip under the print screen's settings. @throws RangeError as `customSize` does */
export function requestOf(strip: Strip, settings: PrintSettingsSaid): SheetRequest {
  const { orientation, overlap, margin, edges = null, finishing = 'join', pinned = [] } = settings;
  return requestFor(finishing, {
    strip: { width: strip.width, height: strip.height },
    sheetSize: sheetSizeOf(settings),
    orientation,
    overlap,
    margin,
    ...(edges === null ? {} : { edges }),
    keepWhole: wholeBoxes(strip),
    pinned,
  });
}

function wholeBoxes({ elements }: Strip): WholeBox[] {
  return elements.filter(({ kind }) => WEIGHT[kind] > 0).map(({ kind, x, y, width, height }) => ({ x, y, width, height, weight: WEIGHT[kind] }));
}
