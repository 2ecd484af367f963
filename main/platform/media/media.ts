import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './writeWhole.ts';

/** Masked copies in clear, each named by the SHA-256 of its bytes. Only what someone has found nameless comes here. */
export interface MediaStore {
  put(jpeg: Uint8Array): string;
  /** Where the file lies; it may be gone. */
  path(id: string): string;
  read(id: string): Buffer;
  has(id: string): boolean;
  /** True when the file's bytes still have the name they go by. */
  isWhole(id: string): boolean;
  destroy(id: string): void;
  all(): string[];
  /** Where its files lie, and those that are being written. */
  folders(): string[];
}

const ID = /^[0-9a-f]{64}$/;

export function openMedia(folder: string): MediaStore {
  const path = (id: string): string => {
    if (!ID.test(id)) throw new RangeError('Not the address of a picture.');
    return join(folder, id.slice(0, 2), `${id}.jpg`);
  };
  return {
    path,
    put(jpeg) {
      const id = addressOf(jpeg);
      if (!existsSync(path(id))) writeWhole(path(id), jpeg);
      return id;
    },
    read: (id) => readFileSync(path(id)),
    has: (id) => existsSync(path(id)),
    isWhole: (id) => existsSync(path(id)) && addressOf(readFileSync(path(id))) === id,
    destroy: (id) => rmSync(path(id), { force: true }),
    all: () =>
      foldersIn(folder)
        .flatMap((inner) => readdirSync(inner))
        .flatMap((file) => (file.endsWith('.jpg') ? [file.slice(0, -'.jpg'.length)] : [])),
    folders: () => foldersIn(folder),
  };
}

const addressOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function foldersIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((inner) => join(folder, inner)) : [];
}
