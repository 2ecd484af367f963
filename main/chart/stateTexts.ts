import { deflateRawSync, inflateRawSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import type { Db } from '../platform/database/connection.ts';

/** So many positions on, a state is kept whole again. */
const WHOLE_EVERY = 64;
/** No chart comes near it; what claims to be longer is damaged. Bytes. */
const LONGEST = 64 * 1024 * 1024;

const StoredText = z.object({ document: z.instanceof(Uint8Array), base: z.int().nullable() });
export type StoredText = z.infer<typeof StoredText>;

/**
 * The position that a state at `position` is told from; null: it is kept whole. The lowest set bit is taken away (as in a Fenwick tree), so that any state is
 * read in at most six steps and most states are told from one close by.
 */
export const baseOf = (position: number): number | null => (position % WHOLE_EVERY === 0 ? null : position & (position - 1));

/** What is kept of a state's text: the text deflated, or what Zstandard needs of it beside the text of its base as a dictionary. */
export function storedText(db: Db, chart: string, position: number, text: string): StoredText {
  const base = baseOf(position);
  if (base === null) return { base, document: deflateRawSync(text) };
  return { base, document: zstdCompressSync(text, { dictionary: textAt(db, chart, base) }) };
}

/** The text of a state. @throws where it, or one that it is told from, is damaged */
export function textOf(db: Db, chart: string, { document, base }: StoredText): Buffer {
  return textFrom({ document, base }, base === null ? null : textAt(db, chart, base));
}

/** The same where the text of its base is at hand; null where it has none, or that is damaged. @throws where it can't be told */
export function textFrom({ document, base }: StoredText, dictionary: Buffer | null): Buffer {
  if (base === null) return inflateRawSync(document, { maxOutputLength: LONGEST });
  return zstdDecompressSync(document, { dictionary: dictionary ?? Buffer.alloc(0), maxOutputLength: LONGEST });
}

function textAt(db: Db, chart: string, position: number): Buffer {
  const row = db.prepare('select document, base from chart_revision where chart = ? and position = ?').get(chart, position);
  return textOf(db, chart, StoredText.parse(row));
}
