import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import type { KeyStore } from '../platform/media/keyStore.ts';
import { KEY_BYTES, seal, unseal } from '../platform/media/seal.ts';
import { writeWhole } from '../platform/media/writeWhole.ts';
import { Keys, type KeysById } from './backupParts.ts';
import { putAside } from './keptLibraries.ts';
import { readMark } from './libraryMark.ts';
import { NAMES_KEY, resealNames } from './nameBook.ts';

/** Says of a folder that a backup was unpacked there, and that all of it was looked at. */
const MARK = 'restored.json';
/** The keys that came with the backup, sealed until the library has taken its place: killed before, none of them is left. */
const KEYS = 'restored-keys.sealed';
/** What they are sealed with. */
const RESTORING_KEY = 'restoring';

const Mark = z.object({ format: z.literal('stepwall-restored'), madeAt: z.iso.datetime() });

/** Where a backup is unpacked before it takes the library's place. */
export const restoringFolder = (folder: string): string => `${folder} restoring`;

/** The last step before the swap: from now on the unpacked library may take the other's place. @param madeAt ISO date and time of the backup */
export function markProven(draft: string, madeAt: string, brought: KeysById | null, keys: KeyStore): void {
  if (brought !== null) {
    const key = randomBytes(KEY_BYTES);
    keys.keep(RESTORING_KEY, key);
    const box = JSON.stringify(Object.fromEntries([...brought].map(([id, one]) => [id, one.toString('base64')])));
    writeWhole(join(draft, KEYS), seal(Buffer.from(box), key, RESTORING_KEY), 0o600);
  }
  writeWhole(join(draft, MARK), Buffer.from(`${JSON.stringify({ format: 'stepwall-restored', madeAt })}\n`), 0o600);
}

/**
 * Puts the unpacked library into its place; what was there is kept beside it. Whatever goes wrong, the folder is as it was. Killed in between, the
 * next opening goes on with it.
 * @returns where the library lies that was there; null where there was none
 * @throws Refusal `disk` where a folder can't be renamed
 */
export function swapIn(folder: string): string | null {
  const kept = existsSync(folder) ? makeRoom(folder) : null;
  try {
    renameSync(restoringFolder(folder), folder);
    return kept;
  } catch {
    if (kept !== null) renameSync(kept, folder);
    throw new Refusal('disk', libraryWords.backup.notSwapped(folder));
  }
}

/** Takes the swap back. */
export function swapBack(folder: string, kept: string | null): void {
  renameSync(folder, restoringFolder(folder));
  if (kept !== null) renameSync(kept, folder);
}

function makeRoom(folder: string): string | null {
  try {
    if (readdirSync(folder).length > 0) return putAside(folder);
    rmdirSync(folder);
    return null;
  } catch {
    throw new Refusal('disk', libraryWords.backup.notSwapped(folder));
  }
}

/** The old library was put aside and the program killed before the restored one, proven by then, took its place. */
export function finishSwap(folder: string): void {
  const draft = restoringFolder(folder);
  // Builds before November 2026 opened a library there to prove it.
  if (!existsSync(folder) && (restoredHere(draft) !== null || readMark(draft) !== null)) renameSync(draft, folder);
}

/** Null where the library in this folder was not just restored. */
export function restoredHere(folder: string): z.infer<typeof Mark> | null {
  try {
    return Mark.parse(JSON.parse(readFileSync(join(folder, MARK), 'utf8')));
  } catch {
    return null;
  }
}

/** Takes in the keys of a library that has just taken its place. No key that is here is replaced: where the names have another one here, the book is sealed anew with it. */
export function settleRestored(folder: string, keys: KeyStore): void {
  const brought = restoredHere(folder) === null ? null : broughtKeys(folder, keys);
  if (brought !== null) {
    const theirs = brought.get(NAMES_KEY);
    const ours = findHere(keys, NAMES_KEY);
    if (theirs !== undefined && ours !== null && !ours.equals(theirs)) resealNames(join(folder, 'names.sealed'), theirs, ours);
    keys.keepAbsent(brought);
  }
  for (const name of [KEYS, MARK]) rmSync(join(folder, name), { force: true });
  if (brought !== null) keys.destroy([RESTORING_KEY]);
}

/** What a killed program left on its way. */
export function sweepRestoring(folder: string, keys: KeyStore): void {
  const draft = restoringFolder(folder);
  if (!existsSync(draft)) return;
  rmSync(draft, { recursive: true, force: true });
  if (findHere(keys, RESTORING_KEY) !== null) keys.destroy([RESTORING_KEY]);
}

function broughtKeys(folder: string, keys: KeyStore): KeysById | null {
  const file = join(folder, KEYS);
  const key = existsSync(file) ? findHere(keys, RESTORING_KEY) : null;
  return key === null ? null : Keys.parse(JSON.parse(unseal(readFileSync(file), key, RESTORING_KEY).toString('utf8')));
}

/** Null, too, where another shell keeps it, or the file of keys is damaged. */
function findHere(keys: KeyStore, id: string): Buffer | null {
  try {
    return keys.find(id);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
