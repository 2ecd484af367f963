import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drawNameSheet } from '../../build/scripts/names/drawNameSheet.ts';
import { planNameSheet } from '../../build/scripts/names/planNameSheet.ts';
import type { PaperFacts } from '../../core/capture/paperFacts.ts';
import { PrivacyFinished } from '../../core/capture/privacyState.ts';
import { listSealed, markKeysDestroyed, sharesKeys } from '../../main/capture/anonymisingRows.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { checkLibrary } from '../../main/library/checking.ts';
import { openLibrary } from '../../main/library/library.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { insideOf } from '../support/backups.ts';
import { backUp, bring, everyFile, newWall, openTestApp, tempPlace, type OpenedApp, type Place } from '../support/library.ts';
import { hasPoppler, PdfUnderTest } from '../support/poppler.ts';
import { madeUpPage } from '../support/wallChart.ts';

const imaging = createImaging(startHelperInNode, { secondsPerPage: 60 });
afterAll(() => imaging.close());

let place: Place;
let opened: OpenedApp;
beforeEach(() => {
  place = tempPlace();
  opened = openTestApp(place, imaging);
});
afterEach(async () => {
  await opened.close();
  place.remove();
});

/** A sheet on which a pupil of the list has written the name beside its label. */
async function namedSheet(): Promise<Uint8Array> {
  const { picture } = await drawNameSheet(planNameSheet(6), 6);
  return new Uint8Array(
    await sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 3 } })
      .withExif({ IFD0: { Artist: 'Scanner of Needleworthy' } })
      .jpeg()
      .toBuffer(),
  );
}

const textOf = (pdf: Uint8Array): string => {
  const one = new PdfUnderTest(pdf);
  try {
    return one.text().replace(/\s+/g, ' ');
  } finally {
    one.remove();
  }
};
const fetched = async (path: string): Promise<Uint8Array> => new Uint8Array(await (await opened.ask(path)).arrayBuffer());
const certificateOf = async (task: string): Promise<Uint8Array> => fetched(`/outgoing/${(await opened.api.call('privacy.certificate', { task })).token}`);
const slices = (bytes: Uint8Array): Buffer[] =>
  [0.3, 0.6, 0.9].map((share) => Buffer.from(bytes.subarray(Math.floor(bytes.length * share) - 64, Math.floor(bytes.length * share))));
const holding = (needles: readonly Uint8Array[], more: readonly Uint8Array[] = []): string[] => {
  const all = [...everyFile(place.root), ...more.map((bytes, index) => ({ file: `export ${index}`, bytes: Buffer.from(bytes) }))];
  return all.filter(({ bytes }) => needles.some((needle) => bytes.includes(Buffer.from(needle)))).map(({ file }) => file);
};
const finish = async (task: string, lookedAgain: string[] = []): Promise<PrivacyFinished> => {
  const ended = await opened.ended((await opened.api.call('privacy.finish', { task, lookedAgain })).job);
  expect(ended.problem).toBe(null);
  return PrivacyFinished.parse(ended.result);
};
const check = (paper: PaperFacts): Promise<unknown> => opened.api.call('pages.check', { page: paper.pages[0]!.id, checked: true });
const keysHere = (): string[] =>
  readdirSync(join(place.home, 'keys')).flatMap((file) => Object.keys(JSON.parse(readFileSync(join(place.home, 'keys', file), 'utf8')) as object));

