import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PaperFacts } from '../../core/capture/paperFacts.ts';
import type { WatchNews, WatchState } from '../../core/capture/watchedFolder.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { everyFile, newWall, openTestApp, tempPlace, type OpenedApp, type Place } from '../support/library.ts';
import { pdfOf } from '../support/pictureFiles.ts';
import { madeUpPage } from '../support/wallChart.ts';

const imaging = createImaging(startHelperInNode, { secondsPerPage: 60 });
const pages = await Promise.all([1, 2, 3, 4, 5].map((seed) => madeUpPage(80 + seed, 420, 300)));
const pdf = (...numbers: number[]): Promise<Uint8Array> => pdfOf(numbers.map((number) => ({ jpeg: pages[number]!, width: 420, height: 300 })));
afterAll(() => imaging.close());

/** Time that passes only when a test says so; two seconds a step, as a folder is looked at. */
class Clock {
  time = 1_000_000;
  #waiting: (() => void)[] = [];
  #idle: (() => void)[] = [];
  readonly times = {
    now: () => this.time,
    wait: (_milliseconds: number, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const leave = (): void => reject(signal.reason as Error);
        if (signal.aborted) return leave();
        signal.addEventListener('abort', leave, { once: true });
        this.#waiting.push(resolve);
        this.#idle.splice(0).forEach((wake) => wake());
      }),
  };

  async pass(seconds: number): Promise<void> {
    for (let left = seconds; left > 0; left -= 2) {
      await this.#untilIdle();
      this.time += 2000;
      this.#waiting.splice(0).forEach((wake) => wake());
      await this.#untilIdle();
    }
  }

  #untilIdle(): Promise<void> {
    return this.#waiting.length > 0 ? Promise.resolve() : new Promise((wake) => this.#idle.push(wake));
  }
}

let place: Place;
let opened: OpenedApp;
let clock: Clock;
let folder = '';
let wall = '';
let task = '';
beforeEach(async () => {
  place = tempPlace();
  clock = new Clock();
  opened = openTestApp(place, imaging, { watchTimes: clock.times });
  ({ wall, task } = await newWall(opened));
  folder = join(place.root, 'Scans of Wiremu');
  mkdirSync(folder);
});
afterEach(async () => {
  await opened.close();
  expect(opened.logged).toEqual([]);
  place.remove();
});

const at = (name: string): string => join(folder, name);
const watch = (existing = false): Promise<WatchState> => opened.api.call('watching.start', { task, folder, existing });
const state = (): Promise<WatchState> => opened.api.call('watching.state', { task });
const papers = (): Promise<PaperFacts[]> => opened.api.call('papers.list', { task });
const codes = async (): Promise<string[]> => (await papers()).map(({ code }) => code);
const news = async (): Promise<Partial<WatchNews>[]> => (await state()).news.map(({ file, kind, pages: count, kept }) => ({ file, kind, pages: count, kept }));

