import { randomUUID } from 'node:crypto';
import { filesWith } from '../support/served.ts';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PaperFacts } from '../../core/capture/paperFacts.ts';
import { layOut } from '../../core/chart/layout.ts';
import { events } from '../../core/contract/events.ts';
import { contract, type Api, type CallName, type Input, type Output } from '../../core/contract/contract.ts';
import { Refusal, type Reply } from '../../core/kernel/refusal.ts';
import { PrintMade } from '../../core/sheets/printMade.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { backUp, bees, bring, bringBack, newWall, openTestApp, tempPlace, type OpenedApp } from '../support/library.ts';
import { madeUpPage } from '../support/wallChart.ts';
import { wallFonts } from '../support/wallFonts.ts';
import { windowOverHttp, windowOverIpc, type WiredWindow } from '../support/wires.ts';
import { watchEffects } from './effects.ts';
import { goalCases } from './goalCases.ts';
import { nameCases } from './nameCases.ts';
import { printCases } from './printCases.ts';
import { rankingCases } from './rankingCases.ts';
import { scanningCases, scanningOf } from './scanningCases.ts';
import { slipCases } from './slipCases.ts';

const imaging = createImaging(startHelperInNode, { secondsPerPage: 60 });
const pages = await Promise.all([1, 2, 3].map((seed) => madeUpPage(seed, 420, 300)));
afterAll(() => imaging.close());

