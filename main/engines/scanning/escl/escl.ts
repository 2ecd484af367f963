import { setTimeout as pause } from 'node:timers/promises';
import type { ScannerFacts } from '../../../../core/capture/scanner.ts';
import { Refusal } from '../../../../core/kernel/refusal.ts';
import { scanProblem } from '../scanProblems.ts';
import type { Scanner } from '../scanner.ts';
import { askScanner } from './esclAsk.ts';
import { readCapabilities, type EsclCapabilities } from './esclCapabilities.ts';
import { scanOverEscl, type EsclOptions } from './esclScan.ts';
import { findOnNetwork, type FindOptions } from './findOnNetwork.ts';

const MOST_WORDS = 1024 * 1024;

const patient: EsclOptions = {
  silentMs: 10_000,
  pageSilentMs: 120_000,
  tries: 30,
  wait: (milliseconds, signal) => pause(milliseconds, undefined, { signal }),
  allowLoopback: false,
};

/** Scanners of the network that need no driver (eSCL, which makers call AirScan or AirPrint scanning). */
export function createEscl(changed: Partial<EsclOptions> = {}, find: FindOptions = {}): Scanner {
  const options = { ...patient, ...changed };
  const { allowLoopback } = options;

  async function read(base: URL, signal?: AbortSignal): Promise<EsclCapabilities> {
    const url = new URL(`${base.pathname}/ScannerCapabilities`, base);
    const answer = await askScanner(url, { signal, mostBytes: MOST_WORDS, silentMs: options.silentMs, allowLoopback });
    if (answer.status === 401 || answer.status === 403) throw scanProblem('not-allowed');
    const capabilities = answer.status === 200 ? readCapabilities(answer.body.toString()) : null;
    if (capabilities === null) throw scanProblem('not-a-scanner');
    return capabilities;
  }

  async function capabilities(typed: string, signal?: AbortSignal): Promise<ScannerFacts> {
    const enough = new AbortController();
    const stop = signal === undefined ? enough.signal : AbortSignal.any([signal, enough.signal]);
    const asked = addressesOf(typed).map(async (base) => ({ base, found: await read(base, stop) }));
    const { base, found } = await Promise.any(asked)
      .catch((error: unknown) => {
        throw mostTelling(error);
      })
      .finally(() => enough.abort());
    const sources = found.sources.map(({ source, colours, dpis, sheetSizes }) => ({ source, colours, dpis, sheetSizes }));
    return { id: base.href, name: found.name, by: 'network', sources };
  }

  return {
    knows: (id) => !/^(sane|wia):/u.test(id),
    list: (signal) => findOnNetwork({ allowLoopback, ...find }, signal),
    capabilities,
    async *scan(id, settings, signal) {
      const [base] = addressesOf(id);
      yield* scanOverEscl(base, await read(base, signal), settings, signal, options);
    },
  };
}

/** Where a scanner may be that someone typed as `192.168.1.20`, `copier.local:8080` or a whole address. @throws Refusal where it is none */
export function addressesOf(typed: string): [URL, ...URL[]] {
  const bare = typed.trim().replace(/\/+$/u, '');
  const whole = /^https?:\/\//iu.test(bare);
  const host = /^[0-9a-f]*:[0-9a-f:.]*$/iu.test(bare) ? `[${bare}]` : bare;
  const [first, ...others] = (whole ? [bare] : [`https://${host}`, `http://${host}`, ...(/:\d+$|\//u.test(host) ? [] : [`http://${host}:8080`])]).map(toBase);
  if (first === undefined || /\s/u.test(bare)) throw scanProblem('bad-address');
  return [first, ...others];
}

function toBase(address: string): URL {
  if (!URL.canParse(address)) throw scanProblem('bad-address');
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') throw scanProblem('bad-address');
  const path = url.pathname.replace(/\/+$/u, '');
  return new URL(path === '' ? '/eSCL' : path, url.origin);
}

/** Of several attempts that failed, the one that somebody answered. */
function mostTelling(error: unknown): unknown {
  const failures = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
  const silent = scanProblem('silent').message;
  return failures.find((one) => !(one instanceof Refusal) || one.message !== silent) ?? failures[0];
}
