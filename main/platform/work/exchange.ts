import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Refusal } from '../../../core/kernel/refusal.ts';
import type { Outgoing } from '../../../core/kernel/outgoing.ts';
import { troubleWords } from '../../../core/words/trouble.ts';
import { KEY_BYTES, seal, unseal } from '../media/seal.ts';
import { writeWhole } from '../media/writeWhole.ts';

/** No page of a class is larger; what is, is refused before it fills the memory. */
export const MOST_BYTES = 300 * 1024 * 1024;

/** Files on their way in (offered, then received or read from their path) and out (made, then fetched or saved). */
export interface Exchange {
  offer(name: string, bytes: number): string;
  offerPath(path: string): string;
  receive(token: string, bytes: Uint8Array): void;
  /** Hands the file over and forgets it. @throws Refusal `not-found` */
  take(token: string): { name: string; bytes: Buffer };
  /** The same, its bytes read when its turn comes: a stack of photos never fills the memory. */
  incoming(token: string): { name: string; bytes: () => Buffer };
  giveOut(name: string, bytes: Uint8Array): Outgoing;
  outgoing(token: string): { name: string; path: string } | null;
  /** Destroys what was made and waits to be fetched: a picture in it was destroyed. */
  withdraw(): void;
  close(): void;
}

interface Offer {
  readonly name: string;
  readonly path: string | null;
  readonly received: boolean;
}

/** What comes in waits on the disk under a key that only this process knows: nothing readable is left after a crash. */
export function createExchange(): Exchange {
  const folder = mkdtempSync(join(tmpdir(), 'stepwall-'));
  const key = randomBytes(KEY_BYTES);
  const offers = new Map<string, Offer>();
  const made = new Map<string, { name: string; path: string }>();
  const waiting = (token: string): string => join(folder, token);

  const exchange: Exchange = {
    offer(name, bytes) {
      if (bytes > MOST_BYTES) throw tooLarge(name);
      return remember({ name: basename(name), path: null, received: false });
    },
    offerPath: (path) => remember({ name: basename(path), path, received: true }),
    receive(token, bytes) {
      const offer = offers.get(token);
      if (offer === undefined || offer.path !== null) throw new Refusal('not-found', troubleWords.file.notOffered);
      writeWhole(waiting(token), seal(bytes, key, token), 0o600);
      offers.set(token, { ...offer, received: true });
    },
    take(token) {
      const offer = offers.get(token);
      if (offer === undefined || !offer.received) throw new Refusal('not-found', troubleWords.file.notArrived);
      offers.delete(token);
      if (offer.path !== null) return { name: offer.name, bytes: readOffered(offer.path) };
      const bytes = unseal(readFileSync(waiting(token)), key, token);
      rmSync(waiting(token), { force: true });
      return { name: offer.name, bytes };
    },
    incoming: (token) => ({ name: offers.get(token)?.name ?? troubleWords.file.some, bytes: () => exchange.take(token).bytes }),
    giveOut(name, bytes) {
      const token = randomUUID();
      const path = join(folder, 'out', token, name);
      writeWhole(path, bytes, 0o600);
      made.set(token, { name, path });
      return { token, name, bytes: bytes.length };
    },
    outgoing: (token) => made.get(token) ?? null,
    withdraw() {
      made.clear();
      rmSync(join(folder, 'out'), { recursive: true, force: true });
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
  return exchange;

  function remember(offer: Offer): string {
    const token = randomUUID();
    offers.set(token, offer);
    return token;
  }
}

function readOffered(path: string): Buffer {
  const name = basename(path);
  if (!existsSync(path)) throw new Refusal('not-found', troubleWords.file.goneNamed(name));
  if (statSync(path).isDirectory()) throw new Refusal('bad-request', troubleWords.file.isFolder(name));
  if (statSync(path).size > MOST_BYTES) throw tooLarge(name);
  try {
    return readFileSync(path);
  } catch {
    throw new Refusal('unreadable', troubleWords.file.notReadNamed(name));
  }
}

const tooLarge = (name: string): Refusal => new Refusal('unreadable', troubleWords.file.tooLargeNamed(name));
