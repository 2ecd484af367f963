import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../core/kernel/refusal.ts';
import { createWall, listWalls } from '../../main/chart/walls.ts';
import { addPupils, classList } from '../../main/class/classList.ts';
import { checkLibrary } from '../../main/library/checking.ts';
import { openLibrary, sealInto, syncWarning, usableKey, type Library } from '../../main/library/library.ts';
import { ourMigrations, type Migration } from '../../main/platform/database/migrate.ts';
import { openDatabase } from '../../main/platform/database/open.ts';
import { bees, everyFile, tempPlace, type Place } from '../support/library.ts';

let place: Place;
let file = '';
beforeEach(() => {
  place = tempPlace();
  file = join(place.folder, 'library.db');
});
afterEach(() => place.remove());

const open = (folder = place.folder): Library => openLibrary(folder, { home: place.home });
const refusal = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
};
const bytesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(everyFile(folder).map(({ file: name, bytes }) => [name.slice(folder.length), createHash('sha256').update(bytes).digest('hex')]));

describe('migrations', () => {
  const first: Migration = { name: '001_first', sql: 'create table one (a text) strict;' };
  const second: Migration = { name: '002_second', sql: 'create table two (b text) strict; insert into two select a from one;' };
  const broken: Migration = { name: '002_broken', sql: 'create table two (b text) strict; insert into nowhere values (1);' };
  const applied = (path: string): unknown[] => {
    const db = new Database(path, { readonly: true });
    const rows = db.prepare('select name, checksum from migration order by name').all();
    db.close();
    return rows;
  };
  beforeEach(() => mkdirSync(place.folder));

  test('a fresh library has all of ours, numbered from 001 without a gap, each with the checksum of what was applied', () => {
    open().close();
    const ours = ourMigrations();
    expect(ours.map(({ name }) => Number(name.slice(0, 3)))).toEqual(ours.map((_, index) => index + 1));
    expect(applied(file)).toEqual(ours.map(({ name, sql }) => ({ name, checksum: createHash('sha256').update(sql).digest('hex') })));
    expect(readdirSync(place.folder).filter((name) => name.includes('before'))).toEqual([]);
  });

  test('an older library is brought up to date, and a copy of it as it was is kept beside', () => {
    const old = openDatabase(file, [first]);
    old.prepare('insert into one values (?)').run('kept');
    old.close();
    const db = openDatabase(file, [first, second]);
    expect(db.prepare('select b from two').all()).toEqual([{ b: 'kept' }]);
    db.close();
    expect(applied(file)).toHaveLength(2);
    const [copy = ''] = readdirSync(place.folder).filter((name) => name.endsWith('.before'));
    expect(applied(join(place.folder, copy))).toHaveLength(1);
    const kept = new Database(join(place.folder, copy), { readonly: true });
    expect(kept.prepare('select a from one').all()).toEqual([{ a: 'kept' }]);
    kept.close();
  });

  test('the copy has what was still in the log of a killed program', () => {
    const old = openDatabase(file, [first]);
    old.prepare('insert into one values (?)').run('in the log');
    const killed = join(place.root, 'killed');
    mkdirSync(killed);
    for (const { file: name, bytes } of everyFile(place.folder)) writeFileSync(join(killed, name.slice(place.folder.length + 1)), bytes);
    old.close();
    openDatabase(join(killed, 'library.db'), [first, second]).close();
    const copy = new Database(join(killed, readdirSync(killed).find((name) => name.endsWith('.before')) ?? ''), { readonly: true });
    expect(copy.prepare('select a from one').all()).toEqual([{ a: 'in the log' }]);
    copy.close();
  });

  test('opening again changes nothing', () => {
    openDatabase(file, [first, second]).close();
    openDatabase(file, [first, second]).close();
    expect(readdirSync(place.folder).filter((name) => name.endsWith('.before'))).toEqual([]);
  });

  test('a migration that fails leaves the library at the one before', () => {
    openDatabase(file, [first]).close();
    expect(() => openDatabase(file, [first, broken])).toThrow('nowhere');
    expect(applied(file)).toHaveLength(1);
    openDatabase(file, [first, second]).close();
    expect(applied(file)).toHaveLength(2);
  });

  test.each<[string, Migration[], string]>([
    [
      'from a newer version',
      [...ourMigrations(), { name: '999_later', sql: 'create table later (a text) strict;' }],
      'This library was made by a newer Stepwall.',
    ],
    [
      'made by other migrations under our names',
      ourMigrations().map(({ name, sql }) => ({ name, sql: `${sql}\n-- changed` })),
      'This library was made by another build of Stepwall.',
    ],
    ['of another kind', [first, second], 'This library was made by another build of Stepwall.'],
  ])('a library %s is refused and not a byte of it is touched', (_, migrations, message) => {
    openDatabase(file, migrations).close();
    const before = bytesOf(place.folder);
    expect(refusal(open)).toMatchObject({ code: 'conflict', message, hint: expect.stringContaining('Nothing was changed') });
    const after = bytesOf(place.folder);
    expect(after).toMatchObject(before);
    // SQLite's own notes for readers, which hold nothing.
    const added = Object.keys(after).filter((name) => !(name in before));
    expect(['/library.db-shm', '/library.db-wal', '/lock.db']).toEqual(expect.arrayContaining(added));
    expect(everyFile(place.folder).find(({ file: name }) => name.endsWith('-wal'))?.bytes.length ?? 0).toBe(0);
  });

  test('a newer library whose program was killed keeps its log, byte for byte', () => {
    const newer = openDatabase(file, [...ourMigrations(), { name: '999_later', sql: 'create table later (a text) strict;' }]);
    newer.prepare('insert into later values (?)').run('not yet in the database');
    const killed = join(place.root, 'killed');
    mkdirSync(killed);
    for (const name of ['library.db', 'library.db-wal']) writeFileSync(join(killed, name), readFileSync(join(place.folder, name)));
    newer.close();
    const before = bytesOf(killed);
    expect(Object.keys(before)).toContain('/library.db-wal');
    expect(refusal(() => open(killed)).code).toBe('conflict');
    expect(bytesOf(killed)).toMatchObject(before);
  });
});

