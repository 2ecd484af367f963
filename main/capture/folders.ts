import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { FolderFacts } from '../../core/capture/watchedFolder.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { captureWords } from '../../core/words/capture.ts';
import { filesIn } from '../engines/scanning/folderLook.ts';

const MOST_FOLDERS = 500;
/** Beside the computer's own disk: where sticks and shares of the network are to be found. */
const MOUNTS =
  process.platform === 'darwin' ? ['/Volumes'] : process.platform === 'win32' ? [] : ['/media', '/mnt', `/run/user/${process.getuid?.() ?? 0}/gvfs`];

/** The folders in a folder, to choose one. Null: the user's own, with the places beside it. @throws Refusal where it can't be read */
export async function lookIntoFolder(asked: string | null): Promise<FolderFacts> {
  const folder = resolve(asked ?? homedir());
  const names = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new Refusal('not-found', captureWords.folder.notOpened);
  });
  const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const inside = names
    .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !/^[.$]/u.test(entry.name))
    .map(({ name }) => ({ name, folder: join(folder, name) }))
    .sort((a, b) => compare(a.name, b.name))
    .slice(0, MOST_FOLDERS);
  const places = asked === null ? [...MOUNTS, ...drives()].filter((place) => existsSync(place)).map((place) => ({ name: place, folder: place })) : [];
  const above = dirname(folder);
  return { folder, above: above === folder ? null : above, folders: [...inside, ...places], papers: (await filesIn(folder))?.length ?? 0 };
}

const drives = (): string[] => (process.platform === 'win32' ? 'DEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => `${letter}:\\`) : []);
