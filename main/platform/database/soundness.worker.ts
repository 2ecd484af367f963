import Database from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';
import { asTrouble } from '../asTrouble.ts';
import { soundnessOf, type SoundnessAsked } from './soundness.ts';

/** Looks a database over without keeping anyone waiting, and never writes. */
function look({ file, thorough }: SoundnessAsked): readonly string[] {
  const db = new Database(file, { readonly: true });
  try {
    return soundnessOf(db, thorough);
  } catch (error) {
    const trouble = asTrouble(error, file);
    if (trouble instanceof Error) return [trouble.message];
    throw error;
  } finally {
    db.close();
  }
}

parentPort?.postMessage(look(workerData as SoundnessAsked));
