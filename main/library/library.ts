import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { today } from '../../core/kernel/days.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import { asTrouble } from '../platform/asTrouble.ts';
import { checkpoint, type Db } from '../platform/database/connection.ts';
import { overwriteGaps } from '../platform/database/overwriteGaps.ts';
import { ourMigrations } from '../platform/database/migrate.ts';
import { openDatabase, takeBackHalfDone } from '../platform/database/open.ts';
import { openKeyStore, userFolder, type KeyStore, type KeyWrap } from '../platform/media/keyStore.ts';
import { makePrivate } from '../platform/media/privateFolder.ts';
import { openMedia, type MediaStore } from '../platform/media/media.ts';
import { openSealed, type SealedStore } from '../platform/media/sealedStore.ts';
import { asWriteTrouble, sweepDrafts } from '../platform/media/writeWhole.ts';
import { openDrafts, type DraftBook } from './draftBook.ts';
import { forgetErasures, listErasures, noteErasures } from './erasures.ts';
import { holdLibrary, type Hold } from './hold.ts';
import { lastStamp, requireIdentity, stampOpening } from './identity.ts';
import { destroyInKept, destroyKept, goOnWithKept, keptBeside, letOldKeptGo } from './keptLibraries.ts';
import { examine, keepMark, readMark, type LibraryMark, type Mishap } from './libraryMark.ts';
import { finishMove, leftBehind, placeNow, sweepMove } from './moves.ts';
import { NAMES_KEY, openNames, type NameBook } from './nameBook.ts';
import { finishSwap, restoredHere, settleRestored, sweepRestoring } from './restoredLibrary.ts';
import { sealedWithoutKey, allMedia, allSealed, insertKey, insertSealed, isKeyInUse, takeUnusedKeys } from './sealRows.ts';
import { openSetAside, type SetAside } from './setAside.ts';
import { sharedPlace } from './sharedPlace.ts';

