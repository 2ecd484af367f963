/** A sheet of paper standing upright; mm. */
export interface PaperSize {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** What is left white at each edge of an upright sheet, mm. */
export interface PaperEdges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const PAPERS = {
  A4: { name: 'A4', width: 210, height: 297 },
  A3: { name: 'A3', width: 297, height: 420 },
  Letter: { name: 'Letter', width: 215.9, height: 279.4 },
  Legal: { name: 'Legal', width: 215.9, height: 355.6 },
  Tabloid: { name: 'Tabloid', width: 279.4, height: 431.8 },
} as const satisfies Record<string, PaperSize>;

const SMALLEST = 100;
const LARGEST = 2000;

/**
 * The paper called so (capitals do not matter), or one of your own as `297x420` in mm.
 * Throws a RangeError in plain words for a name or size that is none.
 */
export function paperNamed(name: string): PaperSize {
  const known = Object.values(PAPERS).find((paper) => paper.name.toLowerCase() === name.trim().toLowerCase());
  if (known !== undefined) return known;
  const [, width, height] = /^(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)\s*(?:mm)?$/iu.exec(name.trim()) ?? [];
  if (width === undefined || height === undefined)
    throw new RangeError(`There is no paper called “${name}”. Choose ${Object.keys(PAPERS).join(', ')}, or give its size in millimetres, such as 297x420.`);
  return customPaper(Number(width), Number(height));
}

/** The paper that was chosen, or one's own. Throws a RangeError as `customPaper` does. */
export function paperOf({ paper, ownPaper }: { paper: keyof typeof PAPERS | 'custom'; ownPaper?: { width: number; height: number } | undefined }): PaperSize {
  return paper === 'custom' ? customPaper(ownPaper?.width ?? 0, ownPaper?.height ?? 0) : PAPERS[paper];
}

/** Paper of one's own, stood upright; mm. Throws a RangeError in plain words for sizes that no sheet has. */
export function customPaper(width: number, height: number): PaperSize {
  if (!(Math.min(width, height) >= SMALLEST && Math.max(width, height) <= LARGEST))
    throw new RangeError(`A sheet of ${width} × ${height} mm cannot be used: each side must be between ${SMALLEST} and ${LARGEST} mm.`);
  return { name: 'custom', width: Math.min(width, height), height: Math.max(width, height) };
}
