import Database from 'better-sqlite3';
import fc from 'fast-check';
import { createCipheriv, randomBytes, randomUUID, scryptSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLibrary } from '../../main/library/checking.ts';
import { PIECE } from '../../main/platform/media/pieces.ts';
import { filesOf, madeByHand, oldByHand, type HandMade } from '../support/backups.ts';
import { golden } from '../support/golden.ts';
import { backUp, bring, bringBack, everyFile, newWall, openTestApp, tempPlace, type OpenedApp, type Place } from '../support/library.ts';
import { madeUpImaging } from '../support/madeUpImaging.ts';

// A backup comes on somebody's stick. Whatever is in it: either it is a library of ours, whole, or it is refused and nothing has changed.

const PASSPHRASE = 'Ngā pī me ngā putiputi';
const RUNS = process.env['STEPWALL_LONG'] === '1' ? 300 : 6;
const imaging = madeUpImaging(() => randomBytes(200_000));

let place: Place;
let opened: OpenedApp;

let page = '';
beforeEach(async () => {
  place = tempPlace();
  opened = openTestApp(place, imaging);
  const { task } = await newWall(opened);
  page = (await bring(opened, task, [['page.jpg', randomBytes(100)]])).papers[0]!.pages[0]!.id;
  await opened.api.call('pages.check', { page, checked: true });
  await opened.api.call('class.add', { names: ['Wiremu'] });
});
afterEach(async () => {
  await opened.close();
  place.remove();
});

const beside = (): string[] => readdirSync(place.root).filter((name) => name.startsWith('library '));
const keysHere = (): Record<string, unknown> =>
  JSON.parse(readFileSync(join(place.home, 'keys', `${opened.app.library().id}.json`), 'utf8')) as Record<string, unknown>;
const originalOpens = async (app: OpenedApp): Promise<boolean> => (await app.ask(`/pictures/page/${page}/source`)).status === 200;

/** Everything of the library, of its keys and beside it, but for what the app writes at any moment. */
const everything = (): Record<string, string> =>
  Object.fromEntries(
    everyFile(place.root)
      .filter(({ file }) => !/waiting|library\.db-shm|window/.test(file))
      .map(({ file, bytes }) => [file.slice(place.root.length), bytes.toString('base64')]),
  );

async function refused(
  bytes: Uint8Array,
  passphrase: string | null,
  words: string | RegExp = /not a whole Stepwall backup|can’t be read|passphrase/,
): Promise<void> {
  const before = everything();
  await expect(bringBack(opened, bytes, passphrase)).rejects.toThrow(words);
  expect(everything()).toEqual(before);
  expect([beside(), await originalOpens(opened)]).toEqual([[], true]);
}
const NOT_WHOLE = 'This is not a whole Stepwall backup.';

/** The database of a backup, changed by somebody who can write SQL. */
function changed(database: Uint8Array, ...statements: readonly string[]): Buffer {
  const file = join(place.root, 'temp', 'doctored.db');
  writeFileSync(file, database);
  const db = new Database(file);
  db.pragma('journal_mode = DELETE');
  db.pragma('foreign_keys = OFF');
  statements.forEach((sql) => db.exec(sql));
  db.close();
  return readFileSync(file);
}

async function doctored(...statements: readonly string[]): Promise<{ library: string; files: HandMade[] }> {
  const { bytes } = await backUp(opened, null);
  const files = filesOf(bytes, null).map(({ path, bytes: content }) => ({ path, bytes: path === 'library.db' ? changed(content, ...statements) : content }));
  return { library: opened.app.library().id, files };
}

