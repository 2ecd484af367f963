import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PaperFacts } from '../../core/capture/paperFacts.ts';
import { layOut } from '../../core/chart/layout.ts';
import { PrintMade } from '../../core/sheets/printMade.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { openKeyStore, type KeyWrap } from '../../main/platform/media/keyStore.ts';
import { seal, unseal } from '../../main/platform/media/seal.ts';
import { backUp, bring, everyFile, newWall, offer, openTestApp, tempPlace, type NamedBytes, type OpenedApp, type Place } from '../support/library.ts';
import { madeUpPage } from '../support/wallChart.ts';
import { wallFonts } from '../support/wallFonts.ts';

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

/** Files below the test's folder, the library's, the user's and the temporary ones, that hold the bytes anywhere. */
const holding = (needle: Uint8Array | string): string[] =>
  everyFile(place.root).flatMap(({ file, bytes }) =>
    bytes.includes(typeof needle === 'string' ? needle : Buffer.from(needle)) ? [file.slice(place.root.length)] : [],
  );
const found = (needles: Readonly<Record<string, Uint8Array | string>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(needles).flatMap(([name, needle]) => (holding(needle).length > 0 ? [[name, holding(needle)]] : [])));

/** 64 bytes out of a picture's pixels, as no other file has them. */
const sliceOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.subarray(Math.floor(bytes.length * 0.6), Math.floor(bytes.length * 0.6) + 64));
const fetched = async (path: string): Promise<Uint8Array> => {
  const answer = await opened.ask(path);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
  return new Uint8Array(await answer.arrayBuffer());
};
const boxed = ({ pages: [page] }: PaperFacts, x: number) => ({
  page: page!.id,
  cleaning: { ...page!.cleaning, redactions: [{ x, y: 10, width: 120, height: 40 }] },
});
const files = await Promise.all(
  ['Wiremu Needleworthy.jpg', 'Ana-Haystacker.jpg', 'Mei_Strawson.jpg'].map(async (name, index): Promise<NamedBytes> => [
    name,
    await madeUpPage(20 + index, 420, 300),
  ]),
);

/** What must never be readable anywhere: names of pupils and files, bytes of pages before a name was taken off. */
async function secretsOf(papers: readonly PaperFacts[]): Promise<Record<string, Uint8Array | string>> {
  const secrets: Record<string, Uint8Array | string> = {
    surname: 'Needleworthy',
    'file name': 'Haystacker',
    'another file name': 'Mei_Strawson',
    'wide surname': Buffer.from('Needleworthy', 'utf16le'),
  };
  files.forEach(([name, bytes]) => (secrets[`the file ${name}`] = sliceOf(bytes)));
  for (const [index, paper] of papers.entries()) {
    const [page] = paper.pages;
    secrets[`original ${index}`] = sliceOf(await fetched(`/pictures/page/${page!.id}/source`));
    secrets[`its proxy ${index}`] = sliceOf(await fetched(`/pictures/page/${page!.id}/source?w=1024`));
    secrets[`clean copy ${index}`] = sliceOf(await fetched(`/pictures/page/${page!.id}/clean`));
    secrets[`its small one ${index}`] = sliceOf(await fetched(`/pictures/page/${page!.id}/clean?w=1024`));
  }
  return secrets;
}

