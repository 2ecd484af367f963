import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { Input } from '../../core/contract/contract.ts';
import type { EventName } from '../../core/contract/events.ts';
import { startServices, type Services } from '../../main/platform/service/startServices.ts';
import { createApi } from '../../renderer/api/createApi.ts';
import { tempPlace, windowOver, type Window } from '../support/library.ts';
import { descendantsOf } from '../support/processes.ts';
import { slowPdf } from '../support/slowPdf.ts';

const KILLS = process.env['STEPWALL_LONG'] ? 100 : 8;
const place = tempPlace();
const opened: Services[] = [];
afterAll(async () => {
  await Promise.all(opened.map((services) => services.close()));
  place.remove();
});

const wording: Input<'walls.create'> = {
  question: 'Why do bees dance?',
  subject: '',
  year: '',
  focus: '',
  trueSize: { name: 'a4', widthMm: 210, heightMm: 297 },
};

interface Front extends Window {
  readonly services: Services;
  readonly logged: string[];
  /** Kills the process that runs the services, as a crash would. */
  kill(): void;
}

async function front({ entry = new URL('../../main/service.ts', import.meta.url), folder = place.folder, node = process.execPath } = {}): Promise<Front> {
  process.env['STEPWALL_HOME'] = place.home;
  const listeners: ((event: EventName, payload: unknown) => void)[] = [];
  const logged: string[] = [];
  const services = startServices({
    node,
    entry,
    folder,
    keychain: Promise.resolve(null),
    tell: (event, payload) => listeners.forEach((listener) => listener(event, payload)),
    log: (error) => void logged.push(error instanceof Error ? (error.stack ?? '') : String(error)),
  });
  opened.push(services);
  const window = windowOver(
    {
      send: services.dispatch,
      listen(wanted, listener) {
        listeners.push((event, payload) => event === wanted && listener(payload));
        return () => undefined;
      },
    },
    (path, init) => services.files(new Request(`app://stepwall${path}`, init)),
  );
  await services.opened;
  const mine = (): number[] =>
    descendantsOf(process.pid)
      .filter(({ parent, command }) => parent === process.pid && command.includes('service'))
      .map(({ pid }) => pid);
  return {
    ...window,
    services,
    logged,
    kill: () => mine().forEach((pid) => process.kill(pid, 'SIGKILL')),
  };
}

