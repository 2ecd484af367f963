import { createHash, type Hash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { Report } from '../../core/contract/contract.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import { openKeyStore } from '../platform/media/keyStore.ts';
import { asWriteTrouble } from '../platform/media/writeWhole.ts';
import { bitByBit, rest } from '../platform/work/bitByBit.ts';
import { readBackup } from './backupFormat.ts';
import { inMegabytes, notWhole, type BackupFile } from './backupParts.ts';
import { holdLibrary } from './hold.ts';
import { isLibrary, keysFile, openLibrary, type Library, type OpenOptions } from './library.ts';
import { proveDatabase, type ReadThrough } from './proveDatabase.ts';
import { finishSwap, markProven, restoringFolder, swapBack, swapIn } from './restoredLibrary.ts';

/** A backup's bytes, as they come. */
export interface BackupSource {
  readonly bytes: number;
  readonly pieces: Iterable<Uint8Array>;
}

export interface RestoreWays extends OpenOptions {
  readonly readThrough: ReadThrough;
}

/** Nothing else is ever written from a backup: no journal of a database, no settings, nothing outside of its folder. */
const PATHS = /^(library\.db|names\.sealed|media\/([0-9a-f]{2})\/(\2[0-9a-f]{62})\.jpg|sealed\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const DATABASE = 'library.db';
/** “SQLite format 3” and a zero. */
const DATABASE_MAGIC = Buffer.from('53514c69746520666f726d6174203300', 'hex');
/** No library's database is larger. */
const MOST_DATABASE_BYTES = 4 * 1024 * 1024 * 1024;

/**
 * Unpacks a backup beside the library and looks at all of it; nothing of the library is touched. On any failure nothing of the unpacked one is left.
 * @param folder of the library whose place it is to take
 * @throws Refusal `unreadable` for what is no whole backup or holds something that can't be read, `locked` for a wrong passphrase, `conflict` for one of a newer Stepwall, `disk`
 */
export async function unpackBackup(
  folder: string,
  source: BackupSource,
  passphrase: string | null,
  ways: RestoreWays,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const draft = restoringFolder(folder);
  const drop = (): void => rmSync(draft, { recursive: true, force: true });
  const total = inMegabytes(source.bytes);
  let taken = 0;
  try {
    drop();
    const backup = readBackup(source.pieces, passphrase);
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    const seen = new Set<string>();
    for (const file of backup.files) {
      if (!PATHS.test(file.path) || seen.has(file.path)) throw notWhole();
      seen.add(file.path);
      await unpack(file, join(draft, file.path), signal);
      taken += file.bytes;
      report(inMegabytes(taken), total, libraryWords.backup.unpacking(inMegabytes(taken), total));
    }
    if (!seen.has(DATABASE)) throw notWhole();
    report(total, total, libraryWords.backup.proving);
    await bitByBit(proveDatabase(join(draft, DATABASE), backup.library, ways.readThrough), signal);
    markProven(draft, asMoment(backup.madeAt), backup.keys, openKeyStore(keysFile(backup.library, ways), ways.wrap));
  } catch (error) {
    drop();
    const known = asWriteTrouble(error, join(draft, '.'));
    throw known instanceof Refusal || signal.aborted ? known : notWhole();
  }
}

/**
 * Keeps other programs out of the place while a backup is unpacked beside it. The library there may be damaged beyond opening, which is why one
 * restores; what lies there that is no library stays.
 * @returns lets go of it
 * @throws Refusal `locked` where another program has it open, `conflict` where other things lie there
 */
export function holdForRestore(folder: string): () => void {
  finishSwap(folder);
  if (!existsSync(folder) || readdirSync(folder).length === 0) return () => undefined;
  if (!isLibrary(folder)) throw new Refusal('conflict', libraryWords.backup.notEmpty(folder));
  const hold = holdLibrary(folder);
  return () => hold.release();
}

/**
 * Closes the library, puts the unpacked one into its place, and opens that. Whatever goes wrong, the old one is open again.
 * @returns the library that is open now, and why it is still the old one where it is
 */
export function replaceLibrary(library: Library, options: OpenOptions): { library: Library; problem: Error | null } {
  const { folder } = library;
  library.close();
  try {
    return { library: takePlace(folder, options), problem: null };
  } catch (problem) {
    return { library: openLibrary(folder, options), problem: problem instanceof Error ? problem : new Error(String(problem)) };
  }
}

/** Puts the unpacked library into the place, which no program has open, and opens it. @throws Refusal; then the place is as it was */
export function takePlace(folder: string, options: OpenOptions): Library {
  const kept = swapIn(folder);
  try {
    return openLibrary(folder, { ...options, make: false });
  } catch (error) {
    swapBack(folder, kept);
    throw error;
  }
}

/** A picture in clear that is not what its name says is left out: the check will say that it is missing. */
async function unpack(file: BackupFile, target: string, signal: AbortSignal): Promise<void> {
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  const [, , , address] = PATHS.exec(file.path) ?? [];
  const hash = address === undefined ? null : createHash('sha256');
  const content = file.isPacked ? inflated(file.content) : file.content;
  await write(target, content, file.path === DATABASE ? databaseSize : () => file.bytes, hash, signal);
  if (hash !== null && hash.digest('hex') !== address) rmSync(target);
}

async function write(
  target: string,
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  mostAfter: (start: Uint8Array) => number,
  hash: Hash | null,
  signal: AbortSignal,
): Promise<void> {
  const handle = openSync(target, 'wx', 0o600);
  try {
    let size = 0;
    let most = 0;
    for await (const piece of content) {
      if (size === 0) most = mostAfter(piece);
      size += piece.length;
      if (size > most) throw notWhole();
      hash?.update(piece);
      for (let at = 0; at < piece.length;) at += writeSync(handle, piece, at);
      await rest(signal);
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Streams hold on to several pieces at once. */
function* kept(pieces: Iterable<Buffer>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece);
}

/** What a database says of its own length in its first bytes (https://sqlite.org/fileformat2.html, 1.3): a small file that inflates to a large one is told by it. */
function databaseSize(start: Uint8Array): number {
  const header = Buffer.from(start.buffer, start.byteOffset, Math.min(start.length, 100));
  if (header.length < 100 || !header.subarray(0, DATABASE_MAGIC.length).equals(DATABASE_MAGIC)) throw notWhole();
  const pageSize = header.readUInt16BE(16);
  return Math.min(MOST_DATABASE_BYTES, (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(28));
}

/** What goes wrong with the content comes out of what is inflated. */
function inflated(content: Iterable<Buffer>): AsyncIterable<Buffer> {
  const opened = createInflateRaw();
  pipeline(Readable.from(kept(content), { objectMode: false }), opened, () => undefined);
  return opened;
}

/** Older backups say the moment in words of the program that made them. */
const asMoment = (text: string): string => new Date(Number.isNaN(Date.parse(text)) ? 0 : text).toISOString();
