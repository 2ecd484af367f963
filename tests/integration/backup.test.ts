import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { checkLibrary } from '../../main/library/checking.ts';
import { bees, bring, newWall, offer, openTestApp, tempPlace, type OpenedApp, type Place } from '../support/library.ts';
import { madeUpPage } from '../support/wallChart.ts';

const imaging = createImaging(startHelperInNode, { processes: 1, secondsPerPage: 60 });
const picture = await madeUpPage(40, 420, 300);
const PASSPHRASE = 'Ngā pī me ngā putiputi';
afterAll(() => imaging.close());

let place: Place;
let elsewhere: Place;
let opened: OpenedApp;
let wall = '';
let page = '';
beforeEach(async () => {
  place = tempPlace();
  elsewhere = tempPlace();
  opened = openTestApp(place, imaging);
  const made = await newWall(opened);
  wall = made.wall;
  page = (await bring(opened, made.task, [['page.jpg', picture]])).papers[0]!.pages[0]!.id;
  await opened.api.call('pages.check', { page, checked: true });
  await opened.api.call('class.add', { names: ['Wiremu'] });
});
afterEach(async () => {
  await opened.close();
  place.remove();
  elsewhere.remove();
});

async function backup(passphrase: string | null): Promise<Uint8Array> {
  const { token, name } = await opened.api.call('library.backup', { passphrase });
  expect(name).toMatch(/^Stepwall \d{4}-\d\d-\d\d\.stepwall$/);
  return new Uint8Array(await (await opened.ask(`/outgoing/${token}`)).arrayBuffer());
}

async function restore(into: OpenedApp, bytes: Uint8Array, passphrase: string | null): Promise<unknown> {
  const [file = ''] = await offer(into, [['library.stepwall', bytes]]);
  return into.api.call('library.restore', { file, passphrase });
}

async function otherComputer(work: (other: OpenedApp) => Promise<void>): Promise<void> {
  const other = openTestApp(elsewhere, imaging);
  try {
    await work(other);
  } finally {
    await other.close();
  }
}

const originalOf = ({ ask }: OpenedApp): Promise<Response> => ask(`/pictures/page/${page}/source`);
const sameOriginal = async (app: OpenedApp): Promise<boolean> =>
  Buffer.from(await (await originalOf(app)).arrayBuffer()).equals(Buffer.from(await (await originalOf(opened)).arrayBuffer()));
const beside = (of: Place): string[] =>
  readdirSync(of.root)
    .filter((name) => name.startsWith('library '))
    .sort();

describe('a backup on another computer', () => {
  test('with its passphrase everything is there: walls, copies, originals, names', async () => {
    const bytes = await backup(PASSPHRASE);
    await otherComputer(async (other) => {
      expect(await restore(other, bytes, PASSPHRASE)).toMatchObject({ folder: elsewhere.folder, walls: 1, papers: 1, pupils: 1 });
      expect(await other.api.call('walls.open', { wall })).toEqual(await opened.api.call('walls.open', { wall }));
      expect(await other.api.call('class.list', {})).toEqual(await opened.api.call('class.list', {}));
      expect(await sameOriginal(other)).toBe(true);
      expect(checkLibrary(other.app.library())).toEqual({ ok: true, problems: [], repaired: [] });
    });
    // Nothing of it hangs on the moment: the restored library opens again.
    await otherComputer(async (other) => expect(await sameOriginal(other)).toBe(true));
  });

  test.each([
    ['made without a passphrase', null, null],
    ['restored without its passphrase', PASSPHRASE, null],
  ])('%s: charts and copies are there, originals and names stay closed', async (_, made, given) => {
    const bytes = await backup(made);
    await otherComputer(async (other) => {
      expect(await restore(other, bytes, given)).toMatchObject({ walls: 1, papers: 1, pupils: 1 });
      const { shownPapers } = await other.api.call('walls.open', { wall });
      expect((await other.ask(`/pictures/media/${shownPapers[0]!.pages[0]!.media}`)).status).toBe(200);
      expect(await other.api.call('class.list', {})).toMatchObject({ names: 'elsewhere', pupils: [{ name: null }] });
      const closed = await originalOf(other);
      expect([closed.status, await closed.json()]).toEqual([
        400,
        {
          code: 'locked',
          message: 'The original page was sealed on another computer.',
          hint: 'It only opens there. Copies that were checked are here all the same.',
        },
      ]);
    });
  });

  test('a passphrase typed with composed or separate macrons is the same', async () => {
    const bytes = await backup(PASSPHRASE.normalize('NFD'));
    await otherComputer(async (other) => {
      await restore(other, bytes, PASSPHRASE.normalize('NFC'));
      expect((await originalOf(other)).status).toBe(200);
    });
  });
});

