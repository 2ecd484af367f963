import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { chartCalls } from './chartCalls.ts';
import { classCalls } from './classCalls.ts';
import { goalCalls } from './goalCalls.ts';
import { goalHandoutCalls } from './goalHandoutCalls.ts';
import { lessonCalls } from './lessonCalls.ts';
import { libraryCalls } from './libraryCalls.ts';
import { nameCalls } from './nameCalls.ts';
import { paperCalls } from './paperCalls.ts';
import { privacyCalls } from './privacyCalls.ts';
import { scanningCalls } from './scanningCalls.ts';
import { sheetCalls } from './sheetCalls.ts';
import { taskHandoutCalls } from './taskHandoutCalls.ts';
import { teamHandoutCalls } from './teamHandoutCalls.ts';

/** Everything the window may ask of the services: the only list of names there is. */
export const contract = {
  ...libraryCalls,
  ...chartCalls,
  ...paperCalls,
  ...nameCalls,
  ...privacyCalls,
  ...classCalls,
  ...sheetCalls,
  ...goalCalls,
  ...lessonCalls,
  ...scanningCalls,
  ...goalHandoutCalls,
  ...taskHandoutCalls,
  ...teamHandoutCalls,
} as const;
export type Contract = typeof contract;
export type CallName = keyof Contract;

/** Long work: how far it is, and how it ended. `result` is what the call that started it promises. */
export const Job = z.object({
  job: Id,
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.int(),
  /** 0 while it is not known. */
  of: z.int(),
  /** What is being done now, in plain words. */
  doing: z.string(),
  result: z.unknown().optional(),
  problem: z.object({ message: z.string(), hint: z.string() }).nullable(),
});
export type Job = z.infer<typeof Job>;

/** Everything the services may tell the window without being asked. */
export const events = {
  'job.changed': Job,
  'papers.changed': z.object({ task: Id }),
  'wall.changed': z.object({ wall: Id }),
  /** The goal bank, or where this pupil stands. */
  'goals.changed': z.object({ pupil: Id.nullable() }),
  /** What is known of this task's watched folder. */
  'watching.changed': z.object({ task: Id }),
} as const;
export type Events = typeof events;
export type EventName = keyof Events;

export type Input<N extends CallName> = z.input<Contract[N]['input']>;
export type Checked<N extends CallName> = z.output<Contract[N]['input']>;
export type Output<N extends CallName> = z.output<Contract[N]['output']>;
export type Payload<E extends EventName> = z.output<Events[E]>;

export type Services = { [N in CallName]: (input: Checked<N>) => Output<N> | Promise<Output<N>> };

/** Tells every window what happened. */
export type Tell = <E extends EventName>(event: E, payload: Payload<E>) => void;

/** What the renderer holds, whichever wire is under it. */
export interface Api {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  on<E extends EventName>(event: E, listener: (payload: Payload<E>) => void): () => void;
}
