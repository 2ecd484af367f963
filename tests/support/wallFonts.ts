import { readFileSync } from 'node:fs';
import { loadFonts } from '../../core/text/fonts.ts';

const read = (file: string) => new Uint8Array(readFileSync(new URL(`../../assets/fonts/${file}`, import.meta.url)));

/** The fonts that the app ships. */
export const wallFonts = loadFonts({
  andika: read('Andika-Regular.ttf'),
  'andika-bold': read('Andika-Bold.ttf'),
  lexend: read('Lexend-Regular.ttf'),
  'lexend-bold': read('Lexend-SemiBold.ttf'),
  hand: read('PatrickHand-Regular.ttf'),
});
