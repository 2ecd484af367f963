import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../core/kernel/refusal.ts';
import { DraftName } from '../../core/library/draft.ts';
import type { KeyStore } from '../platform/media/keyStore.ts';
import { KEY_BYTES, seal, unseal } from '../platform/media/seal.ts';
import { writeWhole } from '../platform/media/writeWhole.ts';

const Drafts = z.partialRecord(DraftName, z.string());
type Drafts = z.infer<typeof Drafts>;

/** What screens keep until it is done: one sealed file of this computer. It goes into no backup. */
export interface DraftBook {
  read(name: DraftName): string | null;
  /** @throws Refusal `disk` */
  keep(name: DraftName, text: string | null): void;
  /** Whether what was kept here can be read. */
  isWhole(): boolean;
}

/** @param folder the library's */
export function openDrafts(folder: string, keys: KeyStore): DraftBook {
  // The app and a browser keep their keys in different places, and neither opens what the other sealed.
  const id = `drafts-${keys.place}`;
  const file = join(folder, `${id}.sealed`);
  /** Null where it can't be read. */
  const open = (): Drafts | null => {
    const key = keys.find(id);
    if (key === null || !existsSync(file)) return {};
    try {
      return Drafts.parse(JSON.parse(unseal(readFileSync(file), key, id).toString('utf8')));
    } catch (error) {
      if (error instanceof z.ZodError || (error instanceof Refusal && error.code === 'unreadable')) return null;
      throw error;
    }
  };
  /** Another computer's, or another version's: a draft is begun anew. */
  const readAll = (): Drafts => open() ?? {};
  const newKey = (): Buffer => {
    const key = randomBytes(KEY_BYTES);
    keys.keep(id, key);
    return key;
  };
  return {
    isWhole: () => open() !== null,
    read: (name) => readAll()[name] ?? null,
    keep(name, text) {
      const { [name]: before, ...others } = readAll();
      if (text === before) return;
      const drafts: Drafts = text === null ? others : { ...others, [name]: text };
      writeWhole(file, seal(Buffer.from(JSON.stringify(drafts)), keys.find(id) ?? newKey(), id));
    },
  };
}
