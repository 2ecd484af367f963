import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { textOf } from '../../main/chart/stateTexts.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { askSoundness } from '../../main/platform/database/soundness.ts';
import { openTestApp, resultOf, tempPlace, type OpenedApp, type Place } from '../support/library.ts';
import { makeReady, tenActions, type Ready } from '../support/tenActions.ts';
import { madeUpPage } from '../support/wallChart.ts';

const imaging = createImaging(startHelperInNode, { secondsPerPage: 60, processes: 1 });
const picture = await madeUpPage(4, 420, 300);
afterAll(() => imaging.close());

const StateKept = z.object({ position: z.int(), document: z.instanceof(Uint8Array), base: z.int().nullable() });
const date = '2026-03-02';
const days = { from: '2026-03-01', until: '2026-03-07' };
let place: Place;
let opened: OpenedApp;
let ready: Ready;
beforeEach(async () => {
  place = tempPlace();
  opened = openTestApp(place, imaging);
  ready = await makeReady(opened, picture);
});
afterEach(async () => {
  await opened.close();
  place.remove();
});

const call: OpenedApp['api']['call'] = (name, input) => opened.api.call(name, input);
const spoil = (sql: string, ...bound: readonly unknown[]): void => {
  const { db } = opened.app.library();
  db.pragma('ignore_check_constraints = ON');
  expect(db.prepare(sql).run(...bound).changes, sql).toBeGreaterThan(0);
};
const problems = async (): Promise<string[]> => (await resultOf(opened, await call('library.check', {}))).problems;

test('a row of each kind that can’t be read: every list shows the rest, and the check names each', async () => {
  const { wall, task, pupil, goal } = ready;
  await call('goals.choose', { pupil, date, goal, origin: 'bank', why: '', second: false, confirmed: false });
  for (const title of ['First', 'Second'])
    await call('lessons.save', { id: randomUUID(), date, space: '', kind: 'modelled', title, intention: '', lofty: [], model: [] });
  for (const topic of ['One', 'Two']) await call('team.save', { id: randomUUID(), date, topic, text: 'Try.', checkInOn: null });
  for (const why of ['a', 'b'])
    await call('groups.save', {
      id: randomUUID(),
      date,
      kind: 'mixed',
      goal: null,
      skillSet: null,
      why,
      members: [{ pupil, role: null, came: true }],
      outcome: '',
      taughtOn: null,
    });
  for (const at of [0, 1]) await call('placements.record', { wall, pupil, place: at, by: 'teacher', date });
  await resultOf(opened, await call('papers.import', { task, files: [await offered()] }));

  const one = (table: string): string => `rowid = (select max(rowid) from ${table})`;
  spoil(`update lesson set document = '{' where ${one('lesson')}`);
  spoil(`update team_note set date = 'soon' where ${one('team_note')}`);
  spoil(`update teaching_group set goal = '' where ${one('teaching_group')}`);
  spoil(`update placement set place = 0.3 where ${one('placement')}`);
  spoil(`update page set proposal = '[]' where ${one('page')}`);
  spoil(`update pupil set year = 99 where ${one('pupil')}`);
  // A damaged disk asks no trigger.
  opened.app.library().db.exec('drop trigger bank_item_stays; drop trigger goal_entry_stays');
  spoil(`update bank_item set document = '{}' where code = ?`, goal);
  spoil(`update goal_entry set document = 'null'`);
  spoil(`update chart set print = 'no' where id = ?`, wall);
  spoil(`update task set true_size = '7' where id = ?`, task);

  expect((await call('lessons.list', days)).map(({ title }) => title)).toHaveLength(1);
  expect(await call('team.notes', {})).toHaveLength(1);
  expect(await call('groups.list', days)).toHaveLength(1);
  expect(await call('placements.list', { wall })).toHaveLength(1);
  expect((await call('class.list', {})).pupils).toHaveLength(1);
  expect((await call('goals.bank', {})).goals.map(({ code }) => code)).not.toContain(goal);
  expect((await call('papers.list', { task })).map(({ pages }) => pages.length)).toEqual([1, 0]);
  expect((await call('walls.list', {})).map(({ id }) => id)).toEqual([wall]);
  expect(await call('walls.card', { wall })).toMatchObject({ task: { trueSize: { name: 'not-asked' } } });
  expect(await call('walls.open', { wall })).toMatchObject({ id: wall });
  await call('goals.class', {});
  await call('goals.story', { pupil });
  await call('privacy.state', { task });

  const said = (await problems()).join('\n');
  for (const kind of [/lesson of 2026-03-02/, /note of the team of soon/, /group of 2026-03-02/, /pupil was placed/, /page can’t be read/, /pupil “\w+”/])
    expect(said).toMatch(kind);
  for (const kind of [new RegExp(`goal bank can’t be read: ${goal}`), /noted about a pupil’s goals/, /is printed can’t be read/, /size of the paper/])
    expect(said).toMatch(kind);
  expect(opened.logged).toEqual([]);
});

