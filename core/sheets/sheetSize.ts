import { sheetWords } from '../words/sheets.ts';
/** A sheet of paper standing upright; mm. */
export interface SheetSize {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** What is left white at each edge of an upright sheet, mm. */
export interface SheetEdges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const SHEET_SIZES = {
  A4: { name: 'A4', width: 210, height: 297 },
  A3: { name: 'A3', width: 297, height: 420 },
  Letter: { name: 'Letter', width: 215.9, height: 279.4 },
  Legal: { name: 'Legal', width: 215.9, height: 355.6 },
  Tabloid: { name: 'Tabloid', width: 279.4, height: 431.8 },
} as const satisfies Record<string, SheetSize>;

const SMALLEST = 100;
const LARGEST = 2000;

/**
 * The size called so (capitals do not matter), or one of your own as `297x420` in mm.
 * Throws a RangeError in plain words for a name or size that is none.
 */
export function sheetSizeNamed(name: string): SheetSize {
  const known = Object.values(SHEET_SIZES).find((sheetSize) => sheetSize.name.toLowerCase() === name.trim().toLowerCase());
  if (known !== undefined) return known;
  const [, width, height] = /^(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)\s*(?:mm)?$/iu.exec(name.trim()) ?? [];
  if (width === undefined || height === undefined) throw new RangeError(sheetWords.size.unknown(name, Object.keys(SHEET_SIZES).join(', ')));
  return customSize(Number(width), Number(height));
}

/** The size that was chosen, or one's own. Throws a RangeError as `customSize` does. */
export function sheetSizeOf({
  sheetSize,
  ownSize,
}: {
  sheetSize: keyof typeof SHEET_SIZES | 'custom';
  ownSize?: { width: number; height: number } | undefined;
}): SheetSize {
  return sheetSize === 'custom' ? customSize(ownSize?.width ?? 0, ownSize?.height ?? 0) : SHEET_SIZES[sheetSize];
}

/** A size of one's own, stood upright; mm. Throws a RangeError in plain words for sizes that no sheet has. */
export function customSize(width: number, height: number): SheetSize {
  if (!(Math.min(width, height) >= SMALLEST && Math.max(width, height) <= LARGEST))
    throw new RangeError(sheetWords.size.notUsable(width, height, SMALLEST, LARGEST));
  return { name: 'custom', width: Math.min(width, height), height: Math.max(width, height) };
}
