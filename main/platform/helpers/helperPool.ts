import { OUT_OF_MEMORY, type Helper } from './startHelper.ts';

export type FailureReason = 'died' | 'no-memory' | 'too-slow' | 'stopped';

const HAPPENED: Readonly<Record<FailureReason, string>> = {
  died: 'died',
  'no-memory': 'was short of memory',
  'too-slow': 'was too slow',
  stopped: 'was stopped',
};

/** Why a job got no answer: its helper died, or ran out of memory, it was taking too long, or nobody wants it any more. */
export class HelperFailure extends Error {
  override readonly name = 'HelperFailure';
  readonly reason: FailureReason;
  /** Seconds for which the job had been running. */
  readonly seconds: number;

  constructor(reason: FailureReason, seconds: number, lastWords = '') {
    super(`The helper process ${HAPPENED[reason]}. ${lastWords}`.trim());
    this.reason = reason;
    this.seconds = seconds;
  }
}

export interface HelperJob {
  /** Makes the request for the helper that will answer it; `held` are the keys of what that helper already has, and may be added to. */
  request(held: Set<string>): unknown;
  /** The helper is killed after this long. Waiting for a free helper does not count. */
  readonly seconds: number;
  /** Somebody is watching: goes before all that isn't urgent. */
  readonly urgent?: boolean;
  /** Takes the job out of the queue, or kills the helper that is at it. */
  readonly signal?: AbortSignal | undefined;
}

/** A few helper processes, started when first needed, that answer one request at a time and are replaced when they die. */
export interface HelperPool {
  /** The helper's answer and how long it worked on it. Rejects with a HelperFailure. */
  run(job: HelperJob): Promise<{ answer: unknown; seconds: number }>;
  /** Sends a message that has no answer to every helper that holds `key`. */
  release(key: string, message: unknown): void;
  close(): Promise<void>;
}

interface Task {
  readonly job: HelperJob;
  /** Ends the task while it runs. */
  stop?: () => void;
  readonly resolve: (done: { answer: unknown; seconds: number }) => void;
  readonly reject: (failure: HelperFailure) => void;
}

interface Slot {
  helper: Helper | null;
  held: Set<string>;
  /** Ends the job that is running, if one is. */
  finish: ((outcome: { answer: unknown } | { failure: HelperFailure['reason']; lastWords?: string }) => void) | null;
}

export function createHelperPool(start: () => Helper, processes: number): HelperPool {
  const queue: Task[] = [];
  const slots: Slot[] = Array.from({ length: processes }, () => ({ helper: null, held: new Set(), finish: null }));
  const processesAlive = new Set<Promise<void>>();
  let closed = false;

  const startIn = (slot: Slot): Helper => {
    const helper = start();
    slot.helper = helper;
    slot.held = new Set();
    helper.onMessage((answer) => {
      if (slot.helper === helper) slot.finish?.({ answer });
    });
    const gone = new Promise<void>((resolve) => {
      helper.onExit((lastWords) => {
        processesAlive.delete(gone);
        resolve();
        if (slot.helper !== helper) return;
        slot.helper = null;
        slot.finish?.({ failure: OUT_OF_MEMORY.test(lastWords) ? 'no-memory' : 'died', lastWords });
      });
    });
    processesAlive.add(gone);
    return helper;
  };

  const dismiss = (slot: Slot): void => {
    slot.helper?.kill();
    slot.helper = null;
  };

  const startNext = (): void => {
    // A helper that runs already is ready sooner than one that has to be started.
    const slot = slots.find((candidate) => candidate.finish === null && candidate.helper !== null) ?? slots.find((candidate) => candidate.finish === null);
    const task = slot === undefined ? undefined : queue.shift();
    if (slot === undefined || task === undefined) return;
    const { job, resolve, reject } = task;
    const startedAt = performance.now();
    const timer = setTimeout(() => slot.finish?.({ failure: 'too-slow' }), job.seconds * 1000);
    task.stop = () => slot.finish?.({ failure: 'stopped' });
    slot.finish = (outcome) => {
      clearTimeout(timer);
      slot.finish = null;
      const seconds = (performance.now() - startedAt) / 1000;
      if ('answer' in outcome) resolve({ answer: outcome.answer, seconds });
      else {
        dismiss(slot);
        reject(new HelperFailure(outcome.failure, seconds, outcome.lastWords));
      }
      startNext();
    };
    const helper = slot.helper ?? startIn(slot);
    helper.send(job.request(slot.held));
    startNext();
  };

  return {
    async run(job) {
      if (closed || job.signal?.aborted) throw new HelperFailure('stopped', 0);
      const { promise, resolve, reject } = Promise.withResolvers<{ answer: unknown; seconds: number }>();
      const task: Task = { job, resolve, reject };
      const abandon = (): void => {
        const place = queue.indexOf(task);
        if (place < 0) return task.stop?.();
        queue.splice(place, 1);
        reject(new HelperFailure('stopped', 0));
      };
      job.signal?.addEventListener('abort', abandon);
      const firstPatient = queue.findIndex((waiting) => !waiting.job.urgent);
      queue.splice(job.urgent && firstPatient >= 0 ? firstPatient : queue.length, 0, task);
      startNext();
      return promise.finally(() => job.signal?.removeEventListener('abort', abandon));
    },
    release(key, message) {
      for (const slot of slots) if (slot.held.delete(key)) slot.helper?.send(message);
    },
    async close() {
      closed = true;
      for (const task of queue.splice(0)) task.reject(new HelperFailure('stopped', 0));
      for (const slot of slots) {
        slot.finish?.({ failure: 'stopped' });
        dismiss(slot);
      }
      await Promise.all(processesAlive);
    },
  };
}
