import { connect, type ClientHttp2Session, type ClientHttp2Stream, type IncomingHttpHeaders, type IncomingHttpStatusHeader } from 'node:http2';
import { createInterface } from 'node:readline';
import { Readable, type Duplex } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { z } from 'zod';
import { events, type EventName, type Tell } from '../../../core/contract/events.ts';
import { Reply } from '../../../core/kernel/refusal.ts';
import { PIPE } from './pipe.ts';

/** The services went away before their answer was whole. */
export class ServicesLost extends Error {
  override readonly name = 'ServicesLost';
  /** Whether they were asked at all: they may have done what they were asked to. */
  readonly asked: boolean;

  constructor(asked: boolean, options?: ErrorOptions) {
    super(asked ? 'No whole answer came.' : 'Nobody was asked.', options);
    this.asked = asked;
  }
}

/** This process's end of the pipe to the services. Everything rejects with a `ServicesLost` once they are gone. */
export interface Connection {
  ask(path: string, input: unknown): Promise<Reply>;
  files(request: Request): Promise<Response>;
  /** Once nothing comes over the pipe any more, for whatever reason. */
  readonly lost: Promise<void>;
  close(): void;
}

type Head = IncomingHttpHeaders & IncomingHttpStatusHeader;

/** @param tell is called for whatever the services tell from now on */
export function connectOverPipe(pipe: Duplex, tell: Tell): Connection {
  const session = connect('http://localhost', { ...PIPE, createConnection: () => pipe });
  // Each stream says for itself that the session has ended.
  session.on('error', () => undefined);
  void hear(session, tell).catch(() => undefined);
  return {
    async ask(path, input) {
      const answer = await whileHere(() => {
        const stream = open(session, 'POST', path);
        stream.end(JSON.stringify(input ?? null));
        return json(whole(stream));
      });
      return Reply.parse(answer);
    },
    async files(request) {
      return whileHere(async () => {
        const { pathname, search } = new URL(request.url);
        const stream = open(session, request.method, pathname + search);
        const answered = headersOf(stream);
        if (request.body === null) stream.end();
        // A file that is refused on its way is answered before it has come in whole.
        else pipeline(Readable.fromWeb(request.body as WebStream<Uint8Array>), stream).catch(() => undefined);
        return toResponse(stream, await answered);
      });
    },
    lost: new Promise((resolve) => session.once('close', resolve)),
    close: () => session.destroy(),
  };
}

function open(session: ClientHttp2Session, method: string, path: string): ClientHttp2Stream {
  if (session.closed || session.destroyed) throw new ServicesLost(false);
  const stream = session.request({ ':method': method, ':path': path }, { endStream: false });
  stream.on('error', () => undefined);
  return stream;
}

async function whileHere<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof ServicesLost ? cause : new ServicesLost(true, { cause });
  }
}

const headersOf = (stream: ClientHttp2Stream): Promise<Head> =>
  new Promise((resolve, reject) => {
    stream.once('response', resolve);
    stream.once('close', () => reject(new Error('No answer came.')));
  });

/** What comes in, and an error at its end where more should have come: a stream that is cut off ends like any other. */
async function* whole(stream: ClientHttp2Stream): AsyncGenerator<Buffer> {
  for await (const chunk of stream as AsyncIterable<Buffer>) yield chunk;
  if (stream.rstCode !== 0) throw new ServicesLost(true);
}

function toResponse(stream: ClientHttp2Stream, headers: Head): Response {
  const status = headers[':status'] ?? 500;
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith(':') || typeof value !== 'string' ? [] : [[name, value] as [string, string]],
  );
  if ([204, 304].includes(status)) {
    stream.resume();
    return new Response(null, { status, headers: pairs });
  }
  return new Response(Readable.toWeb(Readable.from(whole(stream))) as ReadableStream, { status, headers: pairs });
}

const Told = z.object({ event: z.string(), payload: z.unknown() });

async function hear(session: ClientHttp2Session, tell: Tell): Promise<void> {
  const stream = open(session, 'GET', '/told');
  stream.end();
  for await (const line of createInterface({ input: stream })) {
    const { event, payload } = Told.parse(JSON.parse(line));
    if (isEvent(event)) tell(event, events[event].parse(payload));
  }
}

const isEvent = (name: string): name is EventName => Object.hasOwn(events, name);
