import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What goes along with a library. Nothing else in its folder is its own, and nothing else there is ever touched. */
const CONTENTS = /^(library\.(json|db(-wal|\..*\.before)?)|names\.sealed|drafts-[^.]*\.sealed|kept\.json|media|sealed|set-aside)$/;
/** What is there only while it is open, or while something is being done with it. */
const PASSING = /^(lock\.db(-.*)?|library\.db-shm|in-use\.json|clock|moving\.json|beside|backing-up|restored\.json|restored-keys\.sealed|\..*\.draft)$/;
/** What is on its way to being a file has such a name, wherever it lies. */
const DRAFT = /^\..*\.draft$/;

/** The files that a library consists of, as paths below its folder; `pictures` are those that never change once they are there. */
export function libraryFiles(folder: string): { readonly pictures: readonly string[]; readonly others: readonly string[] } {
  const inside = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => CONTENTS.test(name));
  return {
    pictures: inside.filter((entry) => entry.isDirectory()).flatMap(({ name }) => filesBelow(folder, name)),
    others: inside.filter((entry) => entry.isFile()).map(({ name }) => name),
  };
}

/** All that is the library's goes, and nothing else. @throws the system's error where something can't be removed; it is gone on with later then */
export function emptyOfLibrary(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (CONTENTS.test(name) || PASSING.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** All files below a folder in it that are whole, as paths from the folder. */
export function filesBelow(folder: string, inner: string): string[] {
  return readdirSync(join(folder, inner), { withFileTypes: true }).flatMap((entry) => {
    const path = join(inner, entry.name);
    if (entry.isDirectory()) return filesBelow(folder, path);
    return entry.isFile() && !DRAFT.test(entry.name) ? [path] : [];
  });
}
