import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { StoredChart } from '../../core/chart/storedChart.ts';
import { checkLibrary } from '../../main/library/checking.ts';
import { pupilRecord } from '../support/pupilRecord.ts';
import { golden, goldenLibrary } from '../support/golden.ts';
import { bringBack, offer, openTestApp, resultOf, tempPlace, type OpenedApp, type Place } from '../support/library.ts';

// What teachers hold in their hands was written by earlier builds. Everything here was made by the build of November 2026.

interface Expected {
  readonly wall: string;
  readonly task: string;
  readonly title: string;
  readonly history: { readonly canUndo: boolean; readonly canRedo: boolean };
  readonly chart: object;
  readonly papers: readonly { readonly id: string; readonly code: string; readonly text: string | null; readonly checked: boolean[] }[];
  readonly pupils: readonly { readonly id: string; readonly code: string; readonly name: string | null }[];
  readonly goals: object[];
  readonly placements: object[];
}
const expected = JSON.parse(readFileSync(golden('expected.json'), 'utf8')) as Expected;

const imaging = createImaging(startHelperInNode);
afterAll(() => imaging.close());
let place: Place;
let app: OpenedApp;
beforeEach(() => void (place = tempPlace()));
afterEach(async () => {
  await app.close();
  place.remove();
});

async function expectEverything({ api }: OpenedApp): Promise<void> {
  const { chart, history } = await api.call('walls.open', { wall: expected.wall });
  expect(chart).toEqual(StoredChart.parse(expected.chart));
  const { print } = await api.call('walls.open', { wall: expected.wall });
  expect(print).toMatchObject({ sheetSize: 'Letter', ownSize: { width: 300, height: 500 }, overlap: 12 });
  // What hangs is known sheet by sheet.
  expect(await api.call('print.changed', { wall: expected.wall, settings: print })).toMatchObject({
    print: [],
    gone: [],
    plan: { sheetSize: { name: 'Letter' } },
  });
  // It was kept as “Change the title”, in English.
  expect(history).toMatchObject({ undo: 'retitle', redo: 'retitle' });
  const papers = await api.call('papers.list', { task: expected.task });
  expect(papers.map(({ id, code, text, pages }) => ({ id, code, text, checked: pages.map(({ checked }) => checked) }))).toEqual(expected.papers);
  const { pupils } = await api.call('class.list', {});
  expect(pupils.map(({ id, code, name }) => ({ id, code, name }))).toEqual(expected.pupils);
  const standings = await api.call('goals.class', {});
  const records = await Promise.all(standings.map(async (state) => pupilRecord(state, await api.call('goals.story', { pupil: state.pupil }))));
  expect(records).toEqual(expected.goals);
  expect(await api.call('placements.list', { wall: expected.wall })).toEqual(expected.placements);
}

const namesOfChanges = ({ app: { library } }: OpenedApp): unknown[] =>
  library().db.prepare('select label from chart_revision order by chart, position').pluck().all();

test('a library opens with everything in it, originals and names included', async () => {
  goldenLibrary(place);
  app = openTestApp(place, imaging);
  await expectEverything(app);
  expect(checkLibrary(app.app.library())).toEqual({ ok: true, problems: [], repaired: [] });
  await app.api.call('charts.redo', { wall: expected.wall });
  expect(namesOfChanges(app)).toEqual(['start', 'set-line', 'set-anchors', 'set-anchors', 'add-qualifier', 'lay-out', 'retitle', 'retitle']);
  expect((await app.api.call('walls.open', { wall: expected.wall })).chart.title).toBe('Bees, golden, again');
});

test('a backup comes back with everything in it, keys included', async () => {
  app = openTestApp(place, imaging);
  await bringBack(app, readFileSync(golden('with-keys.stepwall')), 'correct horse');
  await expectEverything(app);
  expect(checkLibrary(app.app.library())).toEqual({ ok: true, problems: [], repaired: [] });
});

test('a pack, a table and a log are taken in', async () => {
  goldenLibrary(place);
  app = openTestApp(place, imaging);
  const [pack = '', table = '', log = ''] = await offer(
    app,
    ['goals.stepwall-goals', 'goals.csv', 'log.json'].map((name) => [name, readFileSync(golden(name))] as const),
  );
  expect(await resultOf(app, await app.api.call('goals.packIn', { file: pack }))).toMatchObject({ added: 0, notes: [] });
  expect(await resultOf(app, await app.api.call('goals.csvIn', { file: table }))).toMatchObject({ added: 0, notes: [] });
  expect(await resultOf(app, await app.api.call('goals.logIn', { file: log }))).toMatchObject({ added: 0, notes: [] });
});
