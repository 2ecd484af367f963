import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';

/** A column that holds JSON of a known shape. */
export const json = <T extends z.ZodType>(shape: T) =>
  z.string().transform((text, context): z.output<T> => {
    const parsed = shape.safeParse(valueOf(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: parsed.error.message });
    return z.NEVER;
  });

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
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

/** A column that holds a document as deflated JSON. */
export const packed = <T extends z.ZodType>(shape: T) =>
  z.instanceof(Uint8Array).transform((bytes): z.output<T> => shape.parse(JSON.parse(inflateRawSync(bytes).toString('utf8'))));

export const pack = (document: unknown): Buffer => deflateRawSync(JSON.stringify(document));

export const now = (): string => new Date().toISOString();
