import sharp from 'sharp';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { layOut } from '../../core/chart/layout.ts';
import type { Checked } from '../../core/contract/contract.ts';
import { PrintMade } from '../../core/sheets/printMade.ts';
import { SHEET_SIZES } from '../../core/sheets/sheetSize.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { answerSheetPage } from '../support/answerSheetPages.ts';
import { bring, newWall, openTestApp, tempPlace, type NamedBytes, type OpenedApp, type Place } from '../support/library.ts';
import { madeUpPage } from '../support/wallChart.ts';
import { wallFonts } from '../support/wallFonts.ts';

const imaging = createImaging(startHelperInNode, { secondsPerPage: 60 });
afterAll(() => imaging.close());

let place: Place;
let opened: OpenedApp;
let wall = '';
let task = '';
beforeEach(async () => {
  place = tempPlace();
  opened = openTestApp(place, imaging);
  ({ wall, task } = await newWall(opened));
});
afterEach(async () => {
  await opened.close();
  place.remove();
});

const print = async (wish: Checked<'handouts.printForTask'>): Promise<{ pdf: Uint8Array; sheets: number }> => {
  const { job } = await opened.api.call('handouts.printForTask', wish);
  const { file, sheets } = PrintMade.parse((await opened.ended(job)).result);
  return { pdf: new Uint8Array(await (await opened.ask(`/outgoing/${file.token}`)).arrayBuffer()), sheets };
};
const scanned = async (of: string, pupil: string): Promise<NamedBytes> => {
  const { data, width, height } = await answerSheetPage({ sheetSize: SHEET_SIZES.A4, task: of, pupil, dpi: 150 });
  const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
  return [`${pupil}.jpg`, new Uint8Array(jpeg)];
};

test('printed answer sheets come back as their own PDF: pupil, crop and covered code without a click, and whose is missing', async () => {
  const { pupils } = await opened.api.call('class.add', { names: ['', '', ''] });
  const { pdf, sheets } = await print({ what: 'answer-sheets', wall, sheetSize: 'A4', lineHeight: 12, anonymous: null });
  expect(sheets).toBe(3);
  const ids = pupils.map(({ id }) => id);
  expect(await opened.api.call('handouts.sheetsOut', { task })).toEqual({ printed: 3, missing: ids });

  // The sheets as a copier would send them back: blank, but each known by its code.
  const { report, papers } = await bring(opened, task, [['stack.pdf', pdf]]);
  expect(report.files[0]).toMatchObject({ pages: 3, blank: 3, error: null });
  expect(report.files[0]).not.toHaveProperty('strays');
  expect(papers.map(({ pupil, code }) => [pupil, code])).toEqual(pupils.map(({ id, code }) => [id, code]));
  for (const { pages } of papers) {
    const [page] = pages;
    expect(page!.cleaning).toMatchObject({
      quad: page!.proposal.quad,
      turn: 0,
      crop: page!.proposal.answerSheet!.crop,
      redactions: [page!.proposal.answerSheet!.codeBox],
    });
    expect(page!.cleaning.crop.y).toBeGreaterThan(0.08);
    expect([page!.decided, page!.checked]).toEqual([false, false]);
  }
  expect(await opened.api.call('handouts.sheetsOut', { task })).toEqual({ printed: 3, missing: [] });
  await opened.api.call('papers.bin', { paper: papers[1]!.id });
  expect((await opened.api.call('handouts.sheetsOut', { task })).missing).toEqual([ids[1]]);
  await opened.api.call('class.remove', { pupil: ids[1]! });
  expect(await opened.api.call('handouts.sheetsOut', { task })).toEqual({ printed: 2, missing: [] });
});

test('a sheet of another wall goes there and the report says so; one that nobody here knows stays, without a pupil', async () => {
  const { pupils } = await opened.api.call('class.add', { names: [''] });
  const fern = pupils[0]!;
  const other = await newWall(opened);
  const nowhere = '11111111-2222-4333-8444-555555555555';
  const files = [await scanned(other.task, fern.code), await scanned(nowhere, fern.code), await scanned(task, 'no such code'), await scanned(task, '7')];
  const { report, papers } = await bring(opened, task, files);
  expect(report.files.map(({ strays }) => strays ?? [])).toEqual([[{ question: 'Why do bees matter?', pages: 1 }], [{ question: null, pages: 1 }], [], []]);
  expect(papers.map(({ pupil }) => pupil)).toEqual([null, null, null]);
  const there = await opened.api.call('papers.list', { task: other.task });
  expect(there.map(({ id, pupil }) => [id, pupil])).toEqual([[report.files[0]!.papers[0], fern.id]]);
});

test('an ordinary page is brought in as ever', async () => {
  const { papers } = await bring(opened, task, [['page.jpg', await madeUpPage(3, 420, 300)]]);
  expect(papers[0]!.pages[0]!.proposal).not.toHaveProperty('answerSheet');
  expect(papers[0]!.pages[0]!.cleaning.redactions).toEqual([]);
});

test('slips, labels and the desk chart of a wall are printed; a wall without a strip says what to do', async () => {
  await opened.api.call('class.add', { names: ['', '', '', '', ''] });
  expect((await print({ what: 'slips', wall, sheetSize: 'A4', withNext: true })).sheets).toBe(2);
  expect((await print({ what: 'labels', wall, sheet: 'L7160', from: 20, blank: false, count: 1 })).sheets).toBe(2);
  const { job } = await opened.api.call('handouts.printForTask', { what: 'mini-chart', wall, sheetSize: 'A4', grey: true });
  expect((await opened.ended(job)).problem?.message).toBe('This wall has no strip yet.');

  const { chart, history } = await opened.api.call('walls.open', { wall });
  const strip = layOut(chart, 'horizontal', { fonts: wallFonts, papers: new Map() });
  await opened.api.call('charts.commit', { wall, base: history.revision, command: { name: 'lay-out', strip }, coalesce: null });
  const { pdf, sheets } = await print({ what: 'mini-chart', wall, sheetSize: 'Letter', grey: true });
  expect([sheets, new TextDecoder().decode(pdf.subarray(0, 5))]).toEqual([1, '%PDF-']);
});