describe('refused, with everything as it was', () => {
  test('cut off anywhere, or longer than it was', async () => {
    for (const passphrase of [PASSPHRASE, null]) {
      const { bytes } = await backUp(opened, passphrase);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => refused(bytes.subarray(0, length), passphrase)),
        { numRuns: RUNS, examples: [[0], [17], [18], [22], [bytes.length - 1], [bytes.length - 16]] },
      );
      await refused(Buffer.concat([bytes, Buffer.from('x')]), passphrase, NOT_WHOLE);
    }
  });

  test('a bit changed anywhere', async () => {
    for (const passphrase of [PASSPHRASE, null]) {
      const { bytes } = await backUp(opened, passphrase);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
          const other = Buffer.from(bytes);
          other[at] = other[at]! ^ (1 << bit);
          await refused(other, passphrase, /not a whole|passphrase|newer/);
        }),
        { numRuns: RUNS },
      );
    }
  });

  test('pieces in other places, missing or twice', async () => {
    const bytes = Buffer.from((await backUp(opened, PASSPHRASE)).bytes);
    const start = 22 + bytes.readUInt32BE(18) + 7;
    const sealed = PIECE + 16;
    const pieces = Array.from({ length: Math.ceil((bytes.length - start) / sealed) }, (_, index) =>
      bytes.subarray(start + index * sealed, Math.min(bytes.length, start + (index + 1) * sealed)),
    );
    expect(pieces.length).toBeGreaterThan(3);
    const head = bytes.subarray(0, start);
    const orders = fc
      .array(fc.integer({ min: 0, max: pieces.length - 1 }), { minLength: 1, maxLength: pieces.length + 1 })
      .filter((order) => order.length !== pieces.length || order.some((piece, index) => piece !== index));
    await fc.assert(
      fc.asyncProperty(orders, (order) => refused(Buffer.concat([head, ...order.map((piece) => pieces[piece]!)]), PASSPHRASE, NOT_WHOLE)),
      { numRuns: RUNS },
    );
    // A piece of another backup with the same passphrase.
    const other = Buffer.from((await backUp(opened, PASSPHRASE)).bytes);
    await refused(Buffer.concat([head, ...pieces.slice(0, -1), other.subarray(start + (pieces.length - 1) * sealed)]), PASSPHRASE, NOT_WHOLE);
  });

  test('a wrong passphrase, and files of other kinds', async () => {
    const { bytes } = await backUp(opened, PASSPHRASE);
    await refused(bytes, `${PASSPHRASE} `, 'That is not the passphrase of this backup.');
    await refused(bytes, null, 'This backup is sealed by a passphrase.');
    for (const other of ['', 'PK\x03\x04 a zip', 'stepwall-backup 1\n', 'stepwall-backup 1\n\xff\xff\xff\xff{}', 'stepwall-backup 2\n\x00\x00\x10\x00{}'])
      await refused(Buffer.from(other, 'latin1'), null, NOT_WHOLE);
    await refused(Buffer.from('stepwall-backup 9\n'), null, 'This backup was made by a newer Stepwall.');
  });

  test.each([
    'library.db-wal',
    'library.db-journal',
    'library.db-shm',
    'library.json',
    'kept.json',
    'restored-keys.sealed',
    '../outside.txt',
    'media/../../outside.txt',
    '/tmp/stepwall-outside.txt',
    'sealed/../../outside.txt',
    `sealed/${randomUUID().toUpperCase()}`,
    'media/ab/ab.jpg',
    'names.sealed/x',
    'C:\\outside.txt',
    '',
  ])('what no backup of ours holds: %s', async (path) => {
    const { library, files } = await doctored();
    await refused(madeByHand(library, [...files, { path, bytes: Buffer.from('out') }]), null, NOT_WHOLE);
    await refused(oldByHand(library, [{ path, bytes: Buffer.from('out') }, ...files]), null, NOT_WHOLE);
    const outside = [join(place.root, 'outside.txt'), join(place.root, '..', 'outside.txt'), join(tmpdir(), 'stepwall-outside.txt')];
    expect(outside.filter((file) => existsSync(file))).toEqual([]);
  });

  test('the same file twice, none at all, lengths that are not so', async () => {
    const { library, files } = await doctored();
    await refused(madeByHand(library, [...files, ...files.slice(0, 1)]), null, NOT_WHOLE);
    await refused(madeByHand(library, files.slice(1)), null, NOT_WHOLE);
    await refused(madeByHand(library, []), null, NOT_WHOLE);
    for (const says of [0, 5, 2 ** 40]) await refused(oldByHand(library, [{ ...files[0]!, says }, ...files.slice(1)]), null, NOT_WHOLE);
  });

  test('what inflates to far more than it says it is', async () => {
    const { library, files } = await doctored();
    const bomb = deflateRawSync(Buffer.concat([files[0]!.bytes, Buffer.alloc(300_000_000)]));
    expect(bomb.length).toBeLessThan(2_000_000);
    await refused(oldByHand(library, [{ path: 'library.db', bytes: bomb, packed: true }]), null, NOT_WHOLE);
    await refused(oldByHand(library, [{ path: 'library.db', bytes: deflateRawSync(Buffer.alloc(300_000_000)), packed: true }]), null, NOT_WHOLE);
  });

  test.each([
    ['an id that is a path', "update library set id = '../../outside'"],
    ['another library’s id', `update library set id = '${randomUUID()}'`],
    ['no id', 'delete from library'],
    ['a trigger of somebody else', 'create trigger theirs after update on library begin delete from task; end'],
    ['a table of somebody else', 'create table theirs (x text)'],
    ['a key that is the key to names', "update seal_key set id = 'names'; update sealed set key = 'names'"],
    ['a picture with a path for an id', "update media set id = '../../../outside'; update copy set media = '../../../outside'"],
    ['a chart state that can’t be read', "update chart_revision set document = x'00'"],
    ['a page that belongs to nothing', 'delete from paper'],
    ['another build’s migrations', "update migration set checksum = 'x' where name like '003%'"],
  ])('a database with %s', async (_, sql) => {
    const { library, files } = await doctored(sql);
    const words = /can’t be read|not a whole|another build/;
    await refused(madeByHand(library, files), null, words);
    await refused(oldByHand(library, files), null, words);
    expect(readdirSync(join(place.home, 'keys'))).toEqual([`${library}.json`]);
  });

  test('a library whose head names a path', async () => {
    const { files } = await doctored();
    await refused(oldByHand('../../outside', files), null, NOT_WHOLE);
    await refused(madeByHand('../../outside', files), null, NOT_WHOLE);
  });

  test('the library of a newer Stepwall', async () => {
    const { library, files } = await doctored("insert into migration (name, checksum, applied_at) values ('999_later', 'x', 'now')");
    await refused(madeByHand(library, files), null, 'This library was made by a newer Stepwall.');
  });

  test('a key by any other name than a key has', async () => {
    const { library, files } = await doctored();
    await refused(madeByHand(library, files, PASSPHRASE, new Map([['../outside', randomBytes(32)]])), PASSPHRASE, NOT_WHOLE);
    await refused(madeByHand(library, files, PASSPHRASE, new Map([['set-aside', randomBytes(32)]])), PASSPHRASE, NOT_WHOLE);
    await refused(madeByHand(library, files, PASSPHRASE, new Map([[randomUUID(), randomBytes(5)]])), PASSPHRASE, NOT_WHOLE);
  });
});

