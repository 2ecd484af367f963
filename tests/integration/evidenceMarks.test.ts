import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { Cleaning } from '../../core/capture/cleaning.ts';
import type { PaperFacts } from '../../core/capture/paperFacts.ts';
import type { Command } from '../../core/chart/commands.ts';
import { chosenMark, drawnMark } from '../../core/chart/evidenceMark.ts';
import { marksLost, marksOn } from '../../core/chart/levelEvidence.ts';
import type { OpenWall } from '../../core/chart/wall.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { bring, newWall, openTestApp, tempPlace, type OpenedApp, type Place } from '../support/library.ts';
import { madeUpPage } from '../support/wallChart.ts';

// Evidence marks over the services: they outlive the program, and follow copies and words that are made anew.

const imaging = createImaging(startHelperInNode, { secondsPerPage: 60 });
afterAll(() => imaging.close());

let place: Place;
let opened: OpenedApp;
let wall: string;
let paper: PaperFacts;
beforeEach(async () => {
  place = tempPlace();
  opened = openTestApp(place, imaging);
  const made = await newWall(opened);
  wall = made.wall;
  [paper] = (await bring(opened, made.task, [['page.jpg', await madeUpPage(20, 420, 300)]])).papers as [PaperFacts];
  await opened.api.call('pages.check', { page: pageOf(paper).id, checked: true });
  const [level] = (await now()).chart.levels;
  await change({ name: 'set-anchors', level: level!.id, anchors: [paper.id] });
  await change({ name: 'add-qualifier', level: level!.id, qualifier: { id: 'q1', text: 'Gives a reason', kind: 'new' } });
});
afterEach(async () => {
  await opened.close();
  place.remove();
});

const now = (): Promise<OpenWall> => opened.api.call('walls.open', { wall });
const pageOf = ({ pages }: PaperFacts) => pages[0]!;
const change = async (command: Command) => opened.api.call('charts.commit', { wall, base: (await now()).history.revision, command, coalesce: null });
const clean = async (changed: Partial<Cleaning>): Promise<void> => {
  const page = pageOf(paper).id;
  await opened.api.call('pages.clean', { page, cleaning: { ...pageOf(paper).cleaning, ...changed } });
  await opened.api.call('pages.check', { page, checked: true });
};

/** What a chart shows of the first level's marks, and how many it can't show. */
async function seen() {
  const { chart, shownPapers } = await now();
  const [level] = chart.levels;
  const byId = new Map(shownPapers.map((one) => [one.paper, one]));
  return { shown: marksOn(level!, byId.get(paper.id)!).map(({ look, shown }) => ({ letter: look.letter, ...shown })), lost: marksLost(level!, byId).length };
}

test('a mark on handwriting is kept and undone, follows a turn and a crop, and is lost where its words are cut off or covered', async () => {
  const box = { x: 0.2, y: 0.4, width: 0.2, height: 0.1 };
  const mark = drawnMark('m1', (await now()).shownPapers[0]!, pageOf(paper).id, [box]);
  await change({ name: 'add-mark', qualifier: 'q1', mark });
  await opened.api.call('charts.undo', { wall });
  expect((await seen()).shown).toEqual([]);
  await opened.api.call('charts.redo', { wall });
  await opened.close();
  opened = openTestApp(place, imaging);
  expect(await seen()).toMatchObject({ lost: 0, shown: [{ letter: 'A', page: pageOf(paper).id, boxes: [{ x: 0.2, y: 0.4 }] }] });

  await clean({ turn: 180, crop: { x: 0.5, y: 0, width: 0.5, height: 1 } });
  const [turned] = (await seen()).shown;
  expect(turned).toMatchObject({ boxes: [{ x: expect.closeTo(0.2, 1) as number, y: expect.closeTo(0.5, 1) as number }] });
  await clean({ crop: { x: 0.6, y: 0, width: 0.4, height: 1 } });
  expect(await seen()).toMatchObject({ shown: [], lost: 1 });
  const { width, height } = pageOf(paper);
  await clean({ redactions: [{ x: 0.1 * width, y: 0.3 * height, width: 0.4 * width, height: 0.3 * height }] });
  expect(await seen()).toMatchObject({ shown: [], lost: 1 });
  await clean({});
  expect(await seen()).toMatchObject({ shown: [{ letter: 'A' }], lost: 0 });
});

test('a mark on retyped words follows them, and nothing of the words is kept with it', async () => {
  const type = async (text: string | null): Promise<void> => {
    await opened.api.call('papers.retype', { paper: paper.id, text });
    if (text !== null) await opened.api.call('papers.checkText', { paper: paper.id, checked: true });
  };
  await type('We need bees becuase they help flowers');
  const mark = chosenMark('m1', (await now()).shownPapers[0]!, { from: 13, to: 20 });
  await change({ name: 'add-mark', qualifier: 'q1', mark });
  expect(JSON.stringify((await now()).chart)).not.toContain('becuase');
  await type('I think we need bees becuase they help flowers');
  expect(await seen()).toMatchObject({ shown: [{ on: 'words', from: 21, to: 28 }], lost: 0 });
  await type('I think we need bees. They help flowers');
  expect(await seen()).toMatchObject({ shown: [], lost: 1 });
});

test('a paper that is erased takes its marks along, and no undo brings them back', async () => {
  const mark = drawnMark('m1', (await now()).shownPapers[0]!, pageOf(paper).id, [{ x: 0.2, y: 0.4, width: 0.2, height: 0.1 }]);
  await change({ name: 'add-mark', qualifier: 'q1', mark });
  await change({ name: 'retitle', title: 'Bees' });
  await opened.api.call('papers.erase', { paper: paper.id });
  await opened.api.call('charts.undo', { wall });
  expect(JSON.stringify((await now()).chart)).not.toContain(paper.id);
  expect((await now()).chart.levels[0]?.qualifiers).toEqual([{ id: 'q1', text: 'Gives a reason', kind: 'new' }]);
});
