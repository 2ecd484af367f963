import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { EventName, Payload } from '../../../core/contract/events.ts';
import { troubleWords } from '../../../core/words/trouble.ts';
import { parseJson } from '../../../core/kernel/parseJson.ts';
import { createAccess } from './access.ts';
import type { Dispatch } from './dispatch.ts';
import type { AnswerFile } from './files.ts';

const MOST_CALL_BYTES = 16 * 1024 * 1024;

export interface HttpHost {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** An address that lets one window in, once and soon. @param onSpent is told when it was used or ran out */
  admit(onSpent?: () => void): string;
  /** What another program of this user has to know to have the window shown. */
  readonly key: string;
  /** Who is told when another program of this user wants the window shown. */
  onShow(listener: () => void): void;
  /** How many windows listen, and how many ever did. */
  readonly windows: () => { readonly open: number; readonly ever: number };
  tell<E extends EventName>(event: E, payload: Payload<E>): void;
  close(): Promise<void>;
}

/** The loopback wire: the same calls, events and files as in the shell, for a browser on this computer and for tests. Port 0 takes a free one. */
export async function serveOverHttp(dispatch: Dispatch, files: AnswerFile, port = 0): Promise<HttpHost> {
  const access = createAccess();
  const listeners = new Set<ServerResponse>();
  let ever = 0;
  let show = (): void => undefined;
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const own = originOf(server.address() as AddressInfo);
    if (`http://${request.headers.host}` !== own) return end(response, 421);
    if (request.headers.origin !== undefined && request.headers.origin !== own) return end(response, 403);
    const asked = URL.parse(request.url ?? '/', own);
    if (asked === null) return end(response, 400);
    if (asked.pathname === '/enter') return enter(asked, response);
    if (request.method === 'POST' && asked.pathname === '/show' && access.isOurs(request.headers['x-stepwall-key']?.toString())) {
      show();
      return end(response, 204);
    }
    // A browser writes down where a file that it saved came from, beside the file: its own token, never the secret path.
    const path = asked.pathname.startsWith('/outgoing/') ? asked.pathname : access.behind(asked.pathname);
    if (path === null) return end(response, 401, troubleWords.entrance.notEntered);
    const url = URL.parse(path + asked.search, own);
    if (url === null) return end(response, 400);
    if (url.pathname === '/events') return listen(request, response);
    if (request.method === 'POST' && url.pathname.startsWith('/api/')) return call(request, response, url.pathname.slice('/api/'.length));
    await sendFile(await files(toRequest(request, url)), response);
  }

  function enter(url: URL, response: ServerResponse): void {
    const location = access.trade(url.searchParams.get('ticket') ?? '');
    if (location === null) return end(response, 401, troubleWords.entrance.used);
    response.writeHead(303, { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).end();
  }

  function listen(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': here\n\n');
    listeners.add(response);
    ever += 1;
    request.on('close', () => listeners.delete(response));
  }

  async function call(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    const body = await readJson(request);
    if (body === undefined) return end(response, 400);
    const reply = await dispatch(name, body);
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(reply));
  }

  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', ready);
  });
  const origin = originOf(server.address() as AddressInfo);
  return {
    origin,
    admit: (onSpent) => `${origin}/enter?ticket=${access.issue(onSpent)}`,
    key: access.key,
    onShow: (listener) => void (show = listener),
    windows: () => ({ open: listeners.size, ever }),
    tell(event, payload) {
      for (const listener of listeners) listener.write(`event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`);
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const originOf = ({ port }: AddressInfo): string => `http://127.0.0.1:${port}`;

function end(response: ServerResponse, status: number, words = ''): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(words);
}

function toRequest(request: IncomingMessage, url: URL): Request {
  const method = request.method ?? 'GET';
  const body = method === 'PUT' ? { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' as const } : {};
  return new Request(url, { method, ...body });
}

async function sendFile(file: Response, response: ServerResponse): Promise<void> {
  response.writeHead(file.status, Object.fromEntries(file.headers));
  if (file.body === null) return void response.end();
  // A window that leaves in the middle of a picture is no failure.
  await pipeline(Readable.fromWeb(file.body as WebStream<Uint8Array>), response).catch(() => response.destroy());
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    // Heard out to the end, or the connection breaks before the answer is there.
    if (size <= MOST_CALL_BYTES) parts.push(part);
  }
  if (size > MOST_CALL_BYTES) return undefined;
  return parseJson(Buffer.concat(parts).toString('utf8'));
}