describe('a backup on the same computer', () => {
  test('brings back what was, without a passphrase too, and keeps what is beside it', async () => {
    const bytes = await backup(null);
    const later = await newWall(opened);
    await opened.api.call('walls.rename', { wall, title: 'Changed since' });
    expect(await restore(opened, bytes, null)).toMatchObject({ walls: 1 });
    expect((await opened.api.call('walls.list', {})).map(({ title }) => title)).toEqual([bees.question]);
    expect((await originalOf(opened)).status).toBe(200);
    expect((await opened.api.call('class.list', {})).pupils[0]!.name).toBe('Wiremu');
    const [kept, ...others] = beside(place);
    expect([kept, others]).toEqual([expect.stringMatching(/^library before \d{4}-\d\d-\d\d$/), []]);
    await opened.close();
    opened = openTestApp(place, imaging, { folder: join(place.root, kept!) });
    expect((await opened.api.call('walls.list', {})).map(({ id }) => id).sort()).toEqual([wall, later.wall].sort());
  });

  test('twice on one day keeps both', async () => {
    const bytes = await backup(null);
    await restore(opened, bytes, null);
    await restore(opened, bytes, null);
    expect(beside(place)).toHaveLength(2);
    await opened.close();
    opened = openTestApp(place, imaging);
    expect(await opened.api.call('library.status', {})).toMatchObject({ walls: 1, papers: 1 });
  });

  test('from before names were forgotten and typed anew: its names stay closed, and the library works', async () => {
    const bytes = await backup(null);
    await opened.api.call('class.forgetNames', {});
    await opened.api.call('class.add', { names: ['Ana'] });
    expect(await restore(opened, bytes, null)).toMatchObject({ pupils: 1 });
    expect(await opened.api.call('class.list', {})).toMatchObject({ names: 'elsewhere', pupils: [{ name: null }] });
  });
});

describe('refused, with the library as it was', () => {
  const untouched = async (bytes: Uint8Array, passphrase: string | null, problem: object): Promise<void> => {
    const before = await opened.api.call('walls.open', { wall });
    const database = readFileSync(join(place.folder, 'library.db'));
    await expect(restore(opened, bytes, passphrase)).rejects.toMatchObject(problem);
    expect(await opened.api.call('walls.open', { wall })).toEqual(before);
    expect(readFileSync(join(place.folder, 'library.db')).equals(database)).toBe(true);
    expect((await originalOf(opened)).status).toBe(200);
    expect(beside(place)).toEqual([]);
  };
  const notWhole = { code: 'unreadable', message: 'This is not a whole Stepwall backup.', hint: expect.stringContaining('Nothing was changed') };

  test('a wrong passphrase', async () => {
    await untouched(await backup(PASSPHRASE), `${PASSPHRASE} `, { code: 'locked', message: 'That is not the passphrase of this backup.' });
  });

  test('a backup cut off anywhere', async () => {
    const bytes = await backup(PASSPHRASE);
    for (const share of [0, 0.00001, 0.001, 0.01, 0.3, 0.7, 0.999]) await untouched(bytes.subarray(0, Math.floor(bytes.length * share)), PASSPHRASE, notWhole);
    await untouched(bytes.subarray(0, bytes.length - 1), PASSPHRASE, notWhole);
  });

  test('files of other kinds', async () => {
    for (const bytes of [
      picture,
      Buffer.from('PK\x03\x04 a zip'),
      Buffer.from('stepwall-backup 1\n'),
      Buffer.from('stepwall-backup 1\n\xff\xff\xff\xff{}', 'latin1'),
      Buffer.from('stepwall-backup 9\n'),
    ]) {
      await untouched(bytes, null, notWhole);
    }
  });

  test('a backup of which a byte was changed on the way, in its database, its pictures or its list', async () => {
    const bytes = await backup(PASSPHRASE);
    for (let part = 0.02; part < 1; part += 0.11) {
      const changed = Buffer.from(bytes);
      const at = Math.floor(changed.length * part);
      changed[at] = changed[at]! ^ 1;
      await untouched(changed, PASSPHRASE, { code: expect.stringMatching(/unreadable|locked/) });
    }
  });

  test('a backup made by hand that would write outside of its folder', async () => {
    for (const path of ['../../outside.txt', join(tmpdir(), 'stepwall-outside.txt'), 'media/../../outside.txt']) {
      const bytes = madeByHand([{ path, text: 'out' }]);
      await untouched(bytes, null, notWhole);
      expect(
        [join(place.root, 'outside.txt'), join(place.root, '..', 'outside.txt'), join(tmpdir(), 'stepwall-outside.txt')].filter((file) => existsSync(file)),
      ).toEqual([]);
    }
  });

  test('a backup without a database', async () => {
    await untouched(madeByHand([{ path: 'media/x.jpg', text: 'x' }]), null, { code: expect.stringMatching(/unreadable|not-found/) });
  });

  test('a backup of a newer Stepwall', async () => {
    opened.app.library().db.prepare("insert into migration (name, checksum, applied_at) values ('999_later', 'x', 'now')").run();
    const bytes = await backup(null);
    opened.app.library().db.prepare("delete from migration where name = '999_later'").run();
    await expect(restore(opened, bytes, null)).rejects.toMatchObject({ code: 'conflict', message: 'This library was made by a newer Stepwall.' });
    expect([beside(place), (await opened.api.call('walls.list', {})).length]).toEqual([[], 1]);
  });
});

/** A line, four bytes of length, the head as JSON, the files. */
function madeByHand(files: readonly { path: string; text: string }[]): Buffer {
  const head = Buffer.from(
    JSON.stringify({
      library: crypto.randomUUID(),
      madeAt: '',
      keys: null,
      files: files.map(({ path, text }) => ({ path, bytes: text.length, packed: false, sha256: createHash('sha256').update(text).digest('hex') })),
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([Buffer.from('stepwall-backup 1\n'), length, head, ...files.map(({ text }) => Buffer.from(text))]);
}
