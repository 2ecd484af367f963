import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Report } from '../../core/contract/contract.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import { soundnessOf } from '../platform/database/soundness.ts';
import { hashing, piecesOf } from '../platform/media/pieces.ts';
import { asWriteTrouble, flushFolder } from '../platform/media/writeWhole.ts';
import { bitByBit } from '../platform/work/bitByBit.ts';
import { inMegabytes } from './backupParts.ts';
import { keptFolders } from './keptLibraries.ts';
import { homeOf, openLibrary, type Library, type OpenOptions } from './library.ts';
import { filesBelow, libraryFiles } from './libraryFiles.ts';
import { ARRIVING, beginMove, commitMove, keptOnTheWay, MOVED, movingFolder, sweepMove } from './moves.ts';

/** A file of the library, and where it goes. */
interface Passage {
  readonly source: string;
  readonly path: string;
}

/**
 * Copies the library's pictures to beside its new place, each proven by reading it back, while one goes on working with it. On any failure nothing of
 * the copy is left.
 * @throws Refusal `disk`, `unreadable` where a file doesn't arrive as it left
 */
export async function copyPictures(library: Library, to: string, options: OpenOptions, report: Report, signal: AbortSignal): Promise<void> {
  const draft = movingFolder(to);
  try {
    sweepMove(homeOf(options), library.folder);
    beginMove(homeOf(options), library.folder, to);
    library.copies.add(draft);
    const passages = allPassages(library.folder).pictures;
    const total = passages.reduce((sum, { source }) => sum + Math.max(0, sizeOf(source)), 0);
    let done = 0;
    for (const { source, path } of passages) {
      const bytes = Math.max(0, sizeOf(source));
      await bitByBit(copyProven(source, join(draft, path)), signal);
      // It may have been destroyed in the middle.
      if (!existsSync(source)) rmSync(join(draft, path), { force: true });
      done += bytes;
      report(inMegabytes(done), inMegabytes(total), libraryWords.move.copying(inMegabytes(done), inMegabytes(total)));
    }
    report(inMegabytes(total), inMegabytes(total), libraryWords.move.lastSteps);
  } catch (error) {
    giveUp(library, to, options);
    throw asWriteTrouble(error, join(draft, '.'));
  }
}

/** Nothing of the copy is left; the library goes on where it is. */
export function giveUp(library: Library, to: string, options: OpenOptions): void {
  library.copies.delete(movingFolder(to));
  sweepMove(homeOf(options), library.folder);
}

/**
 * The rest of it, in one go: closes the library, copies what changes, looks at all of the copy, and opens it in its new place. Whatever goes wrong,
 * the library is open where it was.
 * @returns the library that is open now, and why it still lies where it was where it does
 */
export function goOver(library: Library, to: string, options: OpenOptions): { library: Library; problem: Error | null } {
  const from = library.folder;
  const hold = library.closeAndHold();
  try {
    completeCopy(from, movingFolder(to));
    rmSync(join(to, MOVED), { force: true });
    if (existsSync(to)) rmdirSync(to);
    renameSync(movingFolder(to), to);
    flushFolder(dirname(to));
    commitMove(homeOf(options), from, to);
  } catch (error) {
    // What is left of the copy is swept by the opening.
    hold.release();
    const problem = asWriteTrouble(error, join(movingFolder(to), '.'));
    return { library: openLibrary(from, options), problem: problem instanceof Error ? problem : new Error(String(problem)) };
  }
  hold.release();
  return { library: openLibrary(to, { ...options, make: false }), problem: null };
}

function completeCopy(from: string, draft: string): void {
  const { pictures, others } = allPassages(from);
  // What was destroyed meanwhile has not gone there.
  const wanted = new Set([...pictures, ...others].map(({ path }) => path)).add(ARRIVING);
  for (const path of filesBelow(draft, '')) if (!wanted.has(path)) rmSync(join(draft, path), { force: true });
  for (const { source, path } of pictures) if (sizeOf(join(draft, path)) !== sizeOf(source)) Array.from(copyProven(source, join(draft, path)));
  for (const { source, path } of others) Array.from(copyProven(source, join(draft, path)));
  const db = new Database(join(draft, 'library.db'), { readonly: true });
  try {
    if (soundnessOf(db, true).length > 0) throw new Refusal('unreadable', libraryWords.move.notProven);
  } finally {
    db.close();
  }
  for (const { source, path } of [...pictures, ...others])
    if (sizeOf(join(draft, path)) !== sizeOf(source)) throw new Refusal('unreadable', libraryWords.move.notProven);
}

/** Libraries that are kept beside this one go along. */
function allPassages(from: string): { readonly pictures: readonly Passage[]; readonly others: readonly Passage[] } {
  const own = passagesOf(from, '');
  const kept = keptFolders(from).map(({ path }) => passagesOf(path, keptOnTheWay(basename(path).slice(basename(from).length))));
  return { pictures: [own, ...kept].flatMap(({ pictures }) => pictures), others: [own, ...kept].flatMap(({ others }) => others) };
}

function passagesOf(folder: string, below: string): { readonly pictures: readonly Passage[]; readonly others: readonly Passage[] } {
  const { pictures, others } = libraryFiles(folder);
  const passage = (path: string): Passage => ({ source: join(folder, path), path: join(below, path) });
  return { pictures: pictures.map(passage), others: others.map(passage) };
}

/** Copies a file, waits until the disk has it, and reads it back; one that is gone is passed by. @throws Refusal `unreadable` */
function* copyProven(source: string, target: string): Generator<undefined> {
  if (!existsSync(source)) return;
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  const handle = openSync(target, 'w', 0o600);
  const read = createHash('sha256');
  try {
    for (const piece of hashing(read, piecesOf(source))) {
      for (let at = 0; at < piece.length;) at += writeSync(handle, piece, at);
      yield;
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  const written = createHash('sha256');
  for (const piece of hashing(written, piecesOf(target))) if (piece.length > 0) yield;
  if (written.digest('hex') !== read.digest('hex')) throw new Refusal('unreadable', libraryWords.move.notProven);
}

/** -1 where it is not there. */
const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? -1;
