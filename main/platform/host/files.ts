import { Readable } from 'node:stream';
import type { Exchange } from '../work/exchange.ts';
import { decoded, plain, safe, typeOf } from './answers.ts';
import { problemFrom } from './dispatch.ts';

/** Pictures by the address they have in the window, behind `/pictures/`. */
export interface Pictures {
  /**
   * @param query `w`: px that the window needs; absent for full size
   * @throws Refusal `not-found`, `bad-request`
   */
  get(path: string, query: URLSearchParams): Promise<Uint8Array>;
}

export interface FilesOptions {
  readonly pictures: Pictures;
  readonly exchange: Exchange;
  readonly log: (error: unknown) => void;
}

export type AnswerFile = (request: Request) => Promise<Response>;

/** What has an address and lies in the library or is on its way: `/pictures/…`, files coming in by `PUT /incoming/<token>` and going out by `GET /outgoing/<token>`. */
export function createFiles({ pictures, exchange, log }: FilesOptions): AnswerFile {
  return async (request) => {
    const url = new URL(request.url);
    const path = decoded(url.pathname);
    if (path === null) return plain(400);
    try {
      if (request.method === 'PUT' && path.startsWith('/incoming/')) return await receive(request, path.slice('/incoming/'.length), exchange);
      if (request.method !== 'GET') return plain(405);
      if (path.startsWith('/pictures/'))
        return picture(await pictures.get(path.slice('/pictures/'.length), url.searchParams), path.startsWith('/pictures/media/'));
      if (path.startsWith('/outgoing/')) return outgoing(exchange, path.slice('/outgoing/'.length), url.searchParams.has('save'));
      return plain(404);
    } catch (error) {
      const problem = problemFrom(error, log);
      return Response.json(problem, { status: problem.code === 'not-found' ? 404 : problem.code === 'internal' ? 500 : 400, headers: safe });
    }
  };
}

async function receive(request: Request, token: string, exchange: Exchange): Promise<Response> {
  await exchange.receive(token, (request.body ?? []) as AsyncIterable<Uint8Array>);
  return plain(204);
}

/** A browser keeps what it may on its disk, in clear: only copies that someone found nameless. */
function picture(bytes: Uint8Array, nameless: boolean): Response {
  return new Response(Buffer.from(bytes), {
    headers: { ...safe, 'content-type': 'image/jpeg', 'cache-control': nameless ? 'private, max-age=3600' : 'no-store' },
  });
}

function outgoing(exchange: Exchange, token: string, save: boolean): Response {
  const made = exchange.outgoing(token.split('/')[0] ?? '');
  if (made === null) return plain(404);
  const name = encodeURIComponent(made.name);
  return new Response(Readable.toWeb(Readable.from(made.pieces(), { objectMode: false })) as ReadableStream, {
    headers: {
      ...safe,
      'content-type': typeOf(made.name),
      'content-length': String(made.bytes),
      'content-disposition': `${save ? 'attachment' : 'inline'}; filename*=UTF-8''${name}`,
      'cache-control': 'no-store',
    },
  });
}