describe('a damaged library', () => {
  const words = { code: 'unreadable', message: expect.stringContaining('is damaged'), hint: expect.stringContaining('backup') };

  const refusedOrOpen = (): Refusal | Library => {
    try {
      return open();
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  };

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['whose head is overwritten', (bytes) => bytes.fill('x', 0, 100)],
    ['that was cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['that is another kind of file', () => Buffer.from('Dear parents, '.repeat(400))],
    ['whose tables are overwritten', (bytes) => bytes.fill(0xa5, 100)],
    ['whose second half is overwritten', (bytes) => bytes.fill(0xa5, bytes.length / 2)],
  ])('%s is said to be so', (_, damage) => {
    const library = open();
    createWall(library, bees);
    library.close();
    const whole = readFileSync(file);
    writeFileSync(file, damage(Buffer.from(whole)));
    const before = bytesOf(place.folder)['/library.db'];
    // What can still be read is opened, for reading only.
    const opened = refusedOrOpen();
    if (opened instanceof Refusal) expect(opened).toMatchObject(words);
    else {
      expect([opened.isDamaged(), checkLibrary(opened).ok]).toEqual([true, false]);
      opened.close();
    }
    expect(bytesOf(place.folder)['/library.db']).toBe(before);
    // Nothing holds on to it: once the file is whole again it opens.
    writeFileSync(file, whole);
    open().close();
  });

  test('pages of it overwritten anywhere: it opens or says so, and the check finds what is wrong', () => {
    const library = open();
    addPupils(
      library,
      Array.from({ length: 60 }, () => ''),
    );
    createWall(library, bees);
    library.close();
    const whole = readFileSync(file);
    let found = 0;
    for (let page = 1; page * 4096 < whole.length; page += 1) {
      writeFileSync(file, Buffer.from(whole).fill(0x5a, page * 4096, page * 4096 + 2000));
      try {
        const damaged = open();
        found += checkLibrary(damaged).ok ? 0 : 1;
        damaged.close();
      } catch (error) {
        expect(error).toMatchObject(words);
        found += 1;
      }
    }
    expect(found).toBeGreaterThan(whole.length / 4096 / 2);
  });
});