describe.skipIf(!hasPoppler)('finishing (needs poppler)', () => {
  test(
    'a name that can still be read is shown before anything is destroyed; hidden, it is read no more and no byte of it is left',
    { timeout: 300_000 },
    async () => {
      const file = await namedSheet();
      const { pupils } = await opened.api.call('class.add', { names: ['Lucas Meyer', 'Priya Nair'] });
      const { wall, task } = await newWall(opened);
      const { papers } = await bring(opened, task, [['Lucas Meyer.jpg', file]]);
      const page = papers[0]!.pages[0]!.id;
      await expect(opened.api.call('privacy.finish', { task, lookedAgain: [] })).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('1 page '),
      });
      await check(papers[0]!);
      expect(await finish(task)).toEqual({ done: false, namesSeen: [page] });
      expect((await opened.api.call('privacy.state', { task })).finishedAt).toBe(null);

      await opened.ended((await opened.api.call('names.suggest', { task, useClassList: true })).job);
      const [found] = await opened.api.call('names.suggestions', { task });
      expect(found!.boxes).toMatchObject([{ reason: 'label', sureness: 'sure', pupil: pupils[0]!.id }]);
      await opened.ended((await opened.api.call('names.apply', { task, pages: [{ page, boxes: found!.boxes.map(({ box }) => box) }], cover: 'paper' })).job);
      const source = await fetched(`/pictures/page/${page}/source`);
      const needles = [...slices(file), ...slices(source), ...slices(await fetched(`/pictures/page/${page}/source?w=1024`))];
      await check((await opened.api.call('papers.list', { task }))[0]!);
      expect(await finish(task)).toEqual({ done: true, namesSeen: [] });

      // Taken back, doubled and saved: nothing of it brings anything to light.
      await opened.api.call('walls.duplicate', { wall });
      const pdf = await certificateOf(task);
      const backup = insideOf((await backUp(opened, null)).bytes, null);
      const name = ['Lucas', 'Meyer', 'Needleworthy'].flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')]);
      expect(holding([...needles, ...name], [pdf, backup])).toEqual([]);
      expect(readdirSync(join(place.folder, 'sealed'))).toEqual([]);
      expect(keysHere()).toEqual(['names']);
      expect((await opened.api.call('privacy.state', { task })).finishedAt).toMatch(/^\d{4}-/);

      const text = textOf(pdf);
      expect(text).toContain('Why do bees matter?');
      expect(text).toContain('None was read.');
      const [media] = opened.app.library().media.all();
      expect(text).toContain(media!.slice(0, 12));
      expect((await sharp(opened.app.library().media.read(media!)).metadata()).exif).toBe(undefined);
      expect(await imaging.names.readBack(opened.app.library().media.read(media!), ['Lucas Meyer', 'Priya Nair'])).toBe(0);
    },
  );

  test('afterwards the copies are shown and printed as before; cleaning, unchecking and the originals are refused in plain words', async () => {
    const { task, wall } = await newWall(opened);
    const { papers } = await bring(opened, task, [['one.jpg', await madeUpPage(1, 420, 300)]]);
    const page = papers[0]!.pages[0]!;
    await check(papers[0]!);
    const before = await fetched(`/pictures/page/${page.id}/clean`);
    await finish(task);
    expect(textOf(await certificateOf(task))).toContain('There was no class list');
    expect(Buffer.from(await fetched(`/pictures/page/${page.id}/clean`)).equals(before)).toBe(true);
    expect((await opened.ask(`/pictures/page/${page.id}/clean?w=256`)).status).toBe(200);
    expect((await opened.api.call('walls.open', { wall })).shownPapers[0]!.pages).toHaveLength(1);
    const locked = { code: 'locked', message: 'These papers are finished: the original pages are gone for good.' };
    await expect(opened.api.call('pages.clean', { page: page.id, cleaning: page.cleaning })).rejects.toMatchObject(locked);
    await expect(opened.api.call('pages.check', { page: page.id, checked: false })).rejects.toMatchObject(locked);
    expect(await (await opened.ask(`/pictures/page/${page.id}/source`)).json()).toMatchObject(locked);
    await expect(opened.api.call('privacy.finish', { task, lookedAgain: [] })).rejects.toMatchObject({ code: 'conflict' });
    expect(checkLibrary(opened.app.library())).toEqual({ ok: true, problems: [], repaired: [] });
    await opened.api.call('papers.erase', { paper: papers[0]!.id });
    expect(await opened.api.call('library.status', {})).toMatchObject({ papers: 0, bytes: 0 });
  });

  test('the certificate can be had again later, and says what it said', async () => {
    const { task } = await newWall(opened);
    const { papers } = await bring(opened, task, [['one.jpg', await madeUpPage(1, 420, 300)]]);
    await check(papers[0]!);
    await finish(task);
    const said = textOf(await certificateOf(task));
    await opened.close();
    opened = openTestApp(place, imaging);
    expect(textOf(await certificateOf(task))).toBe(said);
  });

  test('what lies in the bin and was never looked at goes with the originals; what was looked at there stays', async () => {
    const { task } = await newWall(opened);
    const { papers } = await bring(opened, task, [
      ['one.jpg', await madeUpPage(1, 420, 300)],
      ['two.jpg', await madeUpPage(2, 420, 300)],
      ['three.jpg', await madeUpPage(3, 420, 300)],
    ]);
    for (const paper of papers.slice(0, 2)) await check(paper);
    for (const { id } of papers.slice(1)) await opened.api.call('papers.bin', { paper: id });
    expect(await opened.api.call('privacy.state', { task })).toMatchObject({ unchecked: 0, uncheckedInBin: 1 });
    expect((await finish(task)).done).toBe(true);
    await opened.api.call('papers.takeOut', { paper: papers[1]!.id });
    expect((await opened.api.call('papers.list', { task })).map(({ id }) => id)).toEqual([papers[0]!.id, papers[1]!.id]);
    await expect(opened.api.call('papers.takeOut', { paper: papers[2]!.id })).rejects.toMatchObject({ code: 'not-found' });
    expect(textOf(await certificateOf(task))).toContain('2 papers, 2 pages');
  });

  test('pages added after the end open as before, while the finished ones stay locked', async () => {
    const { task } = await newWall(opened);
    const { papers } = await bring(opened, task, [['one.jpg', await madeUpPage(1, 420, 300)]]);
    await check(papers[0]!);
    await finish(task);
    await bring(opened, task, [['two.jpg', await madeUpPage(2, 420, 300)]]);
    const originals = (await opened.api.call('papers.list', { task })).map(({ pages }) => pages[0]!.original);
    expect(originals).toEqual(['destroyed', 'here']);
  });

  test('only what belongs to the task is destroyed: each import has a key of its own', async () => {
    const [one, other] = [await newWall(opened), await newWall(opened)];
    const first = await bring(opened, one.task, [['one.jpg', await madeUpPage(1, 420, 300)]]);
    const second = await bring(opened, other.task, [['two.jpg', await madeUpPage(2, 420, 300)]]);
    const { db } = opened.app.library();
    expect([sharesKeys(db, one.task), sharesKeys(db, other.task)]).toEqual([false, false]);
    await check(first.papers[0]!);
    await finish(one.task);
    expect((await opened.ask(`/pictures/page/${second.papers[0]!.pages[0]!.id}/source`)).status).toBe(200);
    expect(await opened.api.call('privacy.state', { task: other.task })).toEqual({
      papers: 1,
      pages: 1,
      unchecked: 1,
      uncheckedInBin: 0,
      finishedAt: null,
      hasCertificate: false,
    });
  });

  test('killed after it was written down that the keys go, it is gone on with when the library is next opened', async () => {
    const { task } = await newWall(opened);
    await bring(opened, task, [['one.jpg', await madeUpPage(1, 420, 300)]]);
    const { db } = opened.app.library();
    markKeysDestroyed(db, [...new Set(listSealed(db, task).map(({ key }) => key))]);
    await opened.close();
    expect([keysHere().length, readdirSync(join(place.folder, 'sealed')).length > 0]).toEqual([1, true]);
    openLibrary(place.folder, { home: place.home }).close();
    expect([keysHere(), readdirSync(join(place.folder, 'sealed'))]).toEqual([[], []]);
    opened = openTestApp(place, imaging);
  });
});

