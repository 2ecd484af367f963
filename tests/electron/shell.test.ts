import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bridge } from '../../core/contract/bridge.ts';
import { openLibrary } from '../../main/library/library.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const runtime = electronRuntime();
if (runtime === null)
  process.stdout.write('Skipped: the tests in the real shell need Electron’s runtime; `node node_modules/electron/install.js` fetches it.\n');

/** Chromium's sandbox refuses root; the product never leaves it out. */
const unsandboxed = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const scan = join(root, 'assets/sample/scan-4-pages.pdf');

let home = '';
let environment: Record<string, string> = {};
let app: ElectronApplication;
let window: Page;

describe.skipIf(runtime === null)('the real shell (needs Electron’s runtime)', () => {
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'stepwall-electron-'));
    environment = { ...definedIn(process.env), STEPWALL_HOME: join(home, 'user'), STEPWALL_LIBRARY: join(home, 'library'), STEPWALL_NODE: process.execPath };
    spawnSync(process.execPath, ['build/scripts/buildMain.mjs'], { cwd: root });
    if (!existsSync(join(root, 'dist/renderer/index.html'))) spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], { cwd: root });
    app = await _electron.launch({ executablePath: runtime ?? '', args: [...unsandboxed, root], env: environment });
    window = await app.firstWindow();
  });

  afterAll(async () => {
    await app.close();
    // Whoever closes the app lets go of its library.
    openLibrary(join(home, 'library'), { home: join(home, 'user') }).close();
    rmSync(home, { recursive: true, force: true });
  });

  test('the first window shows Home, without Node in it', async () => {
    expect(window.url()).toBe('app://stepwall/');
    await window.getByRole('heading', { level: 1 }).waitFor();
    expect(
      await window.evaluate(() => [
        typeof Reflect.get(globalThis, 'bridge'),
        typeof Reflect.get(globalThis, 'require'),
        typeof Reflect.get(globalThis, 'process'),
      ]),
    ).toEqual(['object', 'undefined', 'undefined']);
  });

  test('nothing outside can be reached, opened or navigated to', async () => {
    // A server that would answer, on a machine with or without a network.
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('access-control-allow-origin', '*').end('reached');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await (await fetch(`${url}/here`)).text()).toBe('reached');
    expect(
      await window.evaluate(
        (to) =>
          fetch(to).then(
            () => 'reached',
            () => 'refused',
          ),
        `${url}/fetched`,
      ),
    ).toBe('refused');
    await window.evaluate((to) => {
      Reflect.apply(Reflect.get(globalThis, 'open') as (url: string) => void, globalThis, [to]);
      Reflect.set(Reflect.get(globalThis, 'location') as object, 'href', to);
    }, `${url}/opened`);
    await setTimeout(500);
    expect([window.url(), app.windows().length, asked]).toEqual(['app://stepwall/', 1, ['/here']]);
    server.close();
  });

  test('a dropped file is read from its place by a helper, and becomes papers', async () => {
    await window.evaluate(() => {
      const page = Reflect.get(globalThis, 'document') as { createElement(name: string): { type: string; id: string }; body: { append(child: unknown): void } };
      page.body.append(Object.assign(page.createElement('input'), { type: 'file', id: 'dropped' }));
    });
    await window.locator('#dropped').setInputFiles(scan);
    const pages = await window.evaluate(async () => {
      const bridge = Reflect.get(globalThis, 'bridge') as Bridge;
      const input = (Reflect.get(globalThis, 'document') as { querySelector(name: string): { files: Iterable<File> } }).querySelector('#dropped');
      const ask = async (name: string, given: unknown): Promise<unknown> => {
        const reply = await bridge.invoke(name, given);
        if (!reply.ok) throw new Error(reply.error.message);
        return reply.value;
      };
      const wording = { question: 'Why do bees dance?', subject: '', year: '', focus: '', trueSize: { name: 'a4', widthMm: 210, heightMm: 297 } };
      const { wall } = (await ask('walls.create', wording)) as { wall: string };
      const { task } = (await ask('walls.open', { wall })) as { task: { id: string } };
      const ended = new Promise<unknown>((resolve) => {
        bridge.listen('job.changed', (job) => {
          if ((job as { state: string }).state !== 'running') resolve(job);
        });
      });
      await ask('papers.import', { task: task.id, files: await bridge.offerFiles([...input.files]) });
      await ended;
      return ((await ask('papers.list', { task: task.id })) as { pages: unknown[] }[]).flatMap((paper) => paper.pages).length;
    });
    expect(pages).toBe(4);
  });

  test('a second instance goes at once and leaves the first one its window', () => {
    const second = spawnSync(runtime ?? '', [...unsandboxed, root], { env: environment, timeout: 60_000 });
    expect(second.status).toBe(0);
    expect(app.windows()).toHaveLength(1);
  });
});

/** Where `electron` keeps its runtime; null where it was never fetched. */
function electronRuntime(): string | null {
  const folder = join(root, 'node_modules/electron');
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const file = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), readFileSync(note, 'utf8'));
  return existsSync(file) ? file : null;
}

const definedIn = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
