import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ImportReport } from '../../core/capture/importReport.ts';
import type { PaperFacts } from '../../core/capture/paperFacts.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { bring, everyFile, newWall, offer, openTestApp, tempPlace, type NamedBytes, type OpenedApp, type Place } from '../support/library.ts';
import { holds, pdfOf, phoneJpegOf } from '../support/pictureFiles.ts';
import { randomFrom, worksheet } from '../support/syntheticPhoto.ts';
import { madeUpPage } from '../support/wallChart.ts';

/** Patient, so that a busy machine fails no test; `prompt` has the product's own patience. */
const imaging = createImaging(startHelperInNode, { secondsPerPage: 60 });
const prompt = createImaging(startHelperInNode);
const assets = fileURLToPath(new URL('../../assets/sample/', import.meta.url));
const realFiles = process.env['STEPWALL_TEST_FILES'];
const small = await Promise.all([1, 2, 3, 4, 5, 6].map((seed) => madeUpPage(60 + seed, 420, 300)));
const good = (index: number): NamedBytes => [`page ${index}.jpg`, small[index]!];
afterAll(() => Promise.all([imaging.close(), prompt.close()]));

let place: Place;
let opened: OpenedApp;
let task = '';
beforeEach(async () => {
  place = tempPlace();
  opened = openTestApp(place, imaging);
  ({ task } = await newWall(opened));
});
afterEach(async () => {
  await opened.close();
  place.remove();
});

const list = (): Promise<PaperFacts[]> => opened.api.call('papers.list', { task });
const start = async (files: readonly NamedBytes[]): Promise<string> =>
  (await opened.api.call('papers.import', { task, files: await offer(opened, files) })).job;
const reportOf = async (job: string): Promise<ImportReport> => ImportReport.parse((await opened.ended(job)).result);
const onFirst = (event: string, work: () => unknown): void => {
  let heard = false;
  opened.onTold((told) => {
    if (told !== event || heard) return;
    heard = true;
    void work();
  });
};

