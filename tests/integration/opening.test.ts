import Database from 'better-sqlite3';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PaperFacts } from '../../core/capture/paperFacts.ts';
import { daysFrom, today } from '../../core/kernel/days.ts';
import { Refusal } from '../../core/kernel/refusal.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { checkLibrary } from '../../main/library/checking.ts';
import { openLibrary, type Library } from '../../main/library/library.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { goldenLibrary } from '../support/golden.ts';
import { bring, everyFile, newWall, openTestApp, tempPlace, type OpenedApp, type Place } from '../support/library.ts';
import { madeUpPage } from '../support/wallChart.ts';

// A library's database can go missing or be replaced by another from outside: by a person who follows a hint, by a program that syncs, by a repair of the disk.
// Whatever it is, opening the library destroys no picture.

const imaging = createImaging(startHelperInNode, { secondsPerPage: 60 });
const pages = await Promise.all([1, 2, 3].map((seed) => madeUpPage(seed, 420, 300)));
afterAll(() => imaging.close());

let place: Place;
let file = '';
beforeEach(() => {
  place = tempPlace();
  file = join(place.folder, 'library.db');
});
afterEach(() => place.remove());

const open = (): Library => openLibrary(place.folder, { home: place.home });
const pictures = (): string[] =>
  everyFile(join(place.folder, 'media'), join(place.folder, 'sealed'))
    .map(({ file: path }) => path)
    .sort();
const allPictures = (): number => everyFile(join(place.folder, 'media'), join(place.folder, 'sealed'), join(place.folder, 'set-aside')).length;
const refusal = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
};

/** Brings pages in and finds each nameless, so that there are sealed pages and open copies. */
async function bringIn(app: OpenedApp, task: string, files: readonly Uint8Array[]): Promise<PaperFacts[]> {
  const { papers } = await bring(
    app,
    task,
    files.map((bytes, index) => [`page ${index}.jpg`, bytes] as const),
  );
  for (const paper of papers) for (const page of paper.pages) await app.api.call('pages.check', { page: page.id, checked: true });
  return app.api.call('papers.list', { task });
}

/** A library with one paper, its database as it was then, and two more papers since. */
async function grownLibrary(): Promise<{ before: string; task: string }> {
  const first = openTestApp(place, imaging);
  const { task } = await newWall(first);
  await bringIn(first, task, pages.slice(0, 1));
  await first.close();
  const before = join(place.root, 'before.db');
  copyFileSync(file, before);
  const second = openTestApp(place, imaging);
  await bringIn(second, task, pages.slice(1));
  await second.close();
  return { before, task };
}

const copiesReadable = (library: Library): boolean => checkLibrary(library).problems.every((problem) => !/copy|sealed page/.test(problem));

describe('a database that is missing', () => {
  test.each<[string, () => void]>([
    ['taken away', () => renameSync(file, join(place.root, 'elsewhere.db'))],
    ['empty', () => writeFileSync(file, '')],
  ])('or is %s: the library is not opened, every picture stays, and putting it back mends all', async (_, damage) => {
    await grownLibrary();
    const whole = readFileSync(file);
    const there = pictures();
    damage();
    expect(refusal(open)).toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('missing or empty'),
      hint: expect.stringContaining('“library.db” back'),
    });
    expect(pictures()).toEqual(there);
    writeFileSync(file, whole);
    const library = open();
    expect(checkLibrary(library)).toEqual({ ok: true, problems: [], repaired: [] });
    library.close();
    expect(pictures()).toEqual(there);
  });

  test('is missed by its pictures alone, too', async () => {
    await grownLibrary();
    rmSync(file);
    rmSync(join(place.folder, 'library.json'));
    const there = pictures();
    expect(refusal(open).code).toBe('unreadable');
    expect(refusal(() => openLibrary(place.folder, { home: place.home, make: false })).code).toBe('not-found');
    expect(pictures()).toEqual(there);
  });

  test('is another library’s: it is not opened', async () => {
    await grownLibrary();
    const other = tempPlace();
    openLibrary(other.folder, { home: place.home }).close();
    const there = pictures();
    copyFileSync(join(other.folder, 'library.db'), file);
    expect(refusal(open)).toMatchObject({ code: 'conflict', message: expect.stringContaining('another library') });
    expect(pictures()).toEqual(there);
    other.remove();
  });
});

