import { readFileSync } from 'node:fs';
import { perFace } from '../../core/text/fontFiles.ts';
import { loadFonts } from '../../core/text/fonts.ts';

/** The fonts that the app ships. */
export const wallFonts = loadFonts(perFace((_face, file) => new Uint8Array(readFileSync(new URL(`../../assets/fonts/${file}`, import.meta.url)))));