describe('keys of the library that is here', () => {
  test('are not replaced by those of a backup', async () => {
    const before = keysHere();
    const { library, files } = await doctored();
    const theirs = new Map(Object.keys(before).map((id) => [id, randomBytes(32)]));
    await bringBack(opened, madeByHand(library, files, PASSPHRASE, theirs), PASSPHRASE);
    expect(keysHere()).toEqual(before);
    expect(await originalOpens(opened)).toBe(true);
    const salt = randomBytes(16);
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', scryptSync(PASSPHRASE.normalize('NFC'), salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 }), nonce);
    cipher.setAAD(Buffer.from(library));
    const keys = JSON.stringify(Object.fromEntries([...theirs].map(([id, key]) => [id, key.toString('base64')])));
    const box = Buffer.concat([nonce, cipher.update(keys), cipher.final(), cipher.getAuthTag()]);
    await bringBack(opened, oldByHand(library, files, { salt: salt.toString('base64'), box: box.toString('base64') }), PASSPHRASE);
    expect(keysHere()).toEqual(before);
  });

  test.each([
    ['calls destroyed', "update seal_key set destroyed_at = 'now'"],
    ['has no use for', 'delete from copy; delete from cleaning; delete from page; delete from sealed'],
    ['wants destroyed', "insert into erasure select 'key', id from seal_key; insert into erasure select 'sealed', id from sealed"],
  ])('are not removed, whatever the backup %s: what was before opens as it did', async (_, sql) => {
    const before = keysHere();
    const { library, files } = await doctored(sql);
    await bringBack(opened, madeByHand(library, files), null);
    // What the backup brings and cannot explain is set aside, under a key of its own.
    expect(keysHere()).toMatchObject(before);
    await opened.close();
    opened = openTestApp(place, imaging, { folder: join(place.root, beside()[0]!) });
    expect(await originalOpens(opened)).toBe(true);
    expect(checkLibrary(opened.app.library())).toMatchObject({ ok: true });
  });

  test('an older key to names: the names of the backup are sealed anew with the one that is here', async () => {
    const { bytes } = await backUp(opened, PASSPHRASE);
    await opened.api.call('class.forgetNames', {});
    await opened.api.call('class.add', { names: ['Ana'] });
    const before = keysHere();
    await bringBack(opened, bytes, PASSPHRASE);
    expect(await opened.api.call('class.list', {})).toMatchObject({ names: 'open', pupils: [{ name: 'Wiremu' }] });
    expect(keysHere()).toEqual(before);
    await opened.close();
    opened = openTestApp(place, imaging, { folder: join(place.root, beside()[0]!) });
    expect((await opened.api.call('class.list', {})).pupils.map(({ name }) => name)).toContain('Ana');
  });
});

test('a goal entry that can’t be read is passed over, as in a library of one’s own; the rest comes back', async () => {
  const { library, files } = await doctored("insert into goal_entry select 'x', id, 1, '2026-01-01', '{}', 'now' from pupil");
  expect(await bringBack(opened, madeByHand(library, files), null)).toMatchObject({ walls: 1, papers: 1, pupils: 1 });
  expect(await opened.api.call('goals.class', {})).toHaveLength(1);
});

test('a picture in clear that is not what its name says is left out; the rest comes back', async () => {
  const { library, files } = await doctored();
  const other = files.map((file) => (file.path.startsWith('media/') ? { ...file, bytes: Buffer.from('another picture') } : file));
  expect(await bringBack(opened, madeByHand(library, other), null)).toMatchObject({ walls: 1, papers: 1 });
  expect(checkLibrary(opened.app.library()).problems).toEqual([expect.stringContaining('A clean copy is missing')]);
});

test('the backup of another library takes this one’s place, and this one stays beside it with its keys', async () => {
  const before = keysHere();
  const id = opened.app.library().id;
  await bringBack(opened, readFileSync(golden('with-keys.stepwall')), 'correct horse');
  expect(readdirSync(join(place.home, 'keys'))).toHaveLength(2);
  expect(JSON.parse(readFileSync(join(place.home, 'keys', `${id}.json`), 'utf8'))).toEqual(before);
  await opened.close();
  opened = openTestApp(place, imaging, { folder: join(place.root, beside()[0]!) });
  expect(await originalOpens(opened)).toBe(true);
});