async function offered(): Promise<string> {
  const { token } = await call('files.offer', { name: 'b.jpg', bytes: picture.length });
  await opened.ask(`/incoming/${token}`, { method: 'PUT', body: Buffer.from(picture) });
  return token;
}

describe('a state of a chart that can’t be read', () => {
  const rename = (title: string): Promise<unknown> => call('walls.rename', { wall: ready.wall, title });
  const spoilState = (position: number): void => spoil("update chart_revision set document = x'1234' where chart = ? and position = ?", ready.wall, position);

  test.each([1, 2, 5, 63, 64, 65, 70])('after %i changes: the other walls open, the wall goes back and on, and undo goes on working', async (changes) => {
    const { wall: other } = await call('walls.duplicate', { wall: ready.wall });
    for (let n = 1; n <= changes; n += 1) await rename(`Title ${n}`);
    spoilState(changes);
    expect((await call('walls.list', {})).map(({ id }) => id).sort()).toEqual([other, ready.wall].sort());
    await call('walls.card', { wall: other });
    await expect(call('walls.card', { wall: ready.wall })).rejects.toMatchObject({ code: 'unreadable', hint: expect.stringContaining('go back') });
    expect((await problems())[0]).toBe(`The wall “Title ${changes}” can’t be read as it is now. “Your walls” offers to go back to how it was before.`);
    expect(await call('walls.earlier', { wall: ready.wall })).toMatchObject({ madeAt: expect.any(String) });
    await call('walls.goBack', { wall: ready.wall });
    const before = changes === 1 ? 'Why do bees matter?' : `Title ${changes - 1}`;
    expect((await call('walls.open', { wall: ready.wall })).chart.title).toBe(before);
    await rename('And on');
    expect((await call('charts.undo', { wall: ready.wall })).chart.title).toBe(before);
    expect((await call('charts.redo', { wall: ready.wall })).chart.title).toBe('And on');
    expect(await problems()).toEqual([]);
    expect(opened.logged).toEqual([]);
  });

  test('a state that others are told from: the check names each, the newest readable one is offered', async () => {
    for (let n = 1; n <= 7; n += 1) await rename(`Title ${n}`);
    spoilState(4);
    expect(await problems()).toHaveLength(4);
    await call('walls.goBack', { wall: ready.wall });
    expect((await call('walls.open', { wall: ready.wall })).chart.title).toBe('Title 3');
    await rename('On');
    expect(await problems()).toEqual([]);
  });

  test('one that others are not told from takes none of them along, in the check neither', async () => {
    for (let n = 1; n <= 9; n += 1) await rename(`Title ${n}`);
    spoilState(4);
    expect(await problems()).toHaveLength(4);
  });

  test('states that an earlier build kept whole are no trouble to those that are told from them', async () => {
    for (let n = 1; n <= 7; n += 1) await rename(`Title ${n}`);
    const { db } = opened.app.library();
    const states = db.prepare('select position, document, base from chart_revision where chart = ? order by position').all(ready.wall);
    const whole = z
      .array(StateKept)
      .parse(states)
      .map(({ position, ...kept }) => ({ position, text: textOf(db, ready.wall, kept) }));
    for (const { position, text } of whole)
      spoil('update chart_revision set document = ?, base = null where chart = ? and position = ?', deflateRawSync(text), ready.wall, position);
    for (let n = 8; n <= 17; n += 1) await rename(`Title ${n}`);
    expect(await problems()).toEqual([]);
  });

  test('where none can be read, that is said, and the wall can still be put in the bin', async () => {
    spoil("update chart_revision set document = x'00' where chart = ?", ready.wall);
    expect(await call('walls.earlier', { wall: ready.wall })).toBeNull();
    await expect(call('walls.goBack', { wall: ready.wall })).rejects.toMatchObject({ code: 'unreadable' });
    await call('walls.bin', { wall: ready.wall });
    await call('walls.destroy', { wall: ready.wall });
    expect(await call('walls.list', {})).toEqual([]);
  });
});