describe('nothing readable that should not be', () => {
  test('offered files, originals, unchecked copies and names are found in no byte on the disk', async () => {
    await offer(opened, files);
    expect(found(await secretsOf([]))).toEqual({});
    await opened.api.call('class.add', { names: ['Wiremu Needleworthy', 'Ana Haystacker'] });
    const { task } = await newWall(opened);
    const { papers } = await bring(opened, task, files);
    const secrets = await secretsOf(papers);
    expect(Object.keys(secrets)).toHaveLength(19);
    expect(found(secrets)).toEqual({});
    // What the window cannot use is not written down with what was in it.
    const bad = opened.api.call('class.rename', { pupil: 'Needleworthy', name: 'Wiremu Needleworthy'.repeat(9) });
    await expect(bad).rejects.toMatchObject({ code: 'bad-request' });
    expect(opened.logged).toHaveLength(1);
    expect(readFileSync(join(place.home, 'stepwall.log'), 'utf8')).toContain('class.rename');
    expect(found(secrets)).toEqual({});
    await backUp(opened, 'a long passphrase');
    await backUp(opened, null);
    expect(found(secrets)).toEqual({});
  });

  test('a copy found nameless is open; cleaned anew with another box, its bytes are gone everywhere', async () => {
    const { task, wall } = await newWall(opened);
    const [paper] = (await bring(opened, task, files.slice(0, 1))).papers;
    const { page, cleaning } = boxed(paper!, 20);
    await opened.api.call('pages.clean', { page, cleaning });
    await opened.api.call('pages.check', { page, checked: true });
    const { history, chart, shownPapers, print } = await opened.api.call('walls.open', { wall });
    const media = `/library/media/${shownPapers[0]!.pages[0]!.media.slice(0, 2)}/${shownPapers[0]!.pages[0]!.media}.jpg`;
    const needle = sliceOf(await fetched(`/pictures/page/${page}/clean`));
    expect(holding(needle)).toEqual([media]);

    const [level] = chart.levels;
    const anchored = { ...chart, levels: [{ ...level!, anchors: [paper!.id] }, ...chart.levels.slice(1)] };
    const strip = layOut(anchored, 'horizontal', { fonts: wallFonts, papers: new Map(shownPapers.map((one) => [one.paper, one])) });
    await opened.api.call('charts.commit', { wall, base: history.revision, command: { name: 'lay-out', strip }, coalesce: null });
    const { job } = await opened.api.call('print.make', { wall, settings: print, part: 'sheets', sheets: null });
    const { file } = PrintMade.parse((await opened.ended(job)).result);
    // The sheets that wait to be fetched are sealed.
    expect(holding(needle)).toEqual([media]);

    await opened.api.call('pages.clean', boxed(paper!, 200));
    expect(holding(needle)).toEqual([]);
    expect((await opened.api.call('walls.open', { wall })).shownPapers[0]!.pages).toEqual([]);
    expect((await opened.ask(`/outgoing/${file.token}`)).status).toBe(404);
    expect((await opened.ask(`/pictures/media/${shownPapers[0]!.pages[0]!.media}`)).status).toBe(404);
  });

  test('taking “no name to be seen” back destroys the open copy', async () => {
    const { task } = await newWall(opened);
    const [paper] = (await bring(opened, task, files.slice(0, 1))).papers;
    const page = paper!.pages[0]!.id;
    const needle = sliceOf(await fetched(`/pictures/page/${page}/clean`));
    await opened.api.call('pages.check', { page, checked: true });
    expect(holding(needle)).toHaveLength(1);
    await opened.api.call('pages.check', { page, checked: false });
    expect(holding(needle)).toEqual([]);
  });

  test('an erased paper is gone: its pictures, its words, its place in every state of the chart', async () => {
    const { task, wall } = await newWall(opened);
    const { papers } = await bring(opened, task, files);
    const [gone, stays] = papers as [PaperFacts, PaperFacts];
    for (const { pages } of papers) await opened.api.call('pages.check', { page: pages[0]!.id, checked: true });
    await opened.api.call('papers.retype', { paper: gone.id, text: 'bees are flying marmalade' });
    const line = [gone.id, stays.id];
    const { history, chart } = await opened.api.call('walls.open', { wall });
    const first = await opened.api.call('charts.commit', { wall, base: history.revision, command: { name: 'set-line', line }, coalesce: null });
    await opened.api.call('charts.commit', {
      wall,
      base: first.revision,
      command: { name: 'set-anchors', level: chart.levels[0]!.id, anchors: [gone.id] },
      coalesce: null,
    });
    const secrets: Record<string, Uint8Array | string> = {
      copy: sliceOf(await fetched(`/pictures/page/${gone.pages[0]!.id}/clean`)),
      words: 'flying marmalade',
      'its id': gone.id,
      'its page': gone.pages[0]!.id,
    };
    expect(Object.keys(found(secrets))).toEqual(Object.keys(secrets));
    const sealedBefore = readdirSync(join(place.folder, 'sealed')).length;

    await opened.api.call('papers.erase', { paper: gone.id });
    expect(found(secrets)).toEqual({});
    expect(readdirSync(join(place.folder, 'sealed'))).toHaveLength(sealedBefore - 4);
    const states = [
      await opened.api.call('walls.open', { wall }),
      await opened.api.call('charts.undo', { wall }),
      await opened.api.call('charts.undo', { wall }),
      await opened.api.call('charts.redo', { wall }),
    ];
    expect(states.map((state) => state.chart.line)).toEqual([[stays.id], [stays.id], [], [stays.id]]);
    expect(JSON.stringify(states)).not.toContain(gone.id);
    expect((await opened.api.call('papers.list', { task })).map(({ id }) => id)).toEqual(papers.slice(1).map(({ id }) => id));
    expect((await fetched(`/pictures/page/${stays.pages[0]!.id}/source`)).length).toBeGreaterThan(1000);
  });

  test('with the last paper of an import its key is destroyed: a copy of the sealed file opens nowhere', async () => {
    const { task, wall } = await newWall(opened);
    const { papers } = await bring(opened, task, files.slice(0, 2));
    const keyFile = join(place.home, 'keys', readdirSync(join(place.home, 'keys'))[0] ?? '');
    const keys = (): string[] => Object.keys(JSON.parse(readFileSync(keyFile, 'utf8')) as object);
    expect(keys()).toHaveLength(1);
    await opened.api.call('papers.erase', { paper: papers[0]!.id });
    expect(keys()).toHaveLength(1);
    await opened.api.call('walls.bin', { wall });
    await opened.api.call('walls.destroy', { wall });
    expect(keys()).toEqual([]);
    expect(readdirSync(join(place.folder, 'sealed'))).toEqual([]);
    expect(await opened.api.call('library.status', {})).toMatchObject({ walls: 0, papers: 0, bytes: 0 });
  });
});