describe('a watched folder', () => {
  test('brings in what arrives, once, and leaves the files as they are', async () => {
    writeFileSync(at('old.pdf'), await pdf(0));
    await watch();
    const scan = await pdf(1, 2);
    writeFileSync(at('scan 1.pdf'), scan);
    writeFileSync(at('photo.jpg'), pages[3]!);
    writeFileSync(at('list of names.txt'), 'Wiremu');
    await clock.pass(4);
    expect([await codes(), (await state()).waiting]).toEqual([[], ['photo.jpg', 'scan 1.pdf']]);
    await clock.pass(20);
    expect(await news()).toEqual([
      { file: 'photo.jpg', kind: 'arrived', pages: 1, kept: 0 },
      { file: 'scan 1.pdf', kind: 'arrived', pages: 2, kept: 0 },
    ]);
    expect([await codes(), (await state()).waiting]).toEqual([['1', '2', '3'], []]);
    expect((await papers()).every((paper) => paper.pages[0]!.clean !== null)).toBe(true);
    expect(readFileSync(at('scan 1.pdf')).equals(Buffer.from(scan))).toBe(true);
  });

  test('brings in what lies there already where that is wished', async () => {
    writeFileSync(at('old.pdf'), await pdf(0, 1));
    await watch(true);
    await clock.pass(8);
    expect(await codes()).toEqual(['1', '2']);
  });

  test('waits for a file that grows slowly, and for one that stops before its end', async () => {
    const whole = await pdf(0, 1);
    await watch();
    writeFileSync(at('slow.pdf'), whole.subarray(0, 2000));
    await clock.pass(4);
    appendFileSync(at('slow.pdf'), whole.subarray(2000, 6000));
    await clock.pass(20);
    expect([await codes(), (await state()).waiting]).toEqual([[], ['slow.pdf']]);
    appendFileSync(at('slow.pdf'), whole.subarray(6000));
    await clock.pass(10);
    expect([await codes(), (await state()).waiting]).toEqual([['1', '2'], []]);
  });

  test('says of a file without an end that it has none, and takes it once it has one', async () => {
    const whole = await pdf(0);
    await watch();
    writeFileSync(at('half.pdf'), whole.subarray(0, whole.length - 400));
    await clock.pass(80);
    expect((await state()).news).toMatchObject([{ file: 'half.pdf', kind: 'problem', pages: 0, problem: { message: expect.stringContaining('no end') } }]);
    writeFileSync(at('half.pdf'), whole);
    await clock.pass(10);
    expect(await codes()).toEqual(['1']);
  });

  test('passes over empty placeholders and names of unfinished files, until they are renamed', async () => {
    await watch();
    writeFileSync(at('scan.pdf'), '');
    for (const name of ['~scan.pdf', '.scan.pdf', 'scan.pdf.part', 'scan.tmp.pdf']) writeFileSync(at(name), await pdf(1));
    await clock.pass(70);
    expect([await codes(), await news(), (await state()).waiting]).toEqual([[], [], ['scan.pdf']]);
    renameSync(at('scan.pdf.part'), at('scan.pdf'));
    await clock.pass(10);
    expect(await codes()).toEqual(['1']);
  });

  test('adds only the new pages of a file that grew, however often', async () => {
    await watch();
    writeFileSync(at('pile.pdf'), await pdf(0, 1));
    await clock.pass(10);
    const before = await papers();
    writeFileSync(at('pile.pdf'), await pdf(0, 1, 2));
    await clock.pass(10);
    writeFileSync(at('pile.pdf'), await pdf(0, 1, 2, 3));
    await clock.pass(10);
    expect((await papers()).slice(0, 2).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect((await news()).map(({ kind, pages: count }) => [kind, count])).toEqual([
      ['arrived', 2],
      ['added', 1],
      ['added', 1],
    ]);
    expect(await codes()).toEqual(['1', '2', '3', '4']);
  });

  test('of a replaced file, papers that nobody has touched go to the bin; those that someone worked on stay', async () => {
    await watch();
    writeFileSync(at('pile.pdf'), await pdf(0, 1, 2));
    await clock.pass(10);
    const [first, second, third] = await papers();
    await opened.api.call('pages.check', { page: first!.pages[0]!.id, checked: true });
    const { history } = await opened.api.call('walls.open', { wall });
    await opened.api.call('charts.commit', { wall, base: history.revision, command: { name: 'set-line', line: [second!.id] }, coalesce: null });
    writeFileSync(at('pile.pdf'), await pdf(3, 4));
    await clock.pass(10);
    expect((await papers()).map(({ id }) => id)).toEqual([first!.id, second!.id, expect.any(String), expect.any(String)]);
    expect((await news()).at(-1)).toEqual({ file: 'pile.pdf', kind: 'replaced', pages: 2, kept: 2 });
    await opened.api.call('papers.takeOut', { paper: third!.id });
    expect(await codes()).toEqual(['1', '2', '3', '4', '5']);
  });

  test('knows a file again under another name, and takes nothing away for one that became shorter or went', async () => {
    await watch();
    writeFileSync(at('0001.pdf'), await pdf(0, 1));
    await clock.pass(10);
    renameSync(at('0001.pdf'), at('Bees.pdf'));
    await clock.pass(10);
    writeFileSync(at('Bees.pdf'), await pdf(0));
    await clock.pass(10);
    rmSync(at('Bees.pdf'));
    await clock.pass(10);
    expect([await codes(), (await news()).length]).toEqual([['1', '2'], 1]);
  });

  test('a broken file is named with its reason, and the others come in', async () => {
    await watch();
    writeFileSync(at('broken.tif'), Buffer.from('49492a0008000000ffff', 'hex'));
    writeFileSync(at('good.jpg'), pages[0]!);
    await clock.pass(10);
    expect((await state()).news).toMatchObject([
      { file: 'broken.tif', kind: 'problem', problem: { message: expect.stringMatching(/\.$/) } },
      { file: 'good.jpg', kind: 'arrived' },
    ]);
    expect(await codes()).toEqual(['1']);
  });

  test('that vanishes is missed, and goes on when it is back', async () => {
    await watch();
    renameSync(folder, `${folder} away`);
    await clock.pass(2);
    expect(await state()).toMatchObject({ watching: true, missing: true });
    renameSync(`${folder} away`, folder);
    writeFileSync(at('new.jpg'), pages[0]!);
    await clock.pass(10);
    expect([(await state()).missing, await codes()]).toEqual([false, ['1']]);
  });

  test('is left when told so, remembered, and brings in what arrived meanwhile when it is watched again', async () => {
    await watch();
    expect(await opened.api.call('watching.stop', { task })).toMatchObject({ folder, watching: false });
    writeFileSync(at('meanwhile.jpg'), pages[0]!);
    await opened.close();
    opened = openTestApp(place, imaging, { watchTimes: clock.times });
    expect(await state()).toMatchObject({ folder, watching: false });
    await watch();
    await clock.pass(10);
    expect(await codes()).toEqual(['1']);
  });

  test('its path and its files’ names are in the user’s settings at most, never in the library', async () => {
    await watch();
    writeFileSync(at('Aroha.jpg'), pages[0]!);
    await clock.pass(10);
    expect(await codes()).toEqual(['1']);
    const holding = (word: string, of: string): string[] => everyFile(of).flatMap(({ file, bytes }) => (bytes.includes(word) ? [file] : []));
    expect([holding('Wiremu', place.folder), holding('Aroha', place.folder), holding('Aroha', place.home)]).toEqual([[], [], []]);
    expect(holding('Wiremu', place.home)).toEqual([join(place.home, 'sources.json')]);
  });

  test('must be a folder, and none of Stepwall’s own', async () => {
    const asked = (typed: string): Promise<WatchState> => opened.api.call('watching.start', { task, folder: typed, existing: false });
    await expect(asked(at('nowhere'))).rejects.toThrow('There is no such folder.');
    await expect(asked('Scans')).rejects.toThrow('not the whole path');
    await expect(asked(place.folder)).rejects.toThrow('its own things');
    writeFileSync(at('a.pdf'), '');
    await expect(asked(at('a.pdf'))).rejects.toThrow('a file, not a folder');
    expect((await state()).watching).toBe(false);
  });

  test('is found by looking through folders', async () => {
    writeFileSync(at('a.pdf'), await pdf(0));
    mkdirSync(at('Room 4'));
    const found = await opened.api.call('watching.look', { folder });
    expect(found).toEqual({ folder, above: place.root, folders: [{ name: 'Room 4', folder: at('Room 4') }], papers: 1 });
    expect((await opened.api.call('watching.look', { folder: null })).folders.length).toBeGreaterThan(0);
    await expect(opened.api.call('watching.look', { folder: at('nowhere') })).rejects.toThrow('can’t be opened');
  });
});
