import type { ResponsePacket } from 'multicast-dns';
import type { ScannerFound } from '../../../../core/capture/scanner.ts';
import { isPrivateAddress } from './privateAddress.ts';

/** One DNS record. */
export type Told = NonNullable<ResponsePacket['answers']>[number];

const SECURE = '_uscans._tcp.local';
const PLAIN = '_uscan._tcp.local';
export const SERVICE_TYPES: readonly string[] = [SECURE, PLAIN];

interface Service {
  readonly secure: boolean;
  readonly host: string;
  readonly found: ScannerFound;
}

/** Scanners out of DNS records: each once, over TLS where it offers that, at an address of its own records that is private. */
export function readServices(told: readonly Told[], { allowLoopback = false }: { allowLoopback?: boolean } = {}): ScannerFound[] {
  const services = SERVICE_TYPES.flatMap((type) =>
    told.flatMap((one) => (one.type === 'PTR' && same(one.name, type) ? (serviceOf(one.data, type === SECURE, told, allowLoopback) ?? []) : [])),
  );
  return services
    .filter(({ host, found }, index) => services.findIndex((other) => other.host === host && other.found.name === found.name) === index)
    .map(({ found }) => found)
    .sort((a, b) => a.name.localeCompare(b.name));
}

function serviceOf(name: string, secure: boolean, told: readonly Told[], allowLoopback: boolean): Service | null {
  const place = told.flatMap((one) => (one.type === 'SRV' && same(one.name, name) ? [one.data] : [])).at(-1);
  if (place === undefined) return null;
  const addresses = told.flatMap((one) => ((one.type === 'A' || one.type === 'AAAA') && same(one.name, place.target) ? [one.data] : []));
  const address = addresses.filter((one) => isPrivateAddress(one, { allowLoopback })).sort((a, b) => Number(a.includes(':')) - Number(b.includes(':')))[0];
  if (address === undefined) return null;
  const facts = textOf(told.find((one) => one.type === 'TXT' && same(one.name, name)));
  const path = (facts.get('rs') ?? 'eSCL').replace(/^\/+|\/+$/gu, '') || 'eSCL';
  const origin = `${secure ? 'https' : 'http'}://${address.includes(':') ? `[${address}]` : address}:${place.port}`;
  if (!URL.canParse(`/${path}`, origin)) return null;
  const label = (facts.get('ty') ?? name.replace(/\._uscans?\._tcp\.local\.?$/iu, '')).slice(0, 120);
  return { secure, host: place.target.toLowerCase(), found: { id: new URL(`/${path}`, origin).href, name: label, by: 'network' } };
}

function textOf(record: Told | undefined): Map<string, string> {
  if (record?.type !== 'TXT') return new Map();
  const parts = Array.isArray(record.data) ? record.data : [record.data];
  return new Map(
    parts.flatMap((part) => {
      const [, key = '', value = ''] = /^([^=]+)=(.*)$/su.exec(part.toString()) ?? [];
      return key === '' ? [] : [[key.toLowerCase(), value] as const];
    }),
  );
}

const same = (a: string, b: string): boolean => a.toLowerCase().replace(/\.$/u, '') === b.toLowerCase().replace(/\.$/u, '');
