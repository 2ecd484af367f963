/** What one file may ask of us. */
export interface Limits {
  /** Nothing larger is ever decoded. */
  readonly megapixels: number;
  /** Larger pictures are shrunk to this. */
  readonly megapixelsKept: number;
  readonly pages: number;
  readonly megabytes: number;
}

export const DEFAULT_LIMITS: Limits = { megapixels: 100, megapixelsKept: 40, pages: 1000, megabytes: 500 };