describe('papers come in', () => {
  test('each page of each file as a paper of its own, in their order, cleaned and upright', async () => {
    const names = ['photo-1.jpg', 'scan-4-pages.pdf'];
    const { report, papers } = await bring(opened, task, [...names.map((name) => [name, readFileSync(join(assets, name))] as const), good(0)]);
    expect(report.files.map(({ file, pages, papers, blank, error }) => [file, pages, papers.length, blank, error])).toEqual([
      ['photo-1.jpg', 1, 1, 0, null],
      ['scan-4-pages.pdf', 4, 4, 0, null],
      ['page 0.jpg', 1, 1, 0, null],
    ]);
    expect(papers.map(({ id }) => id)).toEqual(report.files.flatMap(({ papers }) => papers));
    expect(papers.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5', '6']);
    for (const { pages } of papers) {
      expect(pages).toHaveLength(1);
      expect(pages[0]).toMatchObject({ checked: false, decided: false, clean: { width: expect.any(Number) }, cleaning: { redactions: [] } });
    }
  });

  test('a photo of a phone is turned upright, and nothing of its EXIF is anywhere', async () => {
    const bytes = await phoneJpegOf(worksheet(randomFrom(3), { lines: 6 }), 6);
    expect(holds(bytes, 'Pocketphone')).toBe(true);
    const { papers } = await bring(opened, task, [['phone.jpg', bytes]]);
    const page = papers[0]!.pages[0]!;
    expect([page.width, page.height]).toEqual([1188, 840]);
    await opened.api.call('pages.check', { page: page.id, checked: true });
    for (const path of ['source', 'source?w=1024', 'clean']) {
      const picture = new Uint8Array(await (await opened.ask(`/pictures/page/${page.id}/${path}`)).arrayBuffer());
      const { exif, xmp, iptc, orientation } = await sharp(picture).metadata();
      expect([exif, xmp, iptc, orientation], path).toEqual([undefined, undefined, undefined, undefined]);
      expect(
        ['Pocketphone', 'haystack', 'Exif'].filter((word) => holds(picture, word)),
        path,
      ).toEqual([]);
    }
    expect(
      everyFile(place.root)
        .filter(({ bytes: kept }) => holds(kept, 'Pocketphone'))
        .map(({ file }) => file),
    ).toEqual([]);
  });

  test('a page with nothing on it comes in and is flagged blank', async () => {
    const rules = { data: new Uint8Array(600 * 800 * 3).fill(244), width: 600, height: 800 };
    const blank = new Uint8Array(
      await sharp(rules.data, { raw: { width: 600, height: 800, channels: 3 } })
        .jpeg()
        .toBuffer(),
    );
    const pdf = await pdfOf([
      { jpeg: blank, width: 420, height: 560 },
      { jpeg: small[0]!, width: 420, height: 300 },
    ]);
    const { report, papers } = await bring(opened, task, [
      ['blank.jpg', blank],
      ['back side.pdf', pdf],
    ]);
    expect(report.files.map(({ papers, blank: count, error }) => [papers.length, count, error])).toEqual([
      [1, 1, null],
      [2, 1, null],
    ]);
    expect(papers.map(({ pages }) => pages[0]!.proposal.blank)).toEqual([true, true, false]);
  });

  test('with word of how far it is, until the last word', async () => {
    await reportOf(await start([good(0), good(1), good(2)]));
    const jobs = opened.told.flatMap(({ event, payload }) =>
      event === 'job.changed' ? [payload as { doing: string; done: number; of: number; state: string }] : [],
    );
    expect(jobs.map(({ doing }) => doing)).toEqual(expect.arrayContaining(['Reading page 0.jpg', 'Reading page 2.jpg', 'Cleaning page 3 of 3']));
    expect(jobs.every(({ done, of }) => done <= of)).toBe(true);
    expect(jobs.map(({ state }) => state).indexOf('done')).toBe(jobs.length - 1);
    expect(opened.told.filter(({ event }) => event === 'papers.changed').length).toBeGreaterThanOrEqual(6);
  });
});

describe('what cannot come in gets a plain reason, and the rest of its batch is imported', () => {
  const plainly = { code: expect.any(String), message: expect.stringMatching(/^[A-Z“].*\.$/), hint: expect.stringMatching(/[.?]$/) };

  test('text, nothing, half a picture', async () => {
    const bad: NamedBytes[] = [
      ['list.txt', Buffer.from('Dear parents')],
      ['empty.jpg', new Uint8Array()],
      ['half.jpg', small[0]!.subarray(0, 900)],
    ];
    const { report, papers } = await bring(opened, task, [good(0), ...bad, good(1)]);
    expect(report.files.map(({ error }) => error)).toEqual([null, plainly, plainly, plainly, null]);
    expect(report.files.map(({ error }) => error?.code ?? null)).toEqual([null, 'not-a-picture', 'empty', 'damaged', null]);
    expect(papers).toHaveLength(2);
  });

  test('what never arrived, what is not there any more, a folder, and what the computer will not read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stepwall-offered-'));
    const socket = join(folder, 'Wiremu.jpg');
    const server = createServer().listen(socket);
    await new Promise((ready) => server.once('listening', ready));
    const { exchange } = opened.app;
    const { token } = await opened.api.call('files.offer', { name: 'late.jpg', bytes: 10 });
    const files = [
      token,
      'no-such-token',
      exchange.offerPath(join(folder, 'gone.jpg')),
      exchange.offerPath(folder),
      exchange.offerPath(socket),
      ...(await offer(opened, [good(0)])),
    ];
    const { job } = await opened.api.call('papers.import', { task, files });
    const report = await reportOf(job);
    server.close();
    rmSync(folder, { recursive: true, force: true });
    expect(report.files.map(({ error }) => error?.message ?? null)).toEqual([
      'A file did not arrive.',
      'A file did not arrive.',
      '“gone.jpg” is not there any more.',
      expect.stringContaining('is a folder.'),
      '“Wiremu.jpg” could not be read.',
      null,
    ]);
    expect(everyFile(place.home).filter(({ bytes }) => holds(bytes, 'Wiremu'))).toEqual([]);
  });

  test.skipIf(realFiles === undefined)(
    'each hostile file within 15 s, a good one before and behind each (needs STEPWALL_TEST_FILES)',
    { timeout: 240_000 },
    async () => {
      await opened.close();
      opened = openTestApp(place, prompt);
      const folder = join(realFiles ?? '', 'hostile');
      const names = readdirSync(folder);
      expect(names.length).toBeGreaterThan(3);
      for (const name of names) {
        const started = Date.now();
        const { report } = await bring(opened, task, [[name, readFileSync(join(folder, name))]]);
        expect(Date.now() - started, name).toBeLessThan(15_000);
        const [file] = report.files;
        if (file!.papers.length === 0) expect(file!.error, name).toEqual(plainly);
      }
      const { report } = await bring(
        opened,
        task,
        names.flatMap((name, index): NamedBytes[] => [good(index % 6), [name, readFileSync(join(folder, name))]]),
      );
      report.files.forEach(({ file, papers, error }, index) => {
        if (index % 2 === 0) expect([file, papers.length, error]).toEqual([file, 1, null]);
        else expect(papers.length > 0 || error !== null, file).toBe(true);
      });
      expect(opened.logged).toEqual([]);
    },
  );

  test.skipIf(realFiles === undefined)('real photos and HEIC come in without their EXIF (needs STEPWALL_TEST_FILES)', { timeout: 120_000 }, async () => {
    const names = ['handwriting/ruled_photo_message.jpg', 'heic_tiff/arrow_ruled.heic', 'photos/sheet_black_upright.jpg'];
    const { report, papers } = await bring(
      opened,
      task,
      names.map((name) => [name, readFileSync(join(realFiles ?? '', name))] as const),
    );
    expect(report.files.map(({ papers, error }) => [papers.length, error])).toEqual(names.map(() => [1, null]));
    for (const { pages } of papers) {
      const picture = new Uint8Array(await (await opened.ask(`/pictures/page/${pages[0]!.id}/source`)).arrayBuffer());
      expect(Object.keys(await sharp(picture).metadata())).not.toContain('exif');
      expect(['Exif', 'Apple', 'Google', 'http://ns.adobe.com'].filter((word) => holds(picture, word))).toEqual([]);
    }
  });
});

