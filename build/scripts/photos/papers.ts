interface PaperSort {
  /** mm */
  readonly width: number;
  readonly height: number;
  /** Pupils write on it either way up. */
  readonly mayLie: boolean;
}

export type HandoutKind = 'a4' | 'letter' | 'a5' | 'half-a4' | 'exercise-book' | 'card';

/** What is photographed in classrooms, upright. */
export const SHEET_SIZES: Record<HandoutKind, PaperSort> = {
  a4: { width: 210, height: 297, mayLie: true },
  letter: { width: 215.9, height: 279.4, mayLie: false },
  a5: { width: 148, height: 210, mayLie: true },
  'half-a4': { width: 210, height: 148.5, mayLie: false },
  'exercise-book': { width: 175, height: 245, mayLie: false },
  card: { width: 148, height: 105, mayLie: true },
};
