import { statSync } from 'node:fs';
import { LOOKED_OVER_AT_ONCE } from '../platform/database/open.ts';
import { askSoundness } from '../platform/database/soundness.ts';
import { requireSound, type Library } from './library.ts';

/** A library whose database is looked over in the background. */
export interface WatchedLibrary {
  readonly library: Library;
  /** Settles when it is known whether the database is sound. */
  readonly known: Promise<void>;
  /** Ends the look, so that the library can be closed. */
  stop(): Promise<void>;
}

/** A large database is asked in a thread whether it is sound, while what there is can be seen; a small one was asked before it was opened. */
export function watchSoundness(library: Library, onDamage: () => void, log: (error: unknown) => void): WatchedLibrary {
  const ended = new AbortController();
  const known = look(library, ended.signal).then((sound) => {
    if (sound || ended.signal.aborted) return;
    library.noteDamage();
    onDamage();
  }, log);
  return {
    library,
    known,
    async stop() {
      ended.abort();
      await known;
    },
  };
}

async function look(library: Library, signal: AbortSignal): Promise<boolean> {
  const file = library.db.name;
  if (library.isDamaged() || statSync(file).size <= LOOKED_OVER_AT_ONCE) return true;
  return (await askSoundness({ file, thorough: false }, signal)).length === 0;
}

/** Looks once more, before what there is takes the place of an older backup. @throws Refusal `unreadable` where the database is damaged */
export async function requireSoundNow(library: Library): Promise<void> {
  if (!library.isDamaged() && (await askSoundness({ file: library.db.name, thorough: false })).length > 0) library.noteDamage();
  requireSound(library);
}