/** One folder with everything of one teacher or team, open for one program at a time. */
export interface Library {
  readonly id: string;
  readonly folder: string;
  readonly db: Db;
  readonly media: MediaStore;
  readonly sealed: SealedStore;
  readonly keys: KeyStore;
  readonly names: NameBook;
  readonly drafts: DraftBook;
  readonly setAside: SetAside;
  /** What happened to the database outside of Stepwall, until the teacher has read it. */
  readonly mishap: () => Mishap | null;
  settleMishap(): void;
  /** The database was found damaged: it is only read from now on. */
  isDamaged(): boolean;
  noteDamage(): void;
  /** When the last backup was made, and when the teacher wanted to hear of it later. */
  readonly backups: () => Pick<LibraryMark, 'backedUpAt' | 'remindedOn'>;
  noteBackup(at: string): void;
  remindLater(): void;
  /** Folders into which its pictures are being copied: what is destroyed here is destroyed there. */
  readonly copies: Set<string>;
  /** The folder that it was moved out of and that could not be emptied yet. */
  readonly leftBehind: () => string | null;
  /** Overwrites what is left of deleted rows, in the log and between the rows. */
  overwriteDeleted(): void;
  close(): void;
  /** Closes it, and goes on keeping others out of the folder. */
  closeAndHold(): Hold;
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
  const { place, hold } = takeHold(resolve(folder), options);
  const file = join(place, 'library.db');
  const home = homeOf(options);
  const closing: (() => void)[] = [];
  try {
    const known = readMark(place);
    takeBackHalfDone(file);
    const mishap = examine(place, file, known);
    const db = openDatabase(file, ourMigrations(), () => {
      if (known?.closed === false) keepMark(place, { ...known, closed: true, mishap });
    });
    closing.unshift(() => db.close());
    const handle = openSync(file, db.readonly ? 'r' : 'r+');
    closing.push(() => closeSync(handle));
    let damaged = db.readonly;
    if (!damaged && known !== null && mishap === known.mishap) catchUpMark(place, known, db);
    const { id, stamp } = damaged ? requireIdentity(file) : stampOpening(db);
    const { backedUpAt, remindedOn } = known ?? { backedUpAt: restoredHere(place)?.madeAt ?? null, remindedOn: null };
    let mark: LibraryMark = { format: 'stepwall-library', library: id, stamp, openedOn: today(), closed: false, mishap, backedUpAt, remindedOn };
    const change = (changes: Partial<LibraryMark>): void => {
      mark = { ...mark, ...changes };
      if (!damaged) keepMark(place, mark);
    };
    change({});
    closing.unshift(() => {
      if (!damaged) checkpoint(db);
      // Said before the log is taken away: who finds neither is told that a log is missing.
      change({ closed: true });
    });
    const keys = openKeyStore(keysFile(id, options), options.wrap);
    const media = openMedia(join(place, 'media'));
    const sealed = openSealed(join(place, 'sealed'), keys);
    const library: Library = {
      id,
      folder: place,
      db,
      keys,
      media,
      sealed,
      names: openNames(join(place, 'names.sealed'), keys),
      drafts: openDrafts(place, keys),
      setAside: openSetAside(join(place, 'set-aside'), { media, sealed, keys }),
      mishap: () => mark.mishap,
      settleMishap: () => change({ mishap: null }),
      isDamaged: () => damaged,
      noteDamage() {
        damaged = true;
        db.pragma('query_only = ON');
      },
      backups: () => mark,
      noteBackup: (at) => change({ backedUpAt: at, remindedOn: null }),
      remindLater: () => change({ remindedOn: today() }),
      copies: new Set(),
      leftBehind: () => leftBehind(home, place),
      overwriteDeleted: () => overwriteGaps(db, handle),
      close: () => doAll([...closing, () => hold.release()]),
      closeAndHold() {
        doAll(closing);
        return hold;
      },
    };
    goOnWithKept(place);
    sweepMove(home, place);
    if (damaged) return library;
    if (mishap === null) finishMove(home, place);
    settleRestored(place, keys);
    tidy(library, mishap !== (known?.mishap ?? null));
    sweepDrafts(dirname(keysFile(id, options)), `${id}.json.`);
    return library;
  } catch (error) {
    try {
      doAll([...closing, () => hold.release()]);
    } catch {
      // The first failure is the one that says why.
    }
    throw asTrouble(error, file);
  }
}

/** One after the other, whatever becomes of those before. @throws what the last one threw that failed */
function doAll([first, ...others]: readonly (() => void)[]): void {
  try {
    first?.();
  } finally {
    if (others.length > 0) doAll(others);
  }
}

/** Where the library lies now, in the hands of this program. */
function takeHold(folder: string, options: OpenOptions): { place: string; hold: Hold } {
  const place = placeNow(folder, homeOf(options));
  try {
    finishSwap(place);
    if (options.make === false && !isLibrary(place)) throw new Refusal('not-found', libraryWords.place.none(place));
    makeFolder(place);
    const hold = holdLibrary(place);
    if (placeNow(folder, homeOf(options)) === place) return { place, hold };
    // It was moved by the program that held it until now.
    hold.release();
  } catch (error) {
    throw asTrouble(error, join(place, 'library.db'));
  }
  return takeHold(folder, options);
}

/** Killed between the two writes of an opening, a program left the mark one stamp behind; killed there again, the next one would leave it two behind. */
function catchUpMark(place: string, known: LibraryMark, db: Db): void {
  const stamp = lastStamp(db);
  if (stamp !== known.stamp) keepMark(place, { ...(readMark(place) ?? known), stamp });
}

/** @throws Refusal `unreadable` where the library must not be changed: its database is damaged */
export function requireSound(library: Library): void {
  if (library.isDamaged()) throw new Refusal('unreadable', libraryWords.damaged);
}

/** Where the keys of a library are kept. @param id a UUID */
export const keysFile = (id: string, options: OpenOptions): string => join(homeOf(options), 'keys', `${id}.json`);

