import { setImmediate as breathe } from 'node:timers/promises';

/** Does long work step by step, so that calls are answered in between. @throws the signal's reason once it is aborted */
export async function bitByBit(steps: Iterable<unknown>, signal: AbortSignal): Promise<void> {
  const work = steps[Symbol.iterator]();
  try {
    while (work.next().done !== true) await rest(signal);
  } finally {
    work.return?.();
  }
}

/** Lets others have their turn. @throws the signal's reason once it is aborted */
export async function rest(signal: AbortSignal): Promise<void> {
  await breathe();
  signal.throwIfAborted();
}
