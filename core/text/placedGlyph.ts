export interface PlacedGlyph {
  /** Index of the glyph in its font. */
  readonly id: number;
  /** The characters it stands for, for copying text out of the PDF. */
  readonly text: string;
  /** mm from the start of the line. */
  readonly x: number;
  /** mm above the baseline, for marks stacked on a letter; absent for 0. */
  readonly y?: number;
  /** What the font itself would advance, in mm. */
  readonly advance: number;
}
