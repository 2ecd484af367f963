import type { z } from 'zod';
import type { Changing, Reading, Working } from './call.ts';
import { chartCalls } from './chartCalls.ts';
import { classCalls } from './classCalls.ts';
import type { EventName, Job, Payload } from './events.ts';
import { goalCalls } from './goalCalls.ts';
import { goalHandoutCalls } from './goalHandoutCalls.ts';
import { lessonCalls } from './lessonCalls.ts';
import { libraryCalls } from './libraryCalls.ts';
import { nameCalls } from './nameCalls.ts';
import { paperCalls } from './paperCalls.ts';
import { privacyCalls } from './privacyCalls.ts';
import { rankingCalls } from './rankingCalls.ts';
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
  ...rankingCalls,
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
export type JobName = { [N in CallName]: Contract[N] extends Working<z.ZodType, z.ZodType> ? N : never }[CallName];

export type Input<N extends CallName> = z.input<Contract[N]['input']>;
export type Checked<N extends CallName> = z.output<Contract[N]['input']>;
export type Output<N extends CallName> = N extends JobName ? Started<N> : z.output<Contract[N]['output']>;
export type Result<N extends JobName> = z.output<Contract[N]['result']>;

/** Long work that began; `call` says with what it ends. */
export interface Started<N extends JobName = JobName> {
  readonly job: string;
  readonly call: N;
}

/** How a job ended. One that was stopped may have done some of it. */
export type Ended<N extends JobName> =
  | { readonly job: string; readonly state: 'done'; readonly result: Result<N> }
  | { readonly job: string; readonly state: 'cancelled'; readonly result: Result<N> | null }
  | { readonly job: string; readonly state: 'failed'; readonly result: null };

/** What the window holds, whichever wire is under it. */
export interface Api {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  on<E extends EventName>(event: E, listener: (payload: Payload<E>) => void): () => void;
  /** The last word of a job that began as `started`; null while it runs. */
  ended<N extends JobName>(started: Started<N>, job: Job): Ended<N> | null;
}

/** Tells how far long work is: `done` parts `of` so many (0: nobody knows), and what is being done now. */
export type Report = (done: number, of: number, doing: string) => void;
export type Work<R> = (report: Report, signal: AbortSignal) => Promise<R>;

/** What a changing call answers, and what the windows are told of it: every event that the contract promises, once or for each of several. */
export interface Done<O, T extends EventName> {
  readonly answer: O;
  readonly told: { readonly [E in T]: Payload<E> | readonly Payload<E>[] };
}

type Maybe<T> = T | Promise<T>;
type HandlerOf<C> =
  C extends Working<infer I, infer R>
    ? (input: z.output<I>) => Work<z.output<R>>
    : C extends Changing<infer I, infer O, infer T>
      ? (input: z.output<I>) => Maybe<Done<z.output<O>, T>>
      : C extends Reading<infer I, infer O>
        ? (input: z.output<I>) => Maybe<z.output<O>>
        : never;

/** The use cases behind a part of the contract. */
export type Handlers<C> = { readonly [N in keyof C]: HandlerOf<C[N]> };

/** The whole app as calls: what the wires carry. */
export type Services = { readonly [N in CallName]: (input: Checked<N>) => Maybe<z.output<Contract[N]['output']>> };
