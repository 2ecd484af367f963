import { lookup } from 'node:dns/promises';
import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import { Refusal } from '../../../../core/kernel/refusal.ts';
import { scanProblem } from '../scanProblems.ts';
import { isPrivateAddress } from './privateAddress.ts';

export interface EsclAnswer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly body: Buffer;
}

export interface Question {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
  readonly mostBytes: number;
  /** Milliseconds without a byte after which the scanner counts as silent. */
  readonly silentMs: number;
  /** Only for tests: a scanner on this computer itself. */
  readonly allowLoopback: boolean;
}

const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Asks a scanner on one's own network. Every address on the way - typed, told by DNS, redirected to - has to be private before anything is sent there.
 * @throws Refusal where it is not, where nobody answers, and where an answer is cut off or larger than `mostBytes`
 */
export async function askScanner(url: URL, question: Question): Promise<EsclAnswer> {
  let here = url;
  for (let redirects = 0; ; redirects += 1) {
    const answer = await askOnce(here, question);
    const onward = answer.header('location');
    if (!REDIRECTS.has(answer.status) || onward === undefined || question.method === 'POST') return answer;
    if (redirects === MOST_REDIRECTS || !URL.canParse(onward, here.href)) throw scanProblem('not-a-scanner');
    here = new URL(onward, here);
  }
}

interface Address {
  readonly address: string;
  readonly family: number;
}

async function privateAddresses(url: URL, allowLoopback: boolean): Promise<[Address, ...Address[]]> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw scanProblem('bad-address');
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const family = isIP(host);
  const told: Address[] = family === 0 ? await lookup(host, { all: true }).catch(() => []) : [{ address: host, family }];
  const [first, ...others] = told;
  if (first === undefined) throw scanProblem('silent');
  if (!told.every(({ address }) => isPrivateAddress(address, { allowLoopback }))) throw scanProblem('not-private');
  return [first, ...others];
}

async function askOnce(url: URL, { method = 'GET', body, signal, mostBytes, silentMs, allowLoopback }: Question): Promise<EsclAnswer> {
  signal?.throwIfAborted();
  const addresses = await privateAddresses(url, allowLoopback);
  const options: RequestOptions & { rejectUnauthorized: boolean; ciphers: string; minVersion: 'TLSv1' } = {
    method,
    headers: body === undefined ? {} : { 'content-type': 'text/xml', 'content-length': Buffer.byteLength(body) },
    agent: false,
    timeout: silentMs,
    // The addresses that were looked at are those that are used: a name can't change its mind in between.
    lookup: (_host, wanted, answer) => (wanted.all === true ? answer(null, [...addresses]) : answer(null, addresses[0].address, addresses[0].family)),
    // A scanner on one's own network signs for itself, and old ones know only old ciphers.
    rejectUnauthorized: false,
    minVersion: 'TLSv1',
    ciphers: 'DEFAULT@SECLEVEL=0',
    ...(signal !== undefined && { signal }),
  };
  let began = false;
  try {
    return await new Promise<EsclAnswer>((resolve, reject) => {
      const asked = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, options, (answer) => {
        began = true;
        readAnswer(answer, mostBytes).then(resolve, reject);
      });
      asked.on('timeout', () => asked.destroy(scanProblem(began ? 'cut' : 'silent')));
      asked.on('error', reject);
      asked.end(body);
    });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Refusal) throw error;
    throw scanProblem(began ? 'cut' : 'silent');
  }
}

async function readAnswer(answer: IncomingMessage, mostBytes: number): Promise<EsclAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) throw scanProblem('too-large');
    chunks.push(chunk);
  }
  const header = (name: string): string | undefined => {
    const value = answer.headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  return { status: answer.statusCode ?? 0, header, body: Buffer.concat(chunks) };
}