describe('an older database in the place of the newer', () => {
  test('opens, destroys nothing, says so until it is settled; the newer one back, everything is as it was', async () => {
    const { before, task } = await grownLibrary();
    const newer = readFileSync(file);
    const there = pictures();
    copyFileSync(before, file);

    const app = openTestApp(place, imaging);
    const status = await app.api.call('library.status', {});
    expect(status.mishap).toEqual({ kind: 'older', lastOpenedOn: today() });
    expect(status.setAside.until).toBe(daysFrom(today(), 31));
    expect(await app.api.call('papers.list', { task })).toHaveLength(1);
    expect(allPictures()).toBe(there.length);
    expect(pictures().length + status.setAside.pictures).toBe(there.length);
    await app.close();

    const again = open();
    const { ok, problems } = checkLibrary(again);
    expect([ok, problems.length]).toEqual([false, 1]);
    expect(problems[0]).toContain('older than the library');
    expect(problems[0]).toContain(`${status.setAside.pictures} pictures`);
    again.close();

    writeFileSync(file, newer);
    const back = open();
    expect(checkLibrary(back)).toEqual({ ok: true, problems: [], repaired: [] });
    back.close();
    expect(pictures()).toEqual(there);
  });

  test('is settled by going on; what lies aside is still kept, sealed, and goes when asked', async () => {
    const { before, task } = await grownLibrary();
    copyFileSync(before, file);
    const app = openTestApp(place, imaging);
    expect(await app.api.call('library.settle', {})).toMatchObject({ mishap: null });
    await bringIn(app, task, pages.slice(1, 2));
    const aside = everyFile(join(place.folder, 'set-aside'));
    expect(aside.length).toBeGreaterThan(0);
    // No picture format's first bytes: what lies there is sealed.
    expect(aside.filter(({ bytes }) => bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xd8])))).toEqual([]);
    expect((await app.api.call('library.emptySetAside', {})).setAside).toEqual({ pictures: 0, until: null });
    expect(existsSync(join(place.folder, 'set-aside'))).toBe(false);
    await app.close();
    const library = open();
    expect(library.mishap()).toBeNull();
    expect(copiesReadable(library)).toBe(true);
    library.close();
  });

  test('the copy that a migration kept, put in its place as a hint says, destroys nothing', async () => {
    goldenLibrary(place);
    const app = openTestApp(place, imaging);
    const { task } = await newWall(app);
    await bringIn(app, task, pages);
    await app.close();
    const there = pictures();
    copyFileSync(join(place.folder, 'library.db.005.before'), file);
    const library = open();
    expect(library.mishap()).toMatchObject({ kind: 'older' });
    expect(allPictures()).toBe(there.length);
    expect(library.setAside.contents().pictures).toBeGreaterThanOrEqual(pages.length * 3);
    library.close();
  });
});

describe('a log that is missing', () => {
  test('is told, and nothing is destroyed', async () => {
    const app = openTestApp(place, imaging);
    const { task } = await newWall(app);
    await bringIn(app, task, pages.slice(0, 1));
    await bring(app, task, [['late.jpg', pages[1] ?? new Uint8Array()]]);
    const killed = tempPlace();
    for (const { file: path, bytes } of everyFile(place.folder)) {
      const to = join(killed.folder, path.slice(place.folder.length + 1));
      mkdirSync(join(to, '..'), { recursive: true });
      if (!/-wal$|-shm$/.test(path)) writeFileSync(to, bytes);
    }
    await app.close();
    const library = openLibrary(killed.folder, { home: place.home });
    expect(library.mishap()).toMatchObject({ kind: 'log-missing' });
    expect(checkLibrary(library).problems[0]).toContain('library.db-wal');
    const kept = everyFile(join(killed.folder, 'media'), join(killed.folder, 'sealed'), join(killed.folder, 'set-aside')).length;
    expect(kept).toBe(allPictures());
    library.close();
    const again = openLibrary(killed.folder, { home: place.home });
    expect(again.mishap()).toMatchObject({ kind: 'log-missing' });
    again.close();
    killed.remove();
  });
});

