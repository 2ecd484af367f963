import { readFileSync } from 'node:fs';
import { loadFonts, type Fonts } from '../../../core/text/fonts.ts';
import { perFace } from '../../../core/text/fontFiles.ts';
import { assetPath } from '../../platform/assets.ts';

let loaded: Fonts | null = null;

/** The chart's fonts, parsed when they are first needed. */
export function chartFonts(): Fonts {
  loaded ??= loadFonts(perFace((_face, file) => readFileSync(assetPath(`fonts/${file}`))));
  return loaded;
}