test('copies and keys that are damaged or gone: everything opens, pages show the lock with its reason, and the check says what is wrong', async () => {
  const { wall, task, page } = ready;
  await call('pages.check', { page, checked: true });
  const [media] = (await call('walls.open', { wall })).shownPapers[0]!.pages;
  const library = opened.app.library();
  await opened.close();
  writeFileSync(library.media.path(media!.media), 'half');
  writeFileSync(join(place.home, 'keys', `${library.id}.json`), '{"half');
  opened = openTestApp(place, imaging);
  expect((await call('walls.list', {})).map(({ id }) => id)).toEqual([wall]);
  expect((await call('papers.list', { task }))[0]!.pages[0]).toMatchObject({ original: 'keys-damaged', checked: true });
  await call('walls.card', { wall });
  expect((await call('class.list', {})).names).toBe('elsewhere');
  const said = await problems();
  expect(said).toContain('The file of keys is damaged: original pages and names can’t be opened.');
  expect(said).toContain(`A clean copy is damaged: ${media!.media}.jpg`);
  rmSync(library.media.path(media!.media));
  expect(await problems()).toContain(`A clean copy is missing: ${media!.media}.jpg`);
  expect(opened.logged).toEqual([]);
});

test('a file of names that is damaged or gone is told by the check, names typed meanwhile shut nothing out, and forgetting ends it', async () => {
  const file = join(place.folder, 'names.sealed');
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, 20));
  expect((await problems()).join()).toContain('names is damaged');
  rmSync(file);
  expect((await problems()).join()).toContain('names is missing');
  await call('class.rename', { pupil: ready.pupil, name: 'Mere' });
  expect(await problems()).toEqual([]);
  // The old file turns up again.
  writeFileSync(file, bytes);
  expect((await call('class.list', {})).pupils.map(({ name }) => name)).toEqual(['Wiremu', 'Ana']);
  await call('class.forgetNames', {});
  expect([await problems(), (await call('class.list', {})).names]).toEqual([[], 'none']);
});

describe('a damaged database', () => {
  /** Spoils the page that the team's notes begin on: the rest can be read. */
  const spoilFile = (): Buffer => {
    const file = join(place.folder, 'library.db');
    const db = new Database(file, { readonly: true });
    const { page } = db.prepare("select rootpage as page from sqlite_schema where name = 'team_note'").get() as { page: number };
    db.close();
    const bytes = readFileSync(file).fill(0x5a, (page - 1) * 4096, page * 4096);
    writeFileSync(file, bytes);
    return bytes;
  };

  test('is opened for reading, says so, refuses every change in plain words, and not a byte of it is written', async () => {
    await opened.close();
    const bytes = spoilFile();
    opened = openTestApp(place, imaging);
    expect(await call('library.status', {})).toMatchObject({ damaged: true, walls: 1, papers: 1 });
    expect((await call('walls.list', {})).map(({ id }) => id)).toEqual([ready.wall]);
    await call('walls.open', { wall: ready.wall });
    for (const [name, act] of Object.entries(tenActions(opened, picture, ready))) {
      if (name === 'hand out a table' || name === 'print sheets for a team') continue;
      await expect(act(), name).rejects.toThrow(/is damaged/);
    }
    expect((await problems()).length).toBeGreaterThan(0);
    expect(opened.logged).toEqual([]);
    await opened.close();
    expect(readFileSync(join(place.folder, 'library.db')).equals(bytes)).toBe(true);
    opened = openTestApp(place, imaging);
  });

  test('a backup brought back puts a whole library in its place', async () => {
    const passphrase = 'a long passphrase';
    const { file: made } = await resultOf(opened, await call('library.backup', { passphrase }));
    const backup = new Uint8Array(await (await opened.ask(`/outgoing/${made.token}`)).arrayBuffer());
    await opened.close();
    spoilFile();
    opened = openTestApp(place, imaging);
    const { token: file } = await call('files.offer', { name: 'a.stepwall', bytes: backup.length });
    await opened.ask(`/incoming/${file}`, { method: 'PUT', body: Buffer.from(backup) });
    expect(await resultOf(opened, await call('library.restore', { file, passphrase }))).toMatchObject({ damaged: false, walls: 1 });
    await call('walls.rename', { wall: ready.wall, title: 'Whole again' });
  });

  test('a large one is looked over in a thread, which finds what is wrong', async () => {
    await opened.close();
    expect(await askSoundness({ file: join(place.folder, 'library.db'), thorough: false })).toEqual([]);
    spoilFile();
    expect((await askSoundness({ file: join(place.folder, 'library.db'), thorough: false })).length).toBeGreaterThan(0);
    opened = openTestApp(place, imaging);
  });

  test('found while the library is open: from then on nothing is changed', async () => {
    opened.app.library().noteDamage();
    await expect(call('walls.rename', { wall: ready.wall, title: 'No' })).rejects.toMatchObject({ code: 'unreadable' });
    expect(() => opened.app.library().db.prepare("update chart set title = 'No'").run()).toThrow(/readonly/);
    expect((await call('walls.list', {}))[0]!.title).toBe('Why do bees matter?');
  });
});
