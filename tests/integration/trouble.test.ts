import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../core/kernel/refusal.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { checkLibrary } from '../../main/library/checking.ts';
import { openLibrary } from '../../main/library/library.ts';
import { asTrouble } from '../../main/platform/asTrouble.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { openTestApp, tempPlace, type OpenedApp, type Place } from '../support/library.ts';
import { hasProgram } from '../support/programs.ts';
import { canMake, makeUnchangeable, mountSmallDisk, type SmallDisk } from '../support/realTrouble.ts';
import { makeReady, tenActions, type Ready } from '../support/tenActions.ts';
import { madeUpPage } from '../support/wallChart.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const imaging = createImaging(startHelperInNode, { secondsPerPage: 60, processes: 1 });
const picture = await madeUpPage(4, 420, 300);
afterAll(() => imaging.close());

const isFine = (message: string): boolean => !/Something went wrong|SQLITE|\bE[A-Z]{4,}\b|undefined|\n\s+at /.test(message);

/** What each action came to: '' where it was done, else what was said. */
async function tryAll(opened: OpenedApp, ready: Ready): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const [name, act] of Object.entries(tenActions(opened, picture, ready))) {
    said[name] = await act().then(
      () => '',
      (error: unknown) => (error instanceof Error ? `${error.message} ${error instanceof Refusal ? error.hint : ''}` : 'undefined'),
    );
  }
  return said;
}

function expectTrueWords(opened: OpenedApp, said: Record<string, string>, atLeast: number, words: RegExp): void {
  expect(Object.entries(said).filter(([, message]) => !isFine(message))).toEqual([]);
  expect(opened.logged).toEqual([]);
  const refused = Object.values(said).filter((message) => message !== '');
  expect(refused.length, JSON.stringify(said)).toBeGreaterThanOrEqual(atLeast);
  for (const message of refused) expect(message).toMatch(words);
}

describe('in the window', () => {
  let place: Place;
  let disk: SmallDisk | null = null;
  beforeEach(() => {
    place = tempPlace();
  });
  afterEach(() => {
    disk?.remove();
    place.remove();
    disk = null;
  });

  test('a full disk is said to be full at every action, nothing is lost, and with room again everything goes on', async ({ skip }) => {
    disk = mountSmallDisk(24);
    if (disk === null || !canMake(true, '')) return skip(!canMake(false, 'this user may not mount a small disk'));
    const temp = join(disk.folder, 'temp');
    mkdirSync(temp);
    const opened = openTestApp({ ...place, home: join(disk.folder, 'home'), folder: join(disk.folder, 'library'), temp }, imaging);
    const ready = await makeReady(opened, picture);
    disk.fill();
    expectTrueWords(opened, await tryAll(opened, ready), 8, /The disk is full/);
    disk.free();
    const after = await tryAll(opened, ready);
    expect(Object.values(after).filter((message) => message !== '')).toEqual([]);
    expect(checkLibrary(opened.app.library())).toMatchObject({ ok: true });
    await opened.close();
  });

  test('a library that may not be changed any more is said to be so at every action', async ({ skip }) => {
    const opened = openTestApp(place, imaging);
    const ready = await makeReady(opened, picture);
    const back = makeUnchangeable(place.root);
    if (back === null) {
      await opened.close();
      return skip(!canMake(false, 'files can’t be made unchangeable here (chattr +i)'));
    }
    const said = await tryAll(opened, ready);
    back();
    expectTrueWords(opened, said, 8, /may not write here|does not answer/);
    expect(checkLibrary(opened.app.library())).toMatchObject({ ok: true });
    await opened.close();
  });

  test('a database that another program holds is said to be in use', async () => {
    const opened = openTestApp(place, imaging);
    const ready = await makeReady(opened, picture);
    opened.app.library().db.pragma('busy_timeout = 20');
    const other = new Database(join(place.folder, 'library.db'));
    other.exec('begin immediate');
    const said = await tryAll(opened, ready);
    other.exec('rollback');
    other.close();
    expectTrueWords(opened, said, 7, /Another program is using/);
    await opened.close();
  });
});

