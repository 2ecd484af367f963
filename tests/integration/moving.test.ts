import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { listPages } from '../../main/capture/pageRows.ts';
import { listAllPapers } from '../../main/capture/paperRows.ts';
import { listTasks } from '../../main/capture/taskRows.ts';
import { classList } from '../../main/class/classList.ts';
import { checkLibrary } from '../../main/library/checking.ts';
import { openLibrary, type Library } from '../../main/library/library.ts';
import { backUp, bring, bringBack, everyFile, newWall, openTestApp, resultOf, tempPlace, type OpenedApp, type Place } from '../support/library.ts';
import { killInTheMiddle } from '../support/killInTheMiddle.ts';
import { madeUpImaging } from '../support/madeUpImaging.ts';
import { canMake, makeUnchangeable, mountSmallDisk } from '../support/realTrouble.ts';
import { filesWith } from '../support/served.ts';

const KILLS = process.env['STEPWALL_LONG'] === '1' ? 200 : 8;
const PAPERS = 12;
const CANARY = 'a page that nobody else has';
const mover = fileURLToPath(new URL('../support/killedMover.ts', import.meta.url));
const cli = fileURLToPath(new URL('../../main/cli.ts', import.meta.url));
let made = 0;
const imaging = madeUpImaging(() => Buffer.from(`${CANARY}, number ${made++} `.repeat(2000)));

/** A library in a synced folder, with pages found nameless and pages not yet looked at, a name, and a kept library beside it. */
const model = synced(tempPlace());
afterAll(() => model.remove());
beforeAll(async () => {
  const opened = openTestApp(model, imaging);
  const { task } = await newWall(opened);
  const { papers } = await bring(
    opened,
    task,
    Array.from({ length: PAPERS }, (_, number) => [`${number}.jpg`, Buffer.from(`${number}`)] as const),
  );
  for (const { pages } of papers.slice(0, PAPERS / 2)) await opened.api.call('pages.check', { page: pages[0]!.id, checked: true });
  await opened.api.call('class.add', { names: ['Wiremu'] });
  await bringBack(opened, (await backUp(opened, 'a long passphrase')).bytes, 'a long passphrase');
  await opened.close();
});

function synced(place: Place): Place {
  return { ...place, folder: join(place.root, 'Dropbox', 'library') };
}

const copyOfModel = (): Place => {
  const place = synced(tempPlace());
  for (const name of ['Dropbox', 'home']) cpSync(join(model.root, name), join(place.root, name), { recursive: true });
  vi.stubEnv('HOME', place.root);
  vi.stubEnv('USERPROFILE', place.root);
  return place;
};
const safe = (place: Place): string => join(place.root, 'Stepwall');
const open = (place: Place, folder = place.folder): Library => openLibrary(folder, { home: place.home, make: false });
const isOurs = (name: string): boolean => name !== 'moved.json';

/** All of it is there, originals and names included. */
function expectWhole(library: Library, papers = PAPERS): void {
  expect(checkLibrary(library)).toEqual({ ok: true, problems: [], repaired: [] });
  const pages = listTasks(library.db).flatMap(({ id }) => listAllPapers(library.db, id).flatMap((paper) => listPages(library.db, paper.id)));
  expect(pages).toHaveLength(papers);
  pages.forEach(({ picture, key }) => expect(library.sealed.read(picture, key).toString()).toContain(CANARY));
  expect(classList(library).pupils.map(({ name }) => name)).toEqual(['Wiremu']);
}

