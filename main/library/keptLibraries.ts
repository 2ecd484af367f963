import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { daysFrom, today } from '../../core/kernel/days.ts';
import { libraryWords } from '../../core/words/library.ts';
import { writeWhole } from '../platform/media/writeWhole.ts';

/** A library is kept so long beside the one that was restored in its place. */
const DAYS_KEPT = 31;
/** Says of a folder that it is such a library: one that merely has such a name is never touched. */
const MARK = 'kept.json';
const Mark = z.object({ format: z.literal('stepwall-kept'), since: z.iso.date() });

/** Libraries that lie beside this one since a backup was restored in their place: how many, and until which day (YYYY-MM-DD) the oldest do. */
export interface KeptLibraries {
  readonly libraries: number;
  readonly until: string | null;
}

/** Puts the library aside under a name that tells its day. @returns where it is now */
export function putAside(folder: string): string {
  writeWhole(join(folder, MARK), Buffer.from(`${JSON.stringify({ format: 'stepwall-kept', since: today() })}\n`), 0o600);
  const kept = freeName(libraryWords.backup.before(folder, today()));
  renameSync(folder, kept);
  return kept;
}

/** Who opens a kept library goes on with it. */
export const goOnWithKept = (folder: string): void => rmSync(join(folder, MARK), { force: true });

export function keptBeside(folder: string): KeptLibraries {
  const days = keptFolders(folder).map(({ since }) => since);
  const oldest = days.sort()[0];
  return { libraries: days.length, until: oldest === undefined ? null : daysFrom(oldest, DAYS_KEPT) };
}

export function destroyKept(folder: string): void {
  keptFolders(folder).forEach(({ path }) => destroy(path));
}

/** Destroys those whose time is over, and what is left of one that a killed program was destroying. */
export function letOldKeptGo(folder: string, day: string): void {
  for (const { path, since } of keptFolders(folder)) if (daysFrom(since, DAYS_KEPT) < day || !existsSync(join(path, 'library.db'))) destroy(path);
}

/** Takes pictures that were destroyed in the library out of those kept beside it as well. @param paths below a library's folder */
export function destroyInKept(folder: string, paths: readonly string[]): void {
  if (paths.length === 0) return;
  for (const { path } of keptFolders(folder)) paths.forEach((inner) => rmSync(join(path, inner), { force: true }));
}

/** The mark goes last: who is killed in the middle goes on at the next opening. */
function destroy(path: string): void {
  const [first, ...rest] = readdirSync(path)
    .filter((name) => name !== MARK)
    .sort((a, b) => Number(b === 'library.db') - Number(a === 'library.db'));
  for (const name of first === undefined ? [] : [first, ...rest]) rmSync(join(path, name), { recursive: true, force: true });
  rmSync(path, { recursive: true, force: true });
}

/** Those that lie beside a library. */
export function keptFolders(folder: string): { path: string; since: string }[] {
  const around = dirname(folder);
  if (!existsSync(around)) return [];
  return readdirSync(around)
    .filter((name) => name.startsWith(`${basename(folder)} `))
    .flatMap((name) => {
      const path = join(around, name);
      const since = readKept(path);
      return since === null ? [] : [{ path, since }];
    });
}

function readKept(path: string): string | null {
  try {
    return Mark.parse(JSON.parse(readFileSync(join(path, MARK), 'utf8'))).since;
  } catch {
    return null;
  }
}

/** A name that nothing has yet. */
export function freeName(wanted: string): string {
  if (!existsSync(wanted)) return wanted;
  for (let n = 2; ; n += 1) if (!existsSync(`${wanted} (${n})`)) return `${wanted} (${n})`;
}
