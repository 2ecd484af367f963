import type { Hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** Large files go through the memory in pieces of this many bytes. */
export const PIECE = 256 * 1024;

/** A file's bytes in pieces. They all lie in the same memory: a piece holds until the next one is asked for. */
export function* piecesOf(file: string): Generator<Buffer> {
  const handle = openSync(file, 'r');
  const piece = Buffer.allocUnsafe(PIECE);
  try {
    for (;;) {
      const read = readSync(handle, piece, 0, PIECE, null);
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(handle);
  }
}

/** The same pieces; each has gone into the hash when it comes. */
export function* hashing(hash: Hash, pieces: Iterable<Buffer>): Generator<Buffer> {
  for (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

/** Takes from pieces of any size as many bytes as are asked for. */
export interface Taker {
  /** So many bytes, or as many as are left; they hold until the next ones are taken. */
  take(bytes: number): Buffer;
  isEmpty(): boolean;
}

export function takeFrom(pieces: Iterable<Uint8Array>): Taker {
  const source = pieces[Symbol.iterator]();
  let rest: Uint8Array = new Uint8Array(0);
  let taken = Buffer.alloc(0);
  const isEmpty = (): boolean => {
    while (rest.length === 0) {
      const next = source.next();
      if (next.done === true) return true;
      rest = next.value;
    }
    return false;
  };
  return {
    isEmpty,
    take(bytes) {
      if (taken.length < bytes) taken = Buffer.allocUnsafe(bytes);
      let filled = 0;
      while (filled < bytes && !isEmpty()) {
        const part = rest.subarray(0, bytes - filled);
        taken.set(part, filled);
        filled += part.length;
        rest = rest.subarray(part.length);
      }
      return taken.subarray(0, filled);
    },
  };
}
