import type { FaceName } from '../chart/document.ts';

/** The whole fonts in `assets/fonts`, the same bytes for the screen and for paper. */
export const fontFiles: Record<FaceName, string> = {
  andika: 'Andika-Regular.ttf',
  'andika-bold': 'Andika-Bold.ttf',
  lexend: 'Lexend-Regular.ttf',
  'lexend-bold': 'Lexend-SemiBold.ttf',
  hand: 'PatrickHand-Regular.ttf',
};