describe('sealing', () => {
  const key = Buffer.alloc(32, 1);
  const unreadable = expect.objectContaining({ code: 'unreadable' });

  test('opens with its key and its label, and with nothing else', () => {
    const sealed = seal(Buffer.from('a page'), key, 'page 1');
    expect(unseal(sealed, key, 'page 1').toString()).toBe('a page');
    expect(() => unseal(sealed, Buffer.alloc(32, 2), 'page 1')).toThrow(unreadable);
    expect(() => unseal(sealed, key, 'page 2')).toThrow(unreadable);
    expect(() => unseal(sealed.subarray(0, 20), key, 'page 1')).toThrow(unreadable);
    expect(() => unseal(Buffer.alloc(0), key, 'page 1')).toThrow(unreadable);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = changed[at]! ^ 1;
      expect(() => unseal(changed, key, 'page 1')).toThrow(unreadable);
    }
    expect(seal(Buffer.from('a page'), key, 'page 1').equals(sealed)).toBe(false);
  });

  test('keys, sealed pages and names can be read by their owner only', async () => {
    const { task } = await newWall(opened);
    await bring(opened, task, files.slice(0, 1));
    await opened.api.call('class.add', { names: ['Wiremu'] });
    const kept = everyFile(join(place.home, 'keys'), join(place.folder, 'sealed')).map(({ file }) => file);
    expect(kept.length).toBeGreaterThan(2);
    for (const file of [...kept, join(place.folder, 'names.sealed')]) expect(statSync(file).mode & 0o777, file).toBe(0o600);
  });

  test('a damaged file of keys is said to be so and is not written over', () => {
    const file = join(place.root, 'keys.json');
    writeFileSync(file, '{"half": ');
    const store = openKeyStore(file);
    const damaged = expect.objectContaining({ code: 'unreadable', message: expect.stringContaining('damaged') });
    expect(() => store.find('one')).toThrow(damaged);
    expect(() => store.keep('one', key)).toThrow(damaged);
    expect(readFileSync(file, 'utf8')).toBe('{"half": ');
  });
});

