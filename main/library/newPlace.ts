import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import { freeName } from './keptLibraries.ts';
import { movingFolder, MOVED } from './moves.ts';
import { sharedPlace } from './sharedPlace.ts';

/** A folder on this computer that no service copies, by a name that nothing has yet; null where none is known. */
export function safePlace(): string | null {
  const local = process.env['LOCALAPPDATA'];
  const candidates = [join(homedir(), 'Stepwall'), ...(process.platform === 'win32' && local !== undefined ? [join(local, 'Stepwall', 'Library')] : [])];
  return candidates.map(freeName).find((folder) => sharedPlace(dirname(folder)) === null && sharedPlace(folder) === null) ?? null;
}

/** @returns the folder by its whole path @throws Refusal `conflict` where it holds something, or one of the two lies in the other */
export function requireFree(from: string, wanted: string): string {
  const to = resolve(wanted);
  if (`${to}${sep}`.startsWith(`${from}${sep}`) || from.startsWith(`${to}${sep}`)) throw new Refusal('conflict', libraryWords.move.inside(to));
  for (const folder of [to, movingFolder(to)])
    if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).some((name) => name !== MOVED)))
      throw new Refusal('conflict', libraryWords.move.notEmpty(folder));
  return to;
}
