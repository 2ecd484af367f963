import fc from 'fast-check';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openLibrary } from '../../main/library/library.ts';
import { fakeElectron, FakeEvent, type FakeElectron, type FakeOptions } from '../support/fakeElectron.ts';

const ours = { senderFrame: { url: 'app://stepwall/', parent: null } };
let home = '';
let library = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'stepwall-shell-'));
  library = join(home, 'library');
  vi.stubEnv('STEPWALL_HOME', join(home, 'user'));
  vi.stubEnv('STEPWALL_LIBRARY', library);
  // What is packed beside the app.
  const resources = join(home, 'resources');
  mkdirSync(join(resources, 'node'), { recursive: true });
  symlinkSync(process.execPath, join(resources, 'node', process.platform === 'win32' ? 'node.exe' : 'node'));
  Object.defineProperty(process, 'resourcesPath', { value: resources, configurable: true });
  vi.stubEnv('STEPWALL_NODE', process.execPath);
});

let running: FakeElectron[] = [];

afterEach(async () => {
  for (const { app } of running) await quit(app);
  running = [];
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) process.removeAllListeners(event);
  hosts.forEach(([event, listener]) => process.on(event, listener));
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

/** The shell listens for failures of its process; what the test runner listens for is put back after each test. */
const hosts = (['uncaughtException', 'unhandledRejection'] as const).flatMap((event) =>
  process.listeners(event as NodeJS.Signals).map((listener) => [event, listener] as const),
);

async function startShell(options: FakeOptions = {}): Promise<FakeElectron> {
  const electron = fakeElectron(options);
  running.push(electron);
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
  await import('../../main/electron/index.ts');
  await electron.becomeReady();
  if (electron.windows.length > 0) await ask(electron, 'stepwall:call', 'library.status', {});
  return electron;
}

async function quit(app: FakeElectron['app']): Promise<void> {
  if (app.state !== 'running') return;
  app.quit();
  await vi.waitFor(() => expect(app.state).toBe('quit'), { timeout: 10_000 });
}

function only<T>(things: Iterable<T>): T {
  const [first, ...more] = [...things];
  if (first === undefined || more.length > 0) throw new Error('There should be exactly one.');
  return first;
}

const ask = (electron: FakeElectron, channel: string, ...args: unknown[]): unknown => electron.channels.get(channel)?.(ours, ...args);
const appScheme = (electron: FakeElectron) => (path: string, init?: RequestInit) => {
  const answer = only(electron.sessions.values()).schemes.get('app');
  if (answer === undefined) throw new Error('Nobody answers the app scheme.');
  return answer(new Request(path.startsWith('app:') ? path : `app://stepwall${path}`, init));
};

describe('starting', () => {
  test('the sandbox is on and the scheme registered before the app is ready; nothing reports crashes', async () => {
    const electron = await startShell();
    expect(electron.asked).toEqual(['enableSandbox', 'registerSchemesAsPrivileged', 'ready']);
    expect(electron.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }]);
  });

  test('the window is closed in: sandboxed, isolated, without Node, webviews or a spelling checker that downloads', async () => {
    const { windows, sessions } = await startShell();
    const window = only(windows);
    expect(window.options).toMatchObject({ minWidth: 1024, minHeight: 640, show: false, backgroundColor: '#fbf8f2' });
    expect(window.options['webPreferences']).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    });
    expect(window.addresses).toEqual(['app://stepwall/']);
    // A session whose name does not begin with `persist:` is kept in memory.
    expect([...sessions.keys()]).toEqual(['stepwall']);
    expect(window.options['webPreferences']).toHaveProperty('session', sessions.get('stepwall'));
    window.emit('ready-to-show');
    expect(window.did).toContain('show');
  });

  test('a second instance opens nothing and goes; the first one comes forward', async () => {
    const second = await startShell({ firstInstance: false });
    expect(second.app.state).toBe('quit');
    expect(second.windows).toHaveLength(0);
    expect(existsSync(library)).toBe(false);

    const first = await startShell();
    first.app.emit('second-instance');
    expect(only(first.windows).did).toEqual(['restore', 'show', 'focus']);
  });

  test('a library that is open elsewhere is said in plain words', async () => {
    const other = openLibrary(library);
    const electron = await startShell();
    await vi.waitFor(() => expect(electron.app.state).toBe(1), { timeout: 10_000 });
    other.close();
    expect(only(electron.shown.errors)).toContain('This library is open in another window of Stepwall.');
  });

  test('quitting closes the library, and its lock is free afterwards', async () => {
    const electron = await startShell();
    expect(() => openLibrary(library)).toThrow('open in another window');
    electron.app.emit('window-all-closed');
    await vi.waitFor(() => expect(electron.app.state).toBe('quit'), { timeout: 10_000 });
    openLibrary(library).close();
  });

  test('the window comes back where it was, unless no display is there any more', async () => {
    const first = await startShell();
    only(first.windows).emit('close');
    await quit(first.app);
    const second = await startShell();
    expect(only(second.windows).options).toMatchObject({ x: 10, y: 20, width: 1300, height: 900 });
    only(second.windows).bounds = { x: 5000, y: 20, width: 1300, height: 900 };
    only(second.windows).emit('close');
    await quit(second.app);
    expect(only((await startShell()).windows).options).not.toHaveProperty('x');
  });
});

