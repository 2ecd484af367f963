import { Worker } from 'node:worker_threads';
import { siblingModule } from './siblingModule.ts';

/**
 * Ends this process when it holds more than `megabytes` of memory. A thread watches, since the decoder that eats the memory also
 * keeps the event loop busy; and it watches the whole process, since decoders take their memory outside JavaScript's heap.
 */
export function guardMemory(megabytes: number): void {
  new Worker(siblingModule(import.meta.url, './memoryGuard.worker'), { workerData: { megabytes } }).unref();
}
