import type { Strip } from '../chart/document.ts';
import type { PrintSettings } from '../api/walls.ts';
import { PAPERS } from './paper.ts';
import { planSheets, type SheetPlan } from './sheets.ts';

/**
 * The sheets of a strip under the print screen's settings; seams run between samples and lines of text where the slack allows.
 * @throws RangeError in plain words when margins and overlap leave no room
 */
export function planStrip(strip: Strip, settings: PrintSettings): SheetPlan {
  const keepWhole = strip.elements.filter(({ kind }) => kind !== 'panel' && kind !== 'arrow');
  return planSheets({ strip: { width: strip.width, height: strip.height }, paper: PAPERS[settings.paper], orientation: settings.orientation, overlap: settings.overlap, margin: settings.margin, keepWhole });
}