export const homeOf = ({ home = userFolder() }: OpenOptions): string => home;

export const isLibrary = (folder: string): boolean => existsSync(join(folder, 'library.db')) || readMark(folder) !== null;

function makeFolder(folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw new Refusal('disk', libraryWords.place.isFile(folder));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    makePrivate(folder);
  } catch (error) {
    throw asWriteTrouble(error, join(folder, '.'));
  }
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
  if (library.isDamaged()) return;
  noteErasures(library.db);
  finishErasures(library);
  // What lies aside, or in a library kept beside this one, may be opened by a key that this database has no use for.
  const isAllHere = library.setAside.contents().pictures === 0 && keptBeside(library.folder).libraries === 0;
  if (isAllHere && takeUnusedKeys(library.db).length > 0) finishErasures(library);
  checkpoint(library.db);
}

function finishErasures(library: Library): void {
  const { media, sealed, keys, copies } = listErasures(library.db);
  media.forEach((id) => library.media.destroy(id));
  library.sealed.destroy(sealed);
  destroyKeys(library, keys);
  const pictures = [...media.map(library.media.path), ...sealed.map(library.sealed.path)].map((path) => relative(library.folder, path));
  destroyInKept(library.folder, pictures);
  for (const copy of library.copies) for (const path of pictures) rmSync(join(copy, path), { force: true });
  if (copies) destroyCopies(library);
  forgetErasures(library.db);
}

/** Copies of the whole library hold what was erased since they were made. */
function destroyCopies(library: Library): void {
  destroyKept(library.folder);
  for (const name of readdirSync(library.folder)) if (/^library\.db\..*\.before$/.test(name)) rmSync(join(library.folder, name), { force: true });
  library.overwriteDeleted();
}

/**
 * Finishes what a killed program had begun to destroy, and sets aside what nothing explains. A database that was put into another's place
 * explains nothing: then nothing at all is destroyed.
 */
function tidy(library: Library, isReplaced: boolean): void {
  noteErasures(library.db);
  if (isReplaced) {
    forgetErasures(library.db);
  } else {
    finishErasures(library);
    library.sealed.destroy(sealedWithoutKey(library.db));
  }
  setAsideUnexplained(library);
  for (const folder of [library.folder, join(library.folder, 'sealed'), ...library.media.folders()]) sweepDrafts(folder);
  rmSync(snapshotFolder(library.folder), { recursive: true, force: true });
  sweepRestoring(library.folder, library.keys);
  letOldKeptGo(library.folder, today());
  checkpoint(library.db);
}

function setAsideUnexplained({ db, media, sealed, setAside }: Library): void {
  const named = { media: allMedia(db), sealed: allSealed(db) };
  setAside.bringBack(named);
  const strays = (present: readonly string[], known: readonly string[]): string[] => {
    const set = new Set(known);
    return present.filter((id) => !set.has(id));
  };
  setAside.put({ media: strays(media.all(), named.media), sealed: strays(sealed.all(), named.sealed) });
  setAside.letOldGo(today());
}

function destroyKeys({ sealed, names }: Library, keys: readonly string[]): void {
  if (keys.length === 0) return;
  try {
    if (keys.includes(NAMES_KEY)) names.forget();
    sealed.destroyKeys(keys);
  } catch (error) {
    // A damaged file of keys opens nothing anyway; the library is more than its originals.
    if (!(error instanceof Refusal && error.code === 'unreadable')) throw error;
  }
}

/** Where a copy of the database lies while a backup is made of it. */
export const snapshotFolder = (folder: string): string => join(folder, 'backing-up');

/** A sentence for folders that are copied elsewhere or lie there: a database that is copied while it is written breaks. */
export function syncWarning(folder: string): string | null {
  const shared = sharedPlace(folder);
  return shared === null ? null : libraryWords.place[shared.kind](shared.by);
}
