import { z } from 'zod';
import { Refusal } from '../../core/kernel/refusal.ts';
import { libraryWords } from '../../core/words/library.ts';
import { PIECE, type Taker } from '../platform/media/pieces.ts';
import { KEY_BYTES } from '../platform/media/seal.ts';

/** The first line of every backup is so long. */
export const MAGIC_BYTES = 'stepwall-backup 1\n'.length;

/** A key by its id, and nothing else, travels: the key to an import, or to the names. */
const KEY_ID = /^(names|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const base64Of = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes);

export const Keys = z
  .record(z.string().regex(KEY_ID), base64Of(KEY_BYTES))
  .transform((keys): KeysById => new Map(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')])));
export type KeysById = ReadonlyMap<string, Buffer>;

export interface BackupFile {
  readonly path: string;
  /** Of its content as it comes. */
  readonly bytes: number;
  /** Deflated (raw). */
  readonly isPacked: boolean;
  /** To be taken to its end before the next file is asked for; a piece holds until the next one. */
  readonly content: Iterable<Buffer>;
}

export interface ReadBackup {
  readonly library: string;
  /** ISO date and time. */
  readonly madeAt: string;
  /** Null where they did not come along, or no passphrase was given for them. */
  readonly keys: KeysById | null;
  readonly files: Iterable<BackupFile>;
}

/** How a backup's size is told while it is made or brought back. */
export const inMegabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);

export const notWhole = (): Refusal => new Refusal('unreadable', libraryWords.backup.notWhole);

/** @throws Refusal `unreadable` where it is longer than `most`, or cut off */
export function takeHead(source: Taker, length: Buffer, most: number): Buffer {
  const bytes = length.length < 4 ? Number.POSITIVE_INFINITY : length.readUInt32BE();
  if (bytes > most) throw notWhole();
  const head = source.take(bytes);
  if (head.length < bytes) throw notWhole();
  return head;
}

/** @throws Refusal `unreadable` */
export function parsed<T extends z.ZodType>(shape: T, json: Buffer): z.output<T> {
  try {
    return shape.parse(JSON.parse(json.toString('utf8')));
  } catch {
    throw notWhole();
  }
}

/** @throws Refusal `unreadable` where fewer bytes are left */
export function* contentOf(source: Taker, bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0;) {
    const piece = source.take(Math.min(left, PIECE));
    if (piece.length === 0) throw notWhole();
    left -= piece.length;
    yield piece;
  }
}
