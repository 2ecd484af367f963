import { randomUUID, randomInt } from 'node:crypto';
import { newCodes } from '../../core/class/codes.ts';
import type { ClassList } from '../../core/class/pupil.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { classWords } from '../../core/words/class.ts';
import { noteNames } from '../library/erasures.ts';
import type { Library } from '../library/library.ts';
import { allCodes, findPupil, insertPupil, listPupils, retirePupil, setPupilPlace, type PupilRow } from './pupilRows.ts';

/** The class on the teacher's screen: codes, and names where there are any. */
export function classList(library: Library): ClassList {
  const names = library.names.all();
  return { pupils: listPupils(library.db).map((pupil) => ({ ...pupil, name: names.get(pupil.id) ?? null })), names: library.names.state() };
}

/** One pupil a name. The codes come first, so that a name never stands without its pupil. */
export function addPupils(library: Library, names: readonly string[]): ClassList {
  if (names.some((name) => name !== '') && library.names.state() === 'elsewhere') {
    throw new Refusal('locked', classWords.namesClosed);
  }
  const codes = newCodes(names.length, allCodes(library.db), () => randomInt(2 ** 31) / 2 ** 31);
  const added = names.map((name, index) => ({ id: randomUUID(), code: codes[index] ?? '', name: name.normalize('NFC') }));
  library.db.transaction(() => added.forEach(({ id, code }) => insertPupil(library.db, id, code)))();
  const named = added.filter(({ name }) => name !== '');
  if (named.length > 0) library.names.set(new Map([...library.names.all(), ...named.map(({ id, name }) => [id, name] as const)]));
  return classList(library);
}

export function renamePupil(library: Library, pupil: string, name: string | null): ClassList {
  requirePupil(library, pupil);
  const names = new Map(library.names.all());
  const nameless = name === null || name === '';
  if (!nameless) names.set(pupil, name.normalize('NFC'));
  // A class without names gets no book of them by taking one away.
  if (!nameless || names.delete(pupil) || library.names.state() === 'elsewhere') library.names.set(names);
  return classList(library);
}

export function placePupils(library: Library, pupils: readonly string[], space: string, year: number | null): ClassList {
  pupils.forEach((pupil) => requirePupil(library, pupil));
  library.db.transaction(() => pupils.forEach((pupil) => setPupilPlace(library.db, pupil, space, year)))();
  return classList(library);
}

/** The pupil leaves the class list and the book of names, with goals and kete; papers stay, without a pupil. */
export function removePupil(library: Library, pupil: string): ClassList {
  requirePupil(library, pupil);
  const names = new Map(library.names.all());
  if (names.delete(pupil)) library.names.set(names);
  library.db.transaction(() => retirePupil(library.db, pupil))();
  return classList(library);
}

export function forgetNames(library: Library): ClassList {
  noteNames(library.db);
  library.names.forget();
  return classList(library);
}

/** @throws Refusal `not-found` */
export function requirePupil(library: Library, id: string): PupilRow {
  const pupil = findPupil(library.db, id);
  if (pupil === null) throw new Refusal('not-found', classWords.pupilGone);
  return pupil;
}