/** The library lies in exactly one of the two places, and nothing of a copy is left. */
function expectOnePlace(place: Place): 'old' | 'new' {
  const library = open(place);
  expectWhole(library);
  const where = library.folder === place.folder ? 'old' : 'new';
  expect(library.folder).toBe(where === 'old' ? place.folder : safe(place));
  expect(library.leftBehind()).toBeNull();
  library.close();
  const kept = (folder: string): string[] => readdirSync(folder).filter((name) => name.includes(' before '));
  if (where === 'old') expect(readdirSync(place.root).filter((name) => name.startsWith('Stepwall'))).toEqual([]);
  else expect(readdirSync(place.folder).filter(isOurs)).toEqual([]);
  expect([kept(place.root).length, kept(join(place.root, 'Dropbox')).length]).toEqual(where === 'old' ? [0, 1] : [1, 0]);
  expect(existsSync(join(safe(place), 'moving.json'))).toBe(false);
  return where;
}

const move = async (opened: OpenedApp): Promise<unknown> => resultOf(opened, await opened.api.call('library.move', {}));

describe('a library that lies in a synced folder', () => {
  test('is moved to a safe place and goes on there; whoever asks for the old one is led to it, in the window and in a terminal', async () => {
    const place = copyOfModel();
    const opened = openTestApp(place, imaging);
    expect(await opened.api.call('library.status', {})).toMatchObject({ safePlace: safe(place), warning: expect.stringContaining('Dropbox') });
    expect(await move(opened)).toMatchObject({ folder: safe(place), warning: null, safePlace: null, leftBehind: null, kept: { libraries: 1 } });
    expect(opened.told.some(({ event, payload }) => event === 'job.changed' && /Copying: \d+ of \d+ MB/.test(JSON.stringify(payload)))).toBe(true);
    expect(expectHeld(place)).toMatch(/open in another window/);
    const { task } = await newWall(opened);
    expect((await bring(opened, task, [['more.jpg', Buffer.from('more')]])).papers).toHaveLength(1);
    await opened.close();
    expect(filesWith([CANARY], join(place.root, 'Dropbox'))).toEqual([]);
    const env = { ...process.env, STEPWALL_HOME: place.home, TMPDIR: place.temp };
    const { stdout, stderr } = spawnSync(process.execPath, [cli, 'list', '--library', place.folder, '--json'], { env, encoding: 'utf8' });
    expect([JSON.parse(stdout), stderr]).toMatchObject([{ counts: { samples: PAPERS + 1 } }, '']);
    // Whoever lost the note is told where to look, and makes no new library there.
    expect(() => openLibrary(place.folder, { home: join(place.root, 'other home') })).toThrow(/was moved out of this folder/);
    // The stick that it lies on now is not there.
    rmSync(safe(place), { recursive: true });
    expect(() => openLibrary(place.folder, { home: place.home })).toThrow(/was moved to .*not there now/);
    place.remove();
  });

  test('may be moved back and forth; one that was put back by hand is opened where it lies', async () => {
    const place = copyOfModel();
    const moved = (to: string): Record<string, unknown> => {
      const env = { ...process.env, STEPWALL_HOME: place.home, TMPDIR: place.temp };
      const { stdout, stderr } = spawnSync(process.execPath, [cli, 'move', '--library', place.folder, '--to', to, '--json'], { env, encoding: 'utf8' });
      return stdout === '' ? { stderr } : (JSON.parse(stdout) as Record<string, unknown>);
    };
    const elsewhere = join(place.root, 'deep', 'er');
    expect(moved(elsewhere)).toEqual({ library: elsewhere, emptied: true });
    expect(moved(join(elsewhere, 'inside'))).toMatchObject({ stderr: expect.stringContaining('lie in each other') });
    expect(moved(place.home)).toMatchObject({ stderr: expect.stringContaining('other files in') });
    rmSync(join(place.folder, 'moved.json'));
    expect(moved(place.folder)).toEqual({ library: place.folder, emptied: true });
    expect(moved(elsewhere)).toMatchObject({ library: elsewhere });
    rmSync(place.folder, { recursive: true });
    cpSync(elsewhere, place.folder, { recursive: true });
    rmSync(elsewhere, { recursive: true });
    const library = open(place);
    expect(library.folder).toBe(place.folder);
    expectWhole(library);
    library.close();
    place.remove();
  });

  test('what is erased while it is copied is in neither place', async () => {
    const place = copyOfModel();
    const opened = openTestApp(place, imaging);
    const [task] = listTasks(opened.app.library().db);
    const papers = await opened.api.call('papers.list', { task: task!.id });
    const started = await opened.api.call('library.move', {});
    await opened.api.call('papers.erase', { paper: papers[0]!.id });
    expect((await opened.ended(started.job)).state).toBe('done');
    expectWhole(opened.app.library(), PAPERS - 1);
    const pictures = everyFile(join(safe(place), 'media'), join(safe(place), 'sealed'));
    const { db } = opened.app.library();
    expect(pictures).toHaveLength(Number(db.prepare('select (select count(*) from media) + (select count(*) from sealed)').pluck().get()));
    await opened.close();
    place.remove();
  });

  test('stays where it is when that is stopped, when the disk is full, when the new place can’t be written, and says so in plain words', async () => {
    const place = copyOfModel();
    const opened = openTestApp(place, imaging);
    const started = await opened.api.call('library.move', {});
    await opened.api.call('jobs.cancel', { job: started.job });
    expect((await opened.ended(started.job)).state).toBe('cancelled');
    await newWall(opened);
    await opened.close();
    expect(expectOnePlace(place)).toBe('old');
    const disk = mountSmallDisk(1);
    if (disk === null) canMake(false, 'this user may not mount a small disk');
    else {
      vi.stubEnv('HOME', disk.folder);
      disk.fill();
      const full = openTestApp(place, imaging);
      await expect(move(full)).rejects.toThrow(/The disk is full/);
      await newWall(full);
      expect(readdirSync(disk.folder)).toEqual(['filler']);
      await full.close();
      disk.remove();
    }
    const closed = join(place.root, 'closed');
    mkdirSync(closed);
    // Nobody may make a folder below a file, root neither.
    writeFileSync(join(closed, 'file'), '');
    vi.stubEnv('HOME', join(closed, 'file'));
    const shut = openTestApp(place, imaging);
    await expect(move(shut)).rejects.toThrow(/not there|may not write|no folder/);
    await newWall(shut);
    expect(shut.logged).toEqual([]);
    await shut.close();
    expect(expectOnePlace(place)).toBe('old');
    place.remove();
  });

  test('an old folder that can’t be emptied is said, and emptied at a later opening', async ({ skip }) => {
    const place = copyOfModel();
    const opened = openTestApp(place, imaging);
    const back = makeUnchangeable(join(place.folder, 'media'));
    if (back === null) {
      await opened.close();
      return skip(!canMake(false, 'files can’t be made unchangeable here (chattr +i)'));
    }
    expect(await move(opened)).toMatchObject({ folder: safe(place), leftBehind: place.folder });
    back();
    await opened.close();
    expect(expectOnePlace(place)).toBe('new');
    place.remove();
  });

  test(`killed at any of ${KILLS} moments of the move it lies in one of the two places, whole, with its keys`, { timeout: 900_000 }, async () => {
    const counts = { old: 0, new: 0 };
    /** How long the first one took, which is left to its end. */
    let whole = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const place = copyOfModel();
      // Every second one near the end, where it goes over.
      const after = kill === 0 ? 'done' : kill % 2 === 0 ? Math.random() * whole : Math.max(0, whole * 1.1 - Math.random() * 150);
      const worked = await killInTheMiddle(mover, [], place, model, after);
      if (kill === 0) whole = worked;
      counts[expectOnePlace(place)] += 1;
      place.remove();
    }
    // It proves something only where some kills came before it went over, and some after.
    expect(Math.min(counts.old, counts.new)).toBeGreaterThan(0);
  });
});

function expectHeld(place: Place): string {
  try {
    open(place).close();
  } catch (error) {
    return String(error);
  }
  throw new Error('It was opened twice.');
}
