import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { parseJson } from '../../../core/kernel/parseJson.ts';
import { Refusal } from '../../../core/kernel/refusal.ts';
import { troubleWords } from '../../../core/words/trouble.ts';
import type { Db } from './connection.ts';

/** What a column keeps, checked against a shape; `decode` gives undefined where it can't be read. */
const checked =
  <K, T extends z.ZodType>(shape: T, decode: (kept: K) => unknown) =>
  (kept: K, context: z.core.$RefinementCtx): z.output<T> => {
    const read = shape.safeParse(decode(kept));
    if (read.success) return read.data;
    context.addIssue({ code: 'custom', message: read.error.message });
    return z.NEVER;
  };

/** A column that holds JSON of a known shape. */
export const json = <T extends z.ZodType>(shape: T) => z.string().transform(checked(shape, parseJson));

/** A column that holds a document as deflated JSON. */
export const packed = <T extends z.ZodType>(shape: T) => z.instanceof(Uint8Array).transform(checked(shape, inflated));

function inflated(bytes: Uint8Array): unknown {
  try {
    return parseJson(inflateRawSync(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The rows that can be read: one that is damaged is left out here, and told by the check of the library, so that the rest can be worked with. */
export const readable = <T extends z.ZodType>(shape: T, rows: readonly unknown[]): z.output<T>[] =>
  rows.flatMap((row) => {
    const read = shape.safeParse(row);
    return read.success ? [read.data] : [];
  });

/** One row, which has to be whole for what is to be done. @throws Refusal `unreadable` where it is damaged */
export function whole<T extends z.ZodType>(shape: T, row: unknown): z.output<T> {
  const read = shape.safeParse(row);
  if (!read.success) throw new Refusal('unreadable', troubleWords.database.rowDamaged);
  return read.data;
}

/** All rows, of which none may be left out. @throws Refusal `unreadable` where one is damaged */
export const allWhole = <T extends z.ZodType>(shape: T, rows: readonly unknown[]): z.output<T>[] => rows.map((row) => whole(shape, row));

/** How the check of a library reads one kind of rows. */
export interface RowCheck {
  readonly table: string;
  /** What `shape` and `name` look at, as SQL names it. */
  readonly columns: string;
  /** Which of the table's rows, where not all. */
  readonly where?: string;
  readonly shape: z.ZodType;
  /** Which row it is, in words for a teacher. */
  readonly name: (row: Readonly<Record<string, unknown>>) => string;
}

const AT_ONCE = 500;
const At = z.looseObject({ at: z.int() });

/** The rows that can't be read, by their names, some hundred rows at a time. */
export function* unreadableRows(db: Db, { table, columns, where = 'true', shape, name }: RowCheck): Generator<readonly string[]> {
  const next = db.prepare(`select rowid as at, ${columns} from ${table} where rowid > ? and (${where}) order by rowid limit ${AT_ONCE}`);
  for (let rows = z.array(At).parse(next.all(0)); rows.length > 0; rows = z.array(At).parse(next.all(rows.at(-1)?.at)))
    yield rows.flatMap((row) => (shape.safeParse(row).success ? [] : [name(row)]));
}

export const pack = (document: unknown): Buffer => deflateRawSync(JSON.stringify(document));

export const now = (): string => new Date().toISOString();