describe('in the terminal', () => {
  let place: Place;
  beforeEach(() => {
    place = tempPlace();
    writeFileSync(join(place.root, 'a.jpg'), picture);
  });
  afterEach(() => place.remove());

  const stepwall = (before: readonly string[], ...args: readonly string[]): { status: number | null; said: string } => {
    const [command = process.execPath, ...rest] = [...before, process.execPath, join(root, 'main/cli.ts'), ...args];
    const { status, stderr } = spawnSync(command, rest, {
      encoding: 'utf8',
      env: { ...process.env, STEPWALL_HOME: place.home, TMPDIR: place.temp },
    });
    return { status, said: stderr };
  };
  const bringIn = (library: string): string[] => ['import', '--library', library, '--task', 'Why?', join(place.root, 'a.jpg')];

  test('a full disk', ({ skip }) => {
    const disk = mountSmallDisk(4);
    if (disk === null) return skip(!canMake(false, 'this user may not mount a small disk'));
    try {
      const folder = join(disk.folder, 'library');
      openLibrary(folder, { home: place.home }).close();
      disk.fill();
      for (const args of [bringIn(folder), ['list', '--library', folder], ['check', '--library', folder], ['demo', '--out', disk.folder]]) {
        const { status, said } = stepwall([], ...args);
        if (status === 0) continue;
        expect(said, args[0]).toMatch(/The disk is full/);
        expect(isFine(said), said).toBe(true);
      }
      expect(stepwall([], ...bringIn(folder)).status).toBe(1);
    } finally {
      disk.remove();
    }
  });

  test('files that may only be small', ({ skip }) => {
    if (!hasProgram('prlimit')) return skip(!canMake(false, 'there is no prlimit'));
    const { status, said } = stepwall(['prlimit', '--fsize=200000', '--'], ...bringIn(place.folder));
    expect([status, isFine(said)], said).toEqual([1, true]);
    expect(said).toMatch(/can’t hold a file that large|does not answer|is full/);
  });

  test('a folder that an ordinary user may not write to', ({ skip }) => {
    if (process.getuid?.() !== 0 || !hasProgram('setpriv')) return skip(!canMake(false, 'only root can become an ordinary user (setpriv)'));
    openLibrary(place.folder, { home: place.home }).close();
    spawnSync('chmod', ['-R', 'a+rX', place.root]);
    const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'];
    if (stepwall(nobody, '--help').status !== 0) return skip(!canMake(false, 'an ordinary user may not read this folder'));
    for (const args of [bringIn(place.folder), ['list', '--library', place.folder], ['check', '--library', place.folder]]) {
      const { status, said } = stepwall(nobody, ...args);
      expect([status, isFine(said)], said).toEqual([1, true]);
      expect(said).toMatch(/may not write here|could not be opened/);
    }
  });

  test('a library that is no database any more', () => {
    openLibrary(place.folder, { home: place.home }).close();
    const file = join(place.folder, 'library.db');
    writeFileSync(file, readFileSync(file).fill(0x5a, 100));
    for (const args of [bringIn(place.folder), ['list', '--library', place.folder], ['check', '--library', place.folder]]) {
      const { status, said } = stepwall([], ...args);
      expect([status, isFine(said)], said).toEqual([1, true]);
      expect(said).toMatch(/is damaged/);
    }
  });
});

test('what is no trouble of a disk stays what it is', () => {
  for (const error of [new TypeError('no'), Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' }), 'text', null])
    expect(asTrouble(error)).toBe(error);
  expect(asTrouble(new Error('outer', { cause: Object.assign(new Error('inner'), { code: 'ENOSPC', syscall: 'write' }) }))).toMatchObject({ code: 'disk' });
});
