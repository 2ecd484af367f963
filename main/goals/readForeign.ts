import { on } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Entry } from '../../core/goals/evidenceLog.ts';
import type { FileNote } from '../../core/goals/fileNote.ts';
import type { Bank, Goal, SkillSet } from '../../core/goals/goal.ts';
import type { LogKnown } from '../../core/goals/logFile.ts';
import { Refusal, type Problem } from '../../core/kernel/refusal.ts';
import { goalWords } from '../../core/words/goals.ts';

/** A file from elsewhere, and what must be known to read it. */
export type ForeignFile = { readonly bytes: Uint8Array } & (
  | { readonly what: 'log'; readonly known: LogKnown }
  | { readonly what: 'table'; readonly skillSets: readonly SkillSet[] }
  /** `versions`: the newest version of everything that the bank has, by kind and code (`core/goals/pack.ts`). */
  | { readonly what: 'pack'; readonly versions: ReadonlyMap<string, number> }
);

type Part =
  /** Entries in the log's order, `of` so many in all. */
  | { readonly what: 'log'; readonly entries: readonly Entry[]; readonly of: number; readonly notes: readonly FileNote[] }
  | { readonly what: 'table'; readonly goals: readonly Goal[]; readonly notes: readonly FileNote[] }
  | { readonly what: 'pack'; readonly bank: Bank; readonly notes: readonly FileNote[] };

export type ForeignMessage =
  { readonly kind: 'part'; readonly part: Part } | { readonly kind: 'failed'; readonly problem: Problem | null } | { readonly kind: 'end' };

/** What a year of a whole school needs, and no more: bytes. */
const MOST_BYTES = { log: 100e6, table: 20e6, pack: 30e6 } as const;
/** Beside this file: `.ts` from source, `.js` when built. */
const WORKER = join(import.meta.dirname, `foreign.worker${extname(import.meta.filename)}`);

/**
 * Reads a file part by part, in a thread of its own, so that nobody waits for it; the next part is read when the last one was taken.
 * @throws Refusal `unreadable` where it is another kind of file, too large, or of a newer build; the signal's reason once it is aborted
 */
export async function* readForeign<W extends ForeignFile['what']>(
  file: Extract<ForeignFile, { what: W }>,
  signal: AbortSignal,
): AsyncGenerator<Extract<Part, { what: W }>> {
  if (file.bytes.length > MOST_BYTES[file.what]) throw new Refusal('unreadable', goalWords.tooLarge);
  signal.throwIfAborted();
  const worker = new Worker(WORKER, { workerData: file });
  try {
    for await (const [message] of on(worker, 'message', { signal, close: ['exit'] }) as AsyncIterable<[ForeignMessage]>) {
      if (message.kind === 'end') return;
      if (message.kind === 'failed')
        throw message.problem === null ? new Error('The thread could not read the file.') : new Refusal(message.problem.code, message.problem);
      yield message.part as Extract<Part, { what: W }>;
      worker.postMessage('next');
    }
    throw new Error('The thread ended before the file was read.');
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    await worker.terminate();
  }
}

/** The same for what comes in one part. */
export async function readAtOnce<W extends 'table' | 'pack'>(
  file: Extract<ForeignFile, { what: W }>,
  signal: AbortSignal,
): Promise<Extract<Part, { what: W }>> {
  for await (const part of readForeign<W>(file, signal)) return part;
  throw new Error('A file gave no part.');
}