describe('a library whose keys are on another computer', () => {
  test('shows what was checked, and says plainly why the rest opens there only; nothing of it is lost', async () => {
    const { task } = await newWall(opened);
    const { papers } = await bring(opened, task, [
      ['one.jpg', await madeUpPage(1, 420, 300)],
      ['two.jpg', await madeUpPage(2, 420, 300)],
    ]);
    const [seen, unseen] = papers.map(({ pages }) => pages[0]!);
    await check(papers[0]!);
    const copy = await fetched(`/pictures/page/${seen!.id}/clean`);
    await opened.close();

    opened = openTestApp(place, imaging, { home: join(place.root, 'another home') });
    const there = (await opened.api.call('papers.list', { task })).map(({ pages }) => pages[0]!);
    expect(there.map(({ original, checked }) => [original, checked])).toEqual([
      ['elsewhere', true],
      ['elsewhere', false],
    ]);
    expect(Buffer.from(await fetched(`/pictures/page/${seen!.id}/clean`)).equals(copy)).toBe(true);
    expect((await opened.ask(`/pictures/page/${seen!.id}/clean?w=256`)).status).toBe(200);
    const refused = { code: 'locked', message: expect.stringContaining('sealed on another computer') };
    await expect(opened.api.call('pages.clean', { page: unseen!.id, cleaning: unseen!.cleaning })).rejects.toMatchObject(refused);
    await expect(opened.api.call('pages.check', { page: seen!.id, checked: false })).rejects.toMatchObject(refused);
    expect(await (await opened.ask(`/pictures/page/${seen!.id}/source`)).json()).toMatchObject(refused);
    await expect(opened.api.call('pages.check', { page: unseen!.id, checked: true })).rejects.toThrow();
    await opened.api.call('papers.bin', { paper: papers[1]!.id });
    await expect(opened.api.call('privacy.finish', { task, lookedAgain: [] })).rejects.toMatchObject({
      code: 'conflict',
      hint: expect.stringContaining('there'),
    });
    await opened.api.call('papers.takeOut', { paper: papers[1]!.id });
    await opened.close();

    opened = openTestApp(place, imaging);
    expect((await opened.ask(`/pictures/page/${unseen!.id}/source`)).status).toBe(200);
    await check(papers[1]!);
    expect((await finish(task)).done).toBe(true);
  });
});

describe('names that were found', () => {
  test('are on no disk: neither what was read nor whose it is, while the program runs or after it', { timeout: 300_000 }, async () => {
    await opened.api.call('class.add', { names: ['Lucas Meyer'] });
    const { task } = await newWall(opened);
    await bring(opened, task, [['one.jpg', await namedSheet()]]);
    await opened.ended((await opened.api.call('names.suggest', { task, useClassList: true })).job);
    expect((await opened.api.call('names.suggestions', { task }))[0]!.boxes).toHaveLength(1);
    expect(holding(['Lucas', 'Meyer'].flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')]))).toEqual([]);
    await opened.close();
    opened = openTestApp(place, imaging);
    expect(await opened.api.call('names.suggestions', { task })).toMatchObject([{ boxes: [], look: 'not-searched' }]);
  });
});
