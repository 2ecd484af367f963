import { z } from 'zod';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import { asTrouble } from '../platform/asTrouble.ts';
import type { Library } from './library.ts';
import type { Mishap } from './libraryMark.ts';
import { allMedia } from './sealRows.ts';

export interface CheckReport {
  readonly ok: boolean;
  /** What is wrong and could not be mended, one plain sentence each. */
  readonly problems: string[];
  readonly repaired: string[];
}

/** Looks at the database and at every picture file. Files that nobody knows went when the library was opened. */
export function checkLibrary(library: Library): CheckReport {
  const problems: string[] = [];
  try {
    for (const problem of problemsOf(library)) problems.push(problem);
  } catch (error) {
    const damage = asTrouble(error, library.db.name);
    if (!(damage instanceof Refusal)) throw error;
    problems.push(damage.message);
  }
  return { ok: problems.length === 0, problems, repaired: [] };
}

function* problemsOf(library: Library): Generator<string> {
  const mishap = library.mishap();
  if (mishap !== null) yield mishapInWords(mishap, library.setAside.contents());
  const integrity = z.array(z.object({ integrity_check: z.string() })).parse(library.db.pragma('integrity_check'));
  for (const { integrity_check: said } of integrity) if (said !== 'ok') yield libraryWords.check.databaseSays(said);
  const strays = z.array(z.object({ table: z.string() })).parse(library.db.pragma('foreign_key_check'));
  for (const { table } of strays) yield libraryWords.check.stray(table);
  for (const id of allMedia(library.db)) {
    if (!library.media.has(id)) yield libraryWords.check.copyMissing(id);
    else if (!library.media.isWhole(id)) yield libraryWords.check.copyDamaged(id);
  }
  for (const { id, key } of z
    .array(z.object({ id: z.string(), key: z.string() }))
    .parse(
      library.db.prepare('select sealed.id, sealed.key from sealed join seal_key on seal_key.id = sealed.key where seal_key.destroyed_at is null').all(),
    )) {
    if (!library.sealed.has(id)) yield libraryWords.check.sealedMissing(id);
    else if (!opens(library, id, key)) yield libraryWords.check.sealedClosed(id);
  }
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