describe('a library of the other shell', () => {
  const turned = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  const keychain: KeyWrap = { place: 'keychain', wrap: turned, unwrap: turned };

  test('opens, shows its codes and copies, and says plainly that originals and names stay closed here', async () => {
    await opened.close();
    opened = openTestApp(place, imaging, { wrap: keychain });
    const { task, wall } = await newWall(opened);
    const [paper] = (await bring(opened, task, files.slice(0, 1))).papers;
    const page = paper!.pages[0]!.id;
    await opened.api.call('pages.check', { page, checked: true });
    await opened.api.call('class.add', { names: ['Wiremu'] });
    expect((await opened.api.call('library.status', {})).keysKeptIn).toBe('keychain');
    await opened.close();

    opened = openTestApp(place, imaging);
    const closed = await opened.ask(`/pictures/page/${page}/source`);
    expect([closed.status, await closed.json()]).toEqual([
      400,
      { code: 'locked', message: 'These pages were sealed by the Stepwall app.', hint: 'Open the library there to see the original pages.' },
    ]);
    await expect(opened.api.call('pages.clean', { page, cleaning: paper!.pages[0]!.cleaning })).rejects.toMatchObject({ code: 'locked' });
    expect((await opened.ask(`/pictures/media/${(await opened.api.call('walls.open', { wall })).shownPapers[0]!.pages[0]!.media}`)).status).toBe(200);
    const list = await opened.api.call('class.list', {});
    expect([list.names, list.pupils.map(({ name }) => name)]).toEqual(['elsewhere', [null]]);
    await expect(opened.api.call('class.add', { names: ['Ana'] })).rejects.toMatchObject({
      code: 'locked',
      message: 'The names of this library can’t be opened here.',
    });
    expect((await opened.api.call('class.add', { names: [''] })).pupils).toHaveLength(2);
    await opened.close();

    opened = openTestApp(place, imaging, { wrap: keychain });
    expect((await opened.api.call('class.list', {})).pupils.map(({ name }) => name)).toEqual(['Wiremu', null]);
    expect((await opened.ask(`/pictures/page/${page}/source`)).status).toBe(200);
  });
});

describe('names', () => {
  const namesFile = (): string => join(place.folder, 'names.sealed');

  test('can be absent: a class of codes alone has no file of names, whatever is done with it', async () => {
    const { pupils } = await opened.api.call('class.add', { names: ['', ''] });
    await opened.api.call('class.rename', { pupil: pupils[0]!.id, name: null });
    expect(await opened.api.call('class.remove', { pupil: pupils[0]!.id })).toEqual({ pupils: [pupils[1]], names: 'none' });
    expect(existsSync(namesFile())).toBe(false);
  });

  test('forgotten, they are destroyed with their key; codes stay, and new names may be typed', async () => {
    const { pupils } = await opened.api.call('class.add', { names: ['Wiremu', 'Ana'] });
    const stolen = readFileSync(namesFile());
    expect(await opened.api.call('class.forgetNames', {})).toEqual({ pupils: pupils.map((pupil) => ({ ...pupil, name: null })), names: 'none' });
    writeFileSync(namesFile(), stolen);
    expect((await opened.api.call('class.list', {})).names).toBe('elsewhere');
    await opened.api.call('class.forgetNames', {});
    expect((await opened.api.call('class.rename', { pupil: pupils[0]!.id, name: 'Mei' })).pupils.map(({ name }) => name)).toEqual(['Mei', null]);
    writeFileSync(namesFile(), stolen);
    expect(await opened.api.call('class.list', {})).toMatchObject({ names: 'elsewhere', pupils: [{ name: null }, { name: null }] });
  });

  test('a code is given once, also after its pupil left', async () => {
    const given = new Set<string>();
    for (let round = 0; round < 5; round += 1) {
      const { pupils } = await opened.api.call('class.add', { names: Array.from({ length: 40 }, () => '') });
      expect(pupils.filter(({ code }) => given.has(code))).toEqual([]);
      for (const { id, code } of pupils) {
        given.add(code);
        await opened.api.call('class.remove', { pupil: id });
      }
    }
    expect(given.size).toBe(200);
  });
});
