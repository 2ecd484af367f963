import { connect } from 'node:net';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHelperInNode } from '../../main/platform/helpers/startHelper.ts';
import { troubleWords } from '../../core/words/trouble.ts';
import { createAccess } from '../../main/platform/host/access.ts';
import { CALL, serveOverIpc } from '../../main/platform/host/overIpc.ts';
import { serveOverHttp, type HttpHost } from '../../main/platform/host/overHttp.ts';
import { createImaging } from '../../main/engines/imaging/imaging.ts';
import { bring, newWall, openTestApp, tempPlace, type OpenedApp } from '../support/library.ts';
import { madeUpPage } from '../support/wallChart.ts';
import { fakeIpc, ownFrame } from '../support/wires.ts';

const place = tempPlace();
const imaging = createImaging(startHelperInNode, { processes: 1, secondsPerPage: 60 });
let opened: OpenedApp;
let host: HttpHost;
/** The secret path that a window was let in by. */
let inside = '';

beforeAll(async () => {
  opened = openTestApp(place, imaging);
  host = await serveOverHttp(opened.dispatch, opened.files);
});

afterAll(async () => {
  await host.close();
  await opened.close();
  await imaging.close();
  place.remove();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request exactly as written: `fetch` would tidy the path and refuse to forge Host and Origin. */
function raw(
  behind: string,
  {
    method = 'GET',
    headers = {},
    body = '',
    under = inside,
  }: { method?: string; headers?: Record<string, string>; body?: string | Buffer; under?: string } = {},
): Promise<Answer> {
  const { port } = new URL(host.origin);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: under + behind, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString('utf8') }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const ask = (name: string, headers: Record<string, string> = {}, body = '{}', under = inside): Promise<Answer> =>
  raw(`/api/${name}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body, under });

describe('the loopback host lets in', () => {
  test('nobody without the secret path, with a made-up one, or with a cookie', async () => {
    for (const under of ['', '/s', '/s/', `/s/${'a'.repeat(43)}`, '/s//', '/S/x']) {
      expect((await ask('library.status', {}, '{}', under)).status, under).toBe(401);
      for (const path of ['/', '/events', '/assets/mark.svg']) {
        const { status, headers } = await raw(path, { under, headers: { cookie: `stepwall=${'a'.repeat(43)}` } });
        expect([status, headers['set-cookie']], under + path).toEqual([401, undefined]);
      }
    }
  });

  test('nobody with a wrong ticket, and the right one once: no cookie is ever set', async () => {
    for (const path of ['/enter?ticket=wrong', '/enter']) expect((await raw(path, { under: '' })).status).toBe(401);
    const ticket = host.admit().slice(host.origin.length);
    const entered = await raw(ticket, { under: '' });
    expect([entered.status, entered.headers['set-cookie']]).toEqual([303, undefined]);
    expect(entered.headers['location']).toMatch(/^\/s\/[\w-]{43}\/$/);
    inside = String(entered.headers['location']).slice(0, -1);
    const again = await raw(ticket, { under: '' });
    expect([again.status, again.headers['location'], again.body]).toEqual([401, undefined, troubleWords.entrance.used]);
    expect((await ask('library.status')).status).toBe(200);
  });

  test('nobody with a ticket that ran out, and whoever wrote it down is told', async () => {
    const access = createAccess(20);
    let told = 0;
    const ticket = access.issue(() => (told += 1));
    await expect.poll(() => told).toBe(1);
    expect(access.trade(ticket)).toBeNull();
    expect(told).toBe(1);
  });

  test('another start of this user, to show the window; nobody else', async () => {
    let shown = 0;
    host.onShow(() => (shown += 1));
    const show = (key: string): Promise<Answer> => raw('/show', { method: 'POST', under: '', headers: { 'x-stepwall-key': key } });
    expect((await show('')).status).toBe(401);
    expect((await show(inside.slice(3))).status).toBe(401);
    expect(shown).toBe(0);
    expect((await show(host.key)).status).toBe(204);
    expect(shown).toBe(1);
    // It is no way in.
    expect((await raw('/', { under: '', headers: { 'x-stepwall-key': host.key } })).status).toBe(401);
  });

  test('no page of another site: neither by its name (rebinding) nor from its origin', async () => {
    const { port } = new URL(host.origin);
    for (const name of [`evil.example:${port}`, `localhost:${port}`, '127.0.0.1', `127.0.0.1:${port}.evil.example`]) {
      expect((await ask('library.status', { host: name })).status, name).toBe(421);
      expect((await raw('/', { headers: { host: name } })).status, name).toBe(421);
    }
    for (const origin of ['http://evil.example', 'null', `http://localhost:${port}`, `https://127.0.0.1:${port}`]) {
      expect((await ask('library.status', { origin })).status, origin).toBe(403);
    }
    expect((await ask('library.status', { origin: host.origin })).status).toBe(200);
  });
});