describe.each([
  ['HTTP', windowOverHttp],
  ['IPC', windowOverIpc],
] as const)('every call over %s', (_, connect) => {
  const place = tempPlace();
  let opened: OpenedApp;
  let window: WiredWindow;
  let wall = '';
  let task = '';
  let papers: PaperFacts[] = [];
  /** Calls that were answered with what the contract promises, and what they were asked. */
  const worked = new Map<CallName, unknown>();

  let effects: ReturnType<typeof watchEffects>;
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const before = effects.before();
    const value = await window.api.call(name, input);
    worked.set(name, input);
    if (contract[name].kind !== 'job') effects.expectEffects(name, input, before);
    return value;
  };
  const api: Api = { call, on: (event, listener) => window.api.on(event, listener), ended: (started, job) => window.api.ended(started, job) };
  const listed = (): Promise<PaperFacts[]> => call('papers.list', { task });
  const pagesOf = async (): Promise<string[][]> => (await listed()).map((paper) => paper.pages.map(({ id }) => id));
  const paper = (index: number): PaperFacts => papers[index]!;
  const raw = (name: string, input: unknown): Promise<Reply> =>
    window.api.call(name as 'library.status', input as Input<'library.status'>).then(
      (value): Reply => ({ ok: true, value }),
      (error: unknown): Reply => {
        if (!(error instanceof Refusal)) throw error;
        return { ok: false, error: { code: error.code, message: error.message, hint: error.hint } };
      },
    );

  beforeAll(async () => {
    opened = openTestApp(place, imaging, { scanning: scanningOf(pages.slice(0, 2)) });
    window = await connect(opened);
    effects = watchEffects(opened);
    // The starter bank is put in by the first who asks for it.
    await window.api.call('goals.bank', {});
    ({ wall, task } = await newWall({ api }));
    const files = pages.map((bytes, index) => [`IMG_${index}.jpg`, bytes] as const);
    const { report } = await bring({ ...window, api }, task, files);
    expect(report.files.map(({ error, papers }) => [error, papers.length])).toEqual(pages.map(() => [null, 1]));
    papers = await listed();
  });

  afterAll(async () => {
    await window.close();
    await opened.close();
    place.remove();
  });

  test('papers: put together, split, grouped, ordered and arranged', async () => {
    expect(papers.map(({ code }) => code)).toEqual(['1', '2', '3']);
    const [first, second, third] = papers.map(({ pages: [page] }) => page!.id) as [string, string, string];
    await call('papers.merge', { into: paper(0).id, from: paper(1).id });
    expect(await pagesOf()).toEqual([[first, second], [third]]);
    const { paper: split } = await call('papers.split', { page: second });
    expect((await listed()).map(({ id }) => id)).toEqual([paper(0).id, split, paper(2).id]);
    await call('papers.group', { task, size: 2 });
    expect(await pagesOf()).toEqual([[first, second], [third]]);
    await call('papers.arrange', { task, papers: papers.map(({ id, text, pages: own }) => ({ paper: id, text, pages: own.map((page) => page.id) })) });
    expect(await pagesOf()).toEqual([[first], [second], [third]]);
    await call('papers.reorder', { task, order: [paper(2).id, paper(0).id, paper(1).id] });
    expect(await pagesOf()).toEqual([[third], [first], [second]]);
    await call('papers.reorder', { task, order: papers.map(({ id }) => id) });
    expect((await listed()).map(({ id }) => id)).toEqual(papers.map(({ id }) => id));
  });

  test('pages: cleaned with a box, found nameless, and only then on charts', async () => {
    const page = paper(0).pages[0]!;
    const cleaning = { ...page.cleaning, redactions: [{ x: 10, y: 10, width: 120, height: 30 }] };
    expect(await call('pages.clean', { page: page.id, cleaning })).toMatchObject({ id: page.id, decided: true, checked: false, cleaning });
    expect((await call('walls.open', { wall })).shownPapers[0]!.pages).toEqual([]);
    expect((await call('pages.check', { page: page.id, checked: true })).checked).toBe(true);
    const [shown] = (await call('walls.open', { wall })).shownPapers[0]!.pages;
    expect(shown).toMatchObject({ page: page.id });
    const picture = await window.ask(`/pictures/media/${shown!.media}`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect([...new Uint8Array(await picture.arrayBuffer()).subarray(0, 2)]).toEqual([0xff, 0xd8]);
  });

  test('papers: retyped and looked at; into the bin and out of it', async () => {
    const { id } = paper(1);
    await call('papers.retype', { paper: id, text: 'bees are good becos they help' });
    expect((await listed())[1]).toMatchObject({ text: 'bees are good becos they help', textChecked: false });
    await call('papers.checkText', { paper: id, checked: true });
    expect((await call('walls.open', { wall })).shownPapers[1]!.text).toBe('bees are good becos they help');
    await call('papers.setHand', { paper: id, hand: 'stand-in' });
    await call('papers.lookAgain', { paper: id, looked: true });
    await call('papers.setSharing', { papers: [id], origin: 'this-class', consent: 'yes' });
    expect((await listed())[1]).toMatchObject({ hand: 'stand-in', origin: 'this-class', consent: 'yes', secondLook: true });
    expect((await call('walls.open', { wall })).shownPapers[1]).toMatchObject({ standIn: true });
    await call('papers.bin', { paper: id });
    expect((await listed()).map((one) => one.id)).not.toContain(id);
    await call('papers.takeOut', { paper: id });
    expect((await listed()).map((one) => one.id)).toContain(id);
  });

  test('people: names beside codes, a code on a paper, and names forgotten', async () => {
    expect(await call('class.list', {})).toEqual({ pupils: [], names: 'none' });
    const { pupils } = await call('class.add', { names: ['Wiremu', ''] });
    expect(pupils.map(({ name }) => name)).toEqual(['Wiremu', null]);
    await call('class.rename', { pupil: pupils[1]!.id, name: 'Ana' });
    await call('papers.setPupil', { paper: paper(0).id, pupil: pupils[1]!.id });
    expect((await listed())[0]).toMatchObject({ code: pupils[1]!.code, pupil: pupils[1]!.id });
    expect((await call('class.remove', { pupil: pupils[0]!.id })).pupils.map(({ name }) => name)).toEqual(['Ana']);
    expect(await call('class.forgetNames', {})).toEqual({ pupils: [{ ...pupils[1], name: null }], names: 'none' });
  });

  test('a chart: changed, taken back, done again', async () => {
    const open = await call('walls.open', { wall });
    expect(open.history).toMatchObject({ undo: null, redo: null });
    const committed = await call('charts.commit', {
      wall,
      base: open.history.revision,
      command: { name: 'set-line', line: papers.map(({ id }) => id) },
      coalesce: null,
    });
    expect(committed).toMatchObject({ undo: 'set-line', redo: null });
    expect(await call('charts.undo', { wall })).toMatchObject({ chart: { line: [] }, history: { undo: null, redo: 'set-line' } });
    expect((await call('charts.redo', { wall })).chart.line).toEqual(papers.map(({ id }) => id));
  });

  test('a chart: printed by a job whose file can be fetched', async () => {
    const { chart, history, print, shownPapers: shown } = await call('walls.open', { wall });
    const strip = layOut(chart, 'horizontal', { fonts: wallFonts, papers: new Map(shown.map((one) => [one.paper, one])) });
    await call('charts.commit', { wall, base: history.revision, command: { name: 'lay-out', strip }, coalesce: null });
    await call('print.settings', { wall, settings: { ...print, sheetSize: 'A3' } });
    expect((await call('walls.open', { wall })).print.sheetSize).toBe('A3');
    const { job } = await call('print.make', { wall, settings: print, part: 'sheets', sheets: null });
    const made = PrintMade.parse((await window.ended(job)).result);
    expect(made.sheets).toBeGreaterThan(1);
    const pdf = await window.ask(`/outgoing/${made.file.token}?save=1`);
    expect(pdf.headers.get('content-disposition')).toContain('attachment');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await call('walls.open', { wall })).progress.printed).toBe(true);
  });

  test('printing: what changed since, what did not come out well, the look and finish as wished, a proof, printers and what was measured on them', async () => {
    const { print, chart, history } = await call('walls.open', { wall });
    const settings = { ...print, sheetSize: 'A4', look: 'grey' } as const;
    const toPrint = async (): Promise<readonly string[] | undefined> => (await call('print.changed', { wall, settings }))?.print;
    const make = async (wish: Partial<Input<'print.make'>>) =>
      PrintMade.parse((await window.ended((await call('print.make', { wall, settings, part: 'sheets', sheets: null, ...wish })).job)).result);
    expect(await call('print.changed', { wall, settings })).toMatchObject({ print: [], gone: [], plan: { sheetSize: { name: 'A4' } } });
    const moved = chart
      .strip!.elements.filter(({ kind }) => kind === 'badge')
      .slice(0, 1)
      .map((badge) => ({ ...badge, x: badge.x + 3 }));
    await call('charts.commit', { wall, base: history.revision, command: { name: 'change-elements', elements: moved }, coalesce: null });
    const changed = [...((await toPrint()) ?? [])];
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThanOrEqual(4);
    expect((await make({ sheets: changed })).sheets).toBe(changed.length);
    expect(await toPrint()).toEqual([]);
    await call('print.cameOut', { wall, bad: changed.slice(0, 1) });
    expect(await toPrint()).toEqual(changed.slice(0, 1));
    expect(await make({ part: 'proof' })).toMatchObject({ sheets: 1, file: { name: 'Why do bees matter, small.pdf' } });
    expect((await make({ part: 'measure' })).sheets).toBe(1);
    expect(await toPrint()).toEqual(changed.slice(0, 1));
    await call('printers.list', { sheetSize: 'A4' });
    await call('printers.measured', { printer: 'Office', edges: null, across: { wanted: 100, measured: 99 }, down: { wanted: 200, measured: 200 } });
    await expect(
      window.api.call('printers.measured', { printer: 'Office', edges: null, across: { wanted: 100, measured: 80 }, down: { wanted: 200, measured: 200 } }),
    ).rejects.toThrow('choose “Actual size”');
    const ended = await window.ended((await call('print.send', { wall, settings, part: 'sheets', sheets: changed, printer: 'No such printer' })).job);
    expect(ended).toMatchObject({ state: 'failed', problem: { message: expect.stringMatching(/\.$/u) } });
    expect(await toPrint()).toEqual(changed.slice(0, 1));
  });

  scanningCases(
    () => ({ ...window, api }),
    () => place.root,
  );
  nameCases(() => ({ ...window, api }), pages[0]!);
  slipCases(() => ({ ...window, api }));
  rankingCases(() => ({ ...window, api }), pages);

  goalCases(
    () => ({ ...window, api }),
    () => wall,
  );
  printCases(
    () => ({ ...window, api }),
    () => ({ wall, task }),
  );

  test('walls: renamed, doubled, binned, taken out, destroyed; the task reworded', async () => {
    await call('walls.rename', { wall, title: 'Bees' });
    const { wall: copy } = await call('walls.duplicate', { wall });
    expect((await call('walls.list', {})).map(({ title }) => title).sort()).toEqual(['Bees', 'Bees (copy)']);
    expect(await call('walls.card', { wall: copy })).toMatchObject({ task: { id: task }, chart: { title: 'Bees (copy)' }, progress: { papers: 3 } });
    expect(await call('walls.earlier', { wall: copy })).toBeNull();
    await call('walls.rename', { wall: copy, title: 'Spoilt' });
    opened.app.library().db.prepare("update chart_revision set document = x'00' where id = (select head from chart where id = ?)").run(copy);
    expect(await raw('walls.open', { wall: copy })).toMatchObject({ ok: false, error: { code: 'unreadable' } });
    expect(await call('walls.earlier', { wall: copy })).toMatchObject({ madeAt: expect.stringMatching(/^\d{4}-/) });
    await call('walls.goBack', { wall: copy });
    expect((await call('walls.open', { wall: copy })).chart.title).toBe('Bees (copy)');
    await call('walls.bin', { wall: copy });
    await call('walls.takeOut', { wall: copy });
    await call('walls.bin', { wall: copy });
    expect((await call('walls.binned', {})).map(({ id }) => id)).toEqual([copy]);
    await call('walls.destroy', { wall: copy });
    expect(await call('walls.binned', {})).toEqual([]);
    expect(await call('tasks.change', { task, ...bees, minutes: 10, focus: 'gives reasons' })).toMatchObject({ id: task, minutes: 10, focus: 'gives reasons' });
  });

  test('the sample class is made by a job, which can be cancelled', async () => {
    const { job } = await call('walls.createSample', {});
    await call('jobs.cancel', { job });
    expect((await window.ended(job)).state).toBe('cancelled');
  });

  test('a paper is erased: it is nowhere any more', async () => {
    await call('papers.erase', { paper: paper(2).id });
    expect((await listed()).map(({ id }) => id)).toEqual([paper(0).id, paper(1).id]);
    expect((await call('walls.open', { wall })).chart.line).not.toContain(paper(2).id);
  });

  test('a backup is made and restored, and the status says what is there', async () => {
    const before = await call('library.status', {});
    const { job } = await call('library.check', {});
    expect((await window.ended(job)).result).toEqual({ ok: true, problems: [], repaired: [] });
    expect(before).toMatchObject({ folder: place.folder, keysKeptIn: 'file', papers: 2 });
    const { bytes } = await backUp({ ...window, api }, 'a long passphrase');
    await call('walls.bin', { wall });
    expect(await bringBack({ ...window, api }, bytes, 'a long passphrase')).toMatchObject({ walls: before.walls, papers: 2, kept: { libraries: 1 } });
    expect((await call('walls.list', {})).map(({ id }) => id)).toContain(wall);
    const settled = { mishap: null, setAside: { pictures: 0, until: null } };
    expect(await call('library.settle', {})).toMatchObject(settled);
    expect(await call('library.emptySetAside', {})).toMatchObject(settled);
    expect(await call('library.remindLater', {})).toMatchObject({ backup: { isDue: false } });
    expect(await call('library.destroyKept', {})).toMatchObject({ kept: { libraries: 0, until: null } });
  });

  test('the library is moved to a safe place, with everything in it', async () => {
    vi.stubEnv('HOME', place.root);
    vi.stubEnv('USERPROFILE', place.root);
    const { job } = await call('library.move', {});
    expect(await window.ended(job)).toMatchObject({ state: 'done', result: { folder: join(place.root, 'Stepwall'), papers: 2, leftBehind: null } });
    expect((await call('walls.list', {})).map(({ id }) => id)).toContain(wall);
    vi.unstubAllEnvs();
  });

  test('drafts: kept by name, sealed, and given back until they are done', async () => {
    const name = 'confer.round';
    expect(await call('drafts.read', { name })).toEqual({ text: null });
    await call('drafts.keep', { name, text: '{"says":"Kanariezoaq"}' });
    await call('drafts.keep', { name: 'bank.explained', text: '"away"' });
    expect(await call('drafts.read', { name })).toEqual({ text: '{"says":"Kanariezoaq"}' });
    expect(filesWith(['Kanariezoaq'], place.root)).toEqual([]);
    await call('drafts.keep', { name, text: null });
    expect(await call('drafts.read', { name })).toEqual({ text: null });
    expect(await call('drafts.read', { name: 'bank.explained' })).toEqual({ text: '"away"' });
  });

  test('events arrived: jobs, papers and walls', () => {
    expect(new Set(window.told.map(({ event }) => event))).toEqual(
      new Set([
        'class.changed',
        'goals.changed',
        'job.changed',
        'lessons.changed',
        'library.changed',
        'names.changed',
        'papers.changed',
        'ranking.changed',
        'wall.changed',
        'watching.changed',
      ]),
    );
    // That the services were started again is told by whoever started them.
    expect(effects.told()).toEqual(new Set(Object.keys(events).filter((event) => event !== 'services.restarted')));
    expect(window.told).toContainEqual({ event: 'papers.changed', payload: { task } });
    expect(window.told).toContainEqual({ event: 'wall.changed', payload: { wall, revision: expect.any(Number) } });
  });

  test('no call of the contract was left out', () => {
    expect([...worked.keys()].sort()).toEqual(Object.keys(contract).sort());
  });

  test('input of another shape is refused as such, whatever the call', async () => {
    for (const [name, good] of worked) {
      const spoilt = Object.keys(good as object).flatMap((key) => [
        { ...(good as object), [key]: undefined },
        { ...(good as object), [key]: { not: 'this' } },
      ]);
      for (const bad of [null, 7, 'text', [], ...spoilt]) {
        const reply = await raw(name, bad);
        expect(reply, `${name} ${JSON.stringify(bad)}`).toMatchObject({ ok: false, error: { code: 'bad-request', message: expect.stringMatching(/\.$/) } });
      }
    }
  });

  test('what is not there any more is answered in plain words, whatever the call', async () => {
    const ids = new Set(['wall', 'task', 'paper', 'page', 'pupil', 'into', 'from', 'job', 'file']);
    for (const [name, good] of worked) {
      const entries = Object.entries(good as object);
      if (!entries.some(([key]) => ids.has(key))) continue;
      for (const gone of entries.flatMap(([key]) => (ids.has(key) ? [key] : []))) {
        const reply = await raw(name, { ...(good as object), [gone]: randomUUID() });
        if (!reply.ok)
          expect(reply.error, `${name} without its ${gone}`).toMatchObject({
            message: expect.stringMatching(/\.$/),
            code: expect.not.stringMatching('internal'),
          });
      }
    }
  });

  test('a call that nobody knows, and names that every object has, are refused', async () => {
    for (const name of ['walls.conquer', 'toString', '__proto__', '', 'library']) {
      expect(await raw(name, {}), name).toMatchObject({ ok: false, error: { code: 'not-found' } });
    }
  });

  test('a refusal of the services comes with its message and its hint', async () => {
    const stale = await raw('charts.commit', { wall, base: -1, command: { name: 'retitle', title: 'Late' }, coalesce: null });
    expect(stale).toEqual({
      ok: false,
      error: { code: 'conflict', message: 'This wall was changed in another window.', hint: 'It is shown as it is now; do your last change again.' },
    });
  });

  test('nothing unforeseen happened but what was typed wrongly', () => {
    const unforeseen = opened.logged.filter((error) => !(error instanceof Error && /^[a-z]+\.[a-zA-Z]+: /.test(error.message)));
    expect(unforeseen).toEqual([]);
  });
});
