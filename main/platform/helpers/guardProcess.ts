import { Worker } from 'node:worker_threads';
import { siblingModule } from './siblingModule.ts';

export interface Guarded {
  /** The process that started this one. */
  readonly parent: number;
  /** How long this one may go on without it, in ms. */
  readonly graceMs?: number;
  /** More memory than this is too much. */
  readonly megabytes?: number;
}

/**
 * Ends this process once its parent is gone, and when it holds too much memory. A thread watches, since the decoder that eats the memory also
 * keeps the event loop busy, which then hears of no closed pipe; and it watches the whole process, since decoders take their memory outside
 * JavaScript's heap.
 */
export function guardProcess({ parent, graceMs = 0, megabytes = Infinity }: Guarded): void {
  new Worker(siblingModule(import.meta.url, './guard.worker'), { workerData: { parent, graceMs, megabytes } }).unref();
}
