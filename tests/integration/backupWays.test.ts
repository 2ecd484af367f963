import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Job } from '../../core/contract/events.ts';
import { daysFrom, today } from '../../core/kernel/days.ts';
import { backUp, bring, bringBack, newWall, offer, openTestApp, tempPlace, type OpenedApp, type Place } from '../support/library.ts';
import { madeUpImaging } from '../support/madeUpImaging.ts';

const imaging = madeUpImaging(() => randomBytes(700_000));
let place: Place;
let opened: OpenedApp;
let wall = '';
let task = '';
beforeEach(async () => {
  place = tempPlace();
  opened = openTestApp(place, imaging);
  ({ wall, task } = await newWall(opened));
  await bring(opened, task, [
    ['one.jpg', Buffer.from('x')],
    ['two.jpg', Buffer.from('x')],
  ]);
});
afterEach(async () => {
  await opened.close();
  place.remove();
});

const beside = (word: string): string[] => readdirSync(place.root).filter((name) => name.startsWith('library ') && name.includes(word));
const reopen = async (): Promise<void> => {
  await opened.close();
  opened = openTestApp(place, imaging);
};
const waiting = (): string[] =>
  readdirSync(join(place.home, 'waiting'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
const progressOf = (job: string): Job[] =>
  opened.told.flatMap(({ event, payload }) => (event === 'job.changed' && (payload as Job).job === job ? [payload as Job] : []));
/** Does something at the first word of progress that is about it. */
function atFirst(words: RegExp, deed: (job: Job) => void): void {
  let isDone = false;
  opened.onTold((event, payload) => {
    if (event !== 'job.changed' || isDone || !words.test((payload as Job).doing)) return;
    isDone = true;
    deed(payload as Job);
  });
}

describe('a backup on its way', () => {
  test('says how far it is, as it is written and read back', async () => {
    const { job } = await opened.api.call('library.backup', { passphrase: null });
    expect((await opened.ended(job)).state).toBe('done');
    const said = progressOf(job);
    expect(said.some(({ doing }) => /^Writing the backup: \d+ of 6 MB/.test(doing))).toBe(true);
    expect(said.some(({ doing, done, of }) => /^Reading it back: \d+ of 6 MB/.test(doing) && done <= of)).toBe(true);
    const shares = said.filter(({ of }) => of > 0).map(({ done, of }) => done / of);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  test.each([/Writing/, /Reading it back/])('is stopped when told so (%s), and nothing of it is left', async (words) => {
    atFirst(words, ({ job }) => void opened.api.call('jobs.cancel', { job }));
    const { job } = await opened.api.call('library.backup', { passphrase: null });
    expect((await opened.ended(job)).state).toBe('cancelled');
    expect([waiting(), existsSync(join(place.folder, 'backing-up'))]).toEqual([[], false]);
    expect((await opened.api.call('library.status', {})).backup.madeOn).toBeNull();
  });

  test('ends where something is destroyed meanwhile: what was erased is in no backup that comes after', async () => {
    const [paper] = await opened.api.call('papers.list', { task });
    const erased = new Promise((done) => atFirst(/Writing/, () => done(opened.api.call('papers.erase', { paper: paper!.id }))));
    const { job } = await opened.api.call('library.backup', { passphrase: null });
    expect(await opened.ended(job)).toMatchObject({ state: 'failed', problem: { message: 'Something was destroyed while this file was made.' } });
    await erased;
    expect(waiting()).toEqual([]);
    expect((await backUp(opened, null)).leftOut).toBe(0);
  });

  test('leaves out what is missing, and says how much', async () => {
    const { sealed } = opened.app.library();
    rmSync(sealed.path(sealed.all()[0]!));
    const { bytes, leftOut } = await backUp(opened, null);
    expect(leftOut).toBe(1);
    expect(await bringBack(opened, bytes, null)).toMatchObject({ papers: 2 });
  });

  test('is not made of a library that could not be brought back', async () => {
    opened.app.library().db.prepare("update chart_revision set document = x'00'").run();
    const { job } = await opened.api.call('library.backup', { passphrase: null });
    expect(await opened.ended(job)).toMatchObject({
      state: 'failed',
      problem: { message: expect.stringContaining('No backup was made'), hint: expect.stringContaining('Keep the backups that you have') },
    });
    expect(waiting()).toEqual([]);
  });
});

describe('bringing a backup back', () => {
  test('is stopped when told so, and the library is as it was', async () => {
    const { bytes } = await backUp(opened, null);
    await opened.api.call('walls.rename', { wall, title: 'Changed since' });
    atFirst(/Bringing it back/, ({ job }) => void opened.api.call('jobs.cancel', { job }));
    const [file = ''] = await offer(opened, [['all.stepwall', bytes]]);
    const { job } = await opened.api.call('library.restore', { file, passphrase: null });
    expect((await opened.ended(job)).state).toBe('cancelled');
    expect((await opened.api.call('walls.list', {})).map(({ title }) => title)).toEqual(['Changed since']);
    expect(beside('')).toEqual([]);
    expect(waiting().length).toBeLessThanOrEqual(1);
  });

  test('a library that is kept goes after a month, when told so, or when something is erased; one that is opened is a library again', async () => {
    const { bytes } = await backUp(opened, null);
    await bringBack(opened, bytes, null);
    const [kept = ''] = beside('before');
    const until = daysFrom(today(), 31);
    expect(await opened.api.call('library.status', {})).toMatchObject({ kept: { libraries: 1, until } });
    await reopen();
    expect(beside('before')).toEqual([kept]);
    // A page that is cleaned anew, or a folder that only has such a name, is no reason.
    const own = join(place.root, 'library before my eyes');
    renameSync(join(place.root, 'window'), own);
    const [paper] = await opened.api.call('papers.list', { task });
    const { id, cleaning } = paper!.pages[0]!;
    await opened.api.call('pages.clean', { page: id, cleaning: { ...cleaning, degrees: 2 } });
    expect(beside('before')).toEqual(expect.arrayContaining([kept]));
    await opened.api.call('papers.erase', { paper: paper!.id });
    expect(beside('before')).toEqual(['library before my eyes']);

    await bringBack(opened, bytes, null);
    expect(await opened.api.call('library.destroyKept', {})).toMatchObject({ kept: { libraries: 0, until: null } });
    await bringBack(opened, bytes, null);
    const mark = join(place.root, beside('before 2')[0]!, 'kept.json');
    writeFileSync(mark, readFileSync(mark, 'utf8').replace(today(), daysFrom(today(), -32)));
    await reopen();
    expect(beside('before 2')).toEqual([]);

    await bringBack(opened, bytes, null);
    const another = openTestApp(place, imaging, { folder: join(place.root, beside('before 2')[0]!) });
    await another.close();
    await opened.api.call('papers.erase', { paper: (await opened.api.call('papers.list', { task }))[0]!.id });
    expect(beside('before 2')).toHaveLength(1);
  });
});

describe('the word about backups', () => {
  const isDue = async (): Promise<boolean> => (await opened.api.call('library.status', {})).backup.isDue;
  /** Moves what the library says of its past so many days back. */
  async function daysGoBy(days: number, database = true): Promise<void> {
    await opened.close();
    const earlier = (text: string): string => text.replaceAll(/\d{4}-\d\d-\d\d(?=[T"])/g, (day) => daysFrom(day, -days));
    const mark = join(place.folder, 'library.json');
    writeFileSync(mark, earlier(readFileSync(mark, 'utf8')));
    if (database) {
      const db = new Database(join(place.folder, 'library.db'));
      db.prepare('update library set made_at = ?').run(earlier(db.prepare('select made_at from library').pluck().get() as string));
      db.close();
    }
    opened = openTestApp(place, imaging);
  }

  test('comes after four weeks with something new, goes for two when told so, and with a backup', async () => {
    expect(await isDue()).toBe(false);
    await daysGoBy(27);
    expect(await isDue()).toBe(false);
    await daysGoBy(1);
    expect(await isDue()).toBe(true);
    expect((await opened.api.call('library.remindLater', {})).backup.isDue).toBe(false);
    await reopen();
    expect(await isDue()).toBe(false);
    await daysGoBy(14);
    expect(await isDue()).toBe(true);
    await backUp(opened, null);
    expect(await opened.api.call('library.status', {})).toMatchObject({ backup: { madeOn: today(), isDue: false } });
    await daysGoBy(28);
    // What changed is older than this backup only in the database's own words: here it is newer.
    expect(await isDue()).toBe(true);
  });

  test('does not come where nothing was done since', async () => {
    await backUp(opened, null);
    await opened.close();
    const mark = join(place.folder, 'library.json');
    const { backedUpAt, ...rest } = JSON.parse(readFileSync(mark, 'utf8')) as { backedUpAt: string };
    writeFileSync(mark, JSON.stringify({ ...rest, backedUpAt: backedUpAt.replace(/^\d{4}-\d\d-\d\d/, (day) => daysFrom(day, -60)) }));
    const db = new Database(join(place.folder, 'library.db'));
    for (const [table, column] of [
      ['chart', 'changed_at'],
      ['page', 'made_at'],
      ['pupil', 'made_at'],
    ] as const)
      db.exec(`update ${table} set ${column} = '2020-01-01T00:00:00.000Z'`);
    db.close();
    opened = openTestApp(place, imaging);
    expect((await opened.api.call('library.status', {})).backup.isDue).toBe(false);
    await opened.api.call('walls.rename', { wall, title: 'Changed since' });
    expect((await opened.api.call('library.status', {})).backup.isDue).toBe(true);
  });
});
