import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Place } from './library.ts';

/** Files made by an earlier build, which every later one opens as it did: a library with its keys, a backup, a pack, a table, a log. */
export const golden = (name: string): string => fileURLToPath(new URL(`../golden/2026-11/${name}`, import.meta.url));

/** Puts the golden library and its keys into the place. */
export function goldenLibrary(place: Place): void {
  cpSync(golden('library'), place.folder, { recursive: true });
  cpSync(golden('home'), place.home, { recursive: true });
}
