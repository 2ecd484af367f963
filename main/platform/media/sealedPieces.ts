import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Refusal } from '../../../core/kernel/refusal.ts';
import { troubleWords } from '../../../core/words/trouble.ts';
import { PIECE, takeFrom } from './pieces.ts';

const PREFIX = 7;
const TAG = 16;

/**
 * What is too large for the memory is sealed piece by piece, each with AES-256-GCM: 7 random bytes, then pieces of 256 KiB with their 16 bytes
 * of tag. A piece's nonce is those 7 bytes, its number (4 bytes, big endian), and 1 on the last one: pieces can't change places, and none can
 * be missing at the end. (STREAM: Hoang, Reyhanitabar, Rogaway, Vizár, “Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance”, 2015.)
 */
export interface Sealer {
  write(bytes: Uint8Array): void;
  /** Writes the last piece: without it nothing of the rest is believed. */
  end(): void;
}

/** @param label is bound to every piece, so that what is sealed can't be put in another's place */
export function sealPieces(write: (bytes: Uint8Array) => void, key: Uint8Array, label: Uint8Array): Sealer {
  const prefix = randomBytes(PREFIX);
  const waiting = Buffer.allocUnsafe(PIECE);
  let filled = 0;
  let number = 0;
  const put = (isLast: boolean): void => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, number, isLast));
    cipher.setAAD(label);
    write(cipher.update(waiting.subarray(0, filled)));
    cipher.final();
    write(cipher.getAuthTag());
    filled = 0;
    number += 1;
  };
  write(prefix);
  return {
    write(bytes) {
      for (let at = 0; at < bytes.length;) {
        if (filled === PIECE) put(false);
        const part = bytes.subarray(at, at + PIECE - filled);
        waiting.set(part, filled);
        filled += part.length;
        at += part.length;
      }
    },
    end: () => put(true),
  };
}

/** @throws Refusal `unreadable` where a byte, the key or the label is another, a piece is missing or in another's place, or something follows the last one */
export function* openPieces(sealed: Iterable<Uint8Array>, key: Uint8Array, label: Uint8Array): Generator<Buffer> {
  const source = takeFrom(sealed);
  const prefix = Buffer.from(source.take(PREFIX));
  if (prefix.length < PREFIX) throw notOpened();
  for (let number = 0; ; number += 1) {
    const piece = source.take(PIECE + TAG);
    const isLast = source.isEmpty();
    yield openOne(piece, key, nonceOf(prefix, number, isLast), label);
    if (isLast) return;
  }
}

function openOne(piece: Buffer, key: Uint8Array, nonce: Buffer, label: Uint8Array): Buffer {
  if (piece.length < TAG) throw notOpened();
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
    decipher.setAAD(label);
    decipher.setAuthTag(piece.subarray(piece.length - TAG));
    const opened = decipher.update(piece.subarray(0, piece.length - TAG));
    decipher.final();
    return opened;
  } catch {
    throw notOpened();
  }
}

function nonceOf(prefix: Buffer, number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(number, PREFIX);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

const notOpened = (): Refusal => new Refusal('unreadable', troubleWords.sealed.notOpened);
