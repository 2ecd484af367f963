import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { readThrough } from '../../main/app/readThrough.ts';
import { listAllPapers } from '../../main/capture/paperRows.ts';
import { listPages } from '../../main/capture/pageRows.ts';
import { listTasks } from '../../main/capture/taskRows.ts';
import { classList } from '../../main/class/classList.ts';
import { checkLibrary } from '../../main/library/checking.ts';
import { openLibrary, type Library } from '../../main/library/library.ts';
import { backUp, bring, bringBack, newWall, openTestApp, tempPlace, type Place } from '../support/library.ts';
import { killInTheMiddle } from '../support/killInTheMiddle.ts';
import { madeUpImaging } from '../support/madeUpImaging.ts';

const KILLS = process.env['STEPWALL_LONG'] === '1' ? 200 : 12;
const PASSPHRASE = 'a long passphrase';
const program = fileURLToPath(new URL('../support/killedRestorer.ts', import.meta.url));
let made = 0;
const imaging = madeUpImaging(() => Buffer.from(`a page that nobody else has, number ${made++} `.repeat(600)));
const model = tempPlace();
afterAll(() => model.remove());

/** A library of two papers and the name Ana, and a backup of it as it was before: one paper, and the name Wiremu under a key that was destroyed since. */
async function libraryWithBackup(): Promise<string> {
  const opened = openTestApp(model, imaging);
  const { task } = await newWall(opened);
  await bring(opened, task, [['one.jpg', Buffer.from('one')]]);
  await opened.api.call('class.add', { names: ['Wiremu'] });
  const file = join(model.root, 'before.stepwall');
  writeFileSync(file, (await backUp(opened, PASSPHRASE)).bytes);
  await bring(opened, task, [['two.jpg', Buffer.from('two')]]);
  await opened.api.call('class.forgetNames', {});
  await opened.api.call('class.rename', { pupil: (await opened.api.call('class.list', {})).pupils[0]!.id, name: 'Ana' });
  await opened.close();
  return file;
}

/** Which of the two it is; all of it is there, originals and names included. */
function whichIsThere(library: Library): 'old' | 'restored' {
  expect(checkLibrary(library)).toEqual({ ok: true, problems: [], repaired: [] });
  expect(Array.from(readThrough(library.db)).length).toBeGreaterThan(0);
  const pages = listTasks(library.db).flatMap(({ id }) => listAllPapers(library.db, id).flatMap((paper) => listPages(library.db, paper.id)));
  pages.forEach(({ picture, key }) => expect(library.sealed.read(picture, key).toString()).toContain('a page that nobody else has'));
  const [name] = classList(library).pupils.map((pupil) => pupil.name);
  if (pages.length === 2 && name === 'Ana') return 'old';
  expect([pages.length, name]).toEqual([1, 'Wiremu']);
  return 'restored';
}

const copyOf = (): Place => {
  const place = tempPlace();
  for (const name of ['library', 'home']) cpSync(join(model.root, name), join(place.root, name), { recursive: true });
  return place;
};

test(
  `killed at any of ${KILLS} moments of bringing a backup back, there is the old library or the restored one, whole, with its keys`,
  { timeout: 900_000 },
  async () => {
    const backup = await libraryWithBackup();
    const counts = { old: 0, restored: 0 };
    /** How long the first one took, which is left to its end. */
    let whole = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const place = copyOf();
      // Every second one near the end, where the folders change their places.
      const after = kill === 0 ? 'done' : kill % 2 === 0 ? Math.random() * whole : Math.max(0, whole * 1.1 - Math.random() * 200);
      const worked = await killInTheMiddle(program, [backup, PASSPHRASE], place, model, after);
      if (kill === 0) whole = worked;
      const library = openLibrary(place.folder, { home: place.home });
      const there = whichIsThere(library);
      library.close();
      counts[there] += 1;
      expect(readdirSync(place.root).filter((name) => name.endsWith(' restoring'))).toEqual([]);
      // What was put aside is whole, too, and opens with its keys.
      const [kept] = readdirSync(place.root).filter((name) => name.startsWith('library before'));
      expect(kept !== undefined).toBe(there === 'restored');
      if (kept !== undefined) {
        const before = openLibrary(join(place.root, kept), { home: place.home });
        expect(whichIsThere(before)).toBe('old');
        before.close();
      }
      place.remove();
    }
    // It proves something only where some kills came before the swap, and some after.
    expect(Math.min(counts.old, counts.restored)).toBeGreaterThan(0);
  },
);

test.skipIf(process.platform === 'win32')('a folder that can’t be renamed: the old library is open and usable, in plain words', async () => {
  const place = copyOf();
  // A folder on which a disk is mounted can be renamed by nobody; who has no leave to mount one has none to rename in a folder that is closed either.
  const isDisk = mountOver(place.folder);
  if (!isDisk) chmodSync(place.root, 0o500);
  const opened = openTestApp(place, imaging);
  try {
    const { bytes } = await backUp(opened, PASSPHRASE);
    await expect(bringBack(opened, bytes, PASSPHRASE)).rejects.toThrow(/could not be put aside|may not write/);
    expect(whichIsThere(opened.app.library())).toBe('old');
    await newWall(opened);
    expect(readdirSync(place.root).filter((name) => /restoring|before/.test(name))).toEqual([]);
  } finally {
    await opened.close();
    if (isDisk) execFileSync('umount', [place.folder]);
    else chmodSync(place.root, 0o700);
    place.remove();
  }
});

/** Lays the folder over itself, so that it is a disk of its own; false where the system does not let that be done. */
function mountOver(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['--bind', folder, folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
