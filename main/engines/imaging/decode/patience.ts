import { availableParallelism, freemem, loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { FileProblem } from '../../../../core/capture/fileProblem.ts';

/** Two programs at work for each processor are what a busy teacher's laptop has anyway. */
const USUAL_LOAD = 2;
/** However busy the machine is, a trap is left at last. */
const LONGEST = 6;

/**
 * How long, in seconds, to wait for what takes `seconds` at most on a machine with time for it. A machine that is busy with much else
 * does good pages slowly, too. Windows tells no load; there it is always `seconds`.
 */
export function patienceFor(seconds: number, load = loadavg()[0] ?? 0, processors = availableParallelism()): number {
  return seconds * Math.min(LONGEST, Math.max(1, load / (USUAL_LOAD * processors)));
}

const isBusy = (load = loadavg()[0] ?? 0, processors = availableParallelism()): boolean => load > USUAL_LOAD * processors;

/** What a helper needs for a large page, bytes. */
const ENOUGH_MEMORY = 400 * 1024 * 1024;
const LOOK_EVERY_MS = 500;

/**
 * Does the work, and does it once more where it failed only because the computer had too little time or memory just then: when it has both again, or after
 * `wait` seconds. What takes long on a computer with nothing else to do is not tried again.
 */
export async function onceMore<T>(work: () => Promise<T>, { wait, signal }: { readonly wait: number; readonly signal?: AbortSignal | undefined }): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FileProblem) || !error.mayPass || (error.code === 'too-slow' && !isBusy())) throw error;
    const until = performance.now() + wait * 1000;
    do {
      await pause(LOOK_EVERY_MS);
      signal?.throwIfAborted();
    } while ((isBusy() || freemem() < ENOUGH_MEMORY) && performance.now() < until);
    return work();
  }
}
