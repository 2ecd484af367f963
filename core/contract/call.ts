import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import type { EventName } from './events.ts';

/**
 * One remote call: what goes in and what comes out, both checked at the border. JSON values only. Every call is one of four kinds, which says
 * beside it what else follows from it; whoever adds a call has to choose.
 */
export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'reads' | 'outside' | 'changes' | 'job';
  readonly input: I;
  readonly output: O;
  readonly effects: Effects<I>;
}

/** What follows from a call, done by the app and not by each use case. */
export interface Effects<I extends z.ZodType = z.ZodType, T extends EventName = EventName> {
  /** What all windows are told. */
  readonly tells: readonly T[];
  /** Whether pictures or names were destroyed: then files that wait to be fetched are withdrawn and what nothing names any more is swept. */
  readonly erases: (input: z.output<I>) => boolean;
  /** Whether it may be done while the database is damaged: it looks, or puts another library in its place. */
  readonly onDamaged: boolean;
}

export interface Reading<I extends z.ZodType, O extends z.ZodType> extends Call<I, O> {
  readonly kind: 'reads' | 'outside';
}

export interface Changing<I extends z.ZodType, O extends z.ZodType, T extends EventName> extends Call<I, O> {
  readonly kind: 'changes';
  readonly effects: Effects<I, T>;
}

/** A job is answered at once with its id; `result` is what its last `job.changed` carries. */
export interface Working<I extends z.ZodType, R extends z.ZodType> extends Call<I, typeof Started> {
  readonly kind: 'job';
  readonly result: R;
}

export const Nothing = z.object({});
const Started = z.object({ job: Id });

const never = (): boolean => false;
const nothing = { tells: [], erases: never, onDamaged: true } as const;

/** Changes nothing. */
export const reads = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Reading<I, O> => ({ kind: 'reads', input, output, effects: nothing });

/** Does something that lies outside of the library, such as a file on its way or a setting of this computer: no other window has to hear of it. */
export const outside = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Reading<I, O> => ({ ...reads(input, output), kind: 'outside' });

interface Following<I extends z.ZodType, T extends EventName> {
  readonly tells: readonly [T, ...T[]];
  readonly erases?: (input: z.output<I>) => boolean;
  readonly onDamaged?: boolean;
}

/** Changes the library, which all windows are told. */
export const changes = <I extends z.ZodType, O extends z.ZodType, T extends EventName>(
  input: I,
  output: O,
  { tells, erases = never, onDamaged = false }: Following<I, T>,
): Changing<I, O, T> => ({ kind: 'changes', input, output, effects: { tells, erases, onDamaged } });

/** Long work. What it tells as it goes on is named in `tells`. */
export const job = <I extends z.ZodType, R extends z.ZodType>(
  input: I,
  result: R,
  { tells = [], erases = never, onDamaged = false }: Partial<Effects<I>> = {},
): Working<I, R> => ({ kind: 'job', input, output: Started, result, effects: { tells, erases, onDamaged } });

export const always = (): boolean => true;