describe('the loopback host answers', () => {
  test('a call that is no JSON, or larger than any call, with 400 and goes on', async () => {
    expect((await ask('library.status', {}, '{"a":')).status).toBe(400);
    expect((await ask('library.status', {}, '')).status).toBe(400);
    expect((await ask('class.add', {}, JSON.stringify({ names: ['x'.repeat(17 * 1024 * 1024)] }))).status).toBe(400);
    expect((await ask('library.status')).status).toBe(200);
  });

  test('addresses that lead out of its folders, or nowhere, with nothing', async () => {
    const outside = [
      '/../package.json',
      '/assets/../../package.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/assets/..%2f..%2fpackage.json',
      '/assets/..%5c..%5cpackage.json',
      '/assets//etc/passwd',
      '/%2e%2e%2flibrary%2flibrary.db',
      '/..%2flibrary%2flock.db',
    ];
    for (const path of [
      ...outside,
      '/assets/',
      '/assets',
      '/assets/%00',
      '/nothing.js',
      '/outgoing/nothing',
      '/outgoing/..%2f..',
      '/pictures/',
      '/pictures/media/..%2f..%2flibrary.db',
      '/pictures/page/x/source',
      `/pictures/media/${'0'.repeat(64)}`,
    ]) {
      const { status, body } = await raw(path);
      // Above its secret path nobody is known.
      expect(outside.includes(path) ? [400, 401, 404] : [400, 404], path).toContain(status);
      expect(body, path).not.toMatch(/SQLite|"name": "stepwall"|root:/);
    }
    expect((await raw('/')).body).toContain('<title>Stepwall</title>');
    expect((await raw('/assets/mark.svg')).headers['content-type']).toBe('image/svg+xml');
  });

  test('addresses that are no addresses with 400', async () => {
    for (const path of ['/%', '/assets/%zz', '/pictures/%E0%A4%A', '//', '/pictures/page/%/source']) expect((await raw(path)).status, path).toBe(400);
  });

  test('other methods with 405', async () => {
    for (const method of ['DELETE', 'PATCH', 'OPTIONS', 'POST']) expect((await raw('/', { method })).status, method).toBe(405);
    expect((await raw('/assets/mark.svg', { method: 'PUT', body: 'mine' })).status).toBe(405);
  });

  test('a file that nobody offered with a plain no', async () => {
    const { status, body } = await raw('/incoming/4fd58f12-4bd4-4bc2-8a43-1f5b7b1a8d0c', { method: 'PUT', body: 'something' });
    expect([status, JSON.parse(body)]).toEqual([404, { code: 'not-found', message: 'Nobody offered this file.', hint: '' }]);
  });

  test('half a request, and goes on', async () => {
    const { port } = new URL(host.origin);
    await new Promise<void>((closed) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.end('POST /api/library.status HTTP/1.1\r\ncontent-le'));
      socket.on('close', () => closed()).on('error', () => undefined);
      socket.resume();
    });
    expect((await ask('library.status')).status).toBe(200);
  });

  test('the window with its policy, and every file as just what it is', async () => {
    const { headers } = await raw('/');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin' });
  });
});

describe('files and pictures', () => {
  test('a file larger than 300 MB is refused when it is offered; one that is larger or smaller than it was offered, when it comes', async () => {
    const { api, files } = opened;
    await expect(api.call('files.offer', { name: 'Huge.tif', bytes: 301 * 1024 * 1024 })).rejects.toMatchObject({
      code: 'unreadable',
      message: '“Huge.tif” is larger than 300 MB.',
    });
    const { token } = await api.call('files.offer', { name: 'Huge.tif', bytes: 1000 });
    const megabyte = new Uint8Array(1024 * 1024);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({ pull: (out) => (sent++ < 400 ? out.enqueue(megabyte) : out.close()) });
    const answer = await files(new Request(`app://stepwall/incoming/${token}`, { method: 'PUT', body, duplex: 'half' }));
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { code: 'unreadable', message: 'A file did not come whole.', hint: 'Is it still being written? Add it again in a moment.' },
    ]);
    expect(sent).toBeLessThan(10);
    const { token: short } = await api.call('files.offer', { name: 'Cut.tif', bytes: 1000 });
    expect((await files(new Request(`app://stepwall/incoming/${short}`, { method: 'PUT', body: Buffer.alloc(999) }))).status).toBe(400);
    await expect(api.call('goals.packIn', { file: short })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('no page and no copy is ever kept by the browser', async () => {
    const { task, wall } = await newWall(opened);
    const { papers } = await bring(opened, task, [['page.jpg', await madeUpPage(5, 420, 300)]]);
    const page = papers[0]!.pages[0]!.id;
    for (const path of [
      `${page}/source?w=256&v=${page}`,
      `${page}/clean?v=1`,
      `${page}/preview?settings=${encodeURIComponent(JSON.stringify(papers[0]!.pages[0]!.cleaning))}`,
    ]) {
      const { status, headers } = await raw(`/pictures/page/${path}`);
      expect([path, status, headers['cache-control']]).toEqual([path, 200, 'no-store']);
    }
    await opened.api.call('pages.check', { page, checked: true });
    const [shown] = (await opened.api.call('walls.open', { wall })).shownPapers[0]!.pages;
    expect((await raw(`/pictures/media/${shown!.media}?w=256`)).headers['cache-control']).toBe('no-store');
    expect((await raw(`/pictures/page/${page}/preview?settings=%7B`)).status).toBe(400);
  });
});

describe('the shell`s wire', () => {
  test('answers the main frame of our own window and no other', async () => {
    const ipc = fakeIpc();
    serveOverIpc(ipc, opened.dispatch, (url) => url.startsWith('app://stepwall/'));
    expect(await ipc.invoke(ownFrame, CALL, 'library.status', {})).toMatchObject({ ok: true });
    const foreign = [
      null,
      { url: 'https://evil.example/', parent: null },
      { url: 'app://stepwall.evil/', parent: null },
      { url: 'about:blank', parent: null },
      { url: 'app://stepwall/', parent: {} },
    ];
    for (const senderFrame of foreign) await expect(ipc.invoke({ senderFrame }, CALL, 'library.status', {})).rejects.toThrow('Refused');
  });
});
