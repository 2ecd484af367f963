import { randomUUID } from 'node:crypto';
import type { CallName, Work } from '../../../core/contract/contract.ts';
import type { Job, Tell } from '../../../core/contract/events.ts';
import { Refusal } from '../../../core/kernel/refusal.ts';
import { troubleWords } from '../../../core/words/trouble.ts';
import { asTrouble } from '../asTrouble.ts';

/** Long work that goes on while the window stays free. */
export interface Jobs {
  /** @param call whose result the work ends with */
  start(call: CallName, work: Work<unknown>): { job: string };
  cancel(job: string): void;
  /** Ends all work and waits until it has stopped. @param except the signal of work that goes on */
  close(except?: AbortSignal): Promise<void>;
}

export function createJobs(tell: Tell, log: (error: unknown) => void): Jobs {
  const running = new Map<string, { controller: AbortController; ended: Promise<void> }>();

  async function run(job: string, call: CallName, work: Work<unknown>, signal: AbortSignal): Promise<void> {
    let last: Job = { job, call, state: 'running', done: 0, of: 0, doing: '', problem: null };
    const say = (change: Partial<Job>): void => {
      last = { ...last, ...change };
      tell('job.changed', last);
    };
    // The caller learns the job's id first, then hears of it.
    await new Promise((resolve) => setImmediate(resolve));
    try {
      const result = await work((done, of, doing) => say({ done, of, doing }), signal);
      say({ state: signal.aborted ? 'cancelled' : 'done', result });
    } catch (error) {
      if (signal.aborted) return say({ state: 'cancelled' });
      const known = asTrouble(error);
      if (!(known instanceof Refusal)) log(error);
      say({
        state: 'failed',
        problem: known instanceof Refusal ? { message: known.message, hint: known.hint } : troubleWords.unexpectedInJob,
      });
    } finally {
      running.delete(job);
    }
  }

  return {
    start(call, work) {
      const job = randomUUID();
      const controller = new AbortController();
      running.set(job, { controller, ended: run(job, call, work, controller.signal) });
      return { job };
    },
    cancel: (job) => running.get(job)?.controller.abort(),
    async close(except) {
      const left = [...running.values()].filter(({ controller }) => controller.signal !== except);
      left.forEach(({ controller }) => controller.abort());
      await Promise.all(left.map(({ ended }) => ended));
    },
  };
}