describe('a log that is damaged', () => {
  /** The library's folder as a killed program leaves it, with its log and the index of it. */
  const killedWithLog = async (): Promise<Place> => {
    const app = openTestApp(place, imaging);
    await newWall(app);
    const killed = tempPlace();
    cpSync(place.folder, killed.folder, { recursive: true });
    rmSync(join(killed.folder, 'in-use.json'));
    await app.close();
    return killed;
  };
  const spoilt = (log: Buffer, at: number): Buffer => Buffer.concat([log.subarray(0, at), Buffer.of((log[at] ?? 0) ^ 4), log.subarray(at + 1)]);

  test.each<[string, ((log: Buffer) => Buffer) | null]>([
    ['cut off in its last page', (log) => log.subarray(0, log.length - 1)],
    ['cut off at its beginning', (log) => log.subarray(0, 20)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in a bit of its beginning', (log) => spoilt(log, 17)],
    ['changed in a bit of a page’s head', (log) => spoilt(log, 32 + 4120 * 2 + 9)],
    ['changed in a bit of its last page', (log) => spoilt(log, log.length - 100)],
    ['whole', null],
  ])('%s: SQLite goes on with what it finds; that something may be lost is told, and only then', async (_, spoil) => {
    const killed = await killedWithLog();
    const log = join(killed.folder, 'library.db-wal');
    expect(readFileSync(log).length).toBeGreaterThan(32 + 4120 * 3);
    if (spoil !== null) writeFileSync(log, spoil(readFileSync(log)));
    for (const kind of ['first', 'again']) {
      const library = openLibrary(killed.folder, { home: place.home });
      expect(library.mishap()?.kind ?? null, kind).toBe(spoil === null ? null : 'log-damaged');
      library.close();
    }
    killed.remove();
  });
});

test('a program that was killed while it brought a database up to date, which has no log by then: that is taken back, and the library opens', () => {
  open().close();
  const db = new Database(file);
  db.pragma('journal_mode = DELETE');
  db.pragma('cache_size = 5');
  db.exec('begin; create table later (a text); create table more (a text);');
  db.prepare('insert into later with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000) select printf(?, i) from n').run('%0200d');
  const killed = join(place.root, 'killed');
  cpSync(place.folder, killed, { recursive: true });
  db.close();
  expect(statSync(join(killed, 'library.db-journal')).size).toBeGreaterThan(0);
  const library = openLibrary(killed, { home: place.home });
  expect([library.mishap(), checkLibrary(library).problems]).toEqual([null, []]);
  library.close();
});

describe('what was set aside', () => {
  const strange = '11111111-1111-4111-8111-111111111111';

  test('goes after a month and not before', async () => {
    await grownLibrary();
    writeFileSync(join(place.folder, 'sealed', strange), 'left behind');
    open().close();
    const [day = ''] = readdirSync(join(place.folder, 'set-aside'));
    expect(day).toBe(today());
    const aside = join(place.folder, 'set-aside');
    const rename = (age: number): void => renameSync(join(aside, readdirSync(aside)[0] ?? ''), join(aside, daysFrom(today(), -age)));
    rename(31);
    open().close();
    expect(everyFile(join(place.folder, 'set-aside'))).toHaveLength(1);
    rename(32);
    open().close();
    expect(everyFile(join(place.folder, 'set-aside'))).toEqual([]);
  });

  test('keeps its keys: a paper that is erased meanwhile takes none away that another picture may need', async () => {
    const { before, task } = await grownLibrary();
    const newer = readFileSync(file);
    copyFileSync(before, file);
    const app = openTestApp(place, imaging);
    await app.api.call('papers.erase', { paper: (await app.api.call('papers.list', { task }))[0]?.id ?? '' });
    await app.close();
    writeFileSync(file, newer);
    const back = open();
    // The erased paper's own files are gone for good; every other page opens.
    expect(checkLibrary(back).problems.every((problem) => problem.includes('missing'))).toBe(true);
    back.close();
  });

  test('does not count what was noted to be destroyed: that is finished when the library is next opened', async () => {
    await grownLibrary();
    const library = open();
    const media = library.media.all()[0] ?? '';
    library.db.prepare('delete from copy where media = ?').run(media);
    library.db.prepare('delete from media where id = ?').run(media);
    library.db.prepare("insert into erasure (kind, id) values ('media', ?)").run(media);
    library.close();
    const again = open();
    expect(again.media.has(media)).toBe(false);
    expect(again.setAside.contents().pictures).toBe(0);
    again.close();
  });

  test('an open copy that was made anew with the same bytes as one noted to be destroyed stays', async () => {
    await grownLibrary();
    const library = open();
    const media = library.media.all()[0] ?? '';
    library.db.prepare("insert into erasure (kind, id) values ('media', ?)").run(media);
    library.close();
    const again = open();
    expect(again.media.has(media)).toBe(true);
    again.close();
  });
});
