import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { create, type Font } from '@cantoo/fontkit';

const FONTS = {
  caveat: '@expo-google-fonts/caveat/500Medium/Caveat_500Medium.ttf',
  cedarville: '@expo-google-fonts/cedarville-cursive/400Regular/CedarvilleCursive_400Regular.ttf',
  dancing: '@expo-google-fonts/dancing-script/400Regular/DancingScript_400Regular.ttf',
  gloria: '@expo-google-fonts/gloria-hallelujah/400Regular/GloriaHallelujah_400Regular.ttf',
  gochi: '@expo-google-fonts/gochi-hand/400Regular/GochiHand_400Regular.ttf',
  homemade: '@expo-google-fonts/homemade-apple/400Regular/HomemadeApple_400Regular.ttf',
  indie: '@expo-google-fonts/indie-flower/400Regular/IndieFlower_400Regular.ttf',
  kalam: '@expo-google-fonts/kalam/300Light/Kalam_300Light.ttf',
  nanum: '@expo-google-fonts/nanum-pen-script/400Regular/NanumPenScript_400Regular.ttf',
  patrick: '@expo-google-fonts/patrick-hand/400Regular/PatrickHand_400Regular.ttf',
  reenie: '@expo-google-fonts/reenie-beanie/400Regular/ReenieBeanie_400Regular.ttf',
  schoolbell: '@expo-google-fonts/schoolbell/400Regular/Schoolbell_400Regular.ttf',
  shadows: '@expo-google-fonts/shadows-into-light/400Regular/ShadowsIntoLight_400Regular.ttf',
} as const;

/** How one child writes. Lengths in mm, angles in degrees. */
export interface Hand {
  readonly font: keyof typeof FONTS;
  /** Height of a small x. */
  readonly xHeight: number;
  readonly ink: 'pencil' | 'blue pen';
  /** Breadth added all round the font's own stroke. */
  readonly press: number;
  /** 0: copperplate; 1: a hand that is still finding its way. */
  readonly unsteady: number;
  /** Space between words, in small x heights. */
  readonly gap: number;
}

const loaded = new Map<string, Font>();

export function handwritingFont(name: Hand['font']): Font {
  return openedOnce(createRequire(import.meta.url).resolve(FONTS[name]));
}

export function printedFont(weight: 'Regular' | 'Bold'): Font {
  return openedOnce(fileURLToPath(new URL(`../../../assets/fonts/Andika-${weight}.ttf`, import.meta.url)));
}

function openedOnce(path: string): Font {
  const before = loaded.get(path);
  if (before) return before;
  const opened = create(readFileSync(path));
  if (!('layout' in opened)) throw new Error(`${path} holds several fonts; one was expected.`);
  loaded.set(path, opened);
  return opened;
}