describe.skipIf(process.platform !== 'linux')('when the process of the services ends (Linux)', () => {
  test(`what was answered is kept, what reads is asked again and the window is told, ${KILLS} times over`, { timeout: 600_000 }, async () => {
    const { api, told, kill, services } = await front();
    const { wall } = await api.call('walls.create', wording);
    const kept = new Set<string>();
    const interrupted: string[] = [];
    let stopped = false;
    const goOnReading = async (): Promise<number> => {
      let read = 0;
      for (; !stopped; read++) expect(await api.call('walls.open', { wall })).toMatchObject({ id: wall });
      return read;
    };
    const goOnWriting = async (): Promise<void> => {
      for (let number = 1; !stopped; number++) {
        const name = `Pupil ${number}`;
        try {
          await api.call('class.add', { names: [name] });
          kept.add(name);
        } catch (error) {
          expect(error).toMatchObject({ code: 'interrupted', message: 'This was interrupted: Stepwall had to open its library again.' });
          interrupted.push(name);
        }
      }
    };
    const work = Promise.all([goOnReading(), goOnWriting()]);
    const restarts = (): number => told.filter(({ event }) => event === 'services.restarted').length;
    for (let killed = 1; killed <= KILLS; killed++) {
      await later(Math.random() * 400);
      kill();
      await expect.poll(restarts, { timeout: 10_000 }).toBe(killed);
      // Alive again before the next blow, and working.
      const before = kept.size;
      await expect.poll(() => kept.size, { timeout: 30_000 }).toBeGreaterThan(before);
    }
    stopped = true;
    const [read] = await work;
    expect(read).toBeGreaterThan(KILLS);
    const there = new Set((await api.call('class.list', {})).pupils.map(({ name }) => name));
    expect([...kept].filter((name) => !there.has(name))).toEqual([]);
    // Each blow may strike one call; whether it was done is not known, and nothing else is there.
    expect(interrupted.length).toBeLessThanOrEqual(KILLS);
    expect([...there].filter((name) => name !== null && !kept.has(name) && !interrupted.includes(name))).toEqual([]);
    await services.close();
  });

  test('work that was going on is said to be interrupted, and what was brought in by then is there', async () => {
    const { api, ended, kill, services, ask } = await front();
    const { wall } = await api.call('walls.create', wording);
    const { task } = await api.call('walls.open', { wall });
    const pdf = Buffer.from(await slowPdf());
    const { token } = await api.call('files.offer', { name: 'scan.pdf', bytes: pdf.length });
    expect((await ask(`/incoming/${token}`, { method: 'PUT', body: pdf })).status).toBe(204);
    const { job } = await api.call('papers.import', { task: task.id, files: [token] });
    // It is still at its first page, and has said nothing yet.
    await later(300);
    kill();
    expect(await ended(job)).toMatchObject({ state: 'failed', problem: { message: 'This was interrupted: Stepwall had to open its library again.' } });
    expect(await api.call('papers.list', { task: task.id })).toEqual([]);
    await services.close();
  });

  test('one that never opens its library is given up on in plain words; a library that is open elsewhere is said at once', async () => {
    const broken = join(mkdtempSync(join(place.root, 'broken-')), 'service.mjs');
    writeFileSync(broken, "process.stderr.write('Cannot read /home/aroha/My pupils/Tama Brown.jpg: no\\n'); process.exit(3);");
    const hopeless = await front({ entry: new URL(`file://${broken}`) }).catch((error: unknown) => error);
    expect(hopeless).toMatchObject({ code: 'internal', message: 'Stepwall could not open its library.' });
    await expect(front({ node: join(place.root, 'no-node') })).rejects.toMatchObject({ message: 'Stepwall could not open its library.' });
    const first = await front();
    await expect(front()).rejects.toMatchObject({ code: 'locked', message: expect.stringContaining('open in another window') });
    expect(await first.api.call('library.status', {})).toMatchObject({ folder: place.folder });
    await first.services.close();
  });
});

describe('the pipe', () => {
  test('carries a large file beside small calls, there and back', { timeout: 60_000 }, async () => {
    const { api, ask, services } = await front();
    const { token } = await api.call('files.offer', { name: 'large.stepwall', bytes: 200 * 1024 * 1024 });
    const coming = ask(`/incoming/${token}`, { method: 'PUT', body: Buffer.alloc(200 * 1024 * 1024, 7) });
    for (let call = 0; call < 20; call++) expect(await api.call('library.status', {})).toMatchObject({ walls: expect.any(Number) });
    expect((await coming).status).toBe(204);
    expect((await ask('/incoming/not-offered', { method: 'PUT', body: 'x' })).status).toBe(404);
    expect((await ask('/pictures/media/none')).status).toBe(404);
    const names = createApi({ send: services.dispatch, listen: () => () => undefined });
    await expect(names.call('walls.open', { wall: '00000000-0000-4000-8000-000000000000' })).rejects.toMatchObject({ code: 'not-found' });
    expect(await services.dispatch('no.such.call', {})).toMatchObject({ ok: false, error: { code: 'not-found' } });
    await services.close();
  });

  test('hands on what helpers say to standard error, without the names of files', async () => {
    const program = join(mkdtempSync(join(place.root, 'noisy-')), 'service.mjs');
    const real = new URL('../../main/service.ts', import.meta.url).href;
    writeFileSync(program, `process.stderr.write('GLib-GObject-CRITICAL: oh dear\\n'); await import(${JSON.stringify(real)});`);
    const { services, logged } = await front({ entry: new URL(`file://${program}`) });
    await expect.poll(() => logged.join('\n')).toContain('GLib-GObject-CRITICAL: oh dear');
    await services.close();
  });
});
