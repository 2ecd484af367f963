import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Job } from '../../core/contract/events.ts';
import type { Element, Strip } from '../../core/chart/document.ts';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { CupsServer, hasCups, NEEDS_CUPS } from '../support/cupsServer.ts';
import { newWall, openTestApp, tempPlace, type OpenedApp } from '../support/library.ts';

const text = { kind: 'text', face: 'lexend-bold', size: 12, leading: 1.3, align: 'start', colour: '#1f2430', bullet: 'none' } as const;
const elements = Array.from({ length: 40 }, (_, index): Element => {
  const [x, y] = [20 + (index % 8) * 130, 20 + Math.floor(index / 8) * 60];
  return { ...text, id: `t${index}`, text: `Bees carry pollen ${index}`, x, y, width: 120, height: 32 };
});
const strip: Strip = { orientation: 'horizontal', width: 1080, height: 340, elements };

const place = tempPlace();
const imaging = createImaging(startHelperInNode, { processes: 1 });
const waiting = join(place.home, 'waiting');
const mounted = mount('size=16k');
const printersBefore = process.env['CUPS_SERVER'];
const tempBefore = process.env['TMPDIR'];
let opened: OpenedApp;
let server: CupsServer | null = null;
let wall = '';

/** A small disk of its own in the stead of the temporary folder, and of the one where files wait to be fetched; false where the system does not let one be made. */
function mount(options: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place.temp], { stdio: 'ignore' });
    mkdirSync(waiting, { recursive: true });
    execFileSync('mount', ['--bind', place.temp, waiting], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const remount = (options: string): Buffer => execFileSync('mount', ['-o', `remount,${options}`, place.temp]);
const NEEDS_MOUNT = 'needs root and leave to mount a small disk';

beforeAll(async () => {
  if (hasCups) {
    server = await CupsServer.start();
    server.addPdfQueue('PAPER');
    server.addPdfQueue('PAUSED');
    server.pause('PAUSED');
    process.env['CUPS_SERVER'] = server.environment['CUPS_SERVER'];
  }
  opened = openTestApp(place, imaging);
  ({ wall } = await newWall(opened));
  const { history } = await opened.api.call('walls.open', { wall });
  await opened.api.call('charts.commit', { wall, base: history.revision, command: { name: 'lay-out', strip }, coalesce: null });
});
afterEach(() => {
  if (tempBefore === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = tempBefore;
});
afterAll(async () => {
  await opened.close();
  await imaging.close();
  server?.stop();
  if (printersBefore === undefined) delete process.env['CUPS_SERVER'];
  else process.env['CUPS_SERVER'] = printersBefore;
  if (mounted) [waiting, place.temp].forEach((folder) => execFileSync('umount', [folder]));
  place.remove();
});

async function wish() {
  const { print } = await opened.api.call('walls.open', { wall });
  return { wall, settings: print, part: 'sheets', sheets: null } as const;
}
const make = async (): Promise<Job> => opened.ended((await opened.api.call('print.make', await wish())).job);
const send = async (printer: string, sheets: string[] | null = null): Promise<Job> =>
  opened.ended((await opened.api.call('print.send', { ...(await wish()), sheets, printer })).job);
const changed = async () => opened.api.call('print.changed', { wall, settings: (await wish()).settings });
/** Files that hold a PDF or the beginning of one. */
const left = (): string[] =>
  readdirSync(place.temp, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(pdf|draft)$/u.test(entry.name))
    .map(({ name }) => name);

describe.skipIf(!mounted)(`where the PDF cannot be written (${NEEDS_MOUNT})`, () => {
  test('a full disk is said plainly, no half file is left, and nothing counts as printed', async () => {
    expect(await make()).toMatchObject({
      state: 'failed',
      problem: { message: 'The disk is full.', hint: expect.stringContaining('Make room') },
    });
    expect(left()).toEqual([]);
    expect(await changed()).toBeNull();
  });

  test('so is a folder that may not be written', async () => {
    remount('ro,size=16k');
    try {
      expect(await make()).toMatchObject({ state: 'failed', problem: { message: expect.stringContaining('Stepwall may not write here') } });
    } finally {
      remount('rw,size=16k');
    }
    expect(left()).toEqual([]);
    expect(await changed()).toBeNull();
  });

  test.skipIf(!hasCups)(`and on the way to a printer (${NEEDS_CUPS})`, async () => {
    process.env['TMPDIR'] = place.temp;
    expect(await send('PAPER')).toMatchObject({ state: 'failed', problem: { message: 'The disk is full.' } });
    remount('ro,size=16k');
    try {
      expect(await send('PAPER')).toMatchObject({ state: 'failed', problem: { message: expect.stringContaining('Stepwall may not write here') } });
    } finally {
      remount('rw,size=16k');
    }
    expect(left()).toEqual([]);
    expect(await changed()).toBeNull();
  });

  test('with room again it is made', async () => {
    remount('size=32m');
    expect((await make()).state).toBe('done');
    // What waits to be fetched lies there sealed.
    expect(left()).toEqual([]);
    expect(await changed()).toMatchObject({ print: [], gone: [] });
    await opened.api.call('print.cameOut', { wall, bad: ((await changed())?.plan.sheets ?? []).map(({ label }) => label) });
  });
});

describe.skipIf(!hasCups)(`what counts as printed (${NEEDS_CUPS})`, () => {
  test('not what a paused printer did not take', async () => {
    expect(await changed()).toBeNull();
    expect(await send('PAUSED')).toMatchObject({ state: 'failed', problem: { message: 'The printer “PAUSED” is paused.' } });
    expect(await changed()).toBeNull();
    expect((await opened.api.call('walls.open', { wall })).progress.printed).toBe(false);
  });

  test('what came out, but not what the teacher says did not come out well', async () => {
    expect(await send('PAPER')).toMatchObject({ state: 'done', result: { end: 'printed' } });
    expect((await changed())?.print).toEqual([]);
    await opened.api.call('print.cameOut', { wall, bad: ['A2', 'B1'] });
    expect((await changed())?.print).toEqual(['A2', 'B1']);
    expect(await send('PAUSED', ['A2'])).toMatchObject({ state: 'failed' });
    expect((await changed())?.print).toEqual(['A2', 'B1']);
    expect(await send('PAPER', ['A2'])).toMatchObject({ state: 'done', result: { sheets: 1 } });
    expect((await changed())?.print).toEqual(['B1']);
  });

  test('one sheet printed again leaves the others that have changed as they were', async () => {
    const { history } = await opened.api.call('walls.open', { wall });
    const moved = elements.filter(({ x }) => x > 900).map((element) => ({ ...element, y: element.y + 2 }));
    await opened.api.call('charts.commit', { wall, base: history.revision, command: { name: 'change-elements', elements: moved }, coalesce: null });
    const before = (await changed())?.print ?? [];
    expect(before.length).toBeGreaterThan(2);
    expect(before).toContain('B1');
    expect((await send('PAPER', ['B1'])).state).toBe('done');
    expect((await changed())?.print).toEqual(before.filter((label) => label !== 'B1'));
  });

  test('nothing of a print that was bad altogether: what hung before it still does', async () => {
    const before = await changed();
    expect((await send('PAPER')).state).toBe('done');
    expect((await changed())?.print).toEqual([]);
    await opened.api.call('print.cameOut', { wall, bad: (before?.plan.sheets ?? []).map(({ label }) => label) });
    expect(await changed()).toEqual(before);
  });
});