describe('one writer', () => {
  const locked = { code: 'locked', message: 'This library is open in another window of Stepwall.' };

  test('a second one in the same program is told so, until the first has closed', () => {
    const library = open();
    expect(refusal(open)).toMatchObject(locked);
    library.close();
    open().close();
  });

  test('a second program is told so; a killed program lets go by itself', async () => {
    const script = `const { openLibrary } = await import(process.argv[1]);
      try { globalThis.held = openLibrary(process.argv[2], { home: process.argv[3] }); console.log('open'); setInterval(() => undefined, 1000); } catch (error) { console.log(error.code); }`;
    const start = () =>
      spawn(process.execPath, ['--input-type=module', '-e', script, new URL('../../main/library/library.ts', import.meta.url).href, place.folder, place.home], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
    const said = async (child: ReturnType<typeof start>): Promise<string> => String((await once(child.stdout, 'data'))[0]).trim();
    const holder = start();
    expect(await said(holder)).toBe('open');
    expect(refusal(open)).toMatchObject(locked);
    const other = start();
    expect(await said(other)).toBe('locked');
    // A cleaner, or a service that copies the folder, took the file of the lock away.
    for (const name of ['lock.db', 'in-use.json']) rmSync(join(place.folder, name));
    expect(refusal(open)).toMatchObject(locked);
    rmSync(join(place.folder, 'lock.db'));
    const third = start();
    expect(await said(third)).toBe('locked');
    holder.kill('SIGKILL');
    await once(holder, 'close');
    open().close();
  });
});

describe('another computer', () => {
  const note = (): string => join(place.folder, 'in-use.json');
  const from = (computer: string): string => JSON.stringify({ computer, program: '11111111-1111-4111-8111-111111111111' });

  test('that says in the folder that it has the library open is believed, until it has been silent for two minutes', () => {
    open().close();
    expect(existsSync(note())).toBe(false);
    writeFileSync(note(), from('staffroom'));
    expect(refusal(open)).toMatchObject({ code: 'locked', message: 'This library is open on another computer: staffroom' });
    const longAgo = Date.now() / 1000 - 120;
    utimesSync(note(), longAgo, longAgo);
    const library = open();
    expect(readFileSync(note(), 'utf8')).not.toContain('staffroom');
    library.close();
    expect(existsSync(note())).toBe(false);
  });

  test('a note of this computer’s own, left by a program that was killed, keeps nobody out', () => {
    open().close();
    writeFileSync(note(), from(hostname()));
    open().close();
  });
});

describe('opening', () => {
  test('sweeps away what a killed program left half done, drafts of keys too, and leaves the rest', () => {
    const library = open();
    addPupils(library, ['Wiremu']);
    const { id } = library;
    library.close();
    const left = [
      join(place.folder, 'sealed', '11111111-1111-4111-8111-111111111111'),
      join(place.folder, 'sealed', '.a.draft'),
      join(place.folder, 'media', 'ab', `${'ab'.repeat(32)}.jpg`),
      join(place.folder, 'media', 'ab', '.b.draft'),
      join(place.folder, '.names.sealed.c.draft'),
      join(place.home, 'keys', `.${id}.json.d.draft`),
    ];
    const others = [join(place.home, 'keys', '.another-library.json.e.draft'), join(place.folder, 'notes.txt')];
    for (const path of [...left, ...others]) {
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, 'left behind');
    }
    const again = open();
    expect(left.filter((path) => existsSync(path))).toEqual([]);
    expect(others.filter((path) => !existsSync(path))).toEqual([]);
    expect(classList(again).pupils.map(({ name }) => name)).toEqual(['Wiremu']);
    again.close();
  });

  test('destroys the keys that a killed program had already counted as destroyed', () => {
    const library = open();
    const keyFile = join(place.home, 'keys', `${library.id}.json`);
    library.keys.keep('gone', Buffer.alloc(32));
    library.keys.keep('kept', Buffer.alloc(32));
    library.db
      .prepare("insert into seal_key (id, kept_in, made_at, destroyed_at) values ('gone', 'file', 'then', 'now'), ('kept', 'file', 'then', null)")
      .run();
    library.close();
    open().close();
    expect(Object.keys(JSON.parse(readFileSync(keyFile, 'utf8')) as object)).toEqual(['kept']);
  });

  test('a damaged file of keys closes originals and names, not the library', () => {
    const library = open();
    const wall = createWall(library, bees);
    addPupils(library, ['Wiremu']);
    library.db.prepare("insert into seal_key (id, kept_in, made_at, destroyed_at) values ('gone', 'file', 'then', 'now')").run();
    library.close();
    writeFileSync(join(place.home, 'keys', `${library.id}.json`), 'half');
    const again = open();
    expect(listWalls(again).map(({ id }) => id)).toEqual([wall]);
    expect(classList(again)).toMatchObject({ names: 'elsewhere', pupils: [{ name: null }] });
    again.close();
  });

  test('a restore that was cut off between its two renames is finished; one cut off before is forgotten', () => {
    const library = open();
    const wall = createWall(library, bees);
    library.close();
    renameSync(place.folder, `${place.folder} restoring`);
    const again = open();
    expect(listWalls(again).map(({ id }) => id)).toEqual([wall]);
    again.close();
    mkdirSync(`${place.folder} restoring`);
    writeFileSync(join(`${place.folder} restoring`, 'library.db'), 'half');
    open().close();
    expect(existsSync(`${place.folder} restoring`)).toBe(false);
  });

  test('makes a library where there is none, or refuses to where it is asked to', () => {
    expect(refusal(() => openLibrary(place.folder, { home: place.home, make: false }))).toMatchObject({ code: 'not-found' });
    expect(existsSync(place.folder)).toBe(false);
    const library = open();
    expect(checkLibrary(library)).toEqual({ ok: true, problems: [], repaired: [] });
    library.close();
  });

  test.skipIf(process.platform === 'win32')('lets nobody else look in, and puts an older one right (no modes on Windows)', () => {
    const modes = (): string[] =>
      readdirSync(place.root, { recursive: true, withFileTypes: true })
        .map((entry) => ({ path: join(entry.parentPath, entry.name), wanted: entry.isDirectory() ? 0o700 : 0o600 }))
        .filter(({ path }) => path.startsWith(place.folder) || path.startsWith(place.home))
        .filter(({ path, wanted }) => (statSync(path).mode & 0o777) !== wanted)
        .map(({ path }) => path.slice(place.root.length));
    const made = open();
    addPupils(made, ['Aroha']);
    made.media.put(Buffer.from('a picture'));
    sealInto(made, Buffer.from('an original'), usableKey(made, null));
    expect(modes()).toEqual([]);
    made.close();
    const everything = readdirSync(place.folder, { recursive: true, withFileTypes: true });
    for (const entry of everything) chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
    chmodSync(place.folder, 0o755);
    expect(modes().length).toBeGreaterThan(5);
    const again = open();
    expect(modes()).toEqual([]);
    again.close();
    expect(modes()).toEqual([]);
  });

  test('a file in the place of the folder is said plainly', () => {
    writeFileSync(place.folder, 'a file');
    expect(refusal(open)).toMatchObject({ code: 'disk' });
  });

  test('warns of folders that a cloud service copies', () => {
    expect(syncWarning(fileURLToPath(new URL('file:///home/t/OneDrive - School/Stepwall')))).toContain('“OneDrive - School”');
    expect(syncWarning(fileURLToPath(new URL('file:///home/t/Dropbox/Stepwall')))).toContain('copied to the internet');
    expect(syncWarning(place.folder)).toBeNull();
  });
});
