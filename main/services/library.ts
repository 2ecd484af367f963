import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../core/api/call.ts';
import { ourMigrations } from '../database/migrate.ts';
import { sealedWithoutKey } from '../database/anonymising.ts';
import { asDamage, checkpoint, openDatabase, type Db } from '../database/open.ts';
import { destroyedKeys, insertKey, insertSealed, isKeyInUse, takeUnusedKeys, takeUnusedMedia, takeUnusedSealed } from '../database/pages.ts';
import { now } from '../database/rows.ts';
import { openKeyStore, userFolder, type KeyStore, type KeyWrap } from '../media/keyStore.ts';
import { openMedia, type MediaStore } from '../media/media.ts';
import { openSealed, type SealedStore } from '../media/sealedStore.ts';
import { asDiskRefusal, sweepDrafts } from '../media/writeWhole.ts';
import { openNames, type NameBook } from './names.ts';

/** One folder with everything of one teacher or team, open for one program at a time. */
export interface Library {
  readonly id: string;
  readonly folder: string;
  readonly db: Db;
  readonly media: MediaStore;
  readonly sealed: SealedStore;
  readonly keys: KeyStore;
  readonly names: NameBook;
  close(): void;
}

export interface OpenOptions {
  /** Where keys are kept; by default this user's folder. */
  readonly home?: string;
  readonly wrap?: KeyWrap;
  /** False: a folder without a library is refused instead of made one. */
  readonly make?: boolean;
}

/**
 * Opens a library, making it if there is none.
 * @throws Refusal `locked` when another program has it open, `not-found`, `conflict`, `unreadable`, `disk`.
 */
export function openLibrary(folder: string, options: OpenOptions = {}): Library {
  const place = resolve(folder);
  const file = join(place, 'library.db');
  finishRestore(place);
  if (options.make === false && !existsSync(file)) throw new Refusal('not-found', `There is no library in ${place}.`, 'Check the folder’s name.');
  makeFolder(place);
  const lock = lockLibrary(place);
  const opened: Db[] = [lock];
  try {
    const db = openDatabase(file, ourMigrations());
    opened.unshift(db);
    const id = identity(db);
    const keyFolder = join(options.home ?? userFolder(), 'keys');
    const keys = openKeyStore(join(keyFolder, `${id}.json`), options.wrap);
    const library: Library = {
      id,
      folder: place,
      db,
      keys,
      media: openMedia(join(place, 'media')),
      sealed: openSealed(join(place, 'sealed'), keys),
      names: openNames(join(place, 'names.sealed'), keys),
      close() {
        checkpoint(db);
        opened.forEach((one) => one.close());
      },
    };
    sweep(library);
    sweepDrafts(keyFolder, `${id}.json.`);
    return library;
  } catch (error) {
    opened.forEach((one) => one.close());
    throw asDamage(error, file);
  }
}

function makeFolder(folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new Refusal('disk', `${folder} is a file, not a folder.`, 'Choose another place for the library.');
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw asDiskRefusal(error, join(folder, '.'));
  }
}

/** A held write lock, which a killed program lets go of by itself. */
function lockLibrary(folder: string): Db {
  const lock = new Database(join(folder, 'lock.db'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
    return lock;
  } catch {
    lock.close();
    throw new Refusal('locked', 'This library is open in another window of Stepwall.', 'Close the other one first, or go on working there.');
  }
}

function identity(db: Db): string {
  db.prepare('insert into library (id, made_at) select ?, ? where not exists (select 1 from library)').run(randomUUID(), now());
  return z.object({ id: z.string() }).parse(db.prepare('select id from library').get()).id;
}

/** Seals bytes under a key and notes it; call inside the transaction that uses the id. */
export function sealInto(library: Library, bytes: Uint8Array, key: string): string {
  const id = library.sealed.put(bytes, key);
  insertSealed(library.db, id, key, bytes.length);
  return id;
}

/** The key to go on sealing with: `known`, or a new one where there was none or it was destroyed with the last page that it sealed. Call inside the transaction that uses it. */
export function usableKey(library: Library, known: string | null): string {
  return known !== null && isKeyInUse(library.db, known) ? known : newSealKey(library);
}

function newSealKey(library: Library): string {
  const key = library.sealed.newKey();
  insertKey(library.db, key, library.sealed.place);
  return key;
}

/** Destroys every picture and key that nothing names any more, and what the log still remembers of them. */
export function destroyUnused(library: Library): void {
  const media = takeUnusedMedia(library.db);
  const sealed = takeUnusedSealed(library.db);
  const keys = takeUnusedKeys(library.db);
  media.forEach((id) => library.media.destroy(id));
  library.sealed.destroy(sealed);
  if (keys.length > 0) library.sealed.destroyKeys(keys);
  checkpoint(library.db);
}

/** After a crash, files and keys may be there that no row names: they go, since a name may be on them. */
function sweep(library: Library): void {
  const known = (table: 'media' | 'sealed'): Set<string> =>
    new Set(
      z
        .array(z.object({ id: z.string() }))
        .parse(library.db.prepare(`select id from ${table}`).all())
        .map(({ id }) => id),
    );
  const media = known('media');
  const sealed = known('sealed');
  library.media
    .all()
    .filter((id) => !media.has(id))
    .forEach((id) => library.media.destroy(id));
  library.sealed.destroy([...library.sealed.all().filter((id) => !sealed.has(id)), ...sealedWithoutKey(library.db)]);
  for (const folder of [library.folder, join(library.folder, 'sealed'), ...library.media.folders()]) sweepDrafts(folder);
  rmSync(restoringFolder(library.folder), { recursive: true, force: true });
  try {
    library.sealed.destroyKeys(destroyedKeys(library.db));
  } catch (error) {
    // A damaged file of keys opens nothing anyway; the library is more than its originals.
    if (!(error instanceof Refusal && error.code === 'unreadable')) throw error;
  }
}

/** Where a backup is unpacked before it takes the library's place. */
export const restoringFolder = (folder: string): string => `${folder} restoring`;

/** The old library was moved aside and the program killed before the restored one, proven by then, took its place. */
function finishRestore(folder: string): void {
  if (!existsSync(folder) && existsSync(join(restoringFolder(folder), 'library.db'))) renameSync(restoringFolder(folder), folder);
}

/** A sentence for folders that a cloud service copies: a database that is copied while it is written breaks. */
export function syncWarning(folder: string): string | null {
  const service = /^(onedrive|dropbox|google ?drive|icloud ?drive|my drive|nextcloud|mobile documents)/i;
  const found = resolve(folder)
    .split(sep)
    .find((part) => service.test(part));
  return found === undefined ? null : `This library lies in “${found}”, a folder that is copied to the internet. Move it to a folder of this computer only.`;
}
