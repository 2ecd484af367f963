import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import type { KeyStore } from '../platform/media/keyStore.ts';
import { KEY_BYTES, seal, unseal } from '../platform/media/seal.ts';
import { flushFolder, writeWhole } from '../platform/media/writeWhole.ts';

const Names = z.record(z.string(), z.string());

/** Pupils' names by pupil id: one sealed file, which may be absent. Nothing else in the library knows a name. */
export interface NameBook {
  state(): 'none' | 'open' | 'elsewhere';
  all(): ReadonlyMap<string, string>;
  set(names: ReadonlyMap<string, string>): void;
  /** What is wrong with the file, whose key is here: it was never forgotten. */
  trouble(): 'missing' | 'damaged' | null;
  /** Destroys the file and its key. */
  forget(): void;
}

export const NAMES_KEY = 'names';

/** Seals a book of names anew with another key; one that this key does not open stays as it is. */
export function resealNames(file: string, from: Uint8Array, to: Uint8Array): void {
  if (!existsSync(file)) return;
  try {
    writeWhole(file, seal(unseal(readFileSync(file), from, NAMES_KEY), to, NAMES_KEY), 0o600);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'unreadable')) throw error;
  }
}

/**
 * A book whose key is here is missed where it is not: the first one lies ready before its key is kept. If the app was killed between, it is
 * put in its place; before, what no key opens goes.
 */
function settleFirst(file: string, first: string, keys: KeyStore): void {
  if (!existsSync(first)) return;
  try {
    if (existsSync(file) || keys.find(NAMES_KEY) === null) rmSync(first);
    else renameSync(first, file);
  } catch (error) {
    // Keys that can't be read now may be another time.
    if (!(error instanceof Refusal)) throw error;
  }
}

export function openNames(file: string, keys: KeyStore): NameBook {
  const first = `${file}.first`;
  settleFirst(file, first, keys);
  const open = (): { key: Buffer; names: Map<string, string> } | 'none' | 'elsewhere' => {
    if (!existsSync(file)) return 'none';
    try {
      const key = keys.find(NAMES_KEY);
      if (key === null) return 'elsewhere';
      return { key, names: new Map(Object.entries(Names.parse(JSON.parse(unseal(readFileSync(file), key, NAMES_KEY).toString('utf8'))))) };
    } catch (error) {
      // Also where a restored book was sealed with a key that another has replaced here since.
      if (error instanceof Refusal && (error.code === 'locked' || error.code === 'unreadable')) return 'elsewhere';
      throw error;
    }
  };
  const findHere = (): Buffer | null => {
    try {
      return keys.find(NAMES_KEY);
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  };
  return {
    state() {
      const book = open();
      return typeof book === 'string' ? book : 'open';
    },
    all() {
      const book = open();
      return typeof book === 'string' ? new Map() : book.names;
    },
    set(names) {
      const book = open();
      if (book === 'elsewhere') throw new Refusal('locked', libraryWords.namesClosed);
      // The key of a file that is missing stays: it may be found.
      const known = book === 'none' ? keys.find(NAMES_KEY) : book.key;
      const key = known ?? randomBytes(KEY_BYTES);
      const sealed = seal(Buffer.from(JSON.stringify(Object.fromEntries(names))), key, NAMES_KEY);
      if (known !== null) return writeWhole(file, sealed, 0o600);
      writeWhole(first, sealed, 0o600);
      keys.keep(NAMES_KEY, key);
      renameSync(first, file);
      flushFolder(dirname(file));
    },
    trouble() {
      const book = open();
      if (typeof book !== 'string' || findHere() === null) return null;
      return book === 'none' ? 'missing' : 'damaged';
    },
    forget() {
      for (const one of [file, first]) rmSync(one, { force: true });
      keys.destroy([NAMES_KEY]);
    },
  };
}
