import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../core/contract/contract.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import { hashing, piecesOf } from '../platform/media/pieces.ts';
import { bitByBit, rest } from '../platform/work/bitByBit.ts';
import { readBackup, writeBackup } from './backupFormat.ts';
import { inMegabytes, type KeysById } from './backupParts.ts';
import { snapshotFolder, type Library } from './library.ts';
import { NAMES_KEY } from './nameBook.ts';
import { proveDatabase, type ReadThrough } from './proveDatabase.ts';
import { allKeys, allMedia, allSealed } from './sealRows.ts';

/** A place that a backup is written to piece by piece, and read from again. */
export interface BackupPlace {
  write(bytes: Uint8Array): void;
  /** Once all is written. */
  end(): Promise<void>;
  read(): Iterable<Uint8Array>;
}

export interface BackupMade {
  /** Pictures that are missing or damaged in the library itself. */
  readonly leftOut: number;
}

interface Included {
  readonly path: string;
  readonly file: string;
  readonly bytes: number;
}

/**
 * The whole library as one file, piece by piece, and proven by reading it back. With a passphrase it is sealed, and the keys to originals and names
 * go along; without one it lies open, and originals and names in it can only be opened on this computer.
 * @throws Refusal `unreadable` where the library itself or the backup is damaged, `disk`, `conflict` where something was destroyed meanwhile
 */
export async function makeBackup(
  library: Library,
  passphrase: string | null,
  place: BackupPlace,
  readThrough: ReadThrough,
  report: Report,
  signal: AbortSignal,
): Promise<BackupMade> {
  report(0, 0, libraryWords.backup.snapshot);
  const snapshot = await copyDatabase(library, signal);
  try {
    await requireRestorable(library, snapshot, readThrough, signal);
    const { files, leftOut } = whatGoesAlong(library, snapshot);
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    const written = createHash('sha256');
    const backup = writeBackup((bytes) => place.write(bytes), library.id, passphrase, passphrase === null ? new Map() : keysOf(library));
    let done = 0;
    for (const { path, file, bytes } of files) {
      written.update(`${path}\n`);
      await bitByBit(backup.add(path, bytes, hashing(written, piecesOf(file))), signal);
      done += bytes;
      report(inMegabytes(done), 2 * inMegabytes(total), libraryWords.backup.writing(inMegabytes(done), inMegabytes(total)));
    }
    backup.end();
    await place.end();
    const isWhole = (await readBack(place, passphrase, total, report, signal)) === written.digest('hex');
    if (!isWhole) throw new Refusal('unreadable', libraryWords.backup.notProven);
    return { leftOut };
  } finally {
    rmSync(snapshotFolder(library.folder), { recursive: true, force: true });
  }
}

/** @returns the SHA-256 of all paths and files as they come out of it again */
async function readBack(place: BackupPlace, passphrase: string | null, total: number, report: Report, signal: AbortSignal): Promise<string> {
  const read = createHash('sha256');
  let done = 0;
  for (const { path, bytes, content } of readBackup(place.read(), passphrase).files) {
    read.update(`${path}\n`);
    for (const piece of content) {
      read.update(piece);
      await rest(signal);
    }
    done += bytes;
    report(inMegabytes(total + done), 2 * inMegabytes(total), libraryWords.backup.readingBack(inMegabytes(done), inMegabytes(total)));
  }
  return read.digest('hex');
}

/** A copy of the database as it is at one moment, while it may go on changing. */
async function copyDatabase(library: Library, signal: AbortSignal): Promise<string> {
  const folder = snapshotFolder(library.folder);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  const file = join(folder, 'library.db');
  await library.db.backup(file, {
    progress: () => {
      signal.throwIfAborted();
      return 1000;
    },
  });
  return file;
}

/** What could never be brought back is no backup: said now, while the library is still there. */
async function requireRestorable(library: Library, snapshot: string, readThrough: ReadThrough, signal: AbortSignal): Promise<void> {
  try {
    await bitByBit(proveDatabase(snapshot, library.id, readThrough), signal);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'unreadable') throw error;
    throw new Refusal('unreadable', libraryWords.backup.damagedLibrary(error.message));
  }
}

/** A picture that is not what its name says would be left out at restoring; a missing one can't go along. */
function whatGoesAlong({ db, media, sealed, folder }: Library, snapshot: string): { files: Included[]; leftOut: number } {
  const pictures = [
    ...allMedia(db).map((id) => ({ path: `media/${id.slice(0, 2)}/${id}.jpg`, file: media.path(id) })),
    ...allSealed(db).map((id) => ({ path: `sealed/${id}`, file: sealed.path(id) })),
  ];
  const names = { path: 'names.sealed', file: join(folder, 'names.sealed') };
  const there = [{ path: 'library.db', file: snapshot }, names, ...pictures].filter(({ file }) => existsSync(file));
  return {
    files: there.map(({ path, file }) => ({ path, file, bytes: statSync(file).size })),
    leftOut: pictures.filter(({ file }) => !existsSync(file)).length,
  };
}

function keysOf(library: Library): KeysById {
  const found = [...allKeys(library.db), NAMES_KEY].flatMap((id) => {
    const key = library.keys.find(id);
    return key === null ? [] : [[id, key] as const];
  });
  return new Map(found);
}
