import { createServer, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { Readable, type Duplex } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { z } from 'zod';
import type { Tell } from '../../../core/contract/events.ts';
import type { Reply } from '../../../core/kernel/refusal.ts';
import { problemFrom, type Dispatch } from '../host/dispatch.ts';
import type { AnswerFile } from '../host/files.ts';
import { LocalFileWish } from './localFiles.ts';
import { PIPE } from './pipe.ts';

/** What stands behind the pipe once the library is open. */
export interface Opened {
  readonly dispatch: Dispatch;
  readonly files: AnswerFile;
  readonly localFiles: (wish: LocalFileWish) => unknown;
}

export interface Behind {
  /** @throws Refusal as `openApp` does */
  open(folder: string): Opened;
  close(): Promise<void>;
}

/**
 * The wire between the services and the process that shows the window: HTTP/2 over a pipe that those two alone hold. It carries many calls and
 * files at once, each at the pace of its reader, and knows nothing of either side's V8.
 * @returns what tells events to the other side
 */
export function serveOverPipe(pipe: Duplex, behind: Behind, log: (error: unknown) => void): Tell {
  const listeners = new Set<ServerHttp2Stream>();
  let opened: Opened | null = null;

  const server = createServer(PIPE);
  server.on('stream', (stream, headers) => {
    // Whoever thought better of a picture takes its stream away.
    stream.on('error', () => undefined);
    answer(stream, headers).catch((error: unknown) => {
      if (stream.closed) return;
      log(error);
      if (stream.headersSent) stream.destroy();
      else end(stream, 500);
    });
  });
  server.emit('connection', pipe);

  async function answer(
    stream: ServerHttp2Stream,
    headers: IncomingHttpHeaders & { ':path'?: string | undefined; ':method'?: string | undefined },
  ): Promise<void> {
    const path = headers[':path'] ?? '/';
    if (path === '/told') return listen(stream);
    if (path === '/open') return reply(stream, async () => void (opened = behind.open(z.object({ folder: z.string() }).parse(await json(stream)).folder)));
    if (path === '/close') return reply(stream, () => behind.close());
    if (opened === null) return end(stream, 503);
    if (path === '/local') {
      const { localFiles } = opened;
      return reply(stream, async () => localFiles(LocalFileWish.parse(await json(stream))));
    }
    if (path.startsWith('/api/')) return sendJson(stream, await opened.dispatch(decodeURIComponent(path.slice('/api/'.length)), await json(stream)));
    return sendFile(stream, await opened.files(toRequest(stream, path, headers[':method'] ?? 'GET')));
  }

  async function reply(stream: ServerHttp2Stream, work: () => unknown): Promise<void> {
    try {
      sendJson(stream, { ok: true, value: (await work()) ?? null });
    } catch (error) {
      sendJson(stream, { ok: false, error: problemFrom(error, log) });
    }
  }

  function listen(stream: ServerHttp2Stream): void {
    stream.respond({ ':status': 200 });
    listeners.add(stream);
    stream.on('close', () => listeners.delete(stream));
  }

  return (event, payload) => {
    for (const listener of listeners) listener.write(`${JSON.stringify({ event, payload })}\n`);
  };
}

function end(stream: ServerHttp2Stream, status: number): void {
  stream.respond({ ':status': status }, { endStream: true });
}

function sendJson(stream: ServerHttp2Stream, reply: Reply): void {
  stream.respond({ ':status': 200 });
  stream.end(JSON.stringify(reply));
}

function toRequest(stream: ServerHttp2Stream, path: string, method: string): Request {
  const body = method === 'PUT' ? { body: Readable.toWeb(stream) as ReadableStream, duplex: 'half' as const } : {};
  return new Request(new URL(path, 'http://localhost'), { method, ...body });
}

async function sendFile(stream: ServerHttp2Stream, { status, headers, body }: Response): Promise<void> {
  stream.respond({ ...Object.fromEntries(headers), ':status': status }, { endStream: body === null });
  if (body !== null) await pipeline(Readable.fromWeb(body as WebStream<Uint8Array>), stream);
}
