import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal } from '../../../core/kernel/refusal.ts';
import type { Outgoing } from '../../../core/kernel/outgoing.ts';
import { troubleWords } from '../../../core/words/trouble.ts';
import { piecesOf } from '../media/pieces.ts';
import { KEY_BYTES } from '../media/seal.ts';
import { openPieces, sealPieces, type Sealer } from '../media/sealedPieces.ts';
import { beginWhole, writeWhole, type WholeFile } from '../media/writeWhole.ts';
import { makeTempFolder } from '../tempFolders.ts';

/** No page of a class is larger; what is, is refused before it fills the memory. */
export const MOST_BYTES = 300 * 1024 * 1024;
/** A backup goes through the memory in pieces. */
const MOST_BACKUP_BYTES = 64 * 1024 * 1024 * 1024;
const BACKUP = /\.stepwall$/i;

/** Files on their way in (offered, then received or read from their path) and out (made, then fetched, saved or shown). */
export interface Exchange {
  offer(name: string, bytes: number): string;
  offerPath(path: string): string;
  /** @throws Refusal `not-found` where nobody offered it, `unreadable` where more or less comes than was offered, `disk` */
  receive(token: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void>;
  /** Hands the file over and forgets it. @throws Refusal `not-found` */
  take(token: string): { name: string; bytes: Buffer };
  /** The same, its bytes read when its turn comes: a stack of photos never fills the memory. */
  incoming(token: string): { name: string; bytes: () => Buffer };
  /** The same for what is too large for the memory. @throws Refusal `not-found` */
  takePieces(token: string): TakenPieces;
  giveOut(name: string, bytes: Uint8Array): Outgoing;
  /** The same for what is too large for the memory. */
  beginOut(name: string): OutgoingDraft;
  outgoing(token: string): WaitingFile | null;
  /** Where another program finds the file in clear, until it is withdrawn; null where there is none. */
  show(token: string): string | null;
  /** A folder in clear that another program still reads: it goes with what waits. */
  lend(folder: string): void;
  /** Destroys what was made and waits to be fetched: a picture in it was destroyed. */
  withdraw(): void;
  close(): void;
}

export interface TakenPieces {
  readonly name: string;
  readonly bytes: number;
  readonly pieces: Iterable<Buffer>;
  /** Once it is not needed any more. */
  forget(): void;
}

export interface OutgoingDraft {
  /** @throws Refusal `conflict` where what waits was withdrawn meanwhile, `disk` */
  write(bytes: Uint8Array): void;
  /** Once all is written. @throws the same */
  end(): Promise<void>;
  /** What was written, once it is ended. */
  read(): Iterable<Buffer>;
  /** Lets it be fetched. @throws Refusal `conflict` */
  handOut(): Outgoing;
  abandon(): void;
}

export interface WaitingFile {
  readonly name: string;
  readonly bytes: number;
  readonly pieces: () => Iterable<Buffer>;
}

interface Offer {
  readonly name: string;
  readonly path: string | null;
  readonly bytes: number;
  readonly received: boolean;
}

/**
 * What waits lies sealed under a key that only this process knows: nothing readable is left after a crash.
 * @param place a folder on a disk of some size
 */
export function createExchange(place: string): Exchange {
  const folder = makeTempFolder('files', place);
  const key = randomBytes(KEY_BYTES);
  const offers = new Map<string, Offer>();
  const made = new Map<string, WaitingFile>();
  const drafts = new Set<WholeFile>();
  const lent = new Set<string>();
  const out = join(folder, 'out');
  const waiting = (token: string): string => join(folder, token);

  const exchange: Exchange = {
    offer(name, bytes) {
      if (bytes > (BACKUP.test(name) ? MOST_BACKUP_BYTES : MOST_BYTES)) throw tooLarge(name);
      return remember({ name: basename(name), path: null, bytes, received: false });
    },
    offerPath: (path) => remember({ name: basename(path), path, bytes: 0, received: true }),
    async receive(token, pieces) {
      const offer = offers.get(token);
      if (offer === undefined || offer.path !== null) throw new Refusal('not-found', troubleWords.file.notOffered);
      const { file, sealer } = beginSealed(waiting(token), token);
      try {
        let size = 0;
        for await (const piece of pieces) {
          size += piece.length;
          if (size > offer.bytes) throw new Refusal('unreadable', troubleWords.file.notAsOffered);
          sealer.write(piece);
        }
        if (size < offer.bytes) throw new Refusal('unreadable', troubleWords.file.notAsOffered);
        sealer.end();
        await file.flush();
        file.end();
        offers.set(token, { ...offer, bytes: size, received: true });
      } catch (error) {
        file.abandon();
        throw error;
      }
    },
    take(token) {
      const offer = received(token);
      offers.delete(token);
      if (offer.path !== null) return { name: offer.name, bytes: readOffered(offer.path) };
      const bytes = Buffer.concat([...openPieces(piecesOf(waiting(token)), key, Buffer.from(token))]);
      rmSync(waiting(token), { force: true });
      return { name: offer.name, bytes };
    },
    incoming: (token) => ({ name: offers.get(token)?.name ?? troubleWords.file.some, bytes: () => exchange.take(token).bytes }),
    takePieces(token) {
      const { name, path, bytes } = received(token);
      offers.delete(token);
      if (path === null)
        return {
          name,
          bytes,
          pieces: openPieces(piecesOf(waiting(token)), key, Buffer.from(token)),
          forget: () => rmSync(waiting(token), { force: true }),
        };
      return { name, bytes: sizeOf(path), pieces: piecesOf(path), forget: () => undefined };
    },
    giveOut(name, bytes) {
      const token = randomUUID();
      const { file, sealer } = beginSealed(join(out, token), token);
      sealer.write(bytes);
      sealer.end();
      file.end();
      return keepMade(token, name, bytes.length);
    },
    beginOut(name) {
      const token = randomUUID();
      const { file, sealer } = beginSealed(join(out, token), token);
      drafts.add(file);
      let size = 0;
      const requireWaiting = (): void => {
        if (!drafts.has(file)) throw new Refusal('conflict', troubleWords.file.withdrawn);
      };
      return {
        write(bytes) {
          requireWaiting();
          size += bytes.length;
          sealer.write(bytes);
        },
        async end() {
          requireWaiting();
          sealer.end();
          await file.flush();
          requireWaiting();
          file.end();
        },
        read: () => readMade(token),
        handOut() {
          requireWaiting();
          drafts.delete(file);
          return keepMade(token, name, size);
        },
        abandon() {
          drafts.delete(file);
          file.abandon();
          rmSync(join(out, token), { force: true });
        },
      };
    },
    outgoing: (token) => made.get(token) ?? null,
    show(token) {
      const file = made.get(token);
      if (file === undefined) return null;
      const shown = join(out, `shown ${token}`, file.name);
      writeWhole(shown, Buffer.concat([...file.pieces()]), 0o600);
      return shown;
    },
    lend: (path) => void lent.add(path),
    withdraw() {
      made.clear();
      takeBack();
      for (const draft of drafts) draft.abandon();
      drafts.clear();
      rmSync(out, { recursive: true, force: true });
    },
    close() {
      takeBack();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return exchange;

  function takeBack(): void {
    for (const path of lent) rmSync(path, { recursive: true, force: true });
    lent.clear();
  }

  function remember(offer: Offer): string {
    const token = randomUUID();
    offers.set(token, offer);
    return token;
  }

  function received(token: string): Offer {
    const offer = offers.get(token);
    if (offer === undefined || !offer.received) throw new Refusal('not-found', troubleWords.file.notArrived);
    return offer;
  }

  function beginSealed(path: string, token: string): { file: WholeFile; sealer: Sealer } {
    const file = beginWhole(path, 0o600);
    return { file, sealer: sealPieces((bytes) => file.write(bytes), key, Buffer.from(token)) };
  }

  function readMade(token: string): Iterable<Buffer> {
    return openPieces(piecesOf(join(out, token)), key, Buffer.from(token));
  }

  function keepMade(token: string, name: string, bytes: number): Outgoing {
    made.set(token, { name, bytes, pieces: () => readMade(token) });
    return { token, name, bytes };
  }
}

function readOffered(path: string): Buffer {
  const name = basename(path);
  if (sizeOf(path) > MOST_BYTES) throw tooLarge(name);
  try {
    return readFileSync(path);
  } catch {
    throw new Refusal('unreadable', troubleWords.file.notReadNamed(name));
  }
}

/** @throws Refusal `not-found`, `bad-request` for a folder */
function sizeOf(path: string): number {
  const name = basename(path);
  if (!existsSync(path)) throw new Refusal('not-found', troubleWords.file.goneNamed(name));
  const facts = statSync(path);
  if (facts.isDirectory()) throw new Refusal('bad-request', troubleWords.file.isFolder(name));
  return facts.size;
}

const tooLarge = (name: string): Refusal => new Refusal('unreadable', troubleWords.file.tooLargeNamed(name));
