import Database from 'better-sqlite3';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { offer, openTestApp, resultOf, tempPlace, type OpenedApp } from '../support/library.ts';

// A mastery that was a mistake leaves the kete in every library that hears of it, and in none without the log saying so.

const imaging = createImaging(startHelperInNode, { secondsPerPage: 60 });
const place = tempPlace();
let home: OpenedApp;
let pupil: string;
const date = '2026-03-02';
beforeAll(async () => {
  home = openTestApp(place, imaging);
  pupil = (await home.api.call('class.add', { names: ['Mere'] })).pupils[0]!.id;
});
afterAll(async () => {
  await home.close();
  await imaging.close();
  place.remove();
});

const logOf = async (app: OpenedApp): Promise<Uint8Array> => {
  const { token } = await app.api.call('goals.logOut', { as: 'json' });
  return new Uint8Array(await (await app.ask(`/outgoing/${token}`)).arrayBuffer());
};
const takeIn = async (app: OpenedApp, log: Uint8Array): Promise<void> => {
  await resultOf(app, await app.api.call('goals.logIn', { file: (await offer(app, [['log.json', log]]))[0]! }));
};
const keteOf = async (app: OpenedApp): Promise<string[]> => (await app.api.call('goals.class', {})).flatMap(({ kete }) => kete.map(({ goal }) => goal));
const keteRows = (folder: string): unknown[] => {
  const db = new Database(join(folder, 'library.db'), { readonly: true });
  try {
    return db.prepare('select goal from kete').all();
  } finally {
    db.close();
  }
};

test('taken out, told, put back; and the log of it joins in whatever order it comes', async () => {
  await home.api.call('goals.choose', { pupil, date, goal: 'SE4', origin: 'bank', why: '', second: false, confirmed: false });
  const kete = await home.api.call('goals.master', { pupil, date, goal: 'SE4', because: 'teacher-says' });
  const before = await logOf(home);
  const taken = await home.api.call('goals.unmaster', { pupil, date: '2026-03-04', entry: kete.entry });
  expect(taken.state).toMatchObject({ kete: [], active: [{ goal: 'SE4' }] });
  const after = await logOf(home);
  const story = await home.api.call('goals.story', { pupil });
  expect(story.map(({ happened, takenBack }) => [happened.kind, takenBack?.date ?? null])).toEqual([
    ['chose', null],
    ['kete', '2026-03-04'],
  ]);
  expect(keteRows(place.folder)).toEqual([]);

  for (const [index, logs] of [
    [before, after],
    [after, before],
    [after, after],
  ].entries()) {
    const folder = join(place.root, `away-${index}`);
    const away = openTestApp(place, imaging, { folder });
    for (const log of logs) await takeIn(away, log);
    expect(await keteOf(away)).toEqual([]);
    expect(keteRows(folder)).toEqual([]);
    // What is mastered there holds, and comes home as any other entry does.
    if (index === 0) {
      const there = (await away.api.call('class.list', {})).pupils[0]!.id;
      await away.api.call('goals.master', { pupil: there, date, goal: 'SE4', because: 'teacher-says' });
      await takeIn(home, await logOf(away));
      expect(await keteOf(home)).toEqual(['SE4']);
    }
    await away.close();
  }
});

test('taking back is undone like anything else', async () => {
  const kete = await home.api.call('goals.master', { pupil, date, goal: 'PU1', because: 'teacher-says' });
  const taken = await home.api.call('goals.unmaster', { pupil, date, entry: kete.entry });
  expect(taken.state.kete.map(({ goal }) => goal)).not.toContain('PU1');
  const again = await home.api.call('goals.takeBack', { pupil, date, entry: taken.entry });
  expect(again.state.kete.map(({ goal }) => goal)).toContain('PU1');
});

test('a kete loses nothing that the log does not call a mistake', async () => {
  const told = await home.api.call('goals.confer', {
    ...{ pupil, date, goal: 'PU2', outcome: 'tried', context: 'writing' },
    ...{ fixedTogether: false, praise: [], says: null, seconds: null, supersedes: null },
  });
  await expect(home.api.call('goals.unmaster', { pupil, date, entry: told.entry })).rejects.toMatchObject({ code: 'bad-request' });
  const kete = await home.api.call('goals.master', { pupil, date, goal: 'PU2', because: 'teacher-says' });
  await expect(home.api.call('goals.takeBack', { pupil, date, entry: kete.entry })).rejects.toMatchObject({ code: 'bad-request' });
  const db = new Database(join(place.folder, 'library.db'));
  try {
    expect(() => db.prepare("delete from kete where goal = 'PU2'").run()).toThrow('stays in it');
    expect(() => db.prepare("update kete set goal = 'PU3' where goal = 'PU2'").run()).toThrow('stays as it is');
  } finally {
    db.close();
  }
});
