import Database from 'better-sqlite3';
import { once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Db } from './connection.ts';

export interface SoundnessAsked {
  readonly file: string;
  /** Whether every index is compared with its table, too: `integrity_check` instead of `quick_check`. */
  readonly thorough: boolean;
}

/** Beside this file: `.ts` from source, `.js` when built. */
const WORKER = join(import.meta.dirname, `soundness.worker${extname(import.meta.filename)}`);

const Said = z.array(z.string());
/** SQLite says no more than so many. */
const MOST = 100;

/** What SQLite finds wrong with a database; nothing where it is sound. @throws where the file can't even be looked into */
export function soundnessOf(db: Db, thorough: boolean): readonly string[] {
  try {
    const rows = z.array(z.record(z.string(), z.string())).parse(db.pragma(`${thorough ? 'integrity' : 'quick'}_check(${MOST})`));
    return rows.flatMap((row) => Object.values(row)).filter((said) => said !== 'ok');
  } catch (error) {
    // The look itself breaks off where a page is no page at all.
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CORRUPT')) return [error.message];
    throw error;
  }
}

/** The same of a file, in a thread of its own. The thread ends where the signal is aborted, and nothing is said then. */
export async function askSoundness(asked: SoundnessAsked, signal?: AbortSignal): Promise<readonly string[]> {
  const worker = new Worker(WORKER, { workerData: asked });
  try {
    const [said] = (await once(worker, 'message', { signal })) as unknown[];
    return Said.parse(said);
  } catch (error) {
    if (signal?.aborted === true) return [];
    throw error;
  } finally {
    await worker.terminate();
  }
}