describe('the fences', () => {
  test('no permission but the camera, no device, download or address outside is granted', async () => {
    const session = only((await startShell()).sessions.values());
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'fullscreen']) {
      const answer = vi.fn();
      session.onRequest({}, permission, answer, {});
      expect(answer.mock.calls).toEqual([[false]]);
      expect(session.onCheck(null, permission, 'app://stepwall', {})).toBe(false);
    }
    const seeing = (details: object): unknown => {
      const answer = vi.fn();
      session.onRequest({}, 'media', answer, details);
      return answer.mock.calls[0]?.[0];
    };
    expect(seeing({ requestingUrl: 'app://stepwall/#/', mediaTypes: ['video'] })).toBe(true);
    expect(seeing({ requestingUrl: 'app://stepwall.example/', mediaTypes: ['video'] })).toBe(false);
    expect(seeing({ requestingUrl: 'app://stepwall/#/', mediaTypes: ['video', 'audio'] })).toBe(false);
    expect(session.onCheck(null, 'media', 'app://stepwall', { mediaType: 'video' })).toBe(true);
    expect(session.onCheck(null, 'media', 'app://stepwall', { mediaType: 'audio' })).toBe(false);
    expect(session.onCheck(null, 'media', 'https://stepwall', { mediaType: 'video' })).toBe(false);
    expect(session.onDevice({ deviceType: 'usb' })).toBe(false);
    const download = new FakeEvent();
    session.emit('will-download', download);
    expect(download.defaultPrevented).toBe(true);
    const cancelled = (url: string): unknown => {
      const answer = vi.fn();
      session.onNetwork({ url }, answer);
      return answer.mock.calls[0]?.[0];
    };
    for (const url of ['https://example.org/', 'http://127.0.0.1:80/', 'ws://example.org/', 'file:///etc/hosts', 'app://stepwall.example/'])
      expect(cancelled(url)).toEqual({ cancel: true });
    for (const url of ['app://stepwall/', 'app://stepwall/pictures/x', 'blob:app://stepwall/1', 'data:,x']) expect(cancelled(url)).toEqual({ cancel: false });
  });

  test('nothing navigates, opens a window or attaches a webview', async () => {
    const { windows, app, module } = await startShell();
    const strange = new (only(windows).webContents.constructor as new () => (typeof windows)[number]['webContents'])();
    app.emit('web-contents-created', new FakeEvent(), strange);
    for (const contents of [only(module.BrowserWindow.getAllWindows()).webContents, strange]) {
      for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
        const event = new FakeEvent();
        contents.emit(name, event, 'app://stepwall/');
        expect(event.defaultPrevented, name).toBe(true);
      }
      expect(contents.openWindow({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
    }
  });

  test('every channel refuses frames that are not our own top one', async () => {
    const { channels } = await startShell();
    expect([...channels.keys()].sort()).toEqual([
      'stepwall:call',
      'stepwall:full-screen',
      'stepwall:keep-awake',
      'stepwall:offer',
      'stepwall:open',
      'stepwall:pick',
      'stepwall:save',
    ]);
    const frames = [
      null,
      { url: 'https://example.org/', parent: null },
      { url: 'app://stepwall/', parent: {} },
      { url: 'app://stepwall.example/', parent: null },
      { url: 'app://other/', parent: null },
      { url: 'app://x@stepwall/', parent: null },
      { url: '', parent: null },
    ];
    for (const [name, handler] of channels)
      for (const senderFrame of frames) expect(() => handler({ senderFrame }, 'library.status', {}), name).toThrow('not our window');
  });

  test('pages come with the policy; other hosts, methods and places outside are refused', async () => {
    const get = appScheme(await startShell());
    const page = await get('/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await get('/assets/mark.svg')).headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const url of ['app://other/', 'app://stepwall.example/', 'app://stepwall:80/']) expect((await get(url)).status, url).toBe(404);
    for (const method of ['POST', 'DELETE', 'PUT']) expect((await get('/', { method })).status, method).toBe(405);
    expect((await get('/%')).status).toBe(400);
    const climb = fc.array(fc.constantFrom('..', '%2e%2e', '..%2f', '..%5c', '.', '/', '//', '%2f', 'assets', 'renderer'), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(climb, async (steps) => {
        const answer = await get(`/${steps.join('/')}/package.json`);
        expect([400, 404]).toContain(answer.status);
      }),
      { numRuns: 100 },
    );
  });
});

describe('working', () => {
  test('a call from our window is answered by the real library, and events reach the window', async () => {
    const electron = await startShell();
    expect(await ask(electron, 'stepwall:call', 'library.status', {})).toMatchObject({ ok: true, value: { folder: library, keysKeptIn: 'file' } });
    const wording = { question: 'Why do bees dance?', subject: '', year: '', focus: '', trueSize: { name: 'a5', widthMm: null, heightMm: null } };
    const { value } = (await ask(electron, 'stepwall:call', 'walls.create', wording)) as { value: { wall: string } };
    await ask(electron, 'stepwall:call', 'walls.bin', value);
    expect(only(electron.windows).webContents.sent).toEqual([
      ['stepwall:event', 'wall.changed', { ...value, revision: null }],
      ['stepwall:event', 'wall.changed', { ...value, revision: null }],
    ]);
  });

  test('keys go into the keychain where there is a real one', async () => {
    const electron = await startShell({ keychain: 'gnome_libsecret' });
    expect(await ask(electron, 'stepwall:call', 'library.status', {})).toMatchObject({ value: { keysKeptIn: 'keychain' } });
    await ask(electron, 'stepwall:call', 'class.add', { names: ['Aroha'] });
    expect(await ask(electron, 'stepwall:call', 'class.list', {})).toMatchObject({ value: { names: 'open', pupils: [{ name: 'Aroha' }] } });
  });

  test.skipIf(process.platform !== 'linux')('a keyring that protects nothing is not called a keychain (Linux)', async () => {
    const electron = await startShell({ keychain: 'basic_text' });
    expect(await ask(electron, 'stepwall:call', 'library.status', {})).toMatchObject({ value: { keysKeptIn: 'file' } });
  });

  test('only made files are saved and opened', async () => {
    const electron = await startShell();
    const made = (await ask(electron, 'stepwall:call', 'goals.csvOut', {})) as { value: { token: string; bytes: number } };
    const { token, bytes } = made.value;
    expect(await ask(electron, 'stepwall:save', token)).toEqual({ ok: true, value: false });
    electron.answers.save = { canceled: false, filePath: join(home, 'kept.csv') };
    expect(await ask(electron, 'stepwall:save', token)).toEqual({ ok: true, value: true });
    expect(readFileSync(join(home, 'kept.csv'))).toHaveLength(bytes);

    expect(await ask(electron, 'stepwall:open', token)).toMatchObject({ ok: true });
    expect(only(electron.shown.opened)).toMatch(/\.csv$/);
    expect(readFileSync(only(electron.shown.opened))).toHaveLength(bytes);
    electron.answers.openPath = 'no program';
    expect(await ask(electron, 'stepwall:open', token)).toMatchObject({ ok: false, error: { message: expect.stringContaining('no program that opens') } });
    electron.shown.opened.length = 0;
    for (const stranger of [join(home, 'kept.csv'), '../../etc/passwd', 7]) {
      expect(await ask(electron, 'stepwall:open', stranger)).toMatchObject({ ok: false });
      expect(await ask(electron, 'stepwall:save', stranger)).toMatchObject({ ok: false });
    }
    expect(electron.shown.opened).toEqual([]);
  });

  test('dropped and chosen files are offered by their place, pasted ones by their bytes', async () => {
    const electron = await startShell();
    const file = join(home, 'not a backup.stepwall');
    writeFileSync(file, 'words');
    const offered = (await ask(electron, 'stepwall:offer', [{ path: file }, { name: 'pasted.stepwall', bytes: new Uint8Array([1, 2]) }])) as {
      value: string[];
    };
    expect(offered.value).toHaveLength(2);
    const refused = { state: 'failed', problem: expect.objectContaining({ message: 'This is not a whole Stepwall backup.' }) };
    for (const token of offered.value) {
      const { value } = (await ask(electron, 'stepwall:call', 'library.restore', { file: token, passphrase: null })) as { value: { job: string } };
      const heard = expect.arrayContaining([expect.arrayContaining([expect.objectContaining({ job: value.job, ...refused })])]);
      await expect.poll(() => only(electron.windows).webContents.sent).toEqual(heard);
    }
    expect(await ask(electron, 'stepwall:pick', '.jpg,image/*')).toEqual({ ok: true, value: null });
    electron.answers.open = { canceled: false, filePaths: [file] };
    expect(await ask(electron, 'stepwall:pick', '.stepwall')).toMatchObject({ ok: true, value: [expect.any(String)] });
    expect(await ask(electron, 'stepwall:offer', [{ path: 'relative.jpg' }])).toMatchObject({ ok: false });
  });

  test('the display stays awake once and no longer than asked; full screen comes and goes', async () => {
    const electron = await startShell();
    await ask(electron, 'stepwall:keep-awake', true);
    await ask(electron, 'stepwall:keep-awake', true);
    expect(electron.awake.size).toBe(1);
    await ask(electron, 'stepwall:keep-awake', false);
    expect(electron.awake.size).toBe(0);
    await ask(electron, 'stepwall:full-screen', true);
    await ask(electron, 'stepwall:full-screen', false);
    expect(only(electron.windows).did).toEqual(['full screen', 'no full screen']);
  });

  test('a window that dies is offered anew, and the log knows', async () => {
    const electron = await startShell();
    const { webContents } = only(electron.windows);
    webContents.emit('render-process-gone', new FakeEvent(), { reason: 'clean-exit' });
    expect(electron.shown.messages).toEqual([]);
    webContents.emit('render-process-gone', new FakeEvent(), { reason: 'crashed' });
    await vi.waitFor(() => expect(webContents.reloads).toBe(1));
    expect(readFileSync(join(home, 'user', 'stepwall.log'), 'utf8')).toContain('The window stopped: crashed');
  });

  test('the menu leads to the backup; reloading is for developers', async () => {
    const roles = (electron: FakeElectron): (string | undefined)[] => electron.shown.menu.flatMap(({ submenu }) => submenu?.map(({ role }) => role) ?? []);
    const packed = await startShell();
    expect(roles(packed)).not.toContain('reload');
    packed.shown.menu
      .flatMap(({ submenu }) => submenu ?? [])
      .find(({ label }) => label === 'Save a backup…')
      ?.click?.();
    expect(only(packed.windows).addresses.at(-1)).toBe('app://stepwall/#/settings');
    await quit(packed.app);
    expect(roles(await startShell({ packaged: false }))).toContain('reload');
  });
});
