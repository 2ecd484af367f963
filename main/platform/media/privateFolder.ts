import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const OTHERS = 0o077;

/**
 * Lets nobody but this user into a folder that others could look into, and gives its files the same mode. The folder itself comes last, so that a
 * program that was killed in between begins again. Windows keeps a user's folders to the user by itself; a stick may know no such thing.
 */
export function makePrivate(folder: string): void {
  if (process.platform === 'win32' || (statSync(folder).mode & OTHERS) === 0) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) allowOnlyOwner(join(entry.parentPath, entry.name), 0o700);
    if (entry.isFile()) allowOnlyOwner(join(entry.parentPath, entry.name));
  }
  allowOnlyOwner(folder, 0o700);
}

/** For a file that another program's code made. */
export function allowOnlyOwner(path: string, mode = 0o600): void {
  try {
    chmodSync(path, mode);
  } catch {
    // Another user's, or on a disk without modes: it is used as it is.
  }
}
