import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of a watched folder as it is now; `changed` in milliseconds since 1970. */
export interface FolderFile {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly changed: number;
}

export interface Look {
  /** The folder can't be read just now. */
  readonly missing: boolean;
  readonly files: readonly FolderFile[];
  /** Those that have not changed for long enough. */
  readonly still: readonly FolderFile[];
}

const SHEET_SIZES = /\.(jpe?g|png|webp|tiff?|heic|heif|jp2|j2k|pdf)$/iu;
/** What copiers, Office, browsers and file shares call a file that is not finished. */
const TEMPORARY = /^(\.|~|\$)|\.(tmp|temp|part|partial|crdownload|download|filepart)\.|^(tmp|temp)[._-]/iu;

export const isPaperFile = (name: string): boolean => SHEET_SIZES.test(name) && !TEMPORARY.test(name);

/**
 * Looks again and again at one folder, not into those in it. Looking is all it does: network shares tell nobody of changes, so nothing is waited for.
 * @param stillMs how long a file must not have changed; measured by `now`, not by the file's own time, which a copier may set wrongly
 */
export function createFolderLook(folder: string, stillMs: number, now: () => number): () => Promise<Look> {
  let seen = new Map<string, { file: FolderFile; since: number }>();
  return async () => {
    const files = await filesIn(folder);
    if (files === null) return { missing: true, files: [], still: [] };
    const time = now();
    seen = new Map(
      files.map((file) => {
        const before = seen.get(file.name);
        const same = before !== undefined && before.file.size === file.size && before.file.changed === file.changed;
        return [file.name, { file, since: same ? before.since : time }];
      }),
    );
    return { missing: false, files, still: [...seen.values()].flatMap(({ file, since }) => (file.size > 0 && time - since >= stillMs ? [file] : [])) };
  };
}

/** Files for Stepwall in the order of their names, as a person counts; null where the folder can't be read. */
export async function filesIn(folder: string): Promise<FolderFile[] | null> {
  try {
    const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => !entry.isDirectory() && isPaperFile(entry.name)).map(({ name }) => name);
    const files = await Promise.all(names.map((name) => fileAt(folder, name)));
    const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
    return files.filter((file) => file !== null).sort((a, b) => compare(a.name, b.name));
  } catch {
    return null;
  }
}

/** Null where it is gone meanwhile, or is no file. */
export async function fileAt(folder: string, name: string): Promise<FolderFile | null> {
  const path = join(folder, name);
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true ? { name, path, size: found.size, changed: found.mtimeMs } : null;
}