describe('an import in the midst of other work', () => {
  test('cancelled, it keeps the pages that are in', async () => {
    const job = await start([0, 1, 2, 3, 4, 5].map(good));
    onFirst('papers.changed', () => opened.api.call('jobs.cancel', { job }));
    expect((await opened.ended(job)).state).toBe('cancelled');
    const kept = await list();
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(6);
    expect((await opened.ask(`/pictures/page/${kept[0]!.pages[0]!.id}/clean`)).status).toBe(200);
    expect((await bring(opened, task, [good(5)])).report.files[0]!.error).toBeNull();
  });

  test('two imports at once, and a page cleaned meanwhile, do each other no harm', async () => {
    const [first] = (await bring(opened, task, [good(0)])).papers;
    const page = first!.pages[0]!;
    const slow: NamedBytes = ['slow.jpg', await phoneJpegOf(worksheet(randomFrom(4)), 3)];
    const jobs = [await start([slow, good(1)]), await start([good(2), good(3)]), await start([slow])];
    await Promise.all([1, 2, 3].map((degrees) => opened.api.call('pages.clean', { page: page.id, cleaning: { ...page.cleaning, degrees } })));
    const reports = await Promise.all(jobs.map(reportOf));
    expect(reports.flatMap(({ files }) => files.map(({ error }) => error))).toEqual([null, null, null, null, null]);
    expect(await list()).toHaveLength(6);
  });

  test('a paper erased as soon as it is in takes neither the import nor its other papers with it', async () => {
    const job = await start([good(0), good(1), good(2)]);
    onFirst('papers.changed', async () => opened.api.call('papers.erase', { paper: (await list())[0]!.id }));
    const { files } = await reportOf(job);
    expect(files.map(({ error }) => error)).toEqual([null, null, null]);
    expect((await list()).map(({ pages }) => pages[0]!.clean !== null)).toEqual([true, true]);
  });

  test('what a person decides about a page stays, however the cleaning of the import comes in between', async () => {
    const job = await start([0, 1, 2, 3].map(good));
    const deciding: Promise<unknown>[] = [];
    const decided = new Set<string>();
    opened.onTold((event) => {
      if (event !== 'papers.changed') return;
      deciding.push(
        list().then(async (papers) => {
          for (const { pages } of papers) {
            const [page] = pages;
            if (page === undefined || decided.has(page.id)) continue;
            decided.add(page.id);
            await opened.api.call('pages.clean', { page: page.id, cleaning: { ...page.cleaning, redactions: [{ x: 16, y: 16, width: 64, height: 32 }] } });
          }
        }),
      );
    });
    await opened.ended(job);
    await Promise.all(deciding);
    expect((await list()).map(({ pages }) => [pages[0]!.decided, pages[0]!.cleaning.redactions.length])).toEqual([1, 2, 3, 4].map(() => [true, 1]));
  });

  test('of two decisions about a page the later one stays', async () => {
    const [paper] = (await bring(opened, task, [['page.jpg', await phoneJpegOf(worksheet(randomFrom(4)), 1)]])).papers;
    const page = paper!.pages[0]!;
    const large = { ...page.cleaning, flatten: 0.5 };
    const tiny = { ...page.cleaning, flatten: null, crop: { x: 0.4, y: 0.4, width: 0.05, height: 0.05 } };
    await Promise.all([large, tiny].map((cleaning) => opened.api.call('pages.clean', { page: page.id, cleaning })));
    expect((await list())[0]!.pages[0]!.cleaning).toEqual(tiny);
  });
});
