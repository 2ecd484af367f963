import { FaceName } from './face.ts';

/** The whole fonts in `assets/fonts`, the same bytes for the screen and for paper. */
export const fontFiles: Record<FaceName, string> = {
  andika: 'Andika-Regular.ttf',
  'andika-bold': 'Andika-Bold.ttf',
  lexend: 'Lexend-Regular.ttf',
  'lexend-bold': 'Lexend-SemiBold.ttf',
  hand: 'PatrickHand-Regular.ttf',
};

/** Something for every face, made from its name and its file's. */
export function perFace<T>(make: (face: FaceName, file: string) => T): Record<FaceName, T> {
  return Object.fromEntries(FaceName.options.map((face) => [face, make(face, fontFiles[face])])) as Record<FaceName, T>;
}
