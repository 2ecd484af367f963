import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../../core/kernel/refusal.ts';
import { troubleWords } from '../../../core/words/trouble.ts';
import type { KeyStore } from './keyStore.ts';
import { KEY_BYTES, seal, unseal } from './seal.ts';
import { writeWhole } from './writeWhole.ts';

/** Original pages and all that was derived from them before someone found them nameless. Names of files are random. */
export interface SealedStore {
  /** A new key for one import. */
  newKey(): string;
  put(bytes: Uint8Array, key: string): string;
  /** @throws Refusal `not-found` when it was destroyed, `locked` when its key is on another computer or held by another shell. */
  read(id: string, key: string): Buffer;
  has(id: string): boolean;
  /** Where the file lies; it may be gone. */
  path(id: string): string;
  /** Whether what the key sealed can be opened here and now. */
  opens(key: string): boolean;
  /** @throws Refusal `locked` when it can't */
  requireKey(key: string): void;
  destroy(ids: readonly string[]): void;
  destroyKeys(keys: readonly string[]): void;
  all(): string[];
  readonly place: KeyStore['place'];
}

const ID = /^[0-9a-f-]{36}$/;

export function openSealed(folder: string, keys: KeyStore): SealedStore {
  const opened = new Map<string, Buffer>();
  const path = (id: string): string => {
    if (!ID.test(id)) throw new RangeError('Not the address of a sealed page.');
    return join(folder, id);
  };
  const keyFor = (id: string): Buffer => {
    const key = opened.get(id) ?? keys.find(id);
    if (key === null) throw new Refusal('locked', troubleWords.sealed.elsewhere);
    opened.set(id, key);
    return key;
  };
  return {
    place: keys.place,
    path,
    newKey() {
      const id = randomUUID();
      const key = randomBytes(KEY_BYTES);
      keys.keep(id, key);
      opened.set(id, key);
      return id;
    },
    put(bytes, key) {
      const id = randomUUID();
      writeWhole(path(id), seal(bytes, keyFor(key), id), 0o600);
      return id;
    },
    read(id, key) {
      if (!existsSync(path(id))) throw new Refusal('not-found', troubleWords.sealed.gone);
      return unseal(readFileSync(path(id)), keyFor(key), id);
    },
    has: (id) => existsSync(path(id)),
    opens(key) {
      try {
        keyFor(key);
        return true;
      } catch (error) {
        if (error instanceof Refusal && (error.code === 'locked' || error.code === 'unreadable')) return false;
        throw error;
      }
    },
    requireKey: (key) => void keyFor(key),
    destroy: (ids) => ids.forEach((id) => rmSync(path(id), { force: true })),
    destroyKeys(ids) {
      ids.forEach((id) => opened.delete(id));
      keys.destroy(ids);
    },
    all: () => (existsSync(folder) ? readdirSync(folder).filter((file) => ID.test(file)) : []),
  };
}
