import { z } from 'zod';
import type { CheckReport } from '../../core/library/checkReport.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import { asTrouble } from '../platform/asTrouble.ts';
import { soundnessOf } from '../platform/database/soundness.ts';
import type { Library } from './library.ts';
import type { Mishap } from './libraryMark.ts';
import { allMedia, allSealed } from './sealRows.ts';

/** Something that was looked at: null where it is whole, else what is wrong with it in one plain sentence. */
export type Finding = string | null;

/** Looks at the database, at every picture file, and at what else is given. Files that nobody knows went when the library was opened. */
export function checkLibrary(library: Library, more: Iterable<Finding> = []): CheckReport {
  const problems = [soundness(library), lookThrough(library), more].flatMap((findings) => [...orTrouble(library, findings)]).filter((found) => found !== null);
  return { ok: problems.length === 0, problems, repaired: [] };
}

function* soundness({ db }: Library): Generator<Finding> {
  for (const problem of soundnessOf(db, true)) yield libraryWords.check.databaseSays(problem);
}

/** The findings; a database that breaks off while it is read is one more of them. */
export function* orTrouble(library: Library, findings: Iterable<Finding>): Generator<Finding> {
  try {
    yield* findings;
  } catch (error) {
    const trouble = asTrouble(error, library.db.name);
    if (!(trouble instanceof Refusal)) throw error;
    yield trouble.message;
  }
}

/** How many pictures there are to look at. */
export const countPictures = ({ db }: Library): number => allMedia(db).length + allSealed(db).length;

/** Everything but SQLite's own look at the file; one finding for each picture. */
export function* lookThrough(library: Library): Generator<Finding> {
  const mishap = library.mishap();
  if (mishap !== null) yield mishapInWords(mishap, library.setAside.contents());
  const strays = z.array(z.object({ table: z.string() })).parse(library.db.pragma('foreign_key_check'));
  for (const { table } of strays) yield libraryWords.check.stray(table);
  if (library.keys.isDamaged()) yield libraryWords.check.keysDamaged;
  else yield* besidePictures(library);
  for (const id of allMedia(library.db)) {
    yield !library.media.has(id) ? libraryWords.check.copyMissing(id) : library.media.isWhole(id) ? null : libraryWords.check.copyDamaged(id);
  }
  for (const { id, key } of z
    .array(z.object({ id: z.string(), key: z.string() }))
    .parse(
      library.db.prepare('select sealed.id, sealed.key from sealed join seal_key on seal_key.id = sealed.key where seal_key.destroyed_at is null').all(),
    )) {
    yield !library.sealed.has(id) ? libraryWords.check.sealedMissing(id) : opens(library, id, key) ? null : libraryWords.check.sealedClosed(id);
  }
}

/** Whose keys are here. */
function* besidePictures({ names, drafts }: Library): Generator<Finding> {
  const trouble = names.trouble();
  if (trouble !== null) yield libraryWords.check.names[trouble];
  if (!drafts.isWhole()) yield libraryWords.check.draftsDamaged;
}

/** What happened, what was kept, and the ways out. */
function mishapInWords({ kind, lastOpenedOn }: Mishap, { pictures, until }: ReturnType<Library['setAside']['contents']>): string {
  const { what, wayOut } = libraryWords.mishap[kind];
  const kept = pictures === 0 || until === null ? '' : libraryWords.mishap.kept(pictures, until);
  return libraryWords.mishap.told(what(lastOpenedOn), kept, wayOut);
}

function opens(library: Library, id: string, key: string): boolean {
  try {
    library.sealed.read(id, key);
    return true;
  } catch {
    return false;
  }
}
