import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { drawNameSheet } from '../../build/scripts/names/drawNameSheet.ts';
import { planNameSheet } from '../../build/scripts/names/planNameSheet.ts';
import { FileProblem } from '../../core/capture/fileProblem.ts';
import { createImaging, type Imaging } from '../../main/engines/imaging/imaging.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { bring, newWall, openTestApp, tempPlace, type OpenedApp, type Place } from '../support/library.ts';
import { jpegOf } from '../support/pictureFiles.ts';

const imaging = createImaging(startHelperInNode, { secondsPerPage: 60 });
afterAll(() => imaging.close());

let place: Place;
let opened: OpenedApp;
beforeEach(() => {
  place = tempPlace();
});
afterEach(async () => {
  await opened.close();
  place.remove();
});

const named = async (): Promise<Uint8Array> => jpegOf((await drawNameSheet(planNameSheet(6), 6)).picture);

test('names are looked for as pages come in; whoever asks then waits for nothing that is done already', { timeout: 240_000 }, async () => {
  let looked = 0;
  const counting: Imaging = { ...imaging, names: { ...imaging.names, find: (...asked) => (looked++, imaging.names.find(...asked)) } };
  opened = openTestApp(place, counting, { lookAhead: true });
  await opened.api.call('class.add', { names: ['Lucas Meyer'] });
  const { task } = await newWall(opened);
  const told: unknown[] = [];
  opened.onTold((event, payload) => event === 'names.changed' && told.push(payload));
  const { papers } = await bring(opened, task, [['one.jpg', await named()]]);
  const page = papers[0]!.pages[0]!;
  const found = async () => (await opened.api.call('names.suggestions', { task }))[0]!;
  await expect.poll(async () => (await found()).look, { timeout: 120_000 }).not.toBe('not-searched');
  expect((await found()).boxes).toMatchObject([{ reason: 'label', sureness: 'sure' }]);
  expect(told).toEqual([{ task }]);
  expect(looked).toBe(1);
  await opened.ended((await opened.api.call('names.suggest', { task, useClassList: true })).job);
  expect(looked).toBe(1);

  // Turned by a person it lies otherwise, and is looked at anew.
  await opened.api.call('pages.clean', { page: page.id, cleaning: { ...page.cleaning, degrees: 2 } });
  await opened.ended((await opened.api.call('names.suggest', { task, useClassList: true })).job);
  expect(looked).toBe(2);
});

test('a page for which there was no memory is not said to be unreadable: it waits to be looked at', { timeout: 240_000 }, async () => {
  let lacking = 2;
  const short: Imaging = {
    ...imaging,
    names: { ...imaging.names, find: async (...asked) => (lacking-- > 0 ? Promise.reject(new FileProblem('no-memory')) : imaging.names.find(...asked)) },
  };
  opened = openTestApp(place, short);
  const { task } = await newWall(opened);
  await bring(opened, task, [['one.jpg', await named()]]);
  const lookNow = async () => {
    await opened.ended((await opened.api.call('names.suggest', { task, useClassList: false })).job);
    return (await opened.api.call('names.suggestions', { task }))[0]!.look;
  };
  expect(await lookNow()).toBe('not-searched');
  expect(await lookNow()).toBe(null);
});
