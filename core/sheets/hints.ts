import { SHEET_SIZES } from './sheetSize.ts';
import { sheetsNeeded, type SheetRequest } from './sheets.ts';

/** A strip that is a little lower (or, standing, narrower) and takes fewer sheets. */
export interface Hint {
  readonly side: 'width' | 'height';
  /** How much less of it, whole mm. */
  readonly less: number;
  readonly sheets: number;
  readonly saved: number;
}

const MOST_LESS = 0.1;
const WORTH = 0.15;

/** The least by which the strip's short side need shrink, by 10 % at most, to save 15 % of the sheets; null where nothing does. */
export function hintFor(request: SheetRequest): Hint | null {
  const { strip } = request;
  const now = sheetsNeeded(request);
  const side = strip.width >= strip.height ? 'height' : 'width';
  for (let less = 1; less <= strip[side] * MOST_LESS; less++) {
    const sheets = sheetsNeeded({ ...request, strip: { ...strip, [side]: strip[side] - less } });
    if (now - sheets >= WORTH * now) return { side, less, sheets, saved: now - sheets };
  }
  return null;
}

/** How many sheets each of the sheet sizes takes under the same settings, those left out that the settings leave no room on. */
export function sheetsBySize(request: SheetRequest): readonly { readonly sheetSize: keyof typeof SHEET_SIZES; readonly sheets: number }[] {
  return Object.values(SHEET_SIZES).flatMap((sheetSize) => {
    try {
      return [{ sheetSize: sheetSize.name, sheets: sheetsNeeded({ ...request, sheetSize }) }];
    } catch {
      return [];
    }
  });
}
