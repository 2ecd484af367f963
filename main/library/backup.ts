import { createHash, randomBytes, scryptSync } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { today } from '../../core/kernel/days.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import { checkpoint } from '../platform/database/connection.ts';
import type { KeyStore } from '../platform/media/keyStore.ts';
import { KEY_BYTES, seal, unseal } from '../platform/media/seal.ts';
import { openLibrary, type Library, type OpenOptions } from './library.ts';
import { NAMES_KEY } from './nameBook.ts';
import { allKeys } from './sealRows.ts';

/** A backup: this line, the length of the head (4 bytes, big endian), the head as JSON, then the files one after the other. */
const MAGIC = Buffer.from('stepwall-backup 1\n');
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

const Head = z.object({
  library: z.uuid(),
  madeAt: z.string(),
  /** Keys to originals and names, wrapped by the passphrase; null when they stayed on the computer. */
  keys: z.object({ salt: z.base64(), box: z.base64() }).nullable(),
  /** In the order in which they follow; `bytes` and `sha256` are of each as it lies in the backup. */
  files: z.array(z.object({ path: z.string(), bytes: z.int().min(0), packed: z.boolean(), sha256: z.string() })),
});
type Head = z.infer<typeof Head>;

const Keys = z.record(z.string(), z.base64());

/**
 * The whole library as one file. With a passphrase the keys go along, wrapped (scrypt N=2^15 r=8 p=1, AES-256-GCM);
 * without one, original pages and names in it can only be opened on this computer.
 */
export function makeBackup(library: Library, passphrase: string | null): Buffer {
  checkpoint(library.db);
  const files = [['library.db', library.db.serialize()] as const, ...filesIn(library.folder, ['media', 'sealed', 'names.sealed'])].map(([path, bytes]) => {
    const packed = path.endsWith('.db');
    return { path, packed, bytes: packed ? deflateRawSync(bytes) : bytes };
  });
  const head: Head = {
    library: library.id,
    madeAt: new Date().toISOString(),
    keys: passphrase === null ? null : wrapKeys(library, passphrase),
    files: files.map(({ path, packed, bytes }) => ({ path, packed, bytes: bytes.length, sha256: sha256Of(bytes) })),
  };
  const written = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(written.length);
  return Buffer.concat([MAGIC, length, written, ...files.map(({ bytes }) => bytes)]);
}

/**
 * Unpacks a backup into a folder of its own; on any failure nothing of it is left.
 * @returns the folder, and the keys that came along by id
 * @throws Refusal `unreadable` for what is no whole backup, `locked` for a wrong passphrase
 */
export function unpackBackup(backup: Uint8Array, folder: string, passphrase: string | null): { folder: string; keys: ReadonlyMap<string, Buffer> } {
  rmSync(folder, { recursive: true, force: true });
  const { head, body } = parts(backup);
  const keys = head.keys === null || passphrase === null ? new Map<string, Buffer>() : unwrapKeys(head, head.keys, passphrase);
  mkdirSync(folder, { recursive: true });
  try {
    let at = 0;
    for (const file of head.files) {
      const target = join(folder, file.path);
      if (relative(folder, target).startsWith('..') || file.path.startsWith('/')) throw notABackup();
      const bytes = body.subarray(at, at + file.bytes);
      if (bytes.length !== file.bytes || sha256Of(bytes) !== file.sha256) throw notABackup();
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, file.packed ? inflateRawSync(bytes) : bytes, { mode: 0o600 });
      at += file.bytes;
    }
    return { folder, keys };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error instanceof Refusal ? error : notABackup();
  }
}

/** Opens the unpacked library once, before it takes the place of another. @throws Refusal as `openLibrary` does; the folder is gone then */
export function proveLibrary(folder: string, options: OpenOptions): void {
  try {
    openLibrary(folder, { ...options, make: false }).close();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Puts the unpacked library in the place of the old one, which is kept beside it. */
export function swapFolders(folder: string, restored: string): string {
  const kept = freeName(libraryWords.backup.before(folder, today()));
  renameSync(folder, kept);
  renameSync(restored, folder);
  return kept;
}

export function keepKeys(store: KeyStore, keys: ReadonlyMap<string, Buffer>): void {
  for (const [id, key] of keys) store.keep(id, key);
}

function wrapKeys(library: Library, passphrase: string): { salt: string; box: string } {
  const found = [...allKeys(library.db), NAMES_KEY].flatMap((id) => {
    const key = library.keys.find(id);
    return key === null ? [] : [[id, key.toString('base64')] as const];
  });
  const salt = randomBytes(16);
  const box = seal(Buffer.from(JSON.stringify(Object.fromEntries(found))), scryptSync(passphrase.normalize('NFC'), salt, KEY_BYTES, SCRYPT), library.id);
  return { salt: salt.toString('base64'), box: box.toString('base64') };
}

function unwrapKeys(head: Head, wrapped: { salt: string; box: string }, passphrase: string): Map<string, Buffer> {
  const key = scryptSync(passphrase.normalize('NFC'), Buffer.from(wrapped.salt, 'base64'), KEY_BYTES, SCRYPT);
  try {
    const keys = Keys.parse(JSON.parse(unseal(Buffer.from(wrapped.box, 'base64'), key, head.library).toString('utf8')));
    return new Map(Object.entries(keys).map(([id, one]) => [id, Buffer.from(one, 'base64')]));
  } catch {
    throw new Refusal('locked', libraryWords.backup.wrongPassphrase);
  }
}

function parts(backup: Uint8Array): { head: Head; body: Uint8Array } {
  const start = MAGIC.length + 4;
  if (backup.length < start || !MAGIC.equals(backup.subarray(0, MAGIC.length))) throw notABackup();
  const length = Buffer.from(backup.subarray(MAGIC.length, start)).readUInt32BE();
  try {
    return { head: Head.parse(JSON.parse(Buffer.from(backup.subarray(start, start + length)).toString('utf8'))), body: backup.subarray(start + length) };
  } catch {
    throw notABackup();
  }
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const notABackup = (): Refusal => new Refusal('unreadable', libraryWords.backup.notWhole);

function filesIn(folder: string, names: readonly string[]): (readonly [string, Buffer])[] {
  return names
    .filter((name) => existsSync(join(folder, name)))
    .flatMap((name) => walk(join(folder, name)).map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file)] as const));
}

function walk(path: string): string[] {
  const inner = readdirSync(dirname(path), { withFileTypes: true }).find((entry) => join(dirname(path), entry.name) === path);
  if (inner?.isDirectory() !== true) return [path];
  return readdirSync(path).flatMap((name) => walk(join(path, name)));
}

function freeName(wanted: string): string {
  if (!existsSync(wanted)) return wanted;
  for (let n = 2; ; n += 1) if (!existsSync(`${wanted} (${n})`)) return `${wanted} (${n})`;
}
