import { rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeTempFolder } from '../tempFolders.ts';

/** A page that leads into the app. Everyone on this computer may see its address, but only this user can read what stands in it. */
export interface EntranceFile {
  /** `file:///…/open.html`. */
  readonly address: string;
  /** Lets the next window in: its ticket is another. */
  lead(address: string): void;
  remove(): void;
}

/** @param address what lets a window in, once */
export function writeEntranceFile(address: string): EntranceFile {
  const file = join(makePrivateFolder(), 'open.html');
  writeFileSync(file, pageTo(address), { mode: 0o600, flag: 'wx' });
  let isThere = true;
  return {
    address: pathToFileURL(file).href,
    lead: (next) => void (isThere && writeFileSync(file, pageTo(next))),
    remove() {
      isThere = false;
      rmSync(dirname(file), { recursive: true, force: true });
    },
  };
}

/** An entrance for as long as this program runs: whenever its ticket was used or ran out, it is given the next. */
export function openDoor(admit: (onSpent: () => void) => string): EntranceFile {
  const next = (): void => entrance.lead(admit(next));
  const entrance = writeEntranceFile(admit(next));
  return entrance;
}

const pageTo = (address: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Stepwall</title><meta http-equiv="refresh" content="0;url=${address}">\n`;

/** Where entrance files lie: a browser that comes as a snap sees neither the system's temporary folder nor hidden ones. */
export const entrancePlace = (): string => (process.platform === 'linux' ? homedir() : tmpdir());

function makePrivateFolder(): string {
  try {
    return makeTempFolder('entrance', entrancePlace());
  } catch {
    return makeTempFolder('entrance');
  }
}
