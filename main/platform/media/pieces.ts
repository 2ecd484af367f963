import { closeSync, openSync, readSync } from 'node:fs';

/** Large files go through the memory in pieces of this many bytes. */
export const PIECE = 256 * 1024;

/** A file's bytes in pieces; each is new, so that it may be kept. */
export function* piecesOf(file: string): Generator<Buffer> {
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const read = readSync(handle, piece, 0, PIECE, null);
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(handle);
  }
}

/** Takes from pieces of any size as many bytes as are asked for. */
export interface Taker {
  /** So many bytes, or as many as are left. */
  take(bytes: number): Buffer;
  isEmpty(): boolean;
}

export function takeFrom(pieces: Iterable<Uint8Array>): Taker {
  const source = pieces[Symbol.iterator]();
  let held: Uint8Array[] = [];
  let size = 0;
  const fill = (bytes: number): void => {
    while (size < bytes) {
      const next = source.next();
      if (next.done === true) return;
      held.push(next.value);
      size += next.value.length;
    }
  };
  return {
    take(bytes) {
      fill(bytes);
      const all = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
      const taken = all.subarray(0, bytes);
      held = taken.length < all.length ? [all.subarray(bytes)] : [];
      size = all.length - taken.length;
      return Buffer.from(taken.buffer, taken.byteOffset, taken.length);
    },
    isEmpty() {
      fill(1);
      return size === 0;
    },
  };
}
