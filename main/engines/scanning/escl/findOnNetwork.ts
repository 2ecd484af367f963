import multicastDns from 'multicast-dns';
import { networkInterfaces } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { ScannerFound } from '../../../../core/capture/scanner.ts';
import { readServices, SERVICE_TYPES, type Told } from './networkAnswers.ts';
import { isPrivateAddress } from './privateAddress.ts';

export interface FindOptions {
  /** IPv4 addresses of the networks to ask; all private ones of this computer by default. */
  readonly interfaces?: readonly string[];
  readonly port?: number;
  /** Milliseconds. */
  readonly lookFor?: number;
  /** Only for tests. */
  readonly allowLoopback?: boolean;
}

const ASK_AGAIN_MS = 1000;

/**
 * Looks for scanners by multicast DNS (RFC 6762, RFC 6763) on each network of this computer, and only as long as this runs: nothing listens before or after.
 * What they are called at is told by their own address records, never by where a packet came from.
 */
export async function findOnNetwork(options: FindOptions, signal: AbortSignal): Promise<readonly ScannerFound[]> {
  const { interfaces = ownNetworks(), port = 5353, lookFor = 4000, allowLoopback = false } = options;
  const told: Told[] = [];
  const ears = interfaces.map((address) => {
    const ear = multicastDns({ port, interface: address, bind: '0.0.0.0' });
    ear.on('response', ({ answers, additionals }) => told.push(...(answers ?? []), ...(additionals ?? [])));
    // A network that can't be asked (a tunnel, one just gone) must not keep the others from answering.
    ear.on('error', () => undefined);
    ear.on('warning', () => undefined);
    return ear;
  });
  try {
    for (let left = lookFor; left > 0; left -= ASK_AGAIN_MS) {
      const questions = SERVICE_TYPES.map((name) => ({ name, type: 'PTR' as const }));
      ears.forEach((ear) => ear.query([...questions, ...missing(told)]));
      await pause(Math.min(left, ASK_AGAIN_MS), undefined, { signal });
    }
  } finally {
    await Promise.all(ears.map((ear) => new Promise<void>((closed) => ear.destroy(closed))));
  }
  return readServices(told, { allowLoopback });
}

/** What a scanner named but did not tell with it. */
function missing(told: readonly Told[]): { name: string; type: 'SRV' | 'TXT' | 'A' }[] {
  const has = (name: string, type: string): boolean => told.some((one) => one.type === type && one.name.toLowerCase() === name.toLowerCase());
  const services = told.flatMap((one) => (one.type === 'PTR' && SERVICE_TYPES.includes(one.name.toLowerCase()) ? [one.data] : []));
  const hosts = told.flatMap((one) => (one.type === 'SRV' ? [one.data.target] : []));
  return [
    ...services.flatMap((name) => (['SRV', 'TXT'] as const).filter((type) => !has(name, type)).map((type) => ({ name, type }))),
    ...hosts.filter((name) => !has(name, 'A')).map((name) => ({ name, type: 'A' as const })),
  ].slice(0, 40);
}

const ownNetworks = (): string[] =>
  Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).filter(({ family, internal, address }) => family === 'IPv4' && !internal && isPrivateAddress(address)).map(({ address }) => address),
  );
