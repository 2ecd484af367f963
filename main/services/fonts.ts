import { readFileSync } from 'node:fs';
import { loadFonts, type Fonts } from '../../core/text/fonts.ts';
import { fontFiles } from '../../core/text/fontFiles.ts';
import { assetPath } from '../assets.ts';

let loaded: Fonts | null = null;

/** The chart's fonts, parsed when they are first needed. */
export function chartFonts(): Fonts {
  const read = (name: keyof typeof fontFiles): Uint8Array => readFileSync(assetPath(`fonts/${fontFiles[name]}`));
  loaded ??= loadFonts({ andika: read('andika'), 'andika-bold': read('andika-bold'), lexend: read('lexend'), 'lexend-bold': read('lexend-bold'), hand: read('hand') });
  return loaded;
}
