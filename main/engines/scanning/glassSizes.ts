import type { ScanSize } from '../../../core/capture/scanner.ts';

/** Width and height in mm. */
const sizes: Record<Exclude<ScanSize, 'whole'>, readonly [number, number]> = { A4: [210, 297], A5: [148, 210], Letter: [215.9, 279.4] };

/** Scanners say a little less than the paper they take. */
const SLACK_MM = 2.5;

export interface Bed {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** Papers that fit into what a scanner sees, and all of that as one more. */
export function sheetSizesWithin({ widthMm, heightMm }: Bed): ScanSize[] {
  const names = ['A4', 'A5', 'Letter'] as const;
  return [...names.filter((name) => sizes[name][0] <= widthMm + SLACK_MM && sizes[name][1] <= heightMm + SLACK_MM), 'whole'];
}

/** The part to scan, never larger than what the scanner sees. */
export function areaOf(sheetSize: ScanSize, bed: Bed): Bed {
  if (sheetSize === 'whole') return bed;
  const [width, height] = sizes[sheetSize];
  return { widthMm: Math.min(width, bed.widthMm), heightMm: Math.min(height, bed.heightMm) };
}

const USUAL_DPIS = [150, 200, 300, 400, 600];

/** Of all that a scanner can do the few worth choosing from; where it can do none of them, what is nearest to 300 dpi. */
export function usualDpis(can: (dpi: number) => boolean, known: readonly number[] = []): number[] {
  const usual = USUAL_DPIS.filter(can);
  return usual.length > 0 ? usual : [...known].sort((a, b) => Math.abs(a - 300) - Math.abs(b - 300)).slice(0, 1);
}
